import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { type SlashCommand, slashCommands } from "./slash.ts";

const NONE = html`<li class="none" role="option" aria-selected="false">Nothing is called that.</li>`;

/** The field for a slash command with what it may be, at a line of the tree or in an empty file. Says `closed` when it is done. */
@customElement("parley-slash-menu")
export class SlashMenu extends LitElement {
  static override styles = [controls, css`
    :host { display: block; position: relative; }
    .field { width: 100%; border-color: var(--accent); font-family: var(--mono); }
    ul {
      position: fixed; inset: auto; width: 300px; margin: 0; color: var(--ink); padding: 4px; list-style: none;
      border: var(--line) solid var(--line-strong); border-radius: 8px; background: var(--bg); box-shadow: var(--shadow);
    }
    li {
      display: grid; grid-template-columns: 18px 1fr auto; gap: 0 8px; align-items: center; padding: 5px 8px;
      border-radius: 4px; font-size: var(--t-s); cursor: pointer;
    }
    li[aria-selected="true"] { background: var(--accent-soft); }
    li span { white-space: nowrap; }
    li .icon { color: var(--ink-3); }
    small { grid-column: 2 / 4; color: var(--ink-3); font-size: var(--t-xs); }
    .none { padding: 8px; color: var(--ink-3); font-size: var(--t-s); }
  `];

  /** In which something is made. */
  @property() folder = "";
  @state() private typed = "/";
  @state() private at = 0;

  override firstUpdated(): void {
    const input = this.renderRoot.querySelector("input")!;
    input.focus();
    input.setSelectionRange(1, 1);
    this.place(input.getBoundingClientRect());
  }

  /** In the top layer, below the field or above it: a narrow tree does not cut it. */
  private place(field: DOMRect): void {
    const list = this.renderRoot.querySelector("ul")!;
    list.showPopover();
    const { height } = list.getBoundingClientRect();
    const top = field.bottom + 4 + height > innerHeight - 8 ? Math.max(8, field.top - height - 4) : field.bottom + 4;
    list.style.setProperty("left", `${field.left}px`);
    list.style.setProperty("top", `${top}px`);
  }

  override render() {
    const found = slashCommands(this.typed);
    return html`
      <input class="field" role="combobox" aria-label="What to make" aria-expanded="true" aria-controls="commands"
        aria-activedescendant="c${this.at}" autocomplete="off" spellcheck="false"
        .value=${this.typed} @input=${this.input} @keydown=${this.key} @blur=${this.end}>
      <ul id="commands" popover="manual" role="listbox" aria-label="Things to make">
        ${found.length === 0 ? NONE : found.map(({ command }, index) => this.choice(command, index))}
      </ul>`;
  }

  private choice({ name, title, docs, icon: sign }: SlashCommand, index: number) {
    return html`<li id="c${index}" role="option" aria-selected=${index === this.at}
        @mousemove=${() => (this.at = index)} @mousedown=${(event: Event) => this.choose(event, index)}>
      ${icon(sign)}<span>${title}</span><kbd>/${name}</kbd><small>${docs}</small></li>`;
  }

  private input(event: InputEvent): void {
    this.typed = (event.target as HTMLInputElement).value;
    this.at = 0;
    if (!this.typed.startsWith("/")) {
      this.end();
    }
  }

  private key(event: KeyboardEvent): void {
    event.stopPropagation();
    const { length } = slashCommands(this.typed);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.at = (this.at + (event.key === "ArrowDown" ? 1 : -1) + length) % Math.max(1, length);
      event.preventDefault();
    } else if (event.key === "Enter" || event.key === "Tab") {
      this.choose(event, this.at);
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.end();
    }
  }

  private choose(event: Event, index: number): void {
    event.preventDefault();
    const chosen = slashCommands(this.typed)[index];
    if (chosen) {
      this.end();
      chosen.command.run(this.folder, chosen.rest);
    }
  }

  private end(): void {
    this.dispatchEvent(new Event("closed"));
  }
}
