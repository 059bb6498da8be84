import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { app, type Toast } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { icon } from "./icons.ts";
import { controls } from "./styles.ts";

const SHORT = 5_000;
const LONG = 12_000;

/** What the user should know, at the page's lower right, for a while; a pointer or the focus on it keeps it. */
@customElement("parley-toasts")
export class Toasts extends LitElement {
  static override styles = [controls, css`
    :host { position: fixed; right: 14px; bottom: 78px; z-index: 50; }
    [role="log"] { display: flex; flex-direction: column; gap: 8px; align-items: flex-end; }
    article {
      display: flex; align-items: flex-start; gap: 10px; max-width: 440px; padding: 9px 8px 9px 12px;
      border: var(--line) solid var(--line-strong); border-left: 3px solid var(--accent); border-radius: var(--radius);
      background: var(--bg); box-shadow: var(--shadow); font-size: var(--t-s);
    }
    article.error { border-left-color: var(--bad); }
    article.warning { border-left-color: var(--warn); }
    p { margin: 0; overflow-wrap: anywhere; }
    .hint { color: var(--ink-2); }
    .action { color: var(--accent); font-weight: 600; white-space: nowrap; padding: 0 4px; }
    @media (prefers-reduced-motion: no-preference) {
      article { animation: in .14s ease-out; }
      @keyframes in { from { opacity: 0; transform: translateY(4px); } }
    }
  `];

  private readonly timers = new Map<number, number>();

  constructor() {
    super();
    new Watch(this, [app.toasts]);
  }

  protected override updated(): void {
    const shown = app.toasts.value;
    shown.filter((toast) => !this.timers.has(toast.id)).forEach((toast) => this.wait(toast));
    [...this.timers.keys()].filter((id) => !shown.some((toast) => toast.id === id)).forEach((id) => this.forget(id));
  }

  override render() {
    return html`<div role="log" aria-live="polite" aria-label="Notices">
      ${repeat(app.toasts.value, (toast) => toast.id, (toast) => this.toast(toast))}</div>`;
  }

  private toast(toast: Toast) {
    const [hold, wait] = [() => this.hold(toast), () => this.wait(toast)];
    return html`<article class=${toast.severity} @mouseenter=${hold} @mouseleave=${wait} @focusin=${hold} @focusout=${wait}>
      <div><p>${toast.text}</p>${toast.hint ? html`<p class="hint">${toast.hint}</p>` : ""}</div>
      ${toast.action ? html`<button class="action" @click=${() => this.act(toast)}>${toast.action.title}</button>` : ""}
      <button class="plain" aria-label="Dismiss" title="Dismiss" @click=${() => app.dismiss(toast.id)}>${icon("close", 12)}</button></article>`;
  }

  private act(toast: Toast): void {
    app.dismiss(toast.id);
    toast.action?.run();
  }

  private forget(id: number): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
  }

  private hold(toast: Toast): void {
    clearTimeout(this.timers.get(toast.id));
  }

  private wait(toast: Toast): void {
    if (!app.toasts.value.includes(toast)) {
      return; // A pointer that leaves it comes late.
    }
    this.hold(toast);
    const millis = toast.severity === "info" && !toast.hint && !toast.action ? SHORT : LONG;
    this.timers.set(toast.id, setTimeout(() => app.dismiss(toast.id), millis) as unknown as number);
  }
}
