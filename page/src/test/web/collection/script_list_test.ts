import { visible } from "../../../web/collection/script-list.ts";
import { same } from "../same.ts";

Deno.test("what hides in a script is seen by who allows it", () => {
  same(visible("a\r\n\tb <b>\u{1f600}"), [{ text: "a\n\tb <b>\u{1f600}", hidden: false }]);
  same(visible("x\u202ey\u0007"), [
    { text: "x", hidden: false }, { text: "\\u{202e}", hidden: true }, { text: "y", hidden: false }, { text: "\\u{7}", hidden: true },
  ]);
  same(visible(""), []);
});
