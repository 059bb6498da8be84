import type { Edit, Pointer, Said } from "../api.ts";

/** What compares a subject with a value, in the order in which people look for it. */
export const OPERATORS = [
  "equals", "not-equals", "exists", "contains", "not-contains", "matches", "greater-than", "at-least", "less-than", "at-most", "in", "starts-with", "ends-with",
  "empty", "length", "type", "json-contains", "xml-contains", "schema", "date", "before", "after", "equals-ignoring-case",
];

/** Subjects that are no path. */
export const SUBJECTS = ["$", "text", "hex", "kind", "size", "status", "code", "reason", "subprotocol", "header.", "xpath()", "css()"];

/** One statement of `where`, `assert` or `check`. */
export type CheckRow =
  | { kind: "expression"; at: Pointer; text: string }
  /** `named` tells whether the operator stands in the file. */
  | { kind: "comparison"; at: Pointer; subject: string; operator: string; named: boolean; text: string }
  /** What only YAML can say. */
  | { kind: "other"; at: Pointer; text: string };

/** A text of a field, of which an edit `write` makes the same again. */
export function fieldOf(said: Said | undefined): string {
  return said === undefined ? "" : typeof said === "string" ? said : json(said);
}

function json(said: Said): string {
  if (typeof said === "string") {
    return isJson(said) ? said : JSON.stringify(said);
  }
  return Array.isArray(said) ? `[${said.map(json).join(", ")}]` : `{${Object.entries(said).map(([name, value]) => `${JSON.stringify(name)}: ${json(value)}`).join(", ")}}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Statements in the order of the file. */
export function checkRows(said: Said | undefined, at: Pointer): CheckRow[] {
  if (said === undefined || said === "") {
    return [];
  }
  if (typeof said === "string") {
    return [{ kind: "expression", at, text: said }];
  }
  if (Array.isArray(said)) {
    return said.flatMap((one, index) => checkRows(one, [...at, index]));
  }
  return Object.entries(said).flatMap(([subject, value]) => comparisons(subject, value, [...at, subject]));
}

function comparisons(subject: string, value: Said, at: Pointer): CheckRow[] {
  if (subject === "sequence") {
    return [{ kind: "other", at, text: `sequence ${json(value)}` }];
  }
  if (typeof value === "string" || Array.isArray(value)) {
    return [{ kind: "comparison", at, subject, operator: subject === "schema" ? "" : "equals", named: false, text: fieldOf(value) }];
  }
  return Object.entries(value).map(([operator, operand]) => ({ kind: "comparison", at: [...at, operator], subject, operator, named: true, text: fieldOf(operand) }));
}

/** What a new operator is compared with before anybody says it. */
export function operandOf(operator: string, text: string): string {
  const truth = operator === "exists" || operator === "empty";
  return truth ? text === "false" ? "false" : "true" : text === "true" || text === "false" ? "" : text;
}

/** Another operator of a statement. */
export function operatorEdits(row: CheckRow & { kind: "comparison" }, operator: string): Edit[] {
  const text = operandOf(operator, row.text);
  const change: Edit[] = text === row.text ? [] : [{ op: "write", at: [...row.at.slice(0, row.named ? -1 : undefined), operator], text }];
  return row.named ? [{ op: "rename", at: row.at, to: operator }, ...change] : [{ op: "put", at: row.at, value: {} }, { op: "write", at: [...row.at, operator], text }];
}

/** Another subject. */
export function subjectEdits(row: CheckRow & { kind: "comparison" }, subject: string): Edit[] {
  return [{ op: "rename", at: row.named ? row.at.slice(0, -1) : row.at, to: subject }];
}

/** A new statement of a map, such as `where`, or of a list, such as `assert`. */
export function newCheck(said: Said | undefined, at: Pointer, list: boolean, subject: string, operator: string, text: string): Edit[] {
  const under = list ? [...at, Array.isArray(said) ? said.length : 0] : at;
  const place = operator === "equals" || operator === "" ? [...under, subject] : [...under, subject, operator];
  const begin: Edit[] = !list ? [] : Array.isArray(said) ? [{ op: "add", at, value: { [subject]: "" } }] : [{ op: "put", at, value: [{ [subject]: "" }] }];
  const write: Edit = { op: "write", at: place, text: operandOf(operator, text) };
  return place.length > under.length + 1 ? [...begin, { op: "put", at: [...under, subject], value: {} }, write] : [...begin, write];
}

/** A new expression among statements. */
export function newExpression(said: Said | undefined, at: Pointer, list: boolean, text: string): Edit[] {
  return !list ? [{ op: "write", at, text }] : Array.isArray(said) ? [{ op: "add", at, value: text }] : [{ op: "put", at, value: [text] }];
}

/** The verb's own value, or a map that stands beside it. */
export function at(said: Said | undefined, way: Pointer): Said | undefined {
  let found = said;
  for (const part of way) {
    found = typeof found === "object" ? (found as Record<string | number, Said>)[part] : undefined;
  }
  return found;
}

/** Names and values of a map. */
export function pairs(said: Said | undefined): [string, Said][] {
  return typeof said === "object" && !Array.isArray(said) ? Object.entries(said) : [];
}
