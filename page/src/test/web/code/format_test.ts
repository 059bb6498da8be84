import { format, minify } from "../../../web/code/json-format.ts";
import * as xml from "../../../web/code/xml-format.ts";
import { same, throws } from "../same.ts";

Deno.test("numbers stay exactly as they were written", () => {
  const text = '{"a":1.10,"b":12345678901234567890,"c":-1E+05,"d":[0.0,1e400]}';
  same(minify(format(text)), text);
});

Deno.test("one member a line, empty ones on their line", () => {
  same(format('{"a":[],"b":{},"c":[1,{"d":null}]}'), '{\n  "a": [],\n  "b": {},\n  "c": [\n    1,\n    {\n      "d": null\n    }\n  ]\n}');
});

Deno.test("a short list of plain values stands in one line", () => {
  same(format('{"symbols":["EURUSD","{{symbol}}"],"depth":[1,2.0]}'), '{\n  "symbols": ["EURUSD", "{{symbol}}"],\n  "depth": [1, 2.0]\n}');
  const long = `"${"x".repeat(30)}"`;
  same(format(`[${long},${long}]`), `[\n  ${long},\n  ${long}\n]`);
});

Deno.test("texts with brackets, quotes and escapes are one token", () => {
  same(format('{"a":"[{\\"x\\": 1}]"}'), '{\n  "a": "[{\\"x\\": 1}]"\n}');
});

Deno.test("templates are values and keys, with and without quotes", () => {
  same(format('{"id":{{$guid}},"room":"{{upper("a")}}","{{key}}":{{\'}}\'}}}'),
    '{\n  "id": {{$guid}},\n  "room": "{{upper("a")}}",\n  "{{key}}": {{\'}}\'}}\n}');
});

Deno.test("duplicate keys and odd order stay", () => {
  same(minify('{ "b" : 1, "a" : 2, "b" : 3 }'), '{"b":1,"a":2,"b":3}');
});

Deno.test("what is not JSON is refused with its place", () => {
  throws(() => format('{"a": yes}'), "Line 1, column 7: found `yes`, expected a value");
  throws(() => format('{\n"a": "x'), "Line 2, column 6: a text in quotes is never closed");
  throws(() => format('{"a":[1}'), "`}` closes nothing that is open");
  throws(() => format('[1'), "`[` is never closed");
});

Deno.test("XML is laid out by its tags", () => {
  same(xml.format('<a x="1>2"><b>t</b><c/><!-- n --><d></d></a>'), '<a x="1>2">\n  <b>t</b>\n  <c/>\n  <!-- n -->\n  <d></d>\n</a>');
  same(xml.minify("<a>\n  <b> t </b>\n</a>"), "<a><b>t</b></a>");
  throws(() => xml.format("<a><b"), "A `<` is never closed.");
});
