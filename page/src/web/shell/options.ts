import { css, html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Retention } from "../api.ts";
import { register } from "../state/actions.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { openDialog } from "../ui/dialog.ts";
import { controls } from "../ui/styles.ts";
import { setTheme, theme, type Theme } from "./theme.ts";
import { toggleVerification } from "./verification.ts";

const LIMITS: { name: keyof Retention; label: string; unit: string }[] = [
  { name: "days", label: "Keep sessions for", unit: "days" },
  { name: "sessions", label: "Keep at most", unit: "sessions" },
  { name: "megabytes", label: "Use at most", unit: "MB" },
];

const THEMES: [Theme, string][] = [["system", "System"], ["light", "Light"], ["dark", "Dark"]];

/** What holds for the whole workbench. */
@customElement("parley-options")
export class Options extends LitElement {
  static override styles = [controls, css`
    :host { display: block; }
    h3 { margin: 14px 0 6px; font-size: var(--t-xs); font-weight: 600; color: var(--ink-3); }
    .line { display: flex; align-items: center; gap: 10px; min-height: 34px; border-bottom: var(--line) solid var(--line-c); }
    .line > span:first-child { flex: 1; }
    .field { width: 90px; text-align: right; }
    .unit { width: 60px; color: var(--ink-3); font-size: var(--t-s); }
    .off { color: var(--bad); font-weight: 600; }
    p { color: var(--ink-3); font-size: var(--t-s); margin: 8px 0 0; }
  `];

  @state() private retention: Retention | undefined;

  constructor() {
    super();
    new Watch(this, [theme, app.verify]);
    void this.load();
  }

  private async load(): Promise<void> {
    this.retention = await app.try(app.server.call("history.retention", {}));
  }

  override render() {
    const verified = app.verify.value;
    return html`
      <h3>Look</h3>
      <div class="line">
        <span id="theme">Theme</span>
        <span class="segments" role="group" aria-labelledby="theme">${THEMES.map(([one, title]) => html`
          <button aria-pressed=${theme.value === one} @click=${() => setTheme(one)}>${title}</button>`)}</span>
      </div>
      <h3>Safety</h3>
      <div class="line">
        <span class=${verified ? "" : "off"}>TLS certificates are ${verified ? "" : "not "}verified</span>
        <button class="button" role="switch" aria-checked=${verified} @click=${toggleVerification}>${verified ? "Turn off" : "Turn on"}</button>
      </div>
      <h3>History</h3>
      ${LIMITS.map((limit) => this.line(limit))}
      <p>The oldest sessions go first. An empty field sets no limit.</p>`;
  }

  private line({ name, label, unit }: (typeof LIMITS)[number]) {
    return html`<div class="line">
      <span>${label}</span>
      <input class="field" type="number" min="1" aria-label="${label}, in ${unit}" placeholder="no limit" ?disabled=${!this.retention}
        .value=${live(String(this.retention?.[name] ?? ""))} @change=${(event: Event) => this.limit(name, event)}>
      <span class="unit">${unit}</span></div>`;
  }

  private async limit(name: keyof Retention, event: Event): Promise<void> {
    const { value } = event.target as HTMLInputElement;
    const set = { ...this.retention!, [name]: value === "" ? null : Math.max(1, Math.round(Number(value))) };
    this.retention = await app.try(app.server.call("history.retention", { set })) ?? this.retention;
    this.requestUpdate(); // What was refused is put back.
  }
}

register({
  id: "options", title: "Options", group: "View", keys: ["Ctrl+,"],
  run: () => void openDialog(() => html`<parley-dialog heading="Options"><parley-options></parley-options></parley-dialog>`),
});
