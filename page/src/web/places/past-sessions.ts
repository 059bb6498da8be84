import type { ReactiveControllerHost } from "lit";
import type { HistoryItem, SessionId } from "../api.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";

const STEP = 500;

/** Looks some sessions up in the history, and again when the connection to the server broke off meanwhile. */
export class PastSessions {
  /** Each of them, nothing for one that is gone; nothing at all while that is not known. */
  items: (HistoryItem | undefined)[] | undefined;
  private asked = "";

  constructor(private readonly host: ReactiveControllerHost) {
    new Watch(host, [app.connected]);
  }

  look(sessions: SessionId[]): void {
    const wanted = sessions.join();
    if (wanted !== this.asked && app.connected.value) {
      this.asked = wanted;
      void this.read(sessions, wanted);
    }
  }

  private async read(sessions: SessionId[], wanted: string): Promise<void> {
    try {
      const items = await find(sessions);
      this.items = wanted === this.asked ? items : this.items;
    } catch (why) {
      this.asked = app.connected.value ? wanted : ""; // What broke off is asked again.
      app.toast({ text: (why as Error).message, severity: "error" });
    }
    this.host.requestUpdate();
  }
}

async function find(sessions: SessionId[]): Promise<(HistoryItem | undefined)[]> {
  const found = new Map<SessionId, HistoryItem>();
  for (let from = 0, total = 1; from < total && !sessions.every((one) => found.has(one)); from += STEP) {
    const page = await app.server.call("history.list", { from, count: STEP });
    page.items.forEach((one) => found.set(one.session, one));
    total = page.total;
  }
  return sessions.map((one) => found.get(one));
}
