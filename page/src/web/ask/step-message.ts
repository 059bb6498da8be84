import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Draft, Key, MessageKind, StepModel } from "../api.ts";
import { app } from "../state/app.ts";
import { controls } from "../ui/styles.ts";
import { change } from "./edits.ts";
import "./message-body.ts";

const KINDS: MessageKind[] = ["json", "text", "xml", "hex", "base64", "file"];

/** What a step sends: a saved message, or one that stands in the step and is written as in the composer. */
@customElement("parley-step-message")
export class StepMessage extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; gap: 6px; min-width: 0; }
    .line { display: flex; gap: 6px; flex-wrap: wrap; }
    .body { display: flex; min-height: 64px; max-height: 220px; border: var(--line) solid var(--line-c); border-radius: var(--radius); overflow: hidden; background: var(--bg); }
    .body:focus-within { border-color: var(--accent); }
    .field { max-width: 220px; }
  `];

  @property() key: Key = "";
  @property({ attribute: false }) step!: StepModel;
  /** What is typed and not in the file. */
  @state() private typed: Draft | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("step") && JSON.stringify(changed.get("step")?.at) !== JSON.stringify(this.step.at)) {
      this.typed = undefined;
    }
  }

  private get draft(): Draft {
    return this.typed ?? this.step.message ?? { kind: "json", content: "" };
  }

  override render() {
    const { send } = this.step.fields as { send?: unknown };
    const inline = this.step.message !== undefined;
    const saved = app.files.value.get(this.key)?.model?.messages ?? [];
    return html`<div class="line">
        <span class="segments" role="radiogroup" aria-label="Which message"><button role="radio" aria-checked=${!inline} ?disabled=${saved.length === 0} title=${saved.length === 0 ? "No message is saved in this file" : ""} @click=${() => inline && void this.save(saved[0]!.name)}>Saved</button
          ><button role="radio" aria-checked=${inline} @click=${() => !inline && void this.stand(saved.find((one) => one.name === send))}>In the step</button></span>
        ${inline ? this.kinds() : html`<select class="field" aria-label="Saved message" @change=${(event: Event) => void this.save((event.target as HTMLSelectElement).value)}>
          ${[...new Set([...saved.map((one) => one.name), String(send ?? "")])].map((one) => html`<option value=${one} .selected=${one === send}>${one}</option>`)}</select>`}</div>
      ${inline ? html`<div class="body" @focusout=${this.left}><parley-message-body .key=${this.key} .subject="step${JSON.stringify(this.step.at)}" .draft=${this.draft}
        @draft=${(event: CustomEvent<Draft>) => { this.typed = event.detail; }}></parley-message-body></div>` : ""}`;
  }

  private kinds() {
    const { kind } = this.draft;
    return html`<select class="field" aria-label="Kind of the message" @change=${(event: Event) => void this.write({ ...this.draft, kind: (event.target as HTMLSelectElement).value as MessageKind })}>
      ${(KINDS.includes(kind) ? KINDS : [...KINDS, kind]).map((one) => html`<option value=${one} .selected=${one === kind}>${one}</option>`)}</select>`;
  }

  private async save(name: string): Promise<void> {
    await change("file.edit", this.key, { edits: [{ op: "write", at: [...this.step.at, "send"], text: name }] }, "another message");
  }

  /** The saved one, to be changed in this step alone. */
  private async stand(saved: Draft | undefined): Promise<void> {
    const { kind, content, tree } = saved ?? { kind: "json" as const, content: "{}", tree: true };
    const at = [...this.step.at, "send"];
    const { file } = await change("file.edit", this.key, { edits: [{ op: "put", at, value: { [kind]: "" } }] }, "a message in the step");
    if (file) {
      await this.write({ kind, content, ...(tree ? { tree } : {}) });
    }
  }

  private left = (event: FocusEvent): void => {
    const inside = event.relatedTarget instanceof Node && this.renderRoot.contains(event.relatedTarget);
    if (!inside && this.typed) {
      void this.write(this.typed);
    }
  };

  private async write(draft: Draft): Promise<void> {
    const { kind, content, tree, as, compress } = draft;
    const message = { kind, content, ...(tree ? { tree } : {}), ...(as ? { as } : {}), ...(compress === undefined ? {} : { compress }) };
    const { file } = await change("file.message", this.key, { index: null, message, at: [...this.step.at, "send"] }, "the message of the step");
    if (file && this.typed?.content === content) {
      this.typed = undefined;
    }
  }
}
