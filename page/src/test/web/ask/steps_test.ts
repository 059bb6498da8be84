import type { Said } from "../../../web/api.ts";
import { pathsIn } from "../../../web/ask/seen-paths.ts";
import { stepInFile } from "../../../web/ask/step-completion.ts";
import { checkRows, fieldOf, newCheck, operatorEdits } from "../../../web/ask/step-said.ts";
import { same } from "../same.ts";

Deno.test("statements are rows, whatever way they are written", () => {
  const said: Said = [{ "$.room": "{{room}}" }, { "$.n": { "greater-than": "0", "less-than": "9" }, "$.id": '"42"' }, "size($) > 0", { "$.tags": ["a", "1"] }, { sequence: { from: "$.a", to: "$.b" } }, { schema: "ack.json" }];
  same(checkRows(said, ["a"]).map((one) => [one.at.slice(1).join("/"), one.kind === "comparison" ? `${one.subject} ${one.operator} ${one.text}` : one.text]), [
    ["0/$.room", "$.room equals {{room}}"], ["1/$.n/greater-than", "$.n greater-than 0"], ["1/$.n/less-than", "$.n less-than 9"], ["1/$.id", '$.id equals "42"'],
    ["2", "size($) > 0"], ["3/$.tags", '$.tags equals ["a", 1]'], ["4/sequence", 'sequence {"from": "$.a", "to": "$.b"}'], ["5/schema", "schema  ack.json"],
  ]);
  same(checkRows("$.type == 'ack'", ["w"]), [{ kind: "expression", at: ["w"], text: "$.type == 'ack'" }]);
  same([checkRows(undefined, []), checkRows("", [])], [[], []]);
});

Deno.test("another operator leaves the value where it can", () => {
  const [row] = checkRows({ "$.n": "1" }, ["w"]);
  same(operatorEdits(row as never, "at-least"), [{ op: "put", at: ["w", "$.n"], value: {} }, { op: "write", at: ["w", "$.n", "at-least"], text: "1" }]);
  const [named] = checkRows({ "$.n": { "at-least": "1" } }, ["w"]);
  same(operatorEdits(named as never, "exists"), [{ op: "rename", at: ["w", "$.n", "at-least"], to: "exists" }, { op: "write", at: ["w", "$.n", "exists"], text: "true" }]);
});

Deno.test("a new statement goes to the end of a list, or into a map", () => {
  same(newCheck([{}], ["assert"], true, "$.n", "equals", "1"), [{ op: "add", at: ["assert"], value: { "$.n": "" } }, { op: "write", at: ["assert", 1, "$.n"], text: "1" }]);
  same(newCheck(undefined, ["where"], false, "$.n", "in", "[1]"), [{ op: "put", at: ["where", "$.n"], value: {} }, { op: "write", at: ["where", "$.n", "in"], text: "[1]" }]);
  same(fieldOf({ a: ["1.10", "x"] }), '{"a": [1.10, "x"]}');
});

Deno.test("a step is completed where it stands in its file", () => {
  const file = "url: ws://a\nsteps:\n  - send: a\n  - receive:\n    # kept\n    where: {}\n  - close:\n";
  const found = stepInFile(file, { line: 4, end: 6 }, "receive:\nanswers: { send: ", 26);
  same(found.text, "url: ws://a\nsteps:\n  - send: a\n  - receive:\n    answers: { send: \n  - close:\n");
  same(found.text.slice(found.offset - 6, found.offset), "send: ");
});

Deno.test("paths lead to the values of a message", () => {
  same(pathsIn('{"a":{"b c":[{"d":1}]},"e":null}'), ["$.a", "$.a['b c']", "$.a['b c'][0]", "$.a['b c'][0].d", "$.e"]);
  same(pathsIn("no"), []);
});
