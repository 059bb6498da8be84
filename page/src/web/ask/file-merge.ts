import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type Choice, type Hunk, hunks, merged, obvious, type SideLine, sideLines } from "../code/merge.ts";
import "../code/code-editor.ts";
import { app } from "../state/app.ts";
import { count } from "../state/words.ts";
import { controls } from "../ui/styles.ts";
import { mergeStyles } from "./merge-styles.ts";

/** Lines around a difference that are shown of what nobody changed. */
const AROUND = 3;

const WHO: Record<Hunk["by"], string> = { nobody: "", mine: "Changed by you", theirs: "Changed on disk", both: "Changed by you and on disk" };
const CHOICES: [Choice, string][] = [["mine", "Mine"], ["theirs", "On disk"], ["both", "Both"]];

/** How far merging has come: what was decided of each hunk, and the text that was written by hand, if any. */
export interface Merging {
  choices: (Choice | null)[];
  text?: string;
}

/**
 * A text that was changed here and on disk: both side by side against the one they came from, to choose difference by difference, or to
 * write what shall hold. Tells `so` of each decision, and `done` with the text to save.
 */
@customElement("parley-file-merge")
export class FileMerge extends LitElement {
  static override styles = [controls, mergeStyles];

  @property() mine = "";
  @property() theirs = "";
  @property({ attribute: false }) base: string | undefined;
  @property({ attribute: false }) so: Merging | undefined;
  @state() private byHand = false;
  private all: Hunk[] = [];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("mine") || changed.has("theirs") || changed.has("base")) {
      this.all = hunks(this.base, this.mine, this.theirs);
      this.so ??= { choices: this.all.map((one) => obvious(one) ?? null) };
      this.byHand = this.so.text !== undefined;
    }
  }

  override render() {
    return html`<div class="bar"><p role="status">${this.summary()}</p>
        ${this.so?.text === undefined ? html`<button class="button" @click=${() => this.takeAll("mine")}>All mine</button><button class="button" @click=${() => this.takeAll("theirs")}>All on disk</button>`
          : html`<button class="button" title="What was written by hand is dropped" @click=${() => this.decide({ choices: this.choices })}>Choose anew</button>`}
        <span class="segments" role="group" aria-label="Show"><button aria-pressed=${!this.byHand} @click=${() => { this.byHand = false; }}>Differences</button><button aria-pressed=${this.byHand} @click=${() => { this.byHand = true; }}>Result</button></span></div>
      ${this.byHand ? this.result() : this.differences()}`;
  }

  private summary(): TemplateResult {
    const { left } = this;
    if (this.so?.text !== undefined) {
      return html`The result is <b>written by hand</b>.`;
    }
    const told = count(this.all.filter((one) => one.by !== "nobody").length, "difference");
    return left > 0 ? html`${told}, <b>${left} to decide</b>${this.base === undefined ? ": the text before is not known" : ""}.` : html`${told}, <b>all decided</b>. Save writes the result.`;
  }

  private get choices(): (Choice | null)[] {
    return this.so?.choices ?? [];
  }

  /** Differences that are not decided. */
  private get left(): number {
    return this.all.filter((one, at) => one.by !== "nobody" && !this.choices[at]).length;
  }

  private get text(): string {
    return this.so?.text ?? merged(this.all, this.choices.map((one) => one ?? undefined));
  }

  private result() {
    return html`<div class="result" @keydown=${this.pressed}><parley-code-editor wrap language="yaml" label="The result" subject="result" .value=${this.text}
      @edit=${(event: CustomEvent<string>) => this.decide({ choices: this.choices, text: event.detail })}></parley-code-editor></div>`;
  }

  private differences() {
    let number = 0;
    return html`<div class="all" tabindex="0" role="group" aria-label="Differences" @keydown=${this.pressed}><div class="heads"><span>Mine, not saved</span><span>On disk</span></div>
      ${this.all.map((one, at) => one.by === "nobody" ? this.same(one, at) : this.hunk(one, at, ++number))}</div>`;
  }

  private same({ mine }: Hunk, at: number) {
    const [top, bottom] = [at === 0 ? 0 : AROUND, at === this.all.length - 1 ? 0 : AROUND];
    const hidden = mine.length - top - bottom;
    const lines = (some: string[]) => some.length === 0 ? "" : html`<div class="pair same">${[1, 2].map(() => html`<pre>${some.map((line) => html`<div>${line}</div>`)}</pre>`)}</div>`;
    return hidden < 3 ? lines(mine) : html`${lines(mine.slice(0, top))}<div class="more">${count(hidden, "line")} that are the same</div>${lines(mine.slice(mine.length - bottom))}`;
  }

  private hunk(one: Hunk, at: number, number: number) {
    const choice = this.choices[at];
    const side = (which: "mine" | "theirs", name: string) => html`<pre class=${choice === which || choice === "both" ? "taken" : choice ? "left" : ""} aria-label=${name}>${lines(sideLines(one.base, one[which]), at === this.all.length - 1)}</pre>`;
    return html`<section class="hunk ${choice ? "" : "open"}" role="group" aria-label="Difference ${number}">
      <header><span>${WHO[one.by]}</span><span class="grow"></span><span class="segments" role="group" aria-label="What holds of difference ${number}">${CHOICES.map(([which, title]) => html`
        <button aria-pressed=${choice === which} ?disabled=${this.so?.text !== undefined} @click=${() => this.take(at, which)}>${title}</button>`)}</span></header>
      <div class="pair">${side("mine", "Mine")}${side("theirs", "On disk")}</div></section>`;
  }

  private take(at: number, choice: Choice): void {
    this.decide({ choices: this.choices.map((one, index) => index === at ? choice : one) });
  }

  private takeAll(choice: Choice): void {
    this.decide({ choices: this.all.map(() => choice) });
  }

  private decide(so: Merging): void {
    this.so = so;
    this.dispatchEvent(new CustomEvent("so", { detail: so }));
  }

  /** Ends it with the result, unless something is to be decided. */
  save(): void {
    if (this.left > 0 && this.so?.text === undefined) {
      app.toast({ text: `${count(this.left, "difference")} to decide before it can be saved.`, severity: "info" });
      this.byHand = false;
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".hunk.open .segments button")?.focus());
    } else {
      this.dispatchEvent(new CustomEvent("done", { detail: this.text }));
    }
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      this.save();
    }
  };
}

/** A text that ends with a line end has an empty last line, which nobody misses. */
function lines(all: SideLine[], last: boolean) {
  const seen = all.filter((one) => !(last && one.is === "gone" && one.text === ""));
  return seen.length === 0 ? html`<div class="none">nothing</div>` : seen.map((one) => html`<div class=${one.is}>${one.text}</div>`);
}
