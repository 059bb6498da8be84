import type { HistoryItem } from "../../../web/api.ts";
import { days } from "../../../web/places/history-groups.ts";

const NOW = new Date(2026, 10, 21, 18, 0).getTime();

function item(began: Date): HistoryItem {
  return { session: String(began.getTime()), key: "", name: "", url: "", began: began.getTime(), rows: 0, bytes: 0, text: "", state: "closed", live: false };
}

Deno.test("sessions are told by their days", () => {
  const found = days([item(new Date(2026, 10, 21, 17)), item(new Date(2026, 10, 21, 1)), item(new Date(2026, 10, 20, 23)), item(new Date(2026, 10, 12, 9))], NOW)
    .map((day) => `${day.title}: ${day.items.length}`).join("; ");
  if (found !== "Today: 2; Yesterday: 1; Thursday 12 November: 1") throw new Error(found);
});
