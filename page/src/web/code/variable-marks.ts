import type { CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { type EditorState, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, hoverTooltip, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { type Known, lookup, templates, typing } from "./templates.ts";

/** Tells an editor what is known of variables. */
export const setKnown = StateEffect.define<Known | undefined>();

const known = StateField.define<Known | undefined>({
  create: () => undefined,
  update: (value, transaction) => transaction.effects.find((effect) => effect.is(setKnown))?.value as Known | undefined ?? value,
});

const VARIABLE = Decoration.mark({ class: "cm-variable" });
const UNKNOWN = Decoration.mark({ class: "cm-variable cm-unknown" });

class Marks {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = marks(view);
  }

  update(update: ViewUpdate): void {
    if (update.docChanged || update.viewportChanged || update.startState.field(known) !== update.state.field(known)) {
      this.decorations = marks(update.view);
    }
  }
}

function marks(view: EditorView): DecorationSet {
  const built = new RangeSetBuilder<Decoration>();
  const all = view.state.field(known);
  for (const { from, to } of view.visibleRanges) {
    for (const template of templates(view.state.sliceDoc(from, Math.min(to, from + 200_000)))) {
      const missing = all && template.names.some((name) => lookup(all, name).kind === "unknown");
      built.add(from + template.from, from + template.to, missing ? UNKNOWN : VARIABLE);
    }
  }
  return built.finish();
}

const hover = hoverTooltip((view, position) => {
  const all = view.state.field(known);
  const line = view.state.doc.lineAt(position);
  const template = templates(line.text).find((one) => line.from + one.from <= position && position <= line.from + one.to);
  if (!all || !template) {
    return null;
  }
  return { pos: line.from + template.from, end: line.from + template.to, above: true, create: () => ({ dom: told(all, template.names) }) };
}, { hoverTime: 150 });

function told(all: Known, names: string[]): HTMLElement {
  const box = document.createElement("div");
  names.forEach((name) => box.append(one(all, name)));
  return box;
}

function one(all: Known, name: string): HTMLElement {
  const found = lookup(all, name);
  const box = document.createElement("div");
  box.className = `cm-variable-value ${found.kind}`;
  const value = document.createElement("b");
  const from = document.createElement("span");
  switch (found.kind) {
    case "variable":
      value.textContent = found.secret ? "••••••" : found.value ?? "no value yet";
      from.textContent = `${name}, from ${found.from}`;
      break;
    case "dynamic":
      value.textContent = name;
      from.textContent = name.startsWith("$") ? "made anew each time" : "known while it runs";
      break;
    case "unknown":
      value.textContent = `Nothing brings a value for ${name}.`;
      from.textContent = found.near ? `Did you mean ${found.near}?` : "Add it in Variables, or in the environment.";
      break;
  }
  box.append(value, from);
  return box;
}

/** Completes names after two braces. */
export function completeVariables(context: CompletionContext): CompletionResult | null {
  const all = context.state.field(known, false);
  const text = context.state.doc.lineAt(context.pos);
  const place = typing(text.text, context.pos - text.from);
  if (!all || !place) {
    return null;
  }
  const end = place.open ? "}}" : "";
  return {
    from: text.from + place.from,
    options: [
      ...all.variables.map((variable) => ({ label: variable.name, apply: variable.name + end, detail: variable.secret ? "••••••" : variable.value?.slice(0, 40), info: `from ${variable.from}`, boost: 1 })),
      ...all.dynamic.map((name) => ({ label: name, apply: name + end, detail: "made anew" })),
    ],
    validFor: /^[$\w.-]*$/,
  };
}

export function knows(state: EditorState): Known | undefined {
  return state.field(known);
}

/** Marks variables, says their values on hover, and marks those that nothing brings. */
export const variableMarks = [known, ViewPlugin.fromClass(Marks, { decorations: (marks) => marks.decorations }), hover];
