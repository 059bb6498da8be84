import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, type CompletionContext, completionKeymap, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { xml } from "@codemirror/lang-xml";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLineGutter, type KeyBinding, keymap, lineNumbers } from "@codemirror/view";
import type { Completion } from "../api.ts";
import { look, oneLine } from "./look.ts";
import { completeVariables, variableMarks } from "./variable-marks.ts";

export type Language = "json" | "xml" | "yaml" | "text";

/** Completes what stands before an offset; nothing where there is nothing to say. */
export type Completes = (text: string, offset: number, asked: boolean) => Promise<Completion | undefined> | Completion | undefined;

export function language(name: Language): Extension {
  switch (name) {
    case "json":
      return json();
    case "xml":
      return xml();
    case "yaml":
      return yaml();
    case "text":
      return [];
  }
}

/** Completion: variables first, then what a form or the server knows. */
export function completion(more: () => Completes | undefined): Extension {
  const others = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const found = await more()?.(context.state.doc.toString(), context.pos, context.explicit);
    return found && found.options.length > 0 && !context.aborted
      ? { from: found.from, options: found.options.map((one) => ({ ...one, type: one.kind })), validFor: /^[\w$.-]*$/ }
      : null;
  };
  return autocompletion({ override: [completeVariables, others], icons: false, defaultKeymap: true, closeOnBlur: true });
}

const shared = [
  history(),
  drawSelection(),
  look,
  variableMarks,
  EditorState.allowMultipleSelections.of(true),
  indentUnit.of("  "),
];

/** Keys that mean something on the whole page, and are left to it. */
const TAKEN = new Set(["Mod-Enter", "Ctrl-m", "Alt-ArrowLeft", "Alt-ArrowRight", "F8"]);

function own(keys: readonly KeyBinding[]): KeyBinding[] {
  return keys.filter((one) => !TAKEN.has(one.key ?? ""));
}

/** An editor of many lines. Escape, then Tab leaves it. */
export const manyLines: Extension = [
  shared,
  lineNumbers(),
  highlightActiveLineGutter(),
  codeFolding(),
  foldGutter({ openText: "⌄", closedText: "›" }),
  lintGutter(),
  bracketMatching(),
  closeBrackets(),
  indentOnInput(),
  highlightSelectionMatches(),
  search({ top: true }),
  keymap.of([
    { key: "Tab", run: (view) => acceptCompletion(view) || indentMore(view), shift: indentLess },
    ...own([...closeBracketsKeymap, ...completionKeymap, ...searchKeymap, ...foldKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
  ]),
];

/** A field of one line: what is pasted loses its line ends. */
export const singleLine: Extension = [
  oneLine,
  shared,
  EditorState.transactionFilter.of((transaction) => transaction.newDoc.lines > 1
    ? [{ changes: { from: 0, to: transaction.startState.doc.length, insert: joined(transaction.newDoc.toString()) }, selection: { anchor: joined(transaction.newDoc.toString()).length } }]
    : transaction),
  keymap.of([
    { key: "Tab", run: acceptCompletion },
    ...own([...completionKeymap, ...historyKeymap, ...defaultKeymap.filter((one) => one.key !== "Enter")]),
  ]),
];

function joined(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").trim();
}

export const wrapping = EditorView.lineWrapping;
