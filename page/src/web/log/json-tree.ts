/** A value of JSON with its text exactly as sent. */
export interface JsonNode {
  kind: "object" | "array" | "string" | "number" | "literal";
  /** Of texts the value itself, of numbers and literals their letters as sent; empty for the others. */
  text: string;
  name?: string | number;
  parent?: JsonNode;
  children?: JsonNode[];
}

const DEEPEST = 500;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\]|\\.)*"/sy;
const SPACE = /\s*/y;
const WORDS = ["true", "false", "null"];

/** Reads JSON without ever making a number of it; what is no JSON throws. */
export function readJson(text: string): JsonNode {
  const reader = new Reader(text);
  const node = reader.value(0);
  reader.end();
  return node;
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  value(depth: number): JsonNode {
    this.match(SPACE);
    const first = this.text[this.at];
    if (depth > DEEPEST) {
      throw new Error(`It is nested more than ${DEEPEST} levels deep.`);
    }
    if (first === "{") {
      return this.object(depth);
    }
    if (first === "[") {
      return this.array(depth);
    }
    if (first === '"') {
      return { kind: "string", text: JSON.parse(this.match(STRING)) as string };
    }
    const word = WORDS.find((one) => this.text.startsWith(one, this.at));
    this.at += word?.length ?? 0;
    return word ? { kind: "literal", text: word } : { kind: "number", text: this.match(NUMBER) };
  }

  end(): void {
    this.match(SPACE);
    if (this.at < this.text.length) {
      this.fail();
    }
  }

  private object(depth: number): JsonNode {
    const node: JsonNode = { kind: "object", text: "", children: [] };
    this.list("}", () => {
      this.match(SPACE);
      const name = JSON.parse(this.match(STRING)) as string;
      this.match(SPACE);
      this.take(":");
      this.add(node, name, depth);
    });
    return node;
  }

  private array(depth: number): JsonNode {
    const node: JsonNode = { kind: "array", text: "", children: [] };
    this.list("]", () => this.add(node, node.children?.length ?? 0, depth));
    return node;
  }

  private add(node: JsonNode, name: string | number, depth: number): void {
    const child = this.value(depth + 1);
    child.name = name;
    child.parent = node;
    node.children?.push(child);
  }

  private list(close: string, one: () => void): void {
    this.at++;
    this.match(SPACE);
    if (this.text[this.at] === close) {
      this.at++;
      return;
    }
    for (;;) {
      one();
      this.match(SPACE);
      if (this.text[this.at] !== ",") {
        this.take(close);
        return;
      }
      this.at++;
    }
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) {
      this.fail();
    }
    this.at += found.length;
    return found;
  }

  private take(sign: string): void {
    if (this.text[this.at] !== sign) {
      this.fail();
    }
    this.at++;
  }

  private fail(): never {
    throw new Error(`It is no JSON at character ${this.at + 1}.`);
  }
}

const PLAIN = /^[A-Za-z_][\w]*$/;

/** The way to a value, as files say it: `$.items[0].id`, `$["strange name"]`. */
export function pathOf(node: JsonNode): string {
  const { name, parent } = node;
  if (!parent || name === undefined) {
    return "$";
  }
  const step = typeof name === "number" ? `[${name}]` : PLAIN.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
  return pathOf(parent) + step;
}

/** The value as JSON again, on one line. */
export function textOf(node: JsonNode): string {
  switch (node.kind) {
    case "object":
      return `{${(node.children ?? []).map((one) => `${JSON.stringify(one.name)}:${textOf(one)}`).join(",")}}`;
    case "array":
      return `[${(node.children ?? []).map(textOf).join(",")}]`;
    case "string":
      return JSON.stringify(node.text);
    case "number":
    case "literal":
      return node.text;
  }
}

/** What a folded object or array says of itself. */
export function summary(node: JsonNode): string {
  const all = node.children ?? [];
  if (node.kind === "array") {
    return all.length === 1 ? "1 item" : `${all.length} items`;
  }
  return all.slice(0, 4).map((one) => one.name).join(", ") + (all.length > 4 ? `, ${all.length - 4} more` : "");
}

/** The nodes that can be seen, with their depth, when those in `open` are open. */
export function flatten(root: JsonNode, open: ReadonlySet<JsonNode>): { node: JsonNode; depth: number }[] {
  const all: { node: JsonNode; depth: number }[] = [];
  const stack = [{ node: root, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    all.push(next);
    if (open.has(next.node)) {
      const { depth } = next;
      const children = next.node.children ?? [];
      for (let at = children.length - 1; at >= 0; at--) {
        stack.push({ node: children[at] as JsonNode, depth: depth + 1 });
      }
    }
  }
  return all;
}
