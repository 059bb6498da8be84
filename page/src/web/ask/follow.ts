import type { ReactiveController, ReactiveControllerHost } from "lit";

type Watched = { watch(watcher: () => void): () => void };

/** Renders its component anew when one of the stores changes that it follows now; others may be followed later. */
export class Follow implements ReactiveController {
  private stores: Watched[] = [];
  private stops: (() => void)[] = [];
  private connected = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  to(...stores: Watched[]): void {
    this.stores = stores;
    if (this.connected) {
      this.hostDisconnected();
      this.hostConnected();
    }
  }

  hostConnected(): void {
    this.connected = true;
    this.stops = this.stores.map((store) => store.watch(() => this.host.requestUpdate()));
  }

  hostDisconnected(): void {
    this.connected = false;
    this.stops.forEach((stop) => stop());
    this.stops = [];
  }
}
