import type { LogRow } from "../../../web/api.ts";
import { LogView } from "../../../web/log/log-view.ts";
import { RowWindows, type Window } from "../../../web/log/row-windows.ts";
import { same } from "../same.ts";

const rows = (from: number, count: number) => Array.from({ length: count }, (_, at) => ({ p: from + at }) as LogRow);

Deno.test("only what is missing is asked for", () => {
  const windows = new RowWindows<LogRow>();
  windows.put(100, rows(100, 50));
  same(windows.missing(100, 150), undefined);
  same(windows.missing(90, 120), { from: 90, count: 10 });
  same(windows.missing(140, 160), { from: 150, count: 10 });
  same(windows.get(120)?.p, 120);
});

Deno.test("memory does not grow with the log", () => {
  const windows = new RowWindows<LogRow>();
  for (let from = 0; from < 1_000_000; from += 50) {
    windows.put(from, rows(from, 50));
    same(windows.size <= RowWindows.limit + 64, true);
  }
  same(windows.get(999_999)?.p, 999_999);
  same(windows.get(0), undefined);
});

Deno.test("rows that are forgotten are shown until others come", () => {
  const windows = new RowWindows<LogRow>();
  windows.put(0, rows(0, 10));
  windows.forget();
  same(windows.get(3)?.p, 3);
  same(windows.missing(0, 10), { from: 0, count: 10 });
  windows.put(0, rows(50, 10));
  same(windows.get(3)?.p, 53);
});

Deno.test("rows that cannot be read are not asked for without pause", async () => {
  let asked = 0;
  let time = 0;
  const later: (() => void)[] = [];
  const view: LogView = new LogView({
    rows: () => (asked++, Promise.reject(new Error("lost"))), failed: () => view.look(0, 40, 30), changed: () => {}, now: () => time, later: (work) => void later.push(work),
  });
  view.atEnd(false);
  view.grown(100);
  view.look(0, 40, 30);
  for (let i = 0; i < 5; i++) await new Promise((done) => setTimeout(done, 0));
  same(asked, 1);
  time += 1000;
  later.splice(0).forEach((work) => work());
  same(asked, 2);
});

/** A server with so many rows, that answers when told. */
function log(total: number) {
  const asked: { from: number; count: number; answer: (window: Window<LogRow>) => void }[] = [];
  let time = 0;
  const later: (() => void)[] = [];
  const source = {
    rows: (from: number, count: number) => new Promise<Window<LogRow>>((answer) => asked.push({ from, count, answer })),
    changed: () => {}, failed: (why: Error) => { throw why; }, now: () => time, later: (work: () => void) => void later.push(work),
  };
  const view = new LogView(source);
  const answer = async () => {
    const { from, count, answer } = asked.shift()!;
    answer({ from, total, rows: rows(from, Math.min(count, total - from)) });
    await new Promise((done) => setTimeout(done, 0));
  };
  return { view, asked, answer, grow: (more: number) => view.grown(total += more), pass: (millis: number) => { time += millis; later.splice(0).forEach((work) => work()); } };
}

Deno.test("a log opens at its tail, with one request at a time", async () => {
  const { view, asked, answer, grow } = log(1_000_000);
  grow(0);
  view.look(0, 0, 30);
  grow(50_000);
  same(asked.length, 1);
  same(asked[0]?.from, 1_000_000 - 48);
  await answer();
  same(view.shown, 1_000_000);
  same(view.windows.get(999_999)?.p, 999_999);
});

Deno.test("the tail is not asked for more often than one can look", async () => {
  const { view, asked, answer, grow, pass } = log(100);
  grow(0);
  await answer();
  for (let i = 0; i < 100; i++) grow(1000);
  same(asked.length, 0);
  pass(60);
  same(asked.length, 1);
  await answer();
  same(view.shown, 100_100);
});

Deno.test("who has left the tail stays where he is, and is told how many came", async () => {
  const { view, answer, grow } = log(100);
  grow(0);
  await answer();
  view.atEnd(false);
  grow(7);
  same([view.shown, view.unseen, view.follow], [107, 7, false]);
  view.atEnd(true);
  same(view.unseen, 0);
});

Deno.test("a pause freezes the rows and loses none", async () => {
  const { view, asked, answer, grow, pass } = log(100);
  grow(0);
  await answer();
  view.pause(true);
  grow(5000);
  pass(1000);
  same([view.shown, view.unseen, asked.length], [100, 5000, 0]);
  view.pause(false);
  await answer();
  same([view.shown, view.unseen], [5100, 0]);
});

Deno.test("what is no longer looked at is not asked for", async () => {
  const { view, asked, answer, grow } = log(100_000);
  grow(0);
  await answer();
  view.atEnd(false);
  view.look(0, 40, 30);
  view.look(40_000, 40_040, 30);
  view.look(80_000, 80_040, 30);
  same(asked.map((one) => one.from), [0]);
  await answer();
  same(asked.map((one) => one.from), [80_000]);
});
