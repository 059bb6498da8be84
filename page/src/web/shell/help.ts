import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { type Action, actions, register, shown } from "../state/actions.ts";
import { app } from "../state/app.ts";
import { openDialog } from "../ui/dialog.ts";
import { controls } from "../ui/styles.ts";

const GROUPS = ["Conversation", "Message", "Log", "File", "Collection", "View"] as const;

const TREE: [string[], string][] = [
  [["↑", "↓", "←", "→"], "Walk through the tree"],
  [["Enter"], "Open; a message opens in the composer"],
  [["/"], "Make something: /wss, /folder, /message, /env, /mock"],
  [["F2"], "Rename"],
  [["Ctrl+D"], "Duplicate"],
  [["Delete"], "Delete; Ctrl Z brings it back"],
  [["Shift+F10"], "Menu of the line"],
];

const LOG: [string[], string][] = [
  [["↑", "↓"], "Choose a row"],
  [["Enter"], "Show the chosen row in the detail"],
  [["M"], "Count times from the chosen row"],
  [["Space"], "Pick it to compare"],
  [["Ctrl+C"], "Copy its message"],
  [["End"], "Follow the tail"],
];

const MESSAGE: [string[], string][] = [
  [["Ctrl+Enter"], "Send it"],
  [["Alt+Shift+F"], "Format it"],
  [["Escape", "Tab"], "Leave the editor"],
];

const TABLES: [string[], string][] = [
  [["Alt+↑", "Alt+↓"], "Move a row or a step"],
  [["Delete"], "Delete a step"],
];

/** All keys, by what they are for. */
@customElement("parley-key-sheet")
class KeySheet extends LitElement {
  static override styles = [controls, css`
    :host { display: block; columns: 2; column-gap: 32px; font-size: var(--t-s); }
    section { break-inside: avoid; padding-bottom: 12px; }
    h3 { margin: 6px 0 4px; font-size: var(--t-xs); font-weight: 600; color: var(--ink-3); }
    dl { margin: 0; }
    dl div { display: flex; align-items: center; gap: 6px; min-height: 24px; border-bottom: var(--line) solid var(--line-c); }
    dt { flex: 1; color: var(--ink-2); }
    dd { margin: 0; white-space: nowrap; }
    @media (max-width: 760px) { :host { columns: 1; } }
  `];

  override render() {
    return html`${GROUPS.map((group) => this.group(group, keysOf(group)))}
      ${this.group("In the message", MESSAGE)}${this.group("In tables and steps", TABLES)}${this.group("In the tree", TREE)}${this.group("In the log", LOG)}`;
  }

  private group(title: string, keys: [string[], string][]) {
    return keys.length === 0 ? "" : html`<section>
      <h3>${title}</h3>
      <dl>${keys.map(([all, text]) => html`<div><dt>${text}</dt><dd>${all.map((key) => html`<kbd>${shown(key)}</kbd> `)}</dd></div>`)}</dl></section>`;
  }
}

function keysOf(group: Action["group"]): [string[], string][] {
  return actions().flatMap(({ group: of, keys, title }) => of === group && keys?.length ? [[keys, title]] : []);
}

function help(): void {
  void openDialog(() => html`<parley-dialog class="wide" heading="Keys"><parley-key-sheet></parley-key-sheet></parley-dialog>`);
}

function about(): void {
  const greeting = app.greeting.value;
  void openDialog((close) => html`<parley-dialog heading="Parley ${greeting?.version ?? ""}">
    <p>One plain-text file describes a conversation with a WebSocket server.
      Explore it by hand here, run it as a test, put it under load, or turn it into a mock server.</p>
    <p>Free and local. Your files are in <b>${greeting?.folder ?? ""}</b>; nothing leaves this machine but what you send.</p>
    <div slot="foot"><button class="button primary" autofocus @click=${close}>Close</button></div></parley-dialog>`);
}

register(
  { id: "help", title: "Help: all keys", group: "View", keys: ["F1", "?"], run: help },
  { id: "about", title: "About Parley", group: "View", run: about },
);

export { KeySheet };
