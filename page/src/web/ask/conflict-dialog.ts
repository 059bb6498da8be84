import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { lineMarks } from "../code/lines.ts";
import { openDialog } from "../ui/dialog.ts";
import { controls } from "../ui/styles.ts";
import { variables } from "../ui/variables.ts";
import { type Conflict, type Decision, onConflict } from "./edits.ts";

/** Two texts side by side, lines that differ marked. */
@customElement("parley-both-texts")
export class BothTexts extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; grid-template-columns: 1fr 1fr; gap: 10px; height: min(56vh, 560px); }
    section { display: flex; flex-direction: column; min-width: 0; min-height: 0; border: var(--line) solid var(--line-c); border-radius: var(--radius); overflow: hidden; }
    h3 { margin: 0; padding: 6px 10px; font-size: var(--t-s); font-weight: 600; background: var(--bg-2); border-bottom: var(--line) solid var(--line-c); }
    pre { margin: 0; padding: 6px 0; flex: 1; overflow: auto; font: var(--t-s)/19px var(--mono); } pre div { padding: 0 10px; white-space: pre; min-width: max-content; min-height: 19px; }
    .mine div.other { background: var(--accent-soft); } .theirs div.other { background: var(--warn-soft); }
  `];

  @property() mine = "";
  @property() theirs = "";

  override render() {
    const { left, right } = lineMarks(this.mine, this.theirs);
    const lines = (text: string, marked: Set<number>) => text.split("\n").map((line, at) => html`<div class=${marked.has(at) ? "other" : ""}>${line}</div>`);
    return html`<section><h3>Mine</h3><pre class="mine" tabindex="0" aria-label="Mine">${lines(this.mine, left)}</pre></section>
      <section><h3>On disk</h3><pre class="theirs" tabindex="0" aria-label="On disk">${lines(this.theirs, right)}</pre></section>`;
  }
}

/** Asks which of two changes of a file holds; both are shown. Closing the dialog decides nothing. */
export async function choose(conflict: Conflict): Promise<Decision> {
  let decision: Decision = "later";
  const { path, mine, theirs } = conflict;
  await openDialog((close) => {
    const take = (one: Decision) => () => {
      decision = one;
      close();
    };
    return html`<parley-dialog ${variables({ "--dialog-width": "text" in mine ? "1040px" : "460px" })} heading="${path.split("/").at(-1)} has changed on disk">
      ${"text" in mine
        ? html`<p>Something else wrote it while you edited. Which one holds?</p><parley-both-texts .mine=${mine.text} .theirs=${theirs.text}></parley-both-texts>`
        : html`<p>Something else wrote it meanwhile. Your change: <b>${mine.words}</b>. It can be made in the file as it is now.</p>`}
      <div slot="foot"><button class="button" @click=${take("theirs")}>Keep what is on disk</button>
        <button class="button primary" autofocus @click=${take("mine")}>${"text" in mine ? "Write mine" : "Make my change"}</button></div></parley-dialog>`;
  });
  return decision;
}

onConflict(choose);
