import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { SessionId } from "../api.ts";
import { copy } from "../ui/clipboard.ts";
import { size } from "../state/words.ts";
import { openMenu } from "../ui/menu.ts";
import { controls } from "../ui/styles.ts";
import { messageText } from "./content.ts";
import { flatten, type JsonNode, pathOf, readJson, summary, textOf } from "./json-tree.ts";
import { place } from "./place.ts";
import "./virtual-lines.ts";
import type { VirtualLines } from "./virtual-lines.ts";

/** A larger one would take the page's breath. */
const LARGEST = 4 * 1024 * 1024;
const OPEN_AT_FIRST = 200;
const PAGE = 12;
/** Longer texts are cut in the tree. */
const SHOWN = 400;

/** The values of a JSON message as a tree: their paths, and assertions from them. */
@customElement("parley-tree-view")
export class TreeView extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; grid-template-rows: minmax(0, 1fr) auto; min-height: 0; min-width: 0; }
    .space { display: grid; min-height: 0; padding-top: 6px; }
    .path {
      display: flex; align-items: center; gap: 4px; padding: 4px 8px 4px 12px; border-top: var(--line) solid var(--line-c);
      font-size: var(--t-s); min-height: 34px;
    }
    .path code {
      flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font: var(--t-s) var(--mono);
      color: var(--ink-2);
    }
    p { margin: 12px; max-width: 60ch; color: var(--ink-2); }
  `];

  @property() session: SessionId = "";
  @property({ type: Number }) position = -1;
  @property({ type: Number }) bytes = 0;
  /** Whether there is a file that assertions can go into. */
  @property({ type: Boolean }) assertable = false;
  @state() private root: JsonNode | undefined;
  @state() private fault = "";
  @state() private open: ReadonlySet<JsonNode> = new Set();
  @state() private chosen: JsonNode | undefined;
  @query("parley-virtual-lines") private readonly lines!: VirtualLines | null;
  private wantsFocus = false;
  private shown: { node: JsonNode; depth: number }[] = [];

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("session") || changed.has("position")) {
      void this.read();
    }
    this.shown = this.root ? flatten(this.root, this.open) : [];
  }

  /** Takes the focus, once there is a tree. */
  override focus(): void {
    this.wantsFocus = !this.lines;
    this.lines?.focus();
  }

  /** The way to the chosen value. */
  get path(): string | undefined {
    return this.chosen && pathOf(this.chosen);
  }

  private async read(): Promise<void> {
    const { session, position } = this;
    this.root = this.chosen = undefined;
    this.fault = this.bytes > LARGEST ? `The message has ${size(this.bytes)}; a tree is made up to ${size(LARGEST)}. The tab Message shows it whole.` : "";
    const text = this.fault ? undefined : await messageText(session, position);
    if (session !== this.session || position !== this.position || this.fault) {
      return;
    }
    if (text === undefined) {
      this.fault = "The message could not be read.";
      return;
    }
    this.take(text);
  }

  private take(text: string): void {
    try {
      const root = readJson(text);
      this.open = new Set([root, ...(root.children ?? []).slice(0, OPEN_AT_FIRST).filter((one) => (one.children?.length ?? 0) <= 20)]);
      this.root = this.chosen = root;
    } catch (why) {
      this.fault = `There is no tree of this message. ${(why as Error).message}`;
    }
  }

  override render() {
    if (this.fault) {
      return html`<p>${this.fault}</p>`;
    }
    if (!this.root) {
      return html`<div aria-busy="true"></div>`;
    }
    const at = this.shown.findIndex((one) => one.node === this.chosen);
    return html`
      <div class="space" @keydown=${this.key}>
        <parley-virtual-lines name="Values of the message" listRole="tree" .active=${at >= 0 ? `node-${at}` : ""}
          .count=${this.shown.length} .lineHeight=${22} .columns=${90} .line=${this.line}></parley-virtual-lines>
      </div>
      ${this.chosen ? this.foot(pathOf(this.chosen)) : nothing}`;
  }

  private foot(path: string) {
    return html`<div class="path">
      <code title=${path}>${path}</code>
      <button class="plain" @click=${() => this.copyPath()}>Copy path</button>
      <button class="plain" @click=${() => this.copyValue()}>Copy value</button>
      ${this.assertable ? html`<button class="plain" @click=${() => this.assert()}>Assert this value</button>` : nothing}</div>`;
  }

  override updated(): void {
    this.lines?.refresh();
    if (this.wantsFocus && this.lines) {
      void this.lines.updateComplete.then(() => this.focus());
    }
  }

  private readonly line = (index: number): TemplateResult => {
    const { node, depth } = this.shown[index] as { node: JsonNode; depth: number };
    const branch = node.children !== undefined;
    const open = this.open.has(node);
    const chosen = node === this.chosen;
    const toggle = () => branch && this.toggle(node);
    return html`<div class="node ${chosen ? "chosen" : ""}" id="node-${index}" role="treeitem" aria-level=${depth + 1}
        aria-selected=${chosen} aria-expanded=${branch ? open : nothing} ${place({ "padding-left": `${6 + depth * 16}px` })}
        @click=${() => this.choose(node)} @dblclick=${toggle} @contextmenu=${(event: MouseEvent) => this.menu(event, node)}>
      <span class="twist ${open ? "" : "shut"}" aria-hidden="true" @click=${toggle}>${branch ? "▾" : ""}</span>
      <span class=${typeof node.name === "number" ? "index" : "name"}>${node.name ?? "$"}</span>
      ${branch ? html`<span class="summary">${node.kind === "array" ? "[ ]" : "{ }"} ${summary(node)}</span>` : value(node)}
    </div>`;
  };

  private choose(node: JsonNode): void {
    this.chosen = node;
    this.lines?.reveal(this.shown.findIndex((one) => one.node === node));
  }

  private toggle(node: JsonNode): void {
    const open = new Set(this.open);
    if (!open.delete(node)) {
      open.add(node);
    }
    this.open = open;
  }

  private key(event: KeyboardEvent): void {
    const at = this.shown.findIndex((one) => one.node === this.chosen);
    const node = this.chosen;
    const go = (index: number) => this.choose((this.shown[Math.max(0, Math.min(index, this.shown.length - 1))] as { node: JsonNode }).node);
    const moves: Record<string, () => void> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(this.shown.length - 1),
      PageDown: () => go(at + PAGE),
      PageUp: () => go(at - PAGE),
      ArrowRight: () => node?.children && !this.open.has(node) ? this.toggle(node) : go(at + 1),
      ArrowLeft: () => node?.children && this.open.has(node) ? this.toggle(node) : node?.parent && this.choose(node.parent),
      Enter: () => node?.children && this.toggle(node),
      a: () => this.assertable && this.assert(),
    };
    const copies = event.key === "c" && (event.ctrlKey || event.metaKey);
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
    const act = copies ? () => this.copyValue() : plain ? moves[event.key] : undefined;
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
  }

  private menu(event: MouseEvent, node: JsonNode): void {
    event.preventDefault();
    this.chosen = node;
    openMenu("Value", [
      { title: "Copy path", icon: "copy", run: () => this.copyPath() },
      { title: "Copy value", key: "Ctrl+C", run: () => this.copyValue() },
      ...(this.assertable ? ["line" as const, { title: "Make an assertion from this value", icon: "check" as const, key: "A", run: () => this.assert() }] : []),
    ], { x: event.clientX, y: event.clientY });
  }

  private copyPath(): void {
    void (this.chosen && copy(pathOf(this.chosen), "Path"));
  }

  private copyValue(): void {
    const node = this.chosen;
    void (node && copy(node.kind === "string" ? node.text : textOf(node), "Value"));
  }

  /** Asks for an assertion from the chosen value. */
  assert(): void {
    if (this.chosen) {
      this.dispatchEvent(new CustomEvent("assert", { detail: pathOf(this.chosen), bubbles: true, composed: true }));
    }
  }
}

function value({ kind, text }: JsonNode): TemplateResult {
  const look = kind === "string" ? "str" : kind === "number" ? "num" : "lit";
  return html`<span class="value ${look}">${kind === "string" ? JSON.stringify(text.slice(0, SHOWN)) : text}</span>`;
}
