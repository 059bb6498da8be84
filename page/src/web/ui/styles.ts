import { css } from "lit";

/** What all components share: buttons, fields, chips, tabs. */
export const controls = css`
  :host { font: var(--t-m)/1.45 var(--font); color: var(--ink); }
  :host([hidden]) { display: none; }
  *, *::before, *::after { box-sizing: border-box; }
  button, input, select, textarea { font: inherit; color: inherit; }
  button { background: none; border: 0; padding: 0; cursor: pointer; }
  button:disabled { cursor: default; opacity: .5; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: -1px; border-radius: var(--radius); }

  .button {
    display: inline-flex; align-items: center; gap: 7px; height: 26px; padding: 0 10px; white-space: nowrap;
    border: var(--line) solid var(--line-strong); border-radius: var(--radius); font-size: var(--t-s); font-weight: 550;
    background: var(--bg);
  }
  .button:hover:not(:disabled) { background: var(--bg-3); }
  .button.large { height: 34px; padding: 0 14px; font-size: var(--t-m); }
  .button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
  .button.primary:hover:not(:disabled) { background: color-mix(in srgb, var(--accent) 88%, var(--ink)); }
  .button.play { background: var(--ok); border-color: var(--ok); color: var(--bg); }
  .button.play:hover:not(:disabled) { background: color-mix(in srgb, var(--ok) 88%, var(--ink)); }
  .button.danger { color: var(--bad); }
  .plain { padding: 2px 6px; border-radius: 4px; color: var(--ink-2); }
  .plain:hover { background: var(--bg-3); color: var(--ink); }

  .field {
    height: 26px; padding: 0 8px; min-width: 0; border: var(--line) solid var(--line-c); border-radius: var(--radius);
    background: var(--bg); font-size: var(--t-s);
  }
  .field.mono { font-family: var(--mono); }
  .field::placeholder { color: var(--ink-3); }

  .segments {
    display: inline-flex; border: var(--line) solid var(--line-c); border-radius: var(--radius); overflow: hidden;
    font-size: var(--t-s);
  }
  .segments > button { padding: 3px 8px; color: var(--ink-2); }
  .segments > button[aria-pressed="true"], .segments > button[aria-checked="true"] { background: var(--bg-3); color: var(--ink); }

  .subtabs {
    display: flex; gap: 2px; padding: 6px 8px 0; box-shadow: inset 0 calc(-1 * var(--line)) var(--line-c);
    font-size: var(--t-s); white-space: nowrap; overflow-x: auto; scrollbar-width: none;
  }
  .subtabs > [role="tab"] { padding: 5px 7px 7px; border-bottom: 2px solid transparent; color: var(--ink-2); }
  .subtabs > [role="tab"][aria-selected="true"] { color: var(--ink); border-color: var(--accent); }
  .subtabs em { font-style: normal; color: var(--ink-3); font-size: var(--t-xs); margin-left: 4px; }

  .foot {
    display: flex; align-items: center; gap: 8px; height: 40px; padding: 0 10px; border-top: var(--line) solid var(--line-c);
    background: var(--bg-2); font-size: var(--t-s); color: var(--ink-2); white-space: nowrap;
  }
  .grow { flex: 1; }
  .muted { color: var(--ink-3); }
  .mono { font-family: var(--mono); }
  .error { color: var(--bad); }

  kbd {
    font: var(--t-xs) var(--mono); color: var(--ink-3); border: var(--line) solid var(--line-c); border-radius: 4px;
    padding: 0 5px; background: var(--bg-2);
  }
  .primary kbd, .play kbd { background: none; border-color: transparent; color: inherit; padding: 0; }
  .badge { font: 600 var(--t-2xs)/16px var(--mono); padding: 0 5px; border-radius: 3px; background: var(--bg-3); color: var(--ink-2); }
  .chip {
    display: inline-flex; align-items: center; gap: 6px; height: 26px; padding: 0 10px;
    border: var(--line) solid var(--line-c); border-radius: 13px; font-size: var(--t-s); color: var(--ink-2);
    background: var(--bg);
  }
  .chip:hover { background: var(--bg-3); }

  .dot { width: 8px; height: 8px; border-radius: 50%; background: var(--ink-3); flex: none; }
  .dot.connected { background: var(--ok); }
  .dot.connecting, .dot.closing { background: var(--warn); }
  .dot.failed, .dot.refused { background: var(--bad); }

  .variable { background: var(--accent-soft); color: var(--accent); border-radius: 3px; padding: 1px 3px; }
  .variable.unknown { background: var(--bad-soft); color: var(--bad); text-decoration: underline wavy; }
  mark { background: var(--mark); color: inherit; border-radius: 2px; }

  .empty {
    display: grid; place-content: center; justify-items: center; gap: 10px; height: 100%; padding: 24px; color: var(--ink-3);
    text-align: center;
  }
  .advice {
    margin: 10px 12px; border: var(--line) solid var(--line-c); border-left: 3px solid var(--warn);
    border-radius: var(--radius); padding: 9px 11px; font-size: var(--t-s); background: var(--warn-soft);
  }
  .advice.error { border-left-color: var(--bad); background: var(--bad-soft); color: var(--ink); }
  .advice b { display: block; margin-bottom: 2px; }
  .advice code {
    padding: 0 3px; border-radius: 3px; background: color-mix(in srgb, var(--ink) 8%, transparent); font: .95em var(--mono);
  }
`;
