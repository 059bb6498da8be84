import { html } from "lit";
import type { Calls, Key } from "../api.ts";
import { Refused } from "../server.ts";
import { app } from "../state/app.ts";
import { count } from "../state/words.ts";
import { openDialog } from "../ui/dialog.ts";
import { visible } from "./script-list.ts";

type Scripts = Calls["scripts.get"][1];

/** Does what may need scripts: where the server says that nobody has allowed them, they are shown, and once allowed it goes on. */
export async function withScripts<T>(call: () => Promise<T>): Promise<T | undefined> {
  for (;;) {
    try {
      return await call();
    } catch (why) {
      const collection = unallowed(why);
      if (collection === undefined) {
        return await app.try(Promise.reject<T>(why));
      }
      if (!await allow(collection)) {
        return undefined;
      }
    }
  }
}

/** The collection whose scripts keep something from being done. */
function unallowed(why: unknown): Key | undefined {
  const more = why instanceof Refused && why.refusal.code === "refused" ? why.refusal.more : undefined;
  return more && typeof more === "object" && "scripts" in more ? more.scripts as Key : undefined;
}

/** Whether they are allowed now. What changes while it is read is shown anew. */
async function allow(collection: Key): Promise<boolean> {
  for (;;) {
    const scripts = await app.try(app.server.call("scripts.get", { collection }));
    if (!scripts || scripts.allowed) {
      return scripts !== undefined;
    }
    if (!await ask(scripts)) {
      return false;
    }
    try {
      await app.server.call("scripts.allow", { collection, hash: scripts.hash });
      return true;
    } catch (why) {
      await app.try(Promise.reject(why));
      if (!(why instanceof Refused) || why.refusal.code !== "conflict") {
        return false;
      }
    }
  }
}

async function ask({ name, scripts, changed }: Scripts): Promise<boolean> {
  let answer = false;
  const shown = visible(name).map((piece) => piece.text).join("");
  await openDialog((close) => html`<parley-dialog class="wide" heading=${changed ? `The scripts of ${shown} have changed` : `Allow the scripts of ${shown}?`}>
    ${changed ? html`<p><b>They are not what you allowed before.</b> Something has changed them since, such as a git pull: read them again.</p>` : ""}
    <p>Once allowed, these scripts are done whenever you run or connect what has them, until one of them comes, goes or changes.
      The sandbox keeps them from files, the network, other programs and your environment; they see messages and variables, and can send messages.</p>
    <parley-script-list role="region" aria-label=${count(scripts.length, "script")} tabindex="0" autofocus .scripts=${scripts}></parley-script-list>
    <div slot="foot"><button class="button" @click=${close}>Cancel</button>
      <button class="button primary" @click=${() => {
        answer = true;
        close();
      }}>Allow</button></div></parley-dialog>`);
  return answer;
}
