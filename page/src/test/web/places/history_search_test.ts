import type { Events, HistoryItem } from "../../../web/api.ts";
import { HistorySearch } from "../../../web/places/history-search.ts";
import { app } from "../../../web/state/app.ts";
import { same } from "../same.ts";
import { passed, serve } from "../server.ts";

const listeners: ((event: Events["history"]) => void)[] = [];
Object.assign(app.server, { on: (_name: string, listener: never) => (listeners.push(listener), () => true) });

/** A search of messages that has just been asked for. */
async function searching(text: string) {
  const asked = serve();
  const search = new HistorySearch({ addController: (one: { hostConnected?: () => void }) => one.hostConnected?.(), requestUpdate: () => {} } as never);
  await passed();
  await asked.shift()!.answer({ total: 0, items: [] });
  Object.assign(search, { text, deep: true });
  void search.load();
  await passed();
  return { search, asked, tell: (event: Events["history"]) => listeners.forEach((listener) => listener(event)) };
}

const found = (session: string) => ({ session, began: 1 }) as HistoryItem;

Deno.test("what a quick search tells before its call is answered is not lost", async () => {
  const { search, asked, tell } = await searching("tick");
  const id = asked[0]!.given["search"] as string;
  tell({ search: id, items: [found("a")] });
  tell({ search: id, items: [], done: true });
  await asked.shift()!.answer({});
  same([search.items?.length, search.searching], [1, false]);
});

Deno.test("a search that is no longer wanted is stopped, and what it finds is not shown", async () => {
  const { search, asked, tell } = await searching("tick");
  const id = asked.shift()!.given["search"] as string;
  search.deep = false;
  void search.load();
  same([asked[0]!.name, asked[0]!.given["search"]], ["history.search.stop", id]);
  await asked.shift()!.answer({});
  tell({ search: id, items: [found("a")] });
  await asked.shift()!.answer({ total: 1, items: [found("b")] });
  same(search.items?.map((one) => one.session), ["b"]);
});

Deno.test("an answer to an older question is not shown", async () => {
  const { search, asked } = await searching("tick");
  asked.length = 0;
  Object.assign(search, { deep: false, id: "" });
  void search.load();
  await passed();
  void search.load();
  await passed();
  await asked[1]!.answer({ total: 1, items: [found("new")] });
  await asked[0]!.answer({ total: 1, items: [found("old")] });
  same(search.items?.map((one) => one.session), ["new"]);
});
