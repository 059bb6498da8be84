import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Completion, FileState, Key, Problem } from "../api.ts";
import "../code/code-editor.ts";
import type { CodeEditor } from "../code/code-editor.ts";
import { register } from "../state/actions.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { change, ensureOpen } from "./edits.ts";
import { slashCommands } from "./file-templates.ts";
import { Follow } from "./follow.ts";
import { known } from "./known.ts";
import "./conflict-dialog.ts";

const PAUSE = 250;

/** A text that is typed and not yet on disk, and what it was made from. */
type Draft = { text: string; version: string; base: string };

let shown: FileTab | undefined;

register(
  { id: "save-file", title: "Save the file", group: "File", keys: ["Ctrl+S"], when: () => shown?.edited ?? false, run: () => void shown!.save() },
  { id: "format-file", title: "Format the file", group: "File", keys: ["Alt+Shift+F"], when: () => shown !== undefined, run: () => void shown!.format() },
);

/** The YAML itself, with completion, and with problems from the same reader that runs it. */
@customElement("parley-file-tab")
export class FileTab extends LitElement {
  static override styles = [controls, css`
    :host { display: flex; flex-direction: column; height: 100%; min-height: 0; }
    parley-code-editor { flex: 1; }
    .problems { max-height: 34%; overflow: auto; border-top: var(--line) solid var(--line-c); font-size: var(--t-s); flex: none; }
    .problems button { display: grid; grid-template-columns: 16px 34px 1fr; gap: 6px; width: 100%; padding: 5px 10px; text-align: left; border-bottom: var(--line) solid var(--line-c); }
    .problems button:hover { background: var(--bg-2); } .problems .line { color: var(--ink-3); font: var(--t-xs)/18px var(--mono); text-align: right; }
    .problems .hint { display: block; color: var(--ink-3); } .problems .icon { margin-top: 2px; color: var(--bad); } .problems .is-warning .icon { color: var(--warn); }
    .bar { display: flex; align-items: center; gap: 8px; padding: 7px 10px; background: var(--warn-soft); font-size: var(--t-s); border-bottom: var(--line) solid var(--line-c); }
    .foot { flex: none; } .foot .path { overflow: hidden; text-overflow: ellipsis; direction: rtl; min-width: 0; }
  `];

  @property() key: Key = "";
  @state() private problems: Problem[] | undefined;
  @query("parley-code-editor") private readonly editor!: CodeEditor;
  private readonly following = new Follow(this);
  private checking = 0;

  constructor() {
    super();
    new Watch(this, [app.files]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    shown = this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    shown = shown === this ? undefined : shown;
    clearTimeout(this.checking);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key")) {
      this.problems = undefined;
      this.following.to(this.draft, known.of(this.key));
      if (this.draft.value) {
        this.check(this.draft.value.text);
      }
    }
    ensureOpen(this.key);
  }

  /** Goes to a line. */
  async reveal(line: number, column = 1): Promise<void> {
    await this.updateComplete;
    await this.editor?.updateComplete;
    this.editor?.reveal(line, column);
  }

  get edited(): boolean {
    const draft = this.draft.value;
    return !!draft && draft.text !== this.file?.text;
  }

  private get draft() {
    return app.memory.at<Draft | null>(`file:${this.key}`, null);
  }

  private get file(): FileState | undefined {
    return app.files.value.get(this.key);
  }

  override render() {
    const { file } = this;
    if (!file) {
      return html`<div class="empty">Reading…</div>`;
    }
    const draft = this.draft.value;
    const changed = this.edited && draft!.version !== file.version;
    const problems = this.edited && this.problems ? this.problems : file.problems;
    return html`
      ${file.gone ? this.goneBar() : changed ? this.changedBar() : ""}
      <parley-code-editor language="yaml" label="The file ${this.key}" .subject=${this.key} .value=${draft?.text ?? file.text} .known=${known.of(this.key).value}
        placeholder="Type / to begin with a template, or url: wss://…" .completes=${this.complete} .problems=${problems} @edit=${this.typed} @keydown=${this.pressed}></parley-code-editor>
      ${problems.length > 0 ? this.list(problems) : ""}
      <div class="foot"><span class="path muted" title=${this.key}>${this.key}</span><span class="grow"></span>
        ${this.edited ? html`<button class="button" @click=${this.drop}>Discard</button><button class="button primary" @click=${() => void this.save()}>Save <kbd>Ctrl S</kbd></button>`
          : html`<button class="button" title="Lay the file out (Shift+Alt+F)" @click=${() => void this.format()}>Format</button><span class="muted">saved</span>`}
      </div>`;
  }

  private goneBar() {
    return html`<div class="bar" role="alert">${icon("warning")}<span class="grow">This file is gone from disk. Its text is kept here.</span>
      <button class="button" title="Download the text" @click=${() => this.copy()}>Save a copy…</button><button class="button" @click=${() => void this.save()}>Write it again</button></div>`;
  }

  private copy(): void {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([this.draft.value?.text ?? this.file?.text ?? ""], { type: "application/yaml" }));
    link.download = this.key.split("/").at(-1)!;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  private changedBar() {
    return html`<div class="bar" role="alert">${icon("warning")}<span class="grow">The file has changed on disk while you edit it.</span>
      <button class="button" @click=${() => void this.save()}>Compare…</button></div>`;
  }

  private list(problems: Problem[]) {
    return html`<div class="problems" role="group" aria-label="Problems">${problems.map((one) => html`<button class="is-${one.severity}" @click=${() => this.editor.reveal(one.line, one.column)}>
      ${icon("warning")}<span class="line">${one.line}</span><span>${one.text}${one.hint ? html`<span class="hint">${one.hint}</span>` : ""}</span></button>`)}</div>`;
  }

  private typed = (event: CustomEvent<string>): void => {
    const { version = "", base = "" } = this.draft.value ?? { version: this.file?.version, base: this.file?.text };
    app.memory.put(`file:${this.key}`, event.detail === this.file?.text ? null : { text: event.detail, version, base });
    this.check(event.detail);
  };

  private check(text: string): void {
    const { key } = this;
    clearTimeout(this.checking);
    this.checking = setTimeout(async () => {
      const found = await app.server.call("file.check", { path: key, text }).catch(() => undefined);
      if (found && key === this.key) {
        this.problems = found.problems;
      }
    }, PAUSE) as unknown as number;
  }

  private complete = async (text: string, offset: number, asked: boolean): Promise<Completion | undefined> => {
    const slash = slashCommands(text, offset);
    if (slash) {
      return slash;
    }
    const before = text.slice(0, offset);
    return asked || /[\w-]$|: $|- $/.test(before) ? await app.server.call("file.complete", { path: this.key, text, offset }).catch(() => undefined) : undefined;
  };

  private pressed = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      void this.save();
    }
  };

  /** Writes what is typed; where the file has changed meanwhile, what shall hold is asked. */
  async save(): Promise<void> {
    const { key, file } = this;
    const { base, ...draft } = this.draft.value ?? { text: file?.text ?? "", version: file?.version ?? "", base: file?.text };
    const given = file?.gone ? { ...draft, version: file.version } : draft;
    const { file: written, refusal } = await change("file.write", key, given as never, "the file", { quiet: true, ...(base === undefined ? {} : { base }) });
    const typed = app.memory.at<Draft | null>(`file:${key}`, null).value;
    if (written) {
      const further = typed && typed.text !== draft.text; // Typed while it was being written.
      app.memory.put(`file:${key}`, further ? { text: typed.text, version: written.version, base: written.text } : null);
      this.problems = undefined;
    } else if (refusal.code !== "conflict") {
      app.toast({ text: refusal.text, hint: refusal.hint, severity: "error" });
    }
  }

  private drop = (): void => {
    const { key } = this;
    const dropped = this.draft.value;
    app.memory.put(`file:${key}`, null);
    this.problems = undefined;
    app.toast({ text: "What was typed is discarded.", severity: "info", action: { title: "Undo", run: () => app.memory.put(`file:${key}`, dropped) } });
  };

  async format(): Promise<void> {
    if (this.edited) {
      await this.save();
    }
    if (this.edited) {
      return; // It could not be saved, and that was told.
    }
    await change("file.format", this.key, {}, "the layout");
  }
}
