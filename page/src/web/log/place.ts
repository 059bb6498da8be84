import { noChange } from "lit";
import { Directive, directive, type ElementPart } from "lit/directive.js";

/** Styles that are computed, set as the page's policy allows: by property, not by attribute. */
class Place extends Directive {
  private last: Record<string, string> = {};

  override render(_styles: Record<string, string>): unknown {
    return noChange;
  }

  override update(part: ElementPart, [styles]: [Record<string, string>]): unknown {
    for (const [name, value] of Object.entries(styles)) {
      if (this.last[name] !== value) {
        (part.element as HTMLElement).style.setProperty(name, value);
      }
    }
    this.last = styles;
    return noChange;
  }
}

/** `<div ${place({ top: "24px" })}>`. */
export const place = directive(Place);
