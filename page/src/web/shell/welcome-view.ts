import { css, html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";
import { create } from "../collection/tree-actions.ts";
import { allNodes } from "../collection/tree-rows.ts";
import type { NodeKind, TreeNode } from "../api.ts";
import { shown } from "../state/actions.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { openScratch } from "../state/tabs.ts";
import { count } from "../state/words.ts";
import { icon, type IconName } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { recent } from "./palette-items.ts";

const KEYS = [
  ["Ctrl+K", "Go to anything"], ["F5", "Connect"], ["F6", "Disconnect"], ["Ctrl+Enter", "Send"], ["F8", "Next environment"], ["F1", "All keys"],
] as const;

/** Where no tab is open: an address to talk to, where one left off, and, the first time, how to begin. */
@customElement("parley-welcome")
export class WelcomeView extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; height: 100%; overflow: auto; place-items: safe center; padding: 32px; }
    .page { width: min(640px, 100%); display: grid; gap: 26px; }
    h1 { margin: 0; font-size: var(--t-xl); font-weight: 600; letter-spacing: -.2px; }
    .lead { margin: 6px 0 0; color: var(--ink-2); }
    form { display: flex; gap: 8px; }
    form .field { flex: 1; height: 38px; font: var(--t-m) var(--mono); padding: 0 12px; border-color: var(--line-strong); }
    form .button.large { height: 38px; }
    h2 {
      margin: 0 0 8px; font-size: var(--t-xs); font-weight: 600; color: var(--ink-3); text-transform: uppercase;
      letter-spacing: .6px;
    }
    ul { margin: 0; padding: 0; list-style: none; border: var(--line) solid var(--line-c); border-radius: 8px; overflow: hidden; }
    li + li { border-top: var(--line) solid var(--line-c); }
    li button { display: flex; align-items: center; gap: 10px; width: 100%; padding: 9px 12px; text-align: left; }
    li button:hover { background: var(--bg-2); }
    li .icon, li .dot { flex: none; }
    li .icon { color: var(--ink-3); }
    li b { font-weight: 550; }
    li span.detail {
      flex: 1; color: var(--ink-3); font-size: var(--t-s); overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
    }
    .keys {
      display: grid; grid-template-columns: repeat(auto-fill, minmax(190px, 1fr)); gap: 6px 20px; color: var(--ink-2);
      font-size: var(--t-s);
    }
    .keys div { display: flex; justify-content: space-between; gap: 8px; }
  `];

  @state() private url = "";

  constructor() {
    super();
    new Watch(this, [app.greeting, app.tree, app.talks, recent]);
  }

  override render() {
    const conversations = allNodes(app.tree.value?.root).filter((node) => node.kind === "conversation");
    return html`<div class="page">
      ${this.heading(conversations.length)}
      <form @submit=${this.go}>
        <input class="field" name="url" aria-label="Address to talk to" placeholder="wss://…" autocomplete="off" spellcheck="false"
          .value=${this.url} @input=${(event: Event) => (this.url = (event.target as HTMLInputElement).value)}>
        <button class="button large primary" ?disabled=${!this.url.trim()}>Talk</button>
      </form>
      ${conversations.length === 0 ? this.begin() : this.offer(conversations)}
      <section>
        <h2>Keys</h2>
        <div class="keys">${KEYS.map(([key, text]) => html`<div><span>${text}</span><kbd>${shown(key)}</kbd></div>`)}</div>
      </section></div>`;
  }

  private get examples(): boolean {
    return app.greeting.value?.examples ?? false;
  }

  private heading(conversations: number) {
    const [title, lead] = conversations === 0
      ? ["Nothing here yet", "This folder holds no conversation. Type an address to try one at once, or make the first file."]
      : this.examples
      ? ["Begin with an example", "These servers run on this machine, so the first click on Connect works, also without a network."]
      : ["Pick a conversation", `${count(conversations, "conversation")} in ${app.greeting.value?.folder ?? "the folder"}.
        Or type any address to talk to it without a file.`];
    return html`<div><h1>${title}</h1><p class="lead">${lead}</p></div>`;
  }

  private begin() {
    return html`<section>
      <h2>Make</h2>
      <ul>
        ${make("conversation", "message", "New WebSocket", "One YAML file: the address, messages, and steps to test it", "/wss")}
        ${make("collection", "folder", "New collection", "A folder with environments, and what all in it inherit", "/collection")}
        ${make("mock", "mock", "New mock server", "The other side, to talk to without a network", "/mock")}
      </ul>
      <p class="muted">To look around first, run <span class="mono">parley ui</span> without a folder: it opens the examples.</p></section>`;
  }

  private offer(conversations: TreeNode[]) {
    return html`<section>
      <h2>${this.examples ? "Examples" : this.used(conversations).length ? "Recent" : "Conversations"}</h2>
      <ul>${this.offered(conversations).map((node) => this.conversation(node))}</ul></section>`;
  }

  private used(all: TreeNode[]): TreeNode[] {
    return recent.value.flatMap((id) => all.filter((node) => id === `file ${node.path}`));
  }

  private offered(all: TreeNode[]): TreeNode[] {
    const used = this.used(all);
    const talkative = [...all].sort((one, other) => (other.messages?.length ?? 0) - (one.messages?.length ?? 0));
    return this.examples ? talkative.slice(0, 7) : [...used, ...all.filter((node) => !used.includes(node))].slice(0, 7);
  }

  private conversation(node: TreeNode) {
    const talk = app.talks.value.get(node.path);
    const facts = [node.path, node.messages?.length ? count(node.messages.length, "message") : "", node.test ? "has steps" : ""];
    return html`<li><button @click=${() => app.show({ kind: "file", key: node.path })}>
      <span class="dot ${talk?.state ?? ""}"></span>
      <b>${node.name}</b>
      <span class="detail">${facts.filter((fact) => fact).join(" · ")}</span>
      ${icon("chevron", 12)}</button></li>`;
  }

  private async go(event: Event): Promise<void> {
    event.preventDefault();
    const key = await openScratch(this.url.trim());
    if (key) {
      await app.try(app.server.call("talk.connect", { key }));
    }
  }
}

function make(kind: NodeKind, sign: IconName, title: string, detail: string, slash: string) {
  return html`<li><button @click=${() => void create(kind, "")}>
    ${icon(sign)}<b>${title}</b><span class="detail">${detail}</span><kbd>${slash}</kbd></button></li>`;
}
