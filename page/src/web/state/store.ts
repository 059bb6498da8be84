import type { ReactiveController, ReactiveControllerHost } from "lit";

/** A value that components watch. It is replaced, never changed in place. */
export class Store<T> {
  private readonly watchers = new Set<() => void>();

  constructor(private current: T) {}

  get value(): T {
    return this.current;
  }

  set(value: T): void {
    if (value !== this.current) {
      this.current = value;
      this.watchers.forEach((watcher) => watcher());
    }
  }

  update(change: (value: T) => T): void {
    this.set(change(this.current));
  }

  /** Calls `watcher` after each change; the answer stops that. */
  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }
}

/** Keeps subscriptions as long as its component is in the page: `begin` answers what ends each of them. */
export class During implements ReactiveController {
  private stops: (() => void)[] = [];

  constructor(host: ReactiveControllerHost, private readonly begin: () => (() => void)[]) {
    host.addController(this);
  }

  hostConnected(): void {
    this.stops = this.begin();
  }

  hostDisconnected(): void {
    this.stops.forEach((stop) => stop());
    this.stops = [];
  }
}

/** Renders its component anew when one of its stores changes. */
export class Watch {
  constructor(host: ReactiveControllerHost, stores: { watch(watcher: () => void): () => void }[]) {
    new During(host, () => stores.map((store) => store.watch(() => host.requestUpdate())));
  }
}
