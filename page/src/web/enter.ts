// The entrance: trades the token of the address for the cookie and the key, and shows what to do when that fails.

import { keep, whenKept } from "./key.ts";

const title = document.querySelector("#title")!;
const why = document.querySelector("#why")!;
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
document.documentElement.dataset.theme = dark ? "dark" : "light";

const token = location.hash.slice(1);
history.replaceState(null, "", location.pathname);

if (token) {
  await enter(token);
} else {
  show();
}

async function enter(token: string): Promise<void> {
  try {
    const answer = await fetch("/key", { headers: { authorization: `Parley ${token}` }, cache: "no-store" });
    if (answer.ok) {
      keep((await answer.text()).trim());
      location.replace("/");
      return;
    }
    title.textContent = "This key is not good any more";
    why.textContent = "It belongs to an earlier start of the workbench, or was good for one time only.";
  } catch {
    title.textContent = "The workbench does not answer";
    why.textContent = "It has ended, or something stands between this browser and it.";
  }
  show();
}

function show(): void {
  document.querySelector("#closed")!.removeAttribute("hidden");
  whenKept(() => location.replace("/"));
}
