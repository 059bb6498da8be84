import { svg, type TemplateResult } from "lit";

const PATHS = {
  add: "M8 3v10M3 8h10",
  ask: "M2.5 3h11M2.5 8h7M2.5 13h9",
  check: "M3 8.5 6.5 12 13 4.5",
  chevron: "M6 4l4 4-4 4",
  clock: "M8 4.5V8l2.5 1.5M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z",
  close: "M4 4l8 8M12 4l-8 8",
  copy: "M6 6h7v7H6zM10 3.5V3H3v7h.5",
  dark: "M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z",
  down: "M4 6l4 4 4-4",
  duplicate: "M6 6h7v7H6zM10 3.5V3H3v7h.5M9.5 8v3M8 9.5h3",
  environment: "M8 2.5 13.5 5 8 7.5 2.5 5zM2.5 8 8 10.5 13.5 8M2.5 11 8 13.5 13.5 11",
  eye: "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  file: "M4 2h5l3 3v9H4zM9 2v3h3",
  filter: "M1.5 3h13M4 8h8M6.5 13h3",
  folder: "M2 4h4l1.5 2H14v7H2z",
  grip: "M6 3.5h.1M10 3.5h.1M6 8h.1M10 8h.1M6 12.5h.1M10 12.5h.1",
  help: "M6 6a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.6M8 12v.2M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13z",
  light: "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7",
  lock: "M4 7h8v6.5H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2",
  menu: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
  message: "M2 3.5h12v8H7l-3 2.5v-2.5H2z",
  mock: "M2.5 3h11v4h-11zM2.5 9h11v4h-11zM5 5h.1M5 11h.1",
  more: "M3.5 8h.1M8 8h.1M12.5 8h.1",
  open: "M6 3H3v10h10v-3M9 3h4v4M13 3 7.5 8.5",
  play: "M5 3.5v9l7-4.5z",
  redo: "M10.5 3.5 13 6l-2.5 2.5M13 6H6.5a3.5 3.5 0 0 0 0 7H9",
  run: "M2.5 8h3l2-5 2.5 10 2-5h1.5",
  search: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3 14 14",
  settings: "M2.5 4.5h7M12.5 4.5h1M2.5 11.5h1M6.5 11.5h7M11 6a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM5 13a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z",
  side: "M2.5 3h11v10h-11zM6 3v10",
  stop: "M4.5 4.5h7v7h-7z",
  system: "M2 3h12v8H2zM6 14h4M8 11v3",
  trash: "M3 4.5h10M6.5 4V2.5h3V4M4.5 4.5l.5 9h6l.5-9",
  undo: "M5.5 3.5 3 6l2.5 2.5M3 6h6.5a3.5 3.5 0 0 1 0 7H7",
  unlock: "M4 7h8v6.5H4zM5.5 7V5a2.5 2.5 0 0 1 4.8-1",
  warning: "M8 2.5 14.5 13.5h-13zM8 6.5V10M8 11.8v.1",
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing of 16 by 16 in the colour of the text, unseen by screen readers. */
export function icon(name: IconName, size = 14): TemplateResult<2> {
  return svg`<svg class="icon" width=${size} height=${size} viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.4"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${PATHS[name]}></path></svg>` as TemplateResult<2>;
}
