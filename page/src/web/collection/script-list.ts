import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ScriptSource } from "../api.ts";
import { controls } from "../ui/styles.ts";

/** What hides in a text, or turns the order of its letters around. */
const HIDDEN = /((?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}])/u;

/** Scripts to be read before they are allowed: text and nothing else, with all that hides in it made visible. */
@customElement("parley-script-list")
export class ScriptList extends LitElement {
  static override styles = [controls, css`
    :host {
      display: block; max-height: min(52vh, 560px); overflow: auto; border: var(--line) solid var(--line-c);
      border-radius: var(--radius); background: var(--bg-2);
    }
    :host(:focus-visible) { outline: 2px solid var(--accent); outline-offset: -1px; }
    section + section { border-top: var(--line) solid var(--line-c); }
    h3 {
      position: sticky; top: 0; margin: 0; padding: 6px 12px; background: var(--bg-3); font: 550 var(--t-s)/1.5 var(--mono);
      overflow-wrap: anywhere;
    }
    h3 span { color: var(--ink-2); font-weight: 400; }
    pre {
      margin: 0; padding: 8px 12px 10px; font: var(--t-s)/1.55 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere;
      tab-size: 2;
    }
    mark { background: var(--bad-soft); color: var(--bad); }
  `];

  @property({ attribute: false }) scripts: ScriptSource[] = [];

  override render() {
    return this.scripts.map(({ path, line, file, text }) => html`<section>
      <h3>${file === undefined ? html`${marked(path)}<span>, line ${line}</span>` : html`${marked(file)}<span>, named in ${marked(path)}, line ${line}</span>`}</h3>
      <pre>${marked(text.replace(/\s+$/, ""))}</pre></section>`);
  }
}

function marked(text: string) {
  return visible(text).map((piece) => piece.hidden ? html`<mark>${piece.text}</mark>` : piece.text);
}

interface Piece { text: string; hidden: boolean }

/** A text in pieces: letters that cannot be seen are told by their numbers. */
export function visible(text: string): Piece[] {
  return text.replaceAll("\r\n", "\n").split(HIDDEN).map((part, index): Piece =>
    index % 2 === 0 ? { text: part, hidden: false } : { text: `\\u{${part.codePointAt(0)!.toString(16)}}`, hidden: true }).filter((piece) => piece.text !== "");
}
