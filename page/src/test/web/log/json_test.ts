import { diffLines, differing, pairs } from "../../../web/log/diff.ts";
import { flatten, pathOf, readJson, summary, textOf } from "../../../web/log/json-tree.ts";
import { folds, tokens } from "../../../web/log/tokens.ts";
import { same, throws } from "../same.ts";

Deno.test("numbers are never read as numbers", () => {
  const sent = '{"seq":12345678901234567890,"bid":1.08450,"e":1E+02,"zero":-0}';
  same(textOf(readJson(sent)), sent);
});

Deno.test("each value knows the way to it", () => {
  const root = readJson('{"items":[{"id":7}],"strange name":{"a\\"b":null}}');
  const all = flatten(root, new Set([root, ...(root.children ?? []), ...(root.children?.[0]?.children ?? [])]));
  same(all.map(({ node }) => pathOf(node)), ["$", "$.items", "$.items[0]", "$.items[0].id", '$["strange name"]', '$["strange name"]["a\\"b"]']);
  same(all.map(({ depth }) => depth), [0, 1, 2, 3, 1, 2]);
  same(summary(root), "items, strange name");
});

Deno.test("what is no JSON says where", () => {
  throws(() => readJson('{"a":1,}'), "It is no JSON at character 8.");
  throws(() => readJson("[1] x"), "It is no JSON at character 5.");
  throws(() => readJson("[".repeat(5000)), "It is nested more than 500 levels deep.");
});

Deno.test("a line of JSON falls into its tokens, letter by letter", () => {
  for (const line of ['  "seq": 12345678901234567890,', '{"a":"b\\"c","t":true,"n":null,"x":[-1.5e3]}', '"cut in the mid', "not json at all -", "tru false", "ключ 🎉"]) {
    same(tokens(line, "json").map((one) => one.text).join(""), line);
  }
  same(tokens('"a": 1.10', "json").map((one) => one.kind), ["key", "pun", "", "num"]);
});

Deno.test("a line of XML falls into its tokens, letter by letter", () => {
  for (const line of ['<order id="7" x=\'y\'><item>Tea & "cake"</item></order>', "<!-- a < b -->", "<?xml version=\"1.0\"?>", "a < b", "</a>"]) {
    same(tokens(line, "xml").map((one) => one.text).join(""), line);
  }
});

Deno.test("lines fold from what opens to what closes", () => {
  same([...folds(["{", '  "a": [', "    1", "  ],", '  "b": {}', "}"])].sort(), [[0, 5], [1, 3]]);
  same([...folds(["<a>", "  <b>", "    x", "  </b>", "  <c/>", "</a>"])].sort(), [[0, 5], [1, 3]]);
});

Deno.test("two texts are told apart line by line", () => {
  const lines = diffLines(["a", "b", "c", "d"], ["a", "x", "c", "d", "e"]);
  same(lines.map((line) => `${line.side[0]}${line.text}`), ["ba", "lb", "rx", "bc", "bd", "re"]);
  same(pairs(lines).map((pair) => [pair.left?.text ?? "", pair.right?.text ?? "", pair.change]), [["a", "a", -1], ["b", "x", 0], ["c", "c", -1], ["d", "d", -1], ["", "e", 1]]);
  same(differing('"bid": 1.08450', '"bid": 1.08460'), { from: 12, leftEnd: 13, rightEnd: 13 });
});

Deno.test("what cannot be seen is told apart by the server's escapes", () => {
  same(tokens("tab\\there \\x1b[0m \\u200b", "visible").filter((one) => one.kind === "ctl").map((one) => one.text), ["\\t", "\\x1b", "\\u200b"]);
  same(tokens("a\\tb", "text"), [{ text: "a\\tb", kind: "" }]);
});
