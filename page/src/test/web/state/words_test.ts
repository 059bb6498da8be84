import { count, millis, size } from "../../../web/state/words.ts";

Deno.test("numbers are said as people read them", () => {
  const said = [count(1, "row"), count(12408, "row"), count(2, "match", "matches"), size(96), size(1945), size(250_000), size(5_242_880), millis(.25), millis(12.4), millis(1234), millis(185_000)].join("; ");
  if (said !== "1 row; 12,408 rows; 2 matches; 96 B; 1.9 KB; 244 KB; 5.0 MB; 0.25 ms; 12.4 ms; 1.23 s; 3:05 min") throw new Error(said);
});
