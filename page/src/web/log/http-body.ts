import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Body } from "../api.ts";
import { format } from "../code/json-format.ts";
import { size } from "../state/words.ts";
import { controls } from "../ui/styles.ts";
import { coloured } from "./body-view.ts";
import { httpStyles } from "./http-styles.ts";
import { type Language, tokens } from "./tokens.ts";

/** A body that came with an answer, whole. Text alone, whatever it is: a page that a stranger sent is never made live here. */
@customElement("parley-http-body")
export class HttpBody extends LitElement {
  static override styles = [controls, httpStyles];

  @property() heading = "Body";
  @property({ attribute: false }) body!: Body;

  override render() {
    const { body } = this;
    const language: Language = /json/.test(body.type) ? "json" : /html|xml/.test(body.type) ? "xml" : "text";
    const text = language === "json" ? laidOut(body.text) : body.text;
    const lines = text.split("\n").map((line, at) => html`${at > 0 ? "\n" : ""}${coloured(tokens(line, language))}`);
    return html`<section aria-label=${this.heading}>
      <h3>${this.heading}<span class="muted">${body.type || "no type"}, ${size(body.size)}</span></h3>
      <pre tabindex="0">${text === "" && body.hex !== "" ? body.hex : lines}</pre>
      ${body.end && body.end !== "content-length" ? html`<p class="note">It ended by: ${body.end}</p>` : nothing}</section>`;
  }
}

/** JSON in lines, with numbers as they are; what is no JSON stays as it is. */
export function laidOut(text: string): string {
  try {
    JSON.parse(text);
    return format(text);
  } catch {
    return text;
  }
}
