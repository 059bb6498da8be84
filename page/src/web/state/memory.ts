import type { Json } from "../api.ts";
import type { Server } from "../server.ts";
import { Store } from "./store.ts";

const PAUSE = 300;

/**
 * What the page alone knows: open tabs, drafts, sizes, theme. Kept on the server a moment after each change, so that neither a reload
 * nor a restart loses it.
 */
export class Memory {
  private readonly stores = new Map<string, Store<Json>>();
  private readonly dirty = new Map<string, number>();
  /** Whether something is not at the server yet. */
  readonly saving = new Store(false);

  constructor(private readonly server: Server) {
    server.on("state", ({ key, value }) => this.stores.get(key)?.set(value));
    addEventListener("pagehide", () => this.flush());
  }

  /** What the server kept, at a greeting. What has changed here since and is not there yet stays. */
  restore(state: Record<string, Json>): void {
    for (const [key, value] of Object.entries(state)) {
      if (!this.dirty.has(key)) {
        this.open(key, value).set(value);
      }
    }
  }

  /** The store of a key; set it through `put`. */
  at<T extends Json>(key: string, otherwise: T): Store<T> {
    return this.open(key, otherwise) as unknown as Store<T>;
  }

  put(key: string, value: Json): void {
    this.open(key, value).set(value);
    clearTimeout(this.dirty.get(key));
    this.dirty.set(key, setTimeout(() => this.send(key), PAUSE) as unknown as number);
    this.saving.set(true);
  }

  private open(key: string, otherwise: Json): Store<Json> {
    const store = this.stores.get(key) ?? new Store<Json>(otherwise);
    this.stores.set(key, store);
    return store;
  }

  private flush(): void {
    [...this.dirty.keys()].forEach((key) => this.send(key));
  }

  private send(key: string): void {
    clearTimeout(this.dirty.get(key));
    this.dirty.delete(key);
    this.server.call("state.put", { key, value: this.stores.get(key)?.value ?? null })
      .then(() => this.saving.set(this.dirty.size > 0), () => this.retry(key));
  }

  private retry(key: string): void {
    this.dirty.set(key, setTimeout(() => this.send(key), 10 * PAUSE) as unknown as number);
  }
}
