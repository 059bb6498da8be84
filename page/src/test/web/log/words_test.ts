import { hexLine } from "../../../web/code/hex.ts";
import { faultOf, kindOf, matcher } from "../../../web/log/matcher.ts";
import { delta, time } from "../../../web/log/words.ts";
import { millis, size } from "../../../web/state/words.ts";
import { same } from "../same.ts";

Deno.test("times are told to the microsecond", () => {
  const at = new Date(2026, 10, 21, 14, 2, 11, 481).getTime() * 1000 + 203;
  same(time(at), "14:02:11.481 203");
  same(time(at - 203), "14:02:11.481 000");
});

Deno.test("the time between rows takes the unit that fits", () => {
  same([0, 40, 99, 100, 4_200, 38_214, 99_960, 4_055_000, 12_000_000, 185_000_000].map(delta),
    ["+0 µs", "+40 µs", "+99 µs", "+0.10", "+4.20", "+38.2", "+100.0", "+4055", "+12 s", "+3:05 min"]);
  same(delta(-4_200), "−4.20");
});

Deno.test("sizes keep to four figures", () => {
  same([0, 118, 1023, 1024, 1_992_294, 16 * 1024 * 1024, 1_048_000].map(size), ["0 B", "118 B", "1023 B", "1.0 KB", "1.9 MB", "16 MB", "1.0 MB"]);
  same([0.4, 38.21, 412.4, 4100].map(millis), ["0.40 ms", "38.2 ms", "412 ms", "4.10 s"]);
});

Deno.test("a filter is a text, a regular expression or a condition", () => {
  same(["", "tick", "/ti.k/i", "$.type == \"tick\"", "/unclosed"].map(kindOf), ["none", "text", "regex", "path", "text"]);
  same(faultOf("/(/") !== undefined, true);
});

Deno.test("what matches is marked", () => {
  const hits = (find: string, text: string) => matcher(find)?.(text).filter((part) => part.hit).map((part) => part.text);
  same(hits("eurusd", '"EURUSD" and "eurusd"'), ["EURUSD", "eurusd"]);
  same(hits("/s\\d+/", "s1 S2 s34"), ["s1", "s34"]);
  same(hits('$.symbol == "EURUSD" && $.bid > 1.08', '{"symbol":"EURUSD","bid":1.081}'), ["EURUSD"]);
  same(hits("$.bid == 1.08", '{"bid":1.08,"ask":1.081}'), ["1.08"]);
  same(hits("a.b", "a.b axb"), ["a.b"]);
  same(matcher("/(/"), undefined);
});

Deno.test("a line of a dump is laid out anew, however it came", () => {
  const line = hexLine("00000010  7b 22 61 22 3a 31 7d 00  41                        |{\"a\":1}.A|", 1);
  same([line.offset, line.left, line.right.trim(), line.ascii], ["00000010", "7b 22 61 22 3a 31 7d 00", "41", '{"a":1}·A']);
  same(hexLine("deadbeef", 0).left.trim(), "de ad be ef");
  same(hexLine("", 0).ascii, "");
});
