import type { Key } from "../api.ts";
import { app, type Place } from "../state/app.ts";

/** How long a closed scratch conversation can be had back. */
const KEPT_MILLIS = 15_000;

let before: Place[] = [];

/** A scratch conversation is gone some time after its tab was closed. Saving it keeps the tab, as that of a file. */
function compare(): void {
  const now = app.tabs.value;
  const closed = now.length < before.length ? scratches(before).filter((key) => !scratches(now).includes(key)) : [];
  before = now;
  closed.forEach(offer);
}

function scratches(places: Place[]): Key[] {
  return places.flatMap((place) => (place.kind === "file" && place.key.startsWith("scratch:") ? place.key : []));
}

function offer(key: Key): void {
  const talk = app.talks.value.get(key);
  const untouched = !talk || talk.rows === 0 && talk.state === "disconnected";
  const discard = (): void => {
    if (!scratches(app.tabs.value).includes(key)) {
      app.memory.forget(key); // Its number is given to the next one.
      void app.server.call("scratch.discard", { key }).catch(() => undefined); // Another page may have done it.
    }
  };
  if (untouched) {
    discard();
    return;
  }
  app.toast({ text: `Closed ${talk.name || "the scratch conversation"}, which is in no file.`, severity: "info", action: { title: "Reopen", run: () => app.show({ kind: "file", key }) } });
  setTimeout(discard, KEPT_MILLIS);
}

app.tabs.watch(compare);
