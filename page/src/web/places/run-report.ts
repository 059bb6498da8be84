import type { Calls, Run } from "../api.ts";
import { app } from "../state/app.ts";
import type { MenuEntry } from "../ui/menu.ts";

type Format = Calls["run.report"][0]["format"];

/** Files that tell of a run that is over. */
export function reportMenu({ id }: Run): MenuEntry[] {
  const save = (title: string, format: Format, note: string): MenuEntry => ({ title, note, icon: "file", run: () => void take(id, format, false) });
  return [
    { title: "Open in a new tab", run: () => void take(id, "html", true) },
    "line",
    save("Save as HTML", "html", "one page for people"),
    save("Save as JUnit XML", "junit", "for CI servers"),
    save("Save as JSON", "json", "everything"),
    save("Save as CTRF", "ctrf", "Common Test Report Format"),
  ];
}

/** A page that is shown has an origin of its own: it can do nothing here. */
async function take(run: string, format: Format, show: boolean): Promise<void> {
  const made = await app.try(app.server.call("run.report", { run, format, ...(show ? { show } : {}) }));
  if (made) {
    const link = document.createElement("a");
    link.href = made.href;
    if (show) {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    } else {
      link.download = made.name;
    }
    document.body.append(link);
    link.click();
    link.remove();
  }
}
