import { css } from "lit";

/** Tables of names and values that are edited in place. */
export const sheetStyles = css`
  .sheet { border: var(--line) solid var(--line-c); border-radius: 8px; overflow: hidden; }
  .line {
    display: grid; grid-template-columns: minmax(120px, 32%) minmax(0, 1fr) auto; align-items: center;
    border-bottom: var(--line) solid var(--line-c); min-height: 32px;
  }
  .line:last-child { border-bottom: 0; }
  .line > * { min-width: 0; }
  .line input {
    width: 100%; height: 31px; padding: 0 12px; border: 0; background: none; font: var(--t-s) var(--mono); border-radius: 0;
  }
  .line input:focus { outline: 2px solid var(--accent); outline-offset: -2px; background: var(--bg); }
  .line input:not(:focus):hover { background: var(--bg-2); }
  .line > :nth-child(2) { border-left: var(--line) solid var(--line-c); }
  .line input::placeholder { color: var(--ink-3); font-family: var(--font); }
  .does { display: flex; align-items: center; gap: 2px; padding: 0 6px; }
  .inherited .does .plain { color: var(--accent); }
  .does .plain { height: 24px; min-width: 24px; display: grid; place-items: center; }
  .inherited { background: var(--bg-2); color: var(--ink-3); font: var(--t-s) var(--mono); }
  .inherited > span {
    padding: 5px 12px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; line-height: 21px;
    align-self: stretch;
  }
  .inherited .from { font: var(--t-xs) var(--font); }
  .off, .hidden { text-decoration: line-through; }
  .masked { letter-spacing: 1px; }
`;
