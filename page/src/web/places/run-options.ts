import { html } from "lit";
import type { Key, RunOptions } from "../api.ts";
import { runPaths } from "../collection/tree-actions.ts";
import { app } from "../state/app.ts";
import { openDialog } from "../ui/dialog.ts";

/** As they were chosen last. */
const last = app.memory.at<RunOptions>("run-options", {});

/** Asks how tests are to be run, and runs them. */
export async function runWithOptions(paths: Key[]): Promise<void> {
  const { tags = "", jobs = 4, retries = 0, seed = "", failFast = false, shuffle = false } = last.value;
  let chosen: RunOptions | undefined;
  await openDialog((close) => {
    const done = (event: Event): void => {
      event.preventDefault();
      chosen = optionsOf(new FormData(event.target as HTMLFormElement));
      close();
    };
    const number = (name: string, title: string, value: number, min: number, docs: string) => html`<label>${title}<input class="field" type="number" name=${name} min=${min} max="100" .value=${String(value)}><small>${docs}</small></label><br>`;
    return html`<parley-dialog heading="Run tests">
      <form id="form" @submit=${done}>
        <label>Tags<input class="field" name="tags" autofocus .value=${tags} placeholder="smoke and not slow"><small>Tags with and, or, not; nothing: all tests.</small></label><br>
        ${number("jobs", "Jobs", jobs, 1, "How many run at a time.")}
        ${number("retries", "Retries", retries, 0, "How often a test that does not pass is run again; it is flaky when it passes then.")}
        <label>Seed<input class="field" name="seed" pattern="-?[0-9]{1,19}" .value=${seed} placeholder="another one each time"><small>The random values of a run before: its seed stands in its heading.</small></label><br>
        <label class="check"><span><input type="checkbox" name="shuffle" .checked=${shuffle}> In an order left to chance, and to the seed</span></label><br>
        <label class="check"><span><input type="checkbox" name="failFast" .checked=${failFast}> End with the first failure</span></label>
      </form>
      <div slot="foot"><button class="button" @click=${close}>Cancel</button><button class="button primary" form="form">Run</button></div></parley-dialog>`;
  });
  if (chosen) {
    const { seed: _, ...kept } = chosen;
    app.memory.put("run-options", kept);
    await runPaths(paths, chosen);
  }
}

function optionsOf(given: FormData): RunOptions {
  const text = (name: string) => String(given.get(name) ?? "").trim();
  return {
    ...(text("tags") ? { tags: text("tags") } : {}),
    jobs: Math.max(1, Number(text("jobs")) || 4),
    retries: Math.max(0, Number(text("retries")) || 0),
    ...(text("seed") ? { seed: text("seed") } : {}),
    ...(given.has("shuffle") ? { shuffle: true } : {}),
    ...(given.has("failFast") ? { failFast: true } : {}),
  };
}
