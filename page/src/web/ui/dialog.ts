import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { keepKeys } from "../state/actions.ts";
import { icon } from "./icons.ts";
import { focused } from "./menu.ts";
import { controls } from "./styles.ts";

/** A dialog over the page: keeps the focus, Esc ends it, and the focus goes back to where it was. Its content is slotted. */
@customElement("parley-dialog")
export class Dialog extends LitElement {
  static override styles = [controls, css`
    dialog {
      display: flex; flex-direction: column; width: min(var(--dialog-width, 460px), calc(100vw - 48px));
      max-height: calc(100vh - 64px); padding: 0; border: var(--line) solid var(--line-strong); border-radius: 10px;
      background: var(--bg); color: var(--ink); box-shadow: var(--shadow);
    }
    dialog::backdrop { background: var(--shade); }
    .head { display: flex; align-items: center; gap: 8px; padding: 14px 12px 0 18px; }
    h2 { flex: 1; margin: 0; font-size: var(--t-l); font-weight: 600; }
    .body { padding: 8px 18px 16px; overflow: auto; }
    ::slotted([slot="foot"]) {
      display: flex; justify-content: flex-end; gap: 8px; padding: 10px 18px; border-top: var(--line) solid var(--line-c);
      background: var(--bg-2);
    }
  `];

  @property() heading = "";
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  private back: HTMLElement | undefined;

  override firstUpdated(): void {
    this.back = focused();
    this.dialog.showModal();
    (this.querySelector("[autofocus]") as HTMLElement | null)?.focus();
  }

  close(): void {
    this.dialog.close();
  }

  override render() {
    return html`<dialog aria-labelledby="title" @close=${this.ended} @click=${this.outside} @keydown=${keepKeys}>
      <div class="head"><h2 id="title">${this.heading}</h2>
        <button class="plain" aria-label="Close" title="Close (Esc)" @click=${this.close}>${icon("close")}</button></div>
      <div class="body"><slot></slot></div><slot name="foot"></slot></dialog>`;
  }

  private outside(event: MouseEvent): void {
    if (event.target === this.dialog) {
      this.close();
    }
  }

  private ended(): void {
    this.back?.focus();
    this.dispatchEvent(new Event("closed"));
  }
}

/** What holds a dialog while it is open. */
@customElement("parley-dialog-host")
class Host extends LitElement {
  static override styles = [controls, css`
    p { margin: 0 0 10px; color: var(--ink-2); }
    .wide { --dialog-width: 780px; }
    label { display: grid; gap: 4px; font-size: var(--t-s); color: var(--ink-2); }
    .field { height: 30px; width: 100%; font-size: var(--t-m); }
  `];

  content: (close: () => void) => TemplateResult = () => html``;

  override render() {
    return this.content(() => this.renderRoot.querySelector<Dialog>("parley-dialog")?.close());
  }
}

/** Shows a dialog until it is closed; `content` holds one `parley-dialog`. */
export function openDialog(content: (close: () => void) => TemplateResult): Promise<void> {
  const host = new Host();
  host.content = content;
  document.body.append(host);
  return new Promise((resolve) => {
    void host.updateComplete.then(() => host.renderRoot.querySelector("parley-dialog")?.addEventListener("closed", () => {
      host.remove();
      resolve();
    }));
  });
}

/** Asks whether to do what cannot be taken back. */
export async function confirm(question: { title: string; text: string; yes: string }): Promise<boolean> {
  let answer = false;
  const yes = (close: () => void) => (): void => {
    answer = true;
    close();
  };
  await openDialog((close) => html`<parley-dialog heading=${question.title}>
    <p>${question.text}</p>
    <div slot="foot">
      <button class="button" autofocus @click=${close}>Cancel</button>
      <button class="button danger" @click=${yes(close)}>${question.yes}</button>
    </div></parley-dialog>`);
  return answer;
}

/** Asks for one line of text; nothing when it was cancelled. */
export async function prompt(question: { title: string; label: string; value?: string; yes: string; text?: string }): Promise<string | undefined> {
  let answer: string | undefined;
  await openDialog((close) => {
    const done = (event: Event): void => {
      event.preventDefault();
      answer = new FormData((event.target as HTMLElement).closest("form")!).get("value") as string;
      close();
    };
    return html`<parley-dialog heading=${question.title}>${question.text ? html`<p>${question.text}</p>` : ""}
      <form id="form" @submit=${done}>
        <label>${question.label}<input class="field" name="value" autofocus required .value=${question.value ?? ""}></label>
      </form>
      <div slot="foot">
        <button class="button" @click=${close}>Cancel</button>
        <button class="button primary" form="form">${question.yes}</button>
      </div></parley-dialog>`;
  });
  return answer;
}
