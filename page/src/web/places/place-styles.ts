import { css } from "lit";

/** What the places beside conversations share: a heading with what can be done, and lists. */
export const placeStyles = css`
  :host { display: flex; flex-direction: column; height: 100%; min-height: 0; min-width: 0; background: var(--bg); }
  .head {
    display: flex; align-items: center; gap: 8px; min-height: 52px; padding: 8px 14px;
    border-bottom: var(--line) solid var(--line-c); flex: none;
  }
  .head h1 { margin: 0; font-size: var(--t-l); font-weight: 600; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .head .sub {
    color: var(--ink-3); font-size: var(--t-s); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; min-width: 0;
  }
  .body { flex: 1; min-height: 0; overflow: auto; scrollbar-width: thin; scrollbar-color: var(--line-strong) transparent; }
  h2 { margin: 0; font-size: var(--t-xs); font-weight: 600; color: var(--ink-3); text-transform: uppercase; letter-spacing: .6px; }
  .tell {
    display: grid; gap: 6px; place-content: center; justify-items: center; height: 100%; padding: 32px; text-align: center;
    color: var(--ink-3);
  }
  .tell b { color: var(--ink-2); font-weight: 600; font-size: var(--t-l); }
  .tell p { margin: 0; max-width: 420px; }
  .pass { color: var(--ok); }
  .bad { color: var(--bad); }
  .warn { color: var(--warn); }
`;
