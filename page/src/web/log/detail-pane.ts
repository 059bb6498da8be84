import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Advice, BodyForm, EntryDetail, Key, LogRow, SessionId, Talk } from "../api.ts";
import { runSteps } from "../ask/conversation-actions.ts";
import { app, put } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { millis, number } from "../state/words.ts";
import { openMenu } from "../ui/menu.ts";
import { controls } from "../ui/styles.ts";
import "./advice-cards.ts";
import "./body-view.ts";
import { copyMessage, saveMessage } from "./content.ts";
import { type Detailed, hold, release } from "./detail-keys.ts";
import { detailStyles } from "./detail-styles.ts";
import "./frames-view.ts";
import "./handshake-view.ts";
import "./hex-view.ts";
import { assertValue, sendAgain, useAsMessage } from "./message-deeds.ts";
import { place } from "./place.ts";
import "./results-view.ts";
import "./tree-view.ts";
import type { TreeView } from "./tree-view.ts";

type Tab = "message" | "tree" | "frames" | "hex" | "handshake" | "results";
const TABS: [Tab, string][] = [["message", "Message"], ["tree", "Tree"], ["frames", "Frames"], ["hex", "Hex"], ["handshake", "Handshake"], ["results", "Results"]];
const FORMS: Record<BodyForm, string> = { pretty: "Pretty", text: "As sent", visible: "Visible", hex: "Hex", base64: "Base64", decoded: "Decoded" };
const OF_ATTEMPT = ["opened", "refused", "failed", "phase", "tried", "secured", "request", "response"];

/** All about one row: the message, its frames, the handshake, the results of steps. */
@customElement("parley-detail-pane")
export class DetailPane extends LitElement implements Detailed {
  static override styles = [controls, detailStyles];

  /** Of the conversation that it belongs to; empty for a session of history. */
  @property() key: Key = "";
  /** The history session whose rows it shows; empty before the first. */
  @property() session: SessionId = "";

  @state() private detail: EntryDetail | undefined;
  /** How high the lines of the message are. */
  @state() private content = "1fr";
  @state() private form: BodyForm | undefined;
  /** The tab that was chosen for this very row, whatever suits others. */
  @state() private chosenTab: Tab | undefined;
  @query("parley-tree-view") private readonly tree!: TreeView | null;
  private readonly tab = app.memory.at<string>("detail.tab", "message");
  private readonly wrap = app.memory.at<boolean>("detail.wrap", false);
  private asked = "";

  constructor() {
    super();
    new Watch(this, [app.talks, app.chosen, this.tab, this.wrap, app.connected]);
    this.addEventListener("focusin", () => hold(this));
    this.addEventListener("assert", (event) => void this.assert((event as CustomEvent<string>).detail));
    this.addEventListener("run", () => void runSteps(this.key));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    hold(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    release(this);
  }

  private get talk(): Talk | undefined {
    return this.key ? app.talks.value.get(this.key) : undefined;
  }

  /** The chosen row; else, where connecting failed, the row that tells why. */
  private get position(): number {
    const { talk } = this;
    const failed = talk && ["refused", "failed"].includes(talk.state) ? talk.connections[0]?.handshake : undefined;
    return app.chosen.value.get(this.session) ?? failed ?? -1;
  }

  get message(): boolean {
    return this.detail !== undefined && this.detail.row.p === this.position && ["text", "binary", "ping", "pong", "unsent"].includes(this.detail.row.k);
  }

  override willUpdate(): void {
    const wanted = `${this.session}/${this.position}/${app.connected.value}`;
    if (wanted !== this.asked) {
      this.asked = wanted;
      void this.read(wanted);
    }
  }

  private async read(wanted: string): Promise<void> {
    const { session, position } = this;
    if (position < 0 || !app.connected.value) {
      this.detail = position < 0 ? undefined : this.detail;
      return;
    }
    const detail = await app.try(app.server.call("log.entry", { session, position }));
    if (wanted === this.asked) {
      this.chosenTab = this.detail && detail && this.detail.row.k === detail.row.k ? this.chosenTab : undefined;
      this.detail = detail;
    }
  }

  private get shownTab(): Tab {
    const { detail, talk } = this;
    const kept = this.chosenTab ?? this.tab.value as Tab;
    const tab = kept === "results" && !this.live ? "message" : kept;
    if (!detail) {
      return tab === "handshake" || tab === "results" ? tab : talk?.results?.length && !this.chosenTab ? "results" : "message";
    }
    if (this.chosenTab === undefined && OF_ATTEMPT.includes(detail.row.k)) {
      return "handshake";
    }
    return tab === "tree" && detail.language !== "json" ? "message" : this.chosenTab === undefined && tab === "handshake" ? "message" : tab;
  }

  /** Of a session of history, the results stand with the run that it belongs to. */
  private get tabs(): typeof TABS {
    return this.live ? TABS : TABS.filter(([tab]) => tab !== "results");
  }

  override render() {
    const tab = this.shownTab;
    const { detail } = this;
    const title = TABS.find(([one]) => one === tab)?.[1] ?? "";
    return html`
      <div class="tabs">
        <div class="subtabs" role="tablist" aria-label="Detail" @keydown=${this.tabKey}>
          ${this.tabs.map(([one, title]) => this.tabButton(one, title, one === tab))}
        </div>
        ${tab === "message" && detail && detail.forms.length > 0 ? this.forms(detail) : nothing}
      </div>
      <div class="body ${detail && tab === "message" ? "two" : ""}" role="tabpanel" aria-label=${title} ${place({ "--content": this.content })}
        @lines=${(event: CustomEvent<number>) => (this.content = `${19 * event.detail + 24}px`)}>${this.panel(tab)}</div>
      ${detail && this.message ? this.foot(detail.row) : nothing}`;
  }

  private tabButton(tab: Tab, title: string, shown: boolean): TemplateResult {
    const number = tab === "frames" ? this.detail?.frames.length : tab === "results" ? this.talk?.results?.length : 0;
    const noTree = tab === "tree" && this.detail !== undefined && this.detail.language !== "json";
    return html`<button role="tab" aria-selected=${shown} tabindex=${shown ? 0 : -1} data-tab=${tab} ?disabled=${noTree}
      @click=${() => this.show(tab)}>${title}${number ? html`<em>${number}</em>` : nothing}</button>`;
  }

  private forms(detail: EntryDetail): TemplateResult {
    const forms = detail.forms.filter((one) => one !== "hex");
    return html`<div class="forms">
      ${forms.length > 1 ? this.formChoice(forms) : nothing}
      <button class="plain wrap" aria-pressed=${this.wrap.value} title="Wrap long lines"
        @click=${() => app.memory.put("detail.wrap", !this.wrap.value)}>Wrap</button></div>`;
  }

  /** As a menu where there is little room. */
  private formChoice(forms: BodyForm[]): TemplateResult {
    const choose = (event: Event): void => {
      const entries = forms.map((form) => ({ title: FORMS[form], checked: form === this.shownForm, run: () => (this.form = form) }));
      openMenu("Form", entries, event.currentTarget as Element);
    };
    return html`
      <button class="plain choice" aria-haspopup="menu" aria-label="Form" @click=${choose}>${FORMS[this.shownForm]} ▾</button>
      <div class="segments" role="radiogroup" aria-label="Form">${forms.map((form) => html`
        <button role="radio" aria-checked=${form === this.shownForm} @click=${() => (this.form = form)}>${FORMS[form]}</button>`)}</div>`;
  }

  private get shownForm(): BodyForm {
    const forms = this.detail?.forms ?? [];
    return this.form && forms.includes(this.form) ? this.form : forms[0] ?? "text";
  }

  private panel(tab: Tab): TemplateResult | typeof nothing {
    const { detail, session } = this;
    if (tab === "results") {
      return this.results();
    }
    if (tab === "handshake") {
      const position = detail?.row.p ?? this.talk?.connections[0]?.handshake ?? -1;
      return html`<parley-handshake-view .key=${this.key} .session=${session} .position=${session ? position : -1}></parley-handshake-view>`;
    }
    if (!detail) {
      return this.position >= 0 ? nothing : this.hint();
    }
    const { row } = detail;
    switch (tab) {
      case "tree":
        return html`<parley-tree-view .session=${session} .position=${row.p} .bytes=${row.s} .assertable=${this.assertable}></parley-tree-view>`;
      case "frames":
        return html`<parley-frames-view .frames=${detail.frames} .row=${row}></parley-frames-view>`;
      case "hex":
        return detail.forms.length > 0 ? this.hex(row) : NO_BYTES;
      case "message":
        return html`<div class="main">${detail.forms.length > 0 ? this.payload(detail) : told(detail)}</div>${this.side(detail)}`;
    }
  }

  private results(): TemplateResult {
    const { key, session, talk } = this;
    const steps = app.files.value.get(key)?.model?.steps.length ?? talk?.results?.length ?? 0;
    return html`<parley-results-view .session=${session} .results=${talk?.results ?? []} .outcome=${talk?.outcome}
      .running=${talk?.running ?? false} .runnable=${this.live && steps > 0}></parley-results-view>`;
  }

  private hex(row: LogRow): TemplateResult {
    return html`<parley-hex-view .session=${this.session} .position=${row.p}></parley-hex-view>`;
  }

  private payload(detail: EntryDetail): TemplateResult {
    const form = this.shownForm;
    return form === "hex" ? this.hex(detail.row) : html`<parley-body-view .session=${this.session} .position=${detail.row.p}
      .form=${form} .language=${detail.language} .wrap=${this.wrap.value}></parley-body-view>`;
  }

  private side(detail: EntryDetail): TemplateResult {
    const { row, text, facts, forms, sent } = detail;
    const ofTalk = this.live && !app.chosen.value.has(this.session) ? this.talk?.advice ?? [] : [];
    const advice = [...detail.advice, ...ofTalk];
    return html`<aside class="side" aria-label="Facts" tabindex="0">
      <dl>
        ${facts.map((one) => html`<div><dt>${one.name}</dt><dd>${one.value}</dd></div>`)}
        ${sent ? this.afterSend(row, sent) : nothing}
      </dl>
      ${forms.length > 0 && text ? html`<p class="told ${row.k === "unsent" ? "bad" : ""}">${text}</p>` : nothing}
      ${advice.length > 0 ? this.cards(advice) : nothing}</aside>`;
  }

  private cards(all: Advice[]): TemplateResult {
    return html`<parley-advice-cards class="cards" .all=${all} .key=${this.key}></parley-advice-cards>`;
  }

  private afterSend(row: LogRow, sent: LogRow): TemplateResult {
    return html`<div><dt>After send</dt><dd>${millis((row.t - sent.t) / 1000)}
      <button class="to" title=${sent.x} @click=${() => put(app.chosen, this.session, sent.p)}>row ${number(sent.p + 1)}</button></dd></div>`;
  }

  private hint(): TemplateResult {
    const advice = this.talk?.advice ?? [];
    return advice.length > 0 ? this.cards(advice) : HINT;
  }

  private foot({ d, p }: LogRow): TemplateResult {
    return html`<div class="foot">
      <button class="button" @click=${() => this.copy()}>Copy</button>
      <button class="button" @click=${() => this.save()}>Save as <kbd class="less">F9</kbd></button>
      ${this.assertable ? html`<button class="button" title="Make a check of the steps from a value of this message"
        @click=${() => this.chooseValue()}>Assert…</button>` : nothing}
      <span class="grow"></span>
      ${this.live && d === "out" ? html`<button class="button less"
        @click=${() => void sendAgain(this.key, this.session, p)}>Send again</button>` : nothing}
      ${this.live ? html`<button class="button" title="Put it into the composer as a saved message"
        @click=${() => this.use()}>Use as message</button>` : nothing}</div>`;
  }

  private get assertable(): boolean {
    return this.key !== "" && !this.key.startsWith("scratch:") && this.detail?.language === "json" && this.detail.row.d === "in";
  }

  private show(tab: Tab): void {
    this.chosenTab = tab;
    app.memory.put("detail.tab", tab);
  }

  private tabKey(event: KeyboardEvent): void {
    const tabs = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('[role="tab"]:not(:disabled)')];
    const at = tabs.indexOf((this.renderRoot as ShadowRoot).activeElement as HTMLButtonElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = to === undefined || event.altKey || event.ctrlKey ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (tab) {
      event.preventDefault();
      tab.focus();
      this.show(tab.dataset["tab"] as Tab);
    }
  }

  // ---- deeds

  copy(): void {
    const row = this.detail?.row;
    void (row && copyMessage(this.session, row.p, row.s));
  }

  save(): void {
    const row = this.detail?.row;
    void (row && saveMessage(this.session, row.p));
  }

  use(): void {
    const row = this.detail?.row;
    void (row && useAsMessage(this.key, this.session, row.p));
  }

  turnToRow(): void {
    if (this.shownTab === "results") {
      this.show("message");
    }
  }

  get live(): boolean {
    return this.key !== "";
  }

  private async chooseValue(): Promise<void> {
    if (this.tree?.path) {
      await this.assert(this.tree.path);
      return;
    }
    this.show("tree");
    await this.updateComplete;
    this.tree?.focus();
  }

  private async assert(path: string): Promise<void> {
    const row = this.detail?.row;
    await (row && assertValue(this.key, this.session, row.p, path));
  }
}

const NO_BYTES = html`<p class="told muted">This row tells of the connection; it has no bytes of its own.</p>`;

const HINT = html`<div class="empty hint">
  <p>Choose a row to see all of it.</p>
  <p><kbd>↑</kbd> <kbd>↓</kbd> move in the log, <kbd>M</kbd> marks, <kbd>Space</kbd> picks to compare.</p></div>`;

function told({ row, text }: EntryDetail): TemplateResult {
  return html`<p class="told ${["violation", "failed", "refused"].includes(row.k) ? "bad" : ""}">${text ?? row.x}</p>`;
}
