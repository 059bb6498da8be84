import type { StepModel } from "../api.ts";

/** A file in which a step says something else, and where an offset of the step is in it. */
export function stepInFile(file: string, step: Pick<StepModel, "line" | "end">, text: string, offset: number): { text: string; offset: number } {
  const lines = file.split("\n");
  const dash = /^(\s*-\s+)\S/.exec(lines[step.line - 1] ?? "")?.[1];
  const before = dash === undefined ? "url: ws://127.0.0.1\nsteps:\n  - " : `${lines.slice(0, step.line - 1).map((one) => `${one}\n`).join("")}${dash}`;
  const after = dash === undefined ? "" : `\n${lines.slice(step.end).join("\n")}`;
  const pad = " ".repeat(dash?.length ?? 4);
  const indented = (part: string) => part.replace(/\n/g, `\n${pad}`);
  return { text: before + indented(text) + after, offset: before.length + indented(text.slice(0, offset)).length };
}
