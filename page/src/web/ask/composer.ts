import { html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Draft, Key, Preview, Talk } from "../api.ts";
import * as json from "../code/json-format.ts";
import * as xml from "../code/xml-format.ts";
import { Refused } from "../server.ts";
import { register } from "../state/actions.ts";
import { app } from "../state/app.ts";
import { reveal } from "../state/reveal.ts";
import { Watch } from "../state/store.ts";
import { size } from "../state/words.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { composerStyles } from "./composer-styles.ts";
import { idOf, type MessageTab, messageTabs, shownTab, type as typeInto } from "./drafts.ts";
import { ensureOpen } from "./edits.ts";
import { Follow } from "./follow.ts";
import { keep, keptOf } from "./kept.ts";
import { known } from "./known.ts";
import "./connection-chooser.ts";
import "./message-body.ts";
import type { MessageBody } from "./message-body.ts";
import "./message-preview.ts";
import "./message-tabs.ts";
import type { TabWish } from "./message-tabs.ts";
import { grant, save } from "./message-wishes.ts";
import "./sender.ts";
import { chosenConnection, send, sendAgain } from "./sending.ts";

const PAUSE = 180;
let shown: Composer | undefined;

register(
  { id: "send", title: "Send the message", group: "Message", local: "Ctrl+Enter", when: () => shown !== undefined, run: () => void shown!.send() },
  { id: "send-again", title: "Send the last message again", group: "Message", keys: ["Ctrl+Shift+Enter"], when: () => shown !== undefined, run: () => void sendAgain(shown!.key) },
  { id: "new-message", title: "New message", group: "Message", when: () => shown !== undefined, run: () => shown!.wish({ wish: "add" }) },
  { id: "save-message", title: "Save the message", group: "Message", keys: ["Ctrl+S"], when: () => shown?.current.edited ?? false, run: () => void shown!.save() },
  { id: "format-message", title: "Format the message", group: "Message", local: "Alt+Shift+F", when: () => shown !== undefined, run: () => shown!.lay("format") },
  { id: "minify-message", title: "Minify the message", group: "Message", when: () => shown !== undefined, run: () => shown!.lay("minify") },
  { id: "message", title: "Go to the message", group: "Message", keys: ["Ctrl+M"], when: () => shown !== undefined, run: () => shown!.write() },
);

/** Writes, previews and sends messages. */
@customElement("parley-composer")
export class Composer extends LitElement {
  static override styles = [controls, composerStyles];

  @property() key: Key = "";
  @state() private preview: Preview | undefined;
  @query("parley-message-body") private readonly body!: MessageBody | null;
  private readonly following = new Follow(this);
  private looking = 0;
  private looked: unknown[] = [];

  constructor() {
    super();
    new Watch(this, [app.files, app.talks, app.connected, reveal]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    shown = this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    shown = shown === this ? undefined : shown;
    clearTimeout(this.looking);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key")) {
      this.preview = undefined;
      this.following.to(keptOf(this.key), known.of(this.key), previewing);
    }
    ensureOpen(this.key);
  }

  protected override updated(): void {
    const wanted = reveal.value;
    const messages = app.files.value.get(this.key)?.model?.messages;
    if (wanted?.kind === "message" && wanted.key === this.key && messages) {
      reveal.set(undefined);
      const message = messages[wanted.index];
      if (message) {
        this.wish({ wish: "show", id: idOf(messages, message) });
      }
    }
    this.look();
  }

  private get tabs(): MessageTab[] {
    return messageTabs(app.files.value.get(this.key)?.model?.messages ?? [], keptOf(this.key).value);
  }

  get current(): MessageTab {
    return shownTab(this.tabs, keptOf(this.key).value);
  }

  override render() {
    if (this.key && !app.files.value.has(this.key)) {
      return html`<div class="empty"></div>`;
    }
    const { tabs, current, preview } = this;
    const talk = app.talks.value.get(this.key);
    return html`
      <parley-message-tabs .tabs=${tabs} .shown=${current.id} @wish=${(event: CustomEvent<TabWish>) => this.wish(event.detail)}></parley-message-tabs>
      ${this.repeating(talk)}${this.tools(current, preview)}
      <parley-message-body .key=${this.key} .subject=${current.id} .draft=${current.draft} @keydown=${this.pressed}
        @draft=${(event: CustomEvent<Draft>) => this.type(event.detail)} @submit=${() => void this.send()}></parley-message-body>
      ${previewing.value ? html`<parley-message-preview .preview=${preview}></parley-message-preview>` : ""}
      <parley-sender .key=${this.key} .draft=${current.draft} .name=${current.title} @draft=${(event: CustomEvent<Draft>) => this.type(event.detail)}></parley-sender>`;
  }

  private repeating(talk: Talk | undefined) {
    const one = talk?.repeating;
    return one ? html`<div class="repeating" role="status"><span class="dot connected"></span><span class="grow">Sending ${one.name || "the message"} every ${one.every / 1000} s, ${one.sent} sent</span>
      <button class="button" @click=${() => void app.try(app.server.call("talk.repeat.stop", { key: this.key }))}>${icon("stop", 12)} Stop</button></div>` : "";
  }

  private tools(tab: MessageTab, preview: Preview | undefined) {
    const { kind } = tab.draft;
    const wrong = tab.draft.content.trim() === "" ? undefined : preview?.problems[0]; // Nothing is wrong with what is not written yet.
    const binary = kind === "hex" || kind === "base64" || kind === "file";
    return html`<div class="tools">
      ${binary ? html`<span class="segments" role="group" aria-label="Binary">${(["hex", "base64", "file"] as const).map((one) => html`<button aria-pressed=${kind === one} @click=${() => this.kind(one)}>${one}</button>`)}</span>` : ""}
      ${kind === "json" || kind === "xml" ? html`<button class="plain" @click=${() => this.lay("format")}>Format</button>${tab.draft.tree
        ? html`<button class="plain" aria-pressed="true" title="Goes out without spaces and line ends, and stands in the file as YAML. Press to send it as it is typed." @click=${() => this.type(asTyped(tab.draft))}>Compact</button>`
        : html`<button class="plain" @click=${() => this.lay("minify")}>Minify</button>`}` : ""}
      <span class="grow"></span><parley-connection-chooser .key=${this.key}></parley-connection-chooser>
      ${tab.edited && tab.draft.content ? html`<button class="plain" title="Save the message in the file (Ctrl+S)" @click=${() => void this.save()}>Save</button>` : ""}
      <button class="plain size ${wrong ? "error" : ""}" aria-pressed=${previewing.value} title=${wrong?.text ?? "Show what will be sent, byte for byte"} @click=${() => app.memory.put("preview", !previewing.value)}>
        ${wrong ? icon("warning", 12) : ""}${preview ? size(preview.size) : "0 B"} ${icon(previewing.value ? "down" : "eye", 12)}</button></div>`;
  }

  type(draft: Draft): void {
    keep(this.key, (kept) => typeInto(kept, this.current.id, draft));
  }

  private kind(kind: Draft["kind"]): void {
    this.type({ ...this.current.draft, kind });
  }

  wish(wish: TabWish): void {
    void grant(this.key, this.tabs, wish);
    if (wish.wish === "add") {
      void this.updateComplete.then(() => this.write());
    }
  }

  save(): Promise<void> {
    return save(this.key, this.current, this.current.draft.name);
  }

  send(): Promise<void> {
    const { current } = this;
    return send(this.key, { ...current.draft, name: current.draft.name ?? (current.index === undefined ? undefined : current.title) });
  }

  /** Puts the cursor into the message. */
  write(): void {
    this.body?.focus();
  }

  /** Lays the message out anew; numbers, texts and variables stay as they are written. */
  lay(how: "format" | "minify"): void {
    const { kind, content } = this.current.draft;
    try {
      this.body?.replace((kind === "xml" ? xml : json)[how](content) + /\s*$/.exec(content)![0]);
    } catch (why) {
      app.toast({ text: `The message is left as it is. ${(why as Error).message}`, severity: "warning" });
    }
  }

  private pressed = (event: KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && key === "s") {
      event.preventDefault();
      void this.save();
    } else if (event.altKey && event.shiftKey && key === "f") {
      event.preventDefault();
      event.stopPropagation();
      this.lay("format");
    } else if ((event.ctrlKey || event.metaKey) && event.shiftKey && key === "enter") {
      event.preventDefault();
      void sendAgain(this.key);
    }
  };

  /** Asks what would be sent, a moment after the last change. */
  private look(): void {
    const { key } = this;
    const { draft } = this.current;
    const connection = chosenConnection(key);
    const facts = [key, connection, draft.kind, draft.content, draft.tree, draft.as, known.of(key).value, app.connected.value];
    if (!key || facts.every((one, at) => one === this.looked[at])) {
      return;
    }
    this.looked = facts;
    clearTimeout(this.looking);
    this.looking = setTimeout(async () => {
      const preview = await app.server.call("talk.preview", { key, message: draft, ...(connection ? { connection } : {}) }).catch((why) => nothing(why));
      if (this.looked === facts) {
        this.preview = preview;
      }
    }, PAUSE) as unknown as number;
  }
}

/** JSON that goes out byte for byte as it is typed, not as the value that it is. */
function asTyped({ tree: _, ...draft }: Draft): Draft {
  return draft;
}

/** A preview that says why there is none. */
function nothing(why: unknown): Preview | undefined {
  return why instanceof Refused && why.refusal.code !== "broken"
    ? { kind: "nothing", size: 0, hex: "", truncated: false, problems: [{ text: why.refusal.text, hint: why.refusal.hint }] }
    : undefined;
}

const previewing = app.memory.at<boolean>("preview", false);
