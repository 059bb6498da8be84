import type { Json } from "../../../web/api.ts";
import { Memory } from "../../../web/state/memory.ts";
import { same } from "../same.ts";

/** A memory, what it has put on the server, and what the server tells of other pages. */
function memory() {
  const put: Record<string, Json> = {};
  let tell: (data: never) => void = () => {};
  const server = {
    on: (_name: string, listener: (data: never) => void) => {
      tell = listener;
      return () => true;
    },
    call: (_name: string, given: { key: string; value: Json }) => {
      put[given.key] = given.value;
      return Promise.resolve({});
    },
  };
  const kept = new Memory(server as never);
  const leave = () => dispatchEvent(new Event("pagehide"));
  return { kept, put, leave, tell: (key: string, value: Json) => tell({ key, value } as never) };
}

Deno.test("what is kept follows a folder to its new path", () => {
  const { kept, put, leave } = memory();
  kept.restore({ "composer:orders/feed.ws.yaml": { shown: "name:hello" }, "file:orders-old/a.ws.yaml": "kept", "theme": "dark" });
  kept.move("orders", "sales/orders");
  same(kept.at("composer:sales/orders/feed.ws.yaml", {}).value, { shown: "name:hello" });
  same(kept.at("file:orders-old/a.ws.yaml", "").value, "kept");
  leave();
  same(put, { "composer:sales/orders/feed.ws.yaml": { shown: "name:hello" }, "composer:orders/feed.ws.yaml": null });
});

Deno.test("a number of a scratch conversation begins anew", () => {
  const { kept, put, leave } = memory();
  const draft = kept.at("composer:scratch:1", "nothing");
  kept.put("composer:scratch:1", "typed");
  kept.put("composer:scratch:11", "another's");
  kept.forget("scratch:1");
  same(draft.value, "nothing");
  leave();
  same(put, { "composer:scratch:1": null, "composer:scratch:11": "another's" });
});

Deno.test("what other pages and a greeting tell does not undo what is typed here", () => {
  const { kept, leave, tell } = memory();
  const draft = kept.at("file:a", "");
  kept.put("file:a", "mine");
  tell("file:a", "theirs");
  kept.restore({ "file:a": "older" });
  same(draft.value, "mine");
  leave();
  tell("file:a", "theirs");
  same(draft.value, "theirs");
  tell("file:a", null);
  same(draft.value, "");
});
