import type { FileState } from "../../../web/api.ts";
import { change, onConflict, takeBack, undo } from "../../../web/ask/edits.ts";
import { app, put } from "../../../web/state/app.ts";
import { same } from "../same.ts";
import { passed, serve } from "../server.ts";

const file = (version: string) => ({ path: "a.ws.yaml", version }) as FileState;
const LOST = { code: "broken", text: "The workbench's server does not answer." };

function opened(version: string) {
  const asked = serve();
  put(app.files, "a.ws.yaml", file(version));
  app.toasts.set([]);
  return asked;
}

const write = (text: string) => change("file.write", "a.ws.yaml", { text }, text);

Deno.test("changes wait for each other, each made from the version before it", async () => {
  const asked = opened("1");
  void write("one");
  void undo("a.ws.yaml", false);
  void write("two");
  await passed();
  same(asked.map((one) => one.name), ["file.write"]);
  await asked[0]!.answer(file("2"));
  await asked[1]!.answer(file("1"));
  same(asked.map((one) => [one.name, one.given["version"] ?? ""]), [["file.write", "1"], ["file.undo", ""], ["file.write", "1"]]);
  await asked[2]!.answer(file("3"));
});

Deno.test("a change ends, and says why, when the server is lost while a conflict is settled", async () => {
  const asked = opened("1");
  const changed = write("mine");
  await passed();
  await asked[0]!.refuse({ code: "conflict", text: "The file has changed." });
  await asked[1]!.refuse(LOST);
  same((await changed).refusal?.text, LOST.text);
  same(app.toasts.value.map((one) => one.text), [LOST.text]);
  const next = write("again");
  await passed();
  await asked[2]!.answer(file("2"));
  same((await next).file?.version, "2");
});

Deno.test("mine is made again on top of what is there now", async () => {
  const asked = opened("1");
  onConflict(() => Promise.resolve("mine"));
  const changed = write("mine");
  await passed();
  await asked[0]!.refuse({ code: "conflict", text: "The file has changed." });
  await asked[1]!.answer(file("2"));
  same(asked[2]!.given["version"], "2");
  await asked[2]!.answer(file("3"));
  same((await changed).file?.version, "3");
});

Deno.test("a change is not taken back once others came after it", async () => {
  const asked = opened("2");
  same(await takeBack(file("1")), false);
  same(asked.length, 0);
  const back = takeBack(file("2"));
  await passed();
  same(asked.map((one) => one.name), ["file.undo"]);
  await asked[0]!.answer(file("1"));
  same(await back, true);
});
