import { closeCompletion, completionStatus } from "@codemirror/autocomplete";
import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, Prec, Transaction } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import { css, LitElement, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Problem } from "../api.ts";
import { type Completes, completion, language, type Language, manyLines, singleLine, wrapping } from "./editor-parts.ts";
import type { Known } from "./templates.ts";
import { setKnown } from "./variable-marks.ts";

/**
 * Edits a text: JSON, XML, YAML or plain, of many lines or of one.
 *
 * Tells `edit` (with the text) as it is typed, `submit` on Enter in one line (and on Ctrl+Enter where it `sends`), `leave` when the focus leaves.
 */
@customElement("parley-code-editor")
export class CodeEditor extends LitElement {
  static override styles = css`
    :host { display: block; min-height: 0; min-width: 0; overflow: hidden; }
    :host([masked]) .cm-content { -webkit-text-security: disc; }
  `;

  @property() value = "";
  @property() language: Language = "text";
  /** What it edits, for those who cannot see it. */
  @property() label = "";
  @property() placeholder = "";
  @property({ type: Boolean }) single = false;
  @property({ type: Boolean }) readonly = false;
  /** Ctrl+Enter submits; else it is left to the page. */
  @property({ type: Boolean }) sends = false;
  @property({ type: Boolean }) wrap = false;
  /** Shows dots in place of what is typed. */
  @property({ type: Boolean, reflect: true }) masked = false;
  /** Another subject is another document: its undo begins anew. */
  @property() subject = "";
  @property({ attribute: false }) known: Known | undefined;
  @property({ attribute: false }) completes: Completes | undefined;
  @property({ attribute: false }) problems: Problem[] = [];

  private view: EditorView | undefined;
  private silent = false;
  private readonly parts = { language: new Compartment(), facts: new Compartment() };

  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.renderRoot as ShadowRoot;
    this.view ??= new EditorView({ state: this.fresh(), parent: root, root });
    this.requestUpdate("known");
    this.requestUpdate("problems");
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.view?.destroy();
    this.view = undefined;
  }

  override focus(): void {
    this.view?.focus();
  }

  /** Puts the cursor at a line and column, from 1, in the middle of what is seen. */
  reveal(line: number, column = 1): void {
    const view = this.view!;
    const at = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)));
    const position = Math.min(at.to, at.from + column - 1);
    view.dispatch({ selection: { anchor: position }, effects: EditorView.scrollIntoView(position, { y: "center" }) });
    view.focus();
  }

  /** Replaces the text as if it were typed, so that it can be undone. */
  replace(text: string): void {
    this.view?.dispatch({ changes: difference(this.view.state.doc.toString(), text), userEvent: "input" });
  }

  /** Puts a text where the cursor is. */
  insert(text: string): void {
    this.view?.dispatch(this.view.state.replaceSelection(text));
    this.view?.focus();
  }

  selectAll(): void {
    this.view?.dispatch({ selection: { anchor: 0, head: this.view.state.doc.length } });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const view = this.view;
    if (!view) {
      return;
    }
    if (changed.has("subject") && changed.get("subject") !== undefined || changed.has("single")) {
      view.setState(this.fresh());
    } else if (changed.has("value") && this.value !== view.state.doc.toString()) {
      this.silently({ changes: difference(view.state.doc.toString(), this.value), annotations: Transaction.addToHistory.of(false) });
    }
    if (changed.has("language")) {
      view.dispatch({ effects: this.parts.language.reconfigure(language(this.language)) });
    }
    if (changed.has("label") || changed.has("placeholder") || changed.has("readonly") || changed.has("wrap")) {
      view.dispatch({ effects: this.parts.facts.reconfigure(this.facts()) });
    }
    if (changed.has("known") || changed.has("subject")) {
      view.dispatch({ effects: setKnown.of(this.known) });
    }
    if (changed.has("problems") || changed.has("subject")) {
      view.dispatch(setDiagnostics(view.state, this.problems.map((one) => diagnostic(view.state, one))));
    }
  }

  private silently(spec: Parameters<EditorView["dispatch"]>[0]): void {
    this.silent = true;
    this.view!.dispatch(spec as never);
    this.silent = false;
  }

  private fresh(): EditorState {
    return EditorState.create({
      doc: this.value,
      extensions: [
        Prec.highest(keymap.of(this.keys())),
        this.single ? singleLine : manyLines,
        this.parts.language.of(language(this.language)),
        this.parts.facts.of(this.facts()),
        completion(() => this.completes),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !this.silent) {
            this.value = update.state.doc.toString();
            this.dispatchEvent(new CustomEvent("edit", { detail: this.value }));
          }
        }),
        EditorView.domEventHandlers({
          blur: () => this.tell("leave"),
          paste: (event) => !this.dispatchEvent(new CustomEvent("pasted", { detail: event.clipboardData?.getData("text/plain") ?? "", cancelable: true })),
        }),
      ],
    });
  }

  private keys() {
    const submit = () => {
      this.tell("submit");
      return true;
    };
    const leave = (view: EditorView) => completionStatus(view.state) === "active" ? closeCompletion(view) : false;
    return [
      { key: "Mod-Enter", run: () => this.sends && submit() },
      { key: "Escape", run: leave },
      ...(this.single ? [{ key: "Enter", run: (view: EditorView) => completionStatus(view.state) === "active" ? false : submit() }] : []),
    ];
  }

  private facts() {
    return [
      EditorView.contentAttributes.of({ "aria-label": this.label, tabindex: "0", ...(this.single ? { "aria-multiline": "false" } : {}) }),
      placeholder(this.placeholder),
      EditorState.readOnly.of(this.readonly),
      this.wrap ? wrapping : [],
    ];
  }

  private tell(what: string): void {
    this.dispatchEvent(new CustomEvent(what, { detail: this.value }));
  }
}

/** The smallest change from one text to another, so that the cursor stays where it is. */
function difference(before: string, after: string): { from: number; to: number; insert: string } {
  let from = 0;
  const most = Math.min(before.length, after.length);
  while (from < most && before[from] === after[from]) {
    from++;
  }
  let end = 0;
  while (end < most - from && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end++;
  }
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}

function diagnostic(state: EditorState, problem: Problem): Diagnostic {
  const line = state.doc.line(Math.max(1, Math.min(problem.line, state.doc.lines)));
  const from = Math.min(line.to, line.from + Math.max(0, problem.column - 1));
  return {
    from,
    to: Math.max(from, Math.min(line.to, from + Math.max(1, problem.length))),
    severity: problem.severity,
    message: problem.text + (problem.hint ? `\n${problem.hint}` : ""),
  };
}
