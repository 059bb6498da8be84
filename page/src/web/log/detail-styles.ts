import { css } from "lit";

export const detailStyles = css`
  :host {
    display: grid; grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr); min-width: 0; min-height: 0;
    container: detail / size; background: var(--bg);
  }
  .tabs { display: flex; align-items: end; border-bottom: var(--line) solid var(--line-c); }
  .tabs .subtabs { flex: 1; box-shadow: none; min-width: 0; }
  .subtabs > [role="tab"] { border-radius: 0; }
  .forms { display: flex; align-items: center; gap: 6px; padding: 0 10px 5px 6px; }
  .forms .segments > button { padding: 1px 7px; font-size: var(--t-xs); }
  .forms .plain { font-size: var(--t-xs); }
  .choice { display: none; }
  @container detail (max-width: 700px) { .choice { display: block; } .forms .segments { display: none; } }
  .wrap[aria-pressed="true"] { background: var(--accent-soft); color: var(--accent); }
  .body { display: grid; grid-template-columns: minmax(0, 1fr); grid-template-rows: minmax(0, 1fr); min-height: 0; }
  .main { display: grid; min-width: 0; min-height: 0; }
  .side { overflow: auto; min-width: 0; }
  @container detail (min-width: 640px) {
    .body.two { grid-template-columns: minmax(0, 1fr) minmax(220px, 330px); }
    .side { border-left: var(--line) solid var(--line-c); }
  }
  @container detail (max-width: 639.9px) {
    .body.two { grid-template-rows: minmax(58px, var(--content, 1fr)) auto; align-content: start; }
    .side { max-height: 46cqh; border-top: var(--line) solid var(--line-c); }
  }
  dl {
    display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 14px; margin: 0; padding: 10px 12px;
    font-size: var(--t-s);
  }
  dt { color: var(--ink-3); text-transform: lowercase; }
  dd { margin: 0; font-family: var(--mono); overflow-wrap: anywhere; }
  dl > div { display: contents; }
  @container detail (max-width: 639.9px) and (max-height: 330px) {
    .side { max-height: 34cqh; }
    dl { display: flex; flex-wrap: wrap; gap: 0 16px; padding: 6px 12px; font-size: var(--t-xs); line-height: 19px; }
    dl > div { display: flex; gap: 6px; white-space: nowrap; }
  }
  .cards { padding: 4px 12px 12px; }
  dl + .cards { border-top: var(--line) solid var(--line-c); padding-top: 10px; }
  .to { color: var(--accent); font-family: var(--font); }
  .to:hover { text-decoration: underline; }
  .told {
    margin: 0; padding: 14px 16px; font-size: var(--t-m); line-height: 1.55; max-width: 72ch; white-space: pre-wrap;
    overflow-wrap: anywhere; overflow: auto;
  }
  .told.bad { color: var(--bad); }
  .hint { display: grid; gap: 6px; }
  .hint p { margin: 0; }
  .hint kbd { margin: 0 1px; }
  .foot { overflow: hidden; }
  @container detail (max-width: 460px) { .less { display: none; } }
`;
