import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Draft, Key, MessageKind } from "../api.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { icon } from "../ui/icons.ts";
import { type MenuEntry, openMenu } from "../ui/menu.ts";
import { controls } from "../ui/styles.ts";
import { send, sendAgain, sendEvery } from "./sending.ts";

const SHOWN: [MessageKind, string][] = [["json", "JSON"], ["text", "Text"], ["xml", "XML"], ["hex", "Binary"]];
const MORE: [MessageKind, string][] = [["ping", "Ping"], ["close", "Close"]];
const KINDS = [...SHOWN, ...MORE];

/** The foot of the composer: the kind of the message, where it goes, and what sends it. */
@customElement("parley-sender")
export class Sender extends LitElement {
  static override styles = [controls, css`
    :host { display: block; flex: none; container-type: inline-size; }
    .send { border-radius: var(--radius) 0 0 var(--radius); }
    .arrow {
      border-radius: 0 var(--radius) var(--radius) 0; padding: 0 5px; margin-left: -7px;
      border-left-color: color-mix(in srgb, var(--accent-ink) 30%, var(--accent));
    }
    .segments { flex: none; }
    .segments > button { display: inline-flex; align-items: center; min-height: 24px; }
    .on { background: var(--bg-3); color: var(--ink); }
    .compact { display: none; gap: 6px; }
    @container (max-width: 359px) { .segments { display: none; } .compact { display: inline-flex; } }
    @container (max-width: 430px) { .tight kbd { display: none; } }
  `];

  @property() key: Key = "";
  @property() name = "";
  @property({ attribute: false }) draft: Draft = { kind: "json", content: "" };

  constructor() {
    super();
    new Watch(this, [app.talks, app.files, app.connected]);
  }

  override render() {
    const { kind } = this.draft;
    const group = kind === "base64" || kind === "file" ? "hex" : kind;
    const other = MORE.find(([one]) => one === kind)?.[1] ?? (kind === "frame" || kind === "bytes" ? kind : undefined);
    return html`<div class="foot ${other ? "tight" : ""}">
      <span class="segments" role="radiogroup" aria-label="Kind of the message">${SHOWN.map(([one, title]) => html`<button role="radio" aria-checked=${group === one} @click=${() => this.kind(one)}>${title}</button>`)}
        <button class=${other ? "on" : ""} aria-haspopup="menu" aria-label=${other ? `Kind: ${other}` : "Ping and close"} title="Ping and close" @click=${this.others}>${other ?? icon("more", 12)}</button></span>
      <button class="button compact" aria-haspopup="menu" aria-label="Kind of the message: ${KINDS.find(([one]) => one === group)?.[1] ?? kind}" @click=${this.all}>${KINDS.find(([one]) => one === group)?.[1] ?? kind} ${icon("down", 10)}</button>
      <span class="grow"></span>
      <button class="button primary send" ?disabled=${!app.connected.value} title="Send (Ctrl+Enter); connects first where needed" @click=${() => void this.go()}>Send <kbd>Ctrl ↵</kbd></button>
      <button class="button primary arrow" aria-haspopup="menu" aria-label="More ways to send" @click=${this.more}>${icon("down", 12)}</button></div>`;
  }

  private get message(): Draft {
    return { ...this.draft, name: this.draft.name ?? this.name };
  }

  private go(): Promise<void> {
    return send(this.key, this.message);
  }

  private kind(kind: MessageKind): void {
    const same = kind === "hex" && ["base64", "file"].includes(this.draft.kind);
    if (!same) {
      this.put({ ...this.draft, kind, content: kind === "close" && !/^\d{4}/.test(this.draft.content) ? "1000" : this.draft.content });
    }
  }

  private put(draft: Draft): void {
    this.dispatchEvent(new CustomEvent("draft", { detail: draft }));
  }

  private others = (event: Event): void => this.offer(event, MORE);

  private all = (event: Event): void => this.offer(event, KINDS);

  private offer(event: Event, kinds: [MessageKind, string][]): void {
    openMenu("Kind of the message", kinds.map(([one, title]) => ({ title, checked: this.draft.kind === one, run: () => this.kind(one) })), event.currentTarget as Element);
  }

  private more = (event: Event): void => {
    const { draft } = this;
    const control = draft.kind === "ping" || draft.kind === "close";
    const every = (seconds: number): MenuEntry => ({ title: `Every ${seconds} s`, run: () => void send(this.key, this.message, seconds * 1000) });
    openMenu("More ways to send", [
      { title: "Send the last one again", key: "Ctrl+Shift+Enter", run: () => void sendAgain(this.key) },
      "line", { heading: "Again and again" }, every(1), every(5), every(20), { title: "Every…", icon: "clock", run: () => void sendEvery(this.key, this.message) },
      ...(draft.kind !== "json" ? [] : [
        "line" as const, { heading: "JSON goes out" },
        { title: "As it is typed", checked: !draft.tree, run: () => this.put(without(draft, "tree")) },
        { title: "Compact", note: "and stands in the file as YAML", checked: draft.tree === true, run: () => this.put({ ...draft, tree: true }) },
      ]),
      ...(control ? [] : [
        "line" as const, { heading: "Compression of this message" },
        { title: "As the connection says", checked: draft.compress === undefined, run: () => this.put(without(draft, "compress")) },
        { title: "Compressed", checked: draft.compress === true, run: () => this.put({ ...draft, compress: true }) },
        { title: "Not compressed", checked: draft.compress === false, run: () => this.put({ ...draft, compress: false }) },
        "line" as const, { heading: "Goes out as" },
        { title: "Its kind says", checked: draft.as === undefined, run: () => this.put(without(draft, "as")) },
        { title: "Text", checked: draft.as === "text", run: () => this.put({ ...draft, as: "text" }) },
        { title: "Binary", checked: draft.as === "binary", run: () => this.put({ ...draft, as: "binary" }) },
      ]),
    ], event.currentTarget as Element);
  };
}

function without(draft: Draft, name: "as" | "compress" | "tree"): Draft {
  const { [name]: _, ...left } = draft;
  return left;
}
