import type { CallName, Calls, EventName, Events, Json, Refusal } from "./api.ts";
import { hasKey, key } from "./key.ts";

/** What a call was answered with when it was not done. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.text);
  }
}

type Listener<E extends EventName> = (data: Events[E]) => void;
type Waiting = { resolve: (result: Json) => void; reject: (why: Error) => void };

const LOST: Refusal = {
  code: "broken",
  text: "The workbench's server does not answer.",
  hint: "Start it again with `parley ui`; this page goes on by itself.",
};

/** The WebSocket to the workbench's server. It is opened again by itself when it is lost. */
export class Server {
  private socket: WebSocket | undefined;
  private next = 1;
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Map<string, Set<(data: never) => void>>();
  private readonly greeters = new Set<(connected: boolean) => void>();
  private pause = 250;

  constructor(private readonly url: string) {}

  connect(): void {
    const socket = new WebSocket(this.url, ["parley", key()]);
    this.socket = socket;
    socket.onopen = () => {
      this.pause = 250;
      this.greeters.forEach((greet) => greet(true));
    };
    socket.onmessage = (message) => this.receive(JSON.parse(message.data as string));
    socket.onclose = () => this.lost();
  }

  /** Told at each opening and each loss of the connection. */
  onConnection(greet: (connected: boolean) => void): void {
    this.greeters.add(greet);
  }

  call<C extends CallName>(name: C, ...[given]: Given<C>): Promise<Calls[C][1]> {
    const socket = this.socket;
    if (socket?.readyState !== WebSocket.OPEN) {
      return Promise.reject(new Refused(LOST));
    }
    const id = this.next++;
    socket.send(JSON.stringify({ id, call: name, with: given ?? {} }));
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (result: Json) => void, reject });
    });
  }

  /** Calls `listener` for each such event; the answer stops that. */
  on<E extends EventName>(name: E, listener: Listener<E>): () => void {
    const all = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, all);
    all.add(listener as (data: never) => void);
    return () => all.delete(listener as (data: never) => void);
  }

  private receive(message: { id?: number; result?: Json; error?: Refusal; event?: string; data?: Json }): void {
    if (message.event !== undefined) {
      this.listeners.get(message.event)?.forEach((listener) => listener(message.data as never));
      return;
    }
    const waiting = this.waiting.get(message.id ?? 0);
    this.waiting.delete(message.id ?? 0);
    if (message.error) {
      waiting?.reject(new Refused(message.error));
    } else {
      waiting?.resolve(message.result ?? null);
    }
  }

  private lost(): void {
    this.socket = undefined;
    this.waiting.forEach((one) => one.reject(new Refused(LOST)));
    this.waiting.clear();
    this.greeters.forEach((greet) => greet(false));
    setTimeout(() => void this.again(), this.pause);
    this.pause = Math.min(this.pause * 2, 4000);
  }

  /** A server that was started anew does not know this page; then the entrance says what to do. */
  private async again(): Promise<void> {
    const answer = await fetch("/", { method: "HEAD", cache: "no-store" }).catch(() => undefined);
    if (answer?.status === 403 || (answer?.ok && !hasKey())) {
      location.replace("/enter");
    } else {
      this.connect();
    }
  }
}

/** Calls that take nothing may be called with nothing. */
type Given<C extends CallName> = Record<string, never> extends Calls[C][0] ? [given?: Calls[C][0]] : [given: Calls[C][0]];
