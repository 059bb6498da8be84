import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Key } from "../api.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { count } from "../state/words.ts";
import { controls } from "../ui/styles.ts";
import { Follow } from "./follow.ts";
import { recordingOf, review, stopRecording } from "./recording.ts";

/** Tells that what is done becomes steps, while it does. */
@customElement("parley-recording-bar")
export class RecordingBar extends LitElement {
  static override styles = [controls, css`
    :host { display: block; flex: none; }
    div { display: flex; align-items: center; gap: 8px; padding: 5px 10px; background: var(--bad-soft); border-bottom: var(--line) solid var(--line-c); font-size: var(--t-s); }
    i { width: 9px; height: 9px; border-radius: 50%; background: var(--bad); flex: none; }
    span { flex: 1; min-width: 0; } .muted { color: var(--ink-2); }
  `];

  @property() key: Key = "";
  private readonly following = new Follow(this);

  constructor() {
    super();
    new Watch(this, [app.talks]);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key")) {
      this.following.to(recordingOf(this.key));
    }
  }

  override render() {
    const recording = this.key ? recordingOf(this.key).value : null;
    if (!recording) {
      return nothing;
    }
    const talk = app.talks.value.get(this.key);
    const rows = (talk?.rows ?? 0) - (talk?.session === recording.session ? recording.from : 0);
    const { length } = recording.expected;
    return html`<div role="status"><i></i><span><b>Recording</b> ${count(Math.max(0, rows), "row")}${length > 0 ? html`, ${count(length, "message")} expected` : html` <span class="muted">· Alt+X on a message expects it</span>`}</span>
      <button class="button" @click=${() => stopRecording(this.key)}>Discard</button>
      <button class="button" @click=${() => void review(this.key)}>Review the steps</button></div>`;
  }
}
