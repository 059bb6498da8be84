import { pasted, pathNames, queryParts, withQueryPart } from "../../../web/code/address.ts";
import { parse } from "../../../web/code/markdown.ts";
import { lookup, names, templates, typing } from "../../../web/code/templates.ts";
import { same } from "../same.ts";

const KNOWN = { variables: [{ name: "base", value: "wss://x", from: "parley.yaml:3" }, { name: "user", from: "a" }], dynamic: ["$guid"] };

Deno.test("templates are found where they close", () => {
  same(templates("{{base}}/x\\{{no}}{{open\n}}{{'}}'}}").map((one) => [one.from, one.to, one.inner]), [[0, 8, "base"], [26, 34, "'}}'"]]);
});

Deno.test("an expression names its variables, not its functions, texts and paths", () => {
  same(names("upper(user.name) + 'text' + $.a.b + $guid + 1.5 and count + 2"), ["user.name", "$guid", "count"]);
});

Deno.test("an unknown name tells the nearest one", () => {
  same(lookup(KNOWN, "bse"), { kind: "unknown", near: "base" });
  same(lookup(KNOWN, "base"), { kind: "variable", value: "wss://x", from: "parley.yaml:3" });
  same(lookup(KNOWN, "user.name").kind, "variable");
  same(lookup(KNOWN, "$guid"), { kind: "dynamic" });
});

Deno.test("a name is being typed after two braces", () => {
  same(typing("x {{ba", 6), { from: 4, open: true });
  same(typing("{{ba}}", 4), { from: 2, open: false });
  same(typing("{{ba}} x", 8), undefined);
});

Deno.test("an address is corrected with a notice", () => {
  same(pasted("https://a.example/x").url, "wss://a.example/x");
  same(pasted("localhost:9001/feed").url, "ws://localhost:9001/feed");
  same(pasted("{{base}}/x").notice, undefined);
});

Deno.test("a pasted command brings its headers", () => {
  same(pasted(`websocat -H='X-Team: orders' -H "Cookie: a=b" --protocol v1 wss://a.example/feed`), {
    url: "wss://a.example/feed", headers: [["X-Team", "orders"], ["Cookie", "a=b"]], subprotocols: ["v1"], notice: "Taken from a command of websocat.",
  });
  same(pasted("curl 'https://a.example/x' \\\n -H 'Upgrade: websocket' -H 'Sec-WebSocket-Protocol: v1, v2' --compressed").subprotocols, ["v1", "v2"]);
  same(pasted("wscat -c ws://127.0.0.1:9001/ -s chat").url, "ws://127.0.0.1:9001/");
});

Deno.test("path parameters are read from the address", () => {
  same(pathNames("wss://a.example:443/:shop/{room}/x?y=:no"), ["shop", "room"]);
  same(pathNames("{{base}}/orders/:shop"), ["shop"]);
});

Deno.test("Markdown has no HTML and no scripts", () => {
  same(parse("# Hi\n<b>x</b> [a](javascript:1) [b](https://b.example)"), [
    { kind: "heading", level: 1, text: [{ kind: "text", text: "Hi" }] },
    { kind: "paragraph", text: [{ kind: "text", text: "<b>x</b> " }, { kind: "text", text: "a" }, { kind: "text", text: " " }, { kind: "link", text: "b", href: "https://b.example" }] },
  ]);
});

Deno.test("a parameter in the address is changed in place", () => {
  const url = "wss://a/x?a=1&b={{c == '?&' ? 1 : 2}}&flag#end";
  same(queryParts(url), [{ name: "a", value: "1" }, { name: "b", value: "{{c == '?&' ? 1 : 2}}" }, { name: "flag", value: "" }]);
  same(withQueryPart(url, 0, { name: "a", value: "2" }), "wss://a/x?a=2&b={{c == '?&' ? 1 : 2}}&flag#end");
  same(withQueryPart("wss://a/x?a=1", 0, null), "wss://a/x");
  same(queryParts("{{base}}/x"), []);
});
