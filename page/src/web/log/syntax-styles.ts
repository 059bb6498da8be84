import { css } from "lit";

/** Colours of code, and the numbers at its left. */
export const syntaxStyles = css`
  .key { color: var(--syn-key); }
  .str { color: var(--syn-str); }
  .num { color: var(--syn-num); }
  .lit { color: var(--syn-lit); }
  .pun { color: var(--syn-pun); }
  .ctl { border-radius: 3px; background: color-mix(in srgb, var(--ctl) 15%, transparent); color: var(--ctl); }
  .number {
    position: sticky; left: 0; z-index: 1; display: inline-block; width: 50px; padding-right: 14px; text-align: right;
    font-style: normal; color: var(--ink-3); background: var(--bg); user-select: none;
  }
  .fold {
    position: absolute; left: 4px; top: 0; width: 16px; color: var(--ink-3); font-size: var(--t-2xs); line-height: 19px;
    opacity: .7;
  }
  .fold:hover, .fold:focus-visible { opacity: 1; color: var(--ink); }
  .fold.closed { rotate: -90deg; opacity: 1; }
  .hidden-lines {
    margin: 0 4px; padding: 0 6px; border-radius: 3px; background: var(--bg-3); color: var(--ink-2); font-size: var(--t-xs);
    line-height: 15px;
  }
`;

/** Lines of a dump, of a tree, of a comparison. */
export const lineStyles = css`
  .offset { display: inline-block; width: 92px; padding-left: 14px; color: var(--ink-3); user-select: none; }
  .pairs { color: var(--ink); }
  .gap { display: inline-block; width: 14px; }
  .ascii { margin-left: 22px; padding-left: 14px; border-left: var(--line) solid var(--line-c); color: var(--ink-2); }

  .node { display: flex; align-items: center; height: 22px; padding-right: 10px; cursor: default; white-space: pre; }
  .node:hover { background: var(--bg-2); }
  .node.chosen { background: var(--sel); }
  .twist { width: 18px; text-align: center; color: var(--ink-3); font-size: var(--t-2xs); }
  .twist.shut { rotate: -90deg; }
  .name { color: var(--syn-key); }
  .index { color: var(--ink-3); }
  .value { margin-left: 8px; max-width: 900px; overflow: hidden; text-overflow: ellipsis; }
  .summary { margin-left: 8px; color: var(--ink-3); }

  .pair { display: grid; grid-template-columns: 50cqw 50cqw; height: 19px; }
  .half { display: block; overflow: hidden; text-overflow: ellipsis; padding-right: 10px; }
  .half + .half { border-left: var(--line) solid var(--line-c); }
  .half .number { background: none; position: static; }
  .gone { background: var(--bad-soft); }
  .come { background: var(--ok-soft); }
  .hole { background: var(--bg-2); }
  .gone mark { background: color-mix(in srgb, var(--bad) 28%, transparent); }
  .come mark { background: color-mix(in srgb, var(--ok) 28%, transparent); }
  .pair.at .half { box-shadow: inset 2px 0 var(--accent); }
`;
