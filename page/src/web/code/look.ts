import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const words = syntaxHighlighting(HighlightStyle.define([
  { tag: [tags.propertyName, tags.tagName, tags.definition(tags.propertyName)], color: "var(--syn-key)" },
  { tag: [tags.string, tags.content, tags.attributeValue], color: "var(--syn-str)" },
  { tag: tags.number, color: "var(--syn-num)" },
  { tag: [tags.bool, tags.null, tags.keyword, tags.attributeName], color: "var(--syn-lit)" },
  { tag: [tags.punctuation, tags.separator, tags.brace, tags.squareBracket, tags.angleBracket, tags.definitionOperator], color: "var(--syn-pun)" },
  { tag: [tags.comment, tags.processingInstruction, tags.meta], color: "var(--ink-3)" },
  { tag: tags.heading, fontWeight: "650" },
]));

const editor = EditorView.theme({
  "&": { height: "100%", fontSize: "var(--editor-size, var(--t-s))", color: "var(--editor-ink, var(--ink))", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "19px" },
  ".cm-content": { padding: "8px 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 12px 0 0" },
  ".cm-gutters": { backgroundColor: "var(--bg)", color: "var(--ink-3)", border: "0" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "34px", padding: "0 4px 0 8px", textAlign: "right" },
  ".cm-foldGutter .cm-gutterElement": { width: "14px", color: "var(--ink-3)", cursor: "pointer", textAlign: "center" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "1.5px" },
  "& .cm-selectionLayer .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": { background: "var(--accent-soft)" },
  ".cm-selectionMatch": { backgroundColor: "var(--bg-3)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--accent-soft)", outline: "1px solid var(--line-strong)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--bad-soft)", color: "var(--bad)" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--bg-3)", border: "0", color: "var(--ink-2)", padding: "0 6px", borderRadius: "3px" },
  ".cm-placeholder": { color: "var(--ink-3)" },
  ".cm-variable": { backgroundColor: "var(--accent-soft)", color: "var(--accent)", borderRadius: "3px", padding: "1px 0", boxShadow: "0 0 0 1px var(--accent-soft)" },
  ".cm-variable *": { color: "inherit" },
  ".cm-variable.cm-unknown": { backgroundColor: "var(--bad-soft)", color: "var(--bad)", boxShadow: "0 0 0 1px var(--bad-soft)", textDecoration: "underline wavy", textUnderlineOffset: "3px" },
});

const panels = EditorView.theme({
  ".cm-tooltip": { backgroundColor: "var(--bg)", border: "1px solid var(--line-strong)", borderRadius: "var(--radius)", boxShadow: "var(--shadow)", color: "var(--ink)", zIndex: "60" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", fontSize: "var(--t-s)", maxHeight: "220px", padding: "4px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 8px", borderRadius: "4px", display: "flex", gap: "12px", lineHeight: "18px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--sel)", color: "var(--ink)" },
  ".cm-completionMatchedText": { textDecoration: "none", color: "var(--accent)", fontWeight: "600" },
  ".cm-completionDetail": { fontStyle: "normal", color: "var(--ink-3)", marginLeft: "auto", fontFamily: "var(--font)", maxWidth: "220px", overflow: "hidden", textOverflow: "ellipsis" },
  ".cm-tooltip.cm-completionInfo": { padding: "6px 10px", fontSize: "var(--t-s)", maxWidth: "300px" },
  ".cm-variable-value": { padding: "6px 10px", fontSize: "var(--t-s)", maxWidth: "420px" },
  ".cm-variable-value b": { display: "block", font: "var(--t-s) var(--mono)", wordBreak: "break-all", maxHeight: "96px", overflow: "hidden" },
  ".cm-variable-value span": { color: "var(--ink-3)" },
  ".cm-variable-value.unknown b": { color: "var(--bad)" },
  ".cm-panels": { backgroundColor: "var(--bg-2)", color: "var(--ink)", borderColor: "var(--line-c)" },
  ".cm-panel.cm-search": { padding: "6px 8px", fontSize: "var(--t-s)", fontFamily: "var(--font)" },
  ".cm-panel.cm-search input, .cm-panel.cm-search button": { font: "inherit", color: "inherit", background: "var(--bg)", backgroundImage: "none", border: "1px solid var(--line-c)", borderRadius: "4px", padding: "2px 6px" },
  ".cm-panel.cm-search label": { fontSize: "var(--t-xs)", color: "var(--ink-2)" },
  ".cm-panel.cm-search [name=close]": { border: "0", background: "none" },
  ".cm-searchMatch": { backgroundColor: "var(--mark)" },
  ".cm-searchMatch-selected": { outline: "1px solid var(--warn)" },
  ".cm-lintRange-error, .cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--bad)", textUnderlineOffset: "3px", paddingBottom: "0" },
  ".cm-lintRange-warning": { textDecorationColor: "var(--warn)" },
  ".cm-gutter-lint": { width: "12px" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0" },
  ".cm-lint-marker": { width: "12px", height: "19px" },
  ".cm-lint-marker-error": { content: "none" },
  ".cm-lint-marker-warning": { content: "none" },
  ".cm-lint-marker::before": { content: "'●'", fontSize: "9px", lineHeight: "19px", display: "block", textAlign: "center" },
  ".cm-lint-marker-error::before": { color: "var(--bad)" },
  ".cm-lint-marker-warning::before": { color: "var(--warn)" },
  ".cm-diagnostic": { padding: "6px 10px", borderLeftWidth: "3px", fontSize: "var(--t-s)", maxWidth: "440px", whiteSpace: "pre-wrap" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--bad)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--warn)" },
});

/** One line in a field. */
export const oneLine = EditorView.theme({
  "&": { height: "auto", width: "100%" },
  ".cm-scroller": { overflow: "hidden", lineHeight: "22px" },
  ".cm-content": { padding: "0", minWidth: "0" },
  ".cm-line": { padding: "0 2px" },
});

/** How every editor looks, in the page's own tokens. */
export const look = [words, editor, panels];
