// The key that opens the WebSocket. The browser's storage is the origin's alone, unlike cookies, which other ports see.

const PLACE = "parley.key";

export function keep(key: string): void {
  localStorage.setItem(PLACE, key);
}

export function hasKey(): boolean {
  return localStorage.getItem(PLACE) !== null;
}

/** Calls `then` when another tab has come by a key. */
export function whenKept(then: () => void): void {
  addEventListener("storage", (change) => change.key === PLACE && change.newValue && then());
}

/** The key of the latest start; a text that opens nothing when there is none. */
export function key(): string {
  return localStorage.getItem(PLACE) ?? "none";
}
