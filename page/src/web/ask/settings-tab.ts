import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ConversationModel, Key, Setting } from "../api.ts";
import { controls } from "../ui/styles.ts";
import "./map-rows.ts";
import "./section-title.ts";
import "./settings-form.ts";

/** The settings in the order in which people ask for them; what is in none of these stands in the last. */
const PARTS: { heading: string; names: RegExp }[] = [
  { heading: "Connecting", names: /^(connect-timeout|follow-redirects|cookies|http)$/ },
  { heading: "When it is lost", names: /^reconnect/ },
  { heading: "The way there", names: /^(ip|local-address|unix-socket|resolve|tcp)/ },
  { heading: "Messages and pings", names: /^(ping|max-message|inbox|auto-pong)/ },
  { heading: "More", names: /./ },
];

/** Limits and habits of a connection. */
@customElement("parley-settings-tab")
export class SettingsTab extends LitElement {
  static override styles = [controls, css`
    :host { display: block; }
    .resolve { padding: 8px 12px 6px; font-size: var(--t-s); font-weight: 550; }
    .resolve span { display: block; color: var(--ink-3); font-size: var(--t-xs); font-weight: 400; }
  `];

  @property() key: Key = "";
  @property({ attribute: false }) settings: Setting[] = [];
  @property({ attribute: false }) resolve: ConversationModel["resolve"] = [];

  override render() {
    return parts(this.settings).map(({ heading, settings }) => html`<parley-section-title heading=${heading}></parley-section-title>
      <parley-settings-form .key=${this.key} .settings=${settings}></parley-settings-form>
      ${heading === "The way there" ? html`<div class="resolve">Resolve<span>Addresses to connect to in place of those that a name has.</span></div>
        <parley-map-rows word="address" lists .key=${this.key} .at=${["settings", "resolve"]} .rows=${this.resolve} .hints=${["chat.example:443", "127.0.0.1"]}></parley-map-rows>` : ""}`);
  }
}

/** The settings by parts, without those that are empty. */
export function parts(settings: Setting[]): { heading: string; settings: Setting[] }[] {
  const place = (setting: Setting) => PARTS.findIndex(({ names }) => names.test(setting.name));
  return PARTS.map(({ heading }, at) => ({ heading, settings: settings.filter((one) => place(one) === at) })).filter((one) => one.settings.length > 0);
}
