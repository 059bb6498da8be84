import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { nodeAt } from "../collection/tree-rows.ts";
import "../places/compare-place.ts";
import "../places/environment-editor.ts";
import "../places/file-view.ts";
import "../places/history-view.ts";
import "../places/mocks-view.ts";
import "../places/pair-view.ts";
import "../places/run-view.ts";
import "../places/runs-view.ts";
import "../places/session-view.ts";
import { app, type Place } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { focused } from "../ui/menu.ts";
import { controls } from "../ui/styles.ts";
import "./conversation-view.ts";
import "./welcome-view.ts";

/** What the chosen tab shows. */
@customElement("parley-place")
export class PlaceView extends LitElement {
  static override styles = [controls, css`
    :host { display: block; height: 100%; min-height: 0; min-width: 0; }
    :host > * { height: 100%; }
  `];

  private shown = "";

  constructor() {
    super();
    new Watch(this, [app.tabs, app.shown, app.tree, app.greeting]);
  }

  /** What is typed in a field and not yet in its file goes there before another place is shown. */
  protected override willUpdate(): void {
    const shown = JSON.stringify(app.place);
    if (shown !== this.shown) {
      this.shown = shown;
      const field = (this.renderRoot as ShadowRoot | undefined)?.activeElement ? focused() : undefined;
      field?.blur();
      field?.focus();
    }
  }

  override render() {
    const { place } = app;
    if (!app.greeting.value) {
      return html`<div class="empty" role="status">Connecting to the workbench…</div>`;
    }
    return place ? keyed(keyOf(place), this.view(place)) : html`<parley-welcome></parley-welcome>`;
  }

  private view(place: Place) {
    switch (place.kind) {
      case "file": return isConversation(place.key)
        ? html`<parley-conversation-view .key=${place.key}></parley-conversation-view>` : html`<parley-file-view .key=${place.key}></parley-file-view>`;
      case "history": return html`<parley-history></parley-history>`;
      case "session": return html`<parley-session .session=${place.session}></parley-session>`;
      case "environment": return html`<parley-environment-editor .collection=${place.collection} .name=${place.name}></parley-environment-editor>`;
      case "mocks": return html`<parley-mocks></parley-mocks>`;
      case "runs": return html`<parley-runs></parley-runs>`;
      case "run": return html`<parley-run .run=${place.run}></parley-run>`;
      case "pair": return html`<parley-pair .left=${place.left} .right=${place.right}></parley-pair>`;
      case "compare": return html`<parley-compare-place .left=${place.left} .right=${place.right}></parley-compare-place>`;
    }
  }
}

/** Conversations share one view, which goes from one to the other at once; all other places are made anew. */
function keyOf(place: Place): string {
  return place.kind === "file" && isConversation(place.key) ? "conversation" : JSON.stringify(place);
}

function isConversation(key: string): boolean {
  return key.startsWith("scratch:") || (nodeAt(app.tree.value?.root, key)?.kind ?? (/\.ws\.ya?ml$/.test(key) ? "conversation" : "folder")) === "conversation";
}
