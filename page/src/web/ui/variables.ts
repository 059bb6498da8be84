import { nothing } from "lit";
import { directive, Directive, type ElementPart, type PartInfo } from "lit/directive.js";

/** Sets variables of CSS by script: the page's policy forbids style attributes. */
class Variables extends Directive {
  constructor(info: PartInfo) {
    super(info);
  }

  override render(_all: Record<string, string | number>) {
    return nothing;
  }

  override update(part: ElementPart, [all]: [Record<string, string | number>]) {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(all)) {
      style.setProperty(name, String(value));
    }
    return nothing;
  }
}

/** `<div ${variables({ "--depth": 2 })}>` */
export const variables = directive(Variables);
