import { ScrollMap } from "../../../web/log/scroll-map.ts";
import { same } from "../same.ts";

Deno.test("few rows are scrolled pixel by pixel", () => {
  const map = new ScrollMap(1000, 24, 480);
  same(map.scaled, false);
  same(map.boxHeight, 24_000);
  same(map.topOf(1234), 1234);
  same(map.visible(1234), { first: 51, end: 72 });
});

Deno.test("more rows than a box can be high are all within reach", () => {
  const map = new ScrollMap(100_000_000, 24, 600);
  same(map.scaled && map.boxHeight <= 8_000_000, true);
  same(map.topOf(0), 0);
  same(map.topOf(map.boxHeight - 600), map.maxTop);
  same(map.visible(map.maxTop).end, 100_000_000);
});

Deno.test("any row comes back from where its place stands in the box", () => {
  const map = new ScrollMap(1_000_000, 24, 600);
  for (const row of [0, 1, 499_999, 777_777, 999_000]) {
    const top = map.center(row);
    const { first, end } = map.visible(map.topOf(map.scrollTopOf(top)));
    same(first <= row && row < end, true);
  }
});

Deno.test("a row that can be seen is not moved to be revealed", () => {
  const map = new ScrollMap(1000, 24, 480);
  same(map.reveal(10, 100), 100);
  same(map.reveal(0, 100), 0);
  same(map.reveal(30, 100), 31 * 24 - 480);
  same(map.reveal(999, 0), map.maxTop);
});

Deno.test("fewer rows than the view is high never scroll", () => {
  const map = new ScrollMap(3, 24, 480);
  same(map.maxTop, 0);
  same(map.clamp(500), 0);
  same(map.visible(0), { first: 0, end: 3 });
});
