import { register } from "../state/actions.ts";
import { app } from "../state/app.ts";

export type Theme = "system" | "light" | "dark";

export const theme = app.memory.at<Theme>("theme", "system");

const dark = matchMedia("(prefers-color-scheme: dark)");

function apply(): void {
  document.documentElement.dataset["theme"] = theme.value === "system" ? (dark.matches ? "dark" : "light") : theme.value;
}

export function setTheme(chosen: Theme): void {
  app.memory.put("theme", chosen);
}

theme.watch(apply);
dark.addEventListener("change", apply);
apply();

register(
  { id: "theme.system", title: "Theme: as the system", group: "View", run: () => setTheme("system") },
  { id: "theme.light", title: "Theme: light", group: "View", run: () => setTheme("light") },
  { id: "theme.dark", title: "Theme: dark", group: "View", run: () => setTheme("dark") },
);
