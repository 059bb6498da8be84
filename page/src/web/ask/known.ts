import type { Key } from "../api.ts";
import type { Known } from "../code/templates.ts";
import { app } from "../state/app.ts";
import { Store } from "../state/store.ts";

const PAUSE = 150;

/** What is known of the variables of each conversation on screen; asked for again when something may have changed it. */
class KnownVariables {
  private readonly stores = new Map<Key, Store<Known | undefined>>();
  private readonly timers = new Map<Key, number>();

  constructor() {
    app.environments.watch(() => this.all());
    app.greeting.watch(() => this.all());
    app.server.on("file", () => this.all());
    app.server.on("tree", () => this.all());
  }

  of(key: Key): Store<Known | undefined> {
    let store = this.stores.get(key);
    if (!store) {
      store = new Store<Known | undefined>(undefined);
      this.stores.set(key, store);
      this.soon(key);
    }
    return store;
  }

  private all(): void {
    [...this.stores.keys()].forEach((key) => this.soon(key));
  }

  private soon(key: Key): void {
    clearTimeout(this.timers.get(key));
    this.timers.set(key, setTimeout(() => void this.load(key), PAUSE) as unknown as number);
  }

  private async load(key: Key): Promise<void> {
    const known = key && await app.server.call("variables.get", { key }).catch(() => undefined);
    if (known) {
      this.stores.get(key)?.set(known);
    }
  }
}

export const known = new KnownVariables();
