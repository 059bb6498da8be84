import type { Json, Key, Refusal } from "../api.ts";
import { Refused, type Server } from "../server.ts";
import { Store } from "./store.ts";

const PAUSE = 300;

/**
 * What the page alone knows: open tabs, drafts, sizes, theme. Kept on the server a moment after each change, so that neither a reload
 * nor a restart loses it. What belongs to a conversation or file is named `kind:key`, such as `composer:orders/feed.ws.yaml`.
 */
export class Memory {
  private readonly stores = new Map<string, Store<unknown>>();
  /** What holds where nothing is kept. */
  private readonly defaults = new Map<string, unknown>();
  /** What is to be sent, and the timer that does it. */
  private readonly dirty = new Map<string, { value: unknown; timer: number }>();
  /** Whether something is not at the server yet. */
  readonly saving = new Store(false);
  /** Why the server cannot keep what it is told; it is told again until it can. */
  readonly trouble = new Store<Refusal | undefined>(undefined);
  private flying = 0;

  constructor(private readonly server: Pick<Server, "on" | "call">) {
    server.on("state", ({ key, value }) => this.told(key, value));
    addEventListener("pagehide", () => this.flush());
  }

  /** What the server kept, at a greeting. What has changed here since and is not there yet stays. */
  restore(state: Record<string, Json>): void {
    for (const [name, value] of Object.entries(state)) {
      this.open(name, value);
      this.told(name, value);
    }
  }

  /** The store of a name; set it through `put`. */
  at<T>(name: string, otherwise: T): Store<T> {
    this.defaults.set(name, otherwise);
    return this.open(name, otherwise) as Store<T>;
  }

  /** Keeps a value; null is as if there had never been one. */
  put(name: string, value: unknown): void {
    this.open(name, value).set(value ?? this.defaults.get(name) ?? null);
    clearTimeout(this.dirty.get(name)?.timer);
    this.later(name, value, PAUSE);
    this.saving.set(true);
  }

  /** Forgets all about a conversation or file that is gone for good. */
  forget(key: Key): void {
    this.about((one) => one === key).forEach((name) => this.put(name, null));
  }

  /** Lets all that is kept of a file, or of those in a folder, follow to its new path. */
  move(from: Key, to: Key): void {
    for (const name of this.about((one) => one === from || one.startsWith(`${from}/`))) {
      const value = this.stores.get(name)!.value;
      this.put(name.slice(0, name.indexOf(":") + 1) + to + keyOf(name).slice(from.length), value);
      this.put(name, null);
    }
  }

  private about(which: (key: Key) => boolean): string[] {
    return [...this.stores.keys()].filter((name) => name.includes(":") && which(keyOf(name)));
  }

  private open(name: string, otherwise: unknown): Store<unknown> {
    const store = this.stores.get(name) ?? new Store<unknown>(otherwise);
    this.stores.set(name, store);
    return store;
  }

  private told(name: string, value: Json): void {
    if (!this.dirty.has(name)) {
      this.stores.get(name)?.set(value ?? this.defaults.get(name) ?? null);
    }
  }

  private later(name: string, value: unknown, millis: number): void {
    this.dirty.set(name, { value, timer: setTimeout(() => this.send(name, value), millis) as unknown as number });
  }

  private flush(): void {
    this.dirty.forEach(({ value, timer }, name) => {
      clearTimeout(timer);
      this.send(name, value);
    });
  }

  private send(name: string, value: unknown): void {
    this.dirty.delete(name);
    this.flying++;
    this.server.call("state.put", { key: name, value: (value ?? null) as Json })
      .then(() => this.trouble.set(undefined), (why) => this.retry(name, value, why))
      .finally(() => this.saving.set(--this.flying > 0 || this.dirty.size > 0));
  }

  /** Unless something newer waits to be sent. */
  private retry(name: string, value: unknown, why: unknown): void {
    if (why instanceof Refused && why.refusal.code !== "broken") {
      this.trouble.set(why.refusal);
    }
    if (!this.dirty.has(name)) {
      this.later(name, value, 10 * PAUSE);
    }
  }
}

/** The conversation or file that a name belongs to. */
function keyOf(name: string): Key {
  return name.slice(name.indexOf(":") + 1);
}
