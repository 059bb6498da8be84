import type { LiveConnection, MessageModel, StepModel, StepResult } from "../../../web/api.ts";
import { stateWords } from "../../../web/ask/connection-words.ts";
import { addFresh, forget, messageTabs, NONE, shownTab, type } from "../../../web/ask/drafts.ts";
import { slashCommands } from "../../../web/ask/file-templates.ts";
import { fileName } from "../../../web/ask/scratch-name.ts";
import { stepRows } from "../../../web/ask/step-rows.ts";
import { fitting } from "../../../web/ask/tabs.ts";
import { isRows, rowLines } from "../../../web/code/header-names.ts";
import { hexLines, visible } from "../../../web/code/hex.ts";
import { same } from "../same.ts";

const MESSAGES: MessageModel[] = [{ index: 0, name: "a", kind: "json", content: "1" }, { index: 1, name: "b", kind: "text", content: "x" }, { index: 2, name: "b", kind: "text", content: "y" }];

Deno.test("the composer has the saved messages, with what is typed over them", () => {
  const kept = type(NONE, "name:a", { kind: "json", content: "2", name: "a" });
  const tabs = messageTabs(MESSAGES, kept);
  same(tabs.map((one) => [one.id, one.edited]), [["name:a", true], ["at:1", false], ["at:2", false]]);
  same(shownTab(tabs, kept).draft.content, "2");
  same(messageTabs(MESSAGES, forget(kept, "name:a"))[0]!.edited, false);
});

Deno.test("JSON that is a value of the file stays one while it is typed", () => {
  const [saved] = messageTabs([{ index: 0, name: "a", kind: "json", content: "{}", tree: true }], null);
  same(saved!.draft.tree, true);
  same(messageTabs([{ index: 0, name: "a", kind: "json", content: "{}" }], type(NONE, "name:a", saved!.draft))[0]!.edited, true);
});

Deno.test("there is always a message to write", () => {
  same(messageTabs([], null).map((one) => one.id), ["new:1"]);
  const typed = type(NONE, "new:1", { kind: "text", content: "hi" });
  same(typed.fresh, ["new:1"]);
  same(addFresh(typed, { kind: "json", content: "" }).shown, "new:2");
});

Deno.test("a conversation that has only an address is saved under a short name", () => {
  same(fileName("localhost:9001/rooms/chat", "ws://localhost:9001/rooms/chat?x=1"), "chat");
  same(fileName("echo.example:8080", "wss://echo.example:8080/"), "echo.example");
  same(fileName("{{base}}/feed/:shop", "{{base}}/feed/:shop"), "feed");
  same(fileName("Ticker", "wss://echo.example"), "Ticker");
  same(fileName("Scratch 2", ""), "");
});

Deno.test("a state is told in words", () => {
  const one = (given: Partial<LiveConnection>): LiveConnection => ({ name: "", state: "connected", text: "", since: 0, verified: true, ...given });
  same(stateWords(one({}), 252_000), "Connected 00:04:12");
  same(stateWords(one({ state: "connecting", phase: "tcp", subject: "127.0.0.1:9001" }), 0), "Reaching 127.0.0.1:9001");
  same(stateWords(one({ state: "closed", code: 1000, reason: "bye", by: "server" }), 0), "Closed 1000 bye, by the server");
  same(stateWords(one({ state: "closed", retry: { attempt: 2, of: 5, at: 3_500 } }), 1_000), "Trying again in 3 s (2 of 5)");
});

Deno.test("where there is little room, the tabs in use stay", () => {
  const widths = new Map([["params", 60], ["headers", 70], ["cookies", 60], ["auth", 50], ["tls", 40], ["steps", 60], ["file", 40]]);
  same(fitting(widths, "headers", 1000).length, 7);
  same(fitting(widths, "tls", 260), ["params", "headers", "auth", "tls"]);
  same(fitting(widths, "tls", 20), ["tls"]);
});

Deno.test("steps stand beside their results; of rounds, the one that failed", () => {
  const step: StepModel = { at: ["steps", 0], line: 1, end: 2, verb: "receive", title: "", text: "", fields: "" };
  const result = (id: string, state: StepResult["state"]): StepResult => ({ id, at: ["steps", 0], line: 1, depth: 0, verb: "receive", title: "", state, checks: [], extracted: [], saw: [], messages: [] });
  const [row] = stepRows([step], [result("0#1", "passed"), result("0#2", "failed"), result("0#3", "skipped")]);
  same([row!.rounds, row!.state, row!.result!.id], [3, "failed", "0#2"]);
});

Deno.test("what is pasted is rows, or a value", () => {
  same(["A: 1\nB: 2", "X-A: 1", "a=b", '{"a":1}', "plain", "{{token}}", "Bearer x", "https://a.example"].map(isRows), [true, true, true, true, false, false, false, false]);
});

Deno.test("bytes are told in hex and in letters", () => {
  same(hexLines("48 69 00"), [{ offset: "00000000", left: "48 69 00".padEnd(23), right: " ".repeat(23), ascii: "Hi·" }]);
  same(visible("a\u0000b\n"), "a␀b\n");
});

Deno.test("a slash begins an empty file only", () => {
  same(slashCommands("/ws", 3)!.options[0]!.label, "/wss");
  same(slashCommands("url: /ws", 8), undefined);
});

Deno.test("JSON that is pasted becomes lines", () => {
  same(rowLines('{"A":"1","B":2}'), "A: 1\nB: 2");
  same(rowLines('[{"name":"A","value":"x"},{"key":"B","value":"y"}]'), "A: x\nB: y");
  same(rowLines("A: 1"), "A: 1");
});
