import type { Calls, EnvironmentInfo, Environments, Events, FileState, Key, LogState, MockState, Refusal, Run, Talk, Tree, ViewState } from "../api.ts";
import { Refused, Server } from "../server.ts";
import { Memory } from "./memory.ts";
import { Store } from "./store.ts";

export interface Toast {
  id: number;
  text: string;
  hint?: string;
  severity: "info" | "warning" | "error";
  /** What may be done about it, such as undoing. */
  action?: { title: string; run: () => void };
}

/** What tabs may show beside conversations and files. */
export type Place = { kind: "file"; key: Key } | { kind: "history" } | { kind: "mocks" } | { kind: "runs" } | { kind: "session"; session: string; title: string }
  | { kind: "environment"; collection: Key; name: string | null } | { kind: "run"; run: string } | { kind: "pair"; left: string; right: string } | { kind: "compare"; left: Spot; right: Spot };

/** A row of a log. */
export interface Spot {
  session: string;
  position: number;
}

/** All that the page knows: filled by the server's events, read by components. */
export class App {
  readonly server = new Server(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api`);
  readonly memory = new Memory(this.server);

  readonly connected = new Store(false);
  readonly greeting = new Store<Calls["hello"][1] | undefined>(undefined);
  readonly tree = new Store<Tree | undefined>(undefined);
  readonly environments = new Store<EnvironmentInfo[]>([]);
  readonly mocks = new Store<MockState[]>([]);
  readonly verify = new Store(true);
  readonly talks = new Store<ReadonlyMap<Key, Talk>>(new Map());
  readonly files = new Store<ReadonlyMap<Key, FileState>>(new Map());
  /** Files that could not be opened, and why. Tried again when the tree has changed. */
  readonly unopened = new Store<ReadonlyMap<Key, Refusal>>(new Map());
  readonly logs = new Store<ReadonlyMap<string, LogState>>(new Map());
  readonly views = new Store<ReadonlyMap<string, ViewState>>(new Map());
  readonly runs = new Store<ReadonlyMap<string, Run>>(new Map());
  readonly toasts = new Store<Toast[]>([]);

  /** Open tabs in their order, and the one that is shown. */
  readonly tabs = this.memory.at<Place[]>("tabs", []);
  readonly shown = this.memory.at<number>("shown", 0);
  /** The row that each log has chosen: its position, by session. */
  readonly chosen = new Store<ReadonlyMap<string, number>>(new Map());

  /** Results of conversations that are not known yet. */
  private readonly early = new Map<Key, Pick<Talk, "results" | "outcome">>();
  private nextToast = 1;

  start(): void {
    const { server } = this;
    server.onConnection((connected) => {
      this.connected.set(connected);
      if (connected) {
        void this.greet();
      }
    });
    server.on("tree", (tree) => {
      this.tree.set(tree);
      this.unopened.set(new Map());
    });
    server.on("environments", (told) => this.take(told));
    server.on("verify", ({ verify }) => this.verify.set(verify));
    server.on("talk", (talk) => this.tell(talk));
    server.on("talk.gone", ({ key }) => drop(this.talks, key));
    server.on("results", (results) => this.tellResults(results));
    server.on("file", (file) => this.files.value.has(file.path) && put(this.files, file.path, file)); // It may be shut by now.
    server.on("log", (log) => put(this.logs, log.session, log));
    server.on("view", (view) => put(this.views, view.view, view));
    server.on("run", (run) => put(this.runs, run.id, run));
    server.on("notice", ({ text, severity }) => this.toast({ text, severity }));
    server.connect();
  }

  private async greet(): Promise<void> {
    const greeting = await this.try(this.server.call("hello"));
    if (!greeting) {
      return; // It is asked again once the connection is there again.
    }
    this.memory.restore(greeting.state);
    this.tree.set(greeting.tree);
    this.take({ all: greeting.environments, mocks: greeting.mocks });
    this.talks.set(new Map(greeting.talks.map((talk) => [talk.key, talk])));
    this.runs.set(new Map(greeting.runs.map((run) => [run.id, run])));
    this.verify.set(greeting.verify);
    this.unopened.set(new Map());
    this.greeting.set(greeting);
    this.closeRunsOfBefore();
    await Promise.all([...this.nameScratches(), ...[...this.files.value.keys()].map((path) => this.open(path))]);
  }

  /** Runs are kept until the server ends; the tabs of those before it show nothing any more. */
  private closeRunsOfBefore(): void {
    for (let index = this.tabs.value.length - 1; index >= 0; index--) {
      const place = this.tabs.value[index];
      if (place?.kind === "run" && !this.runs.value.has(place.run)) {
        this.close(index);
      }
    }
  }

  /** Scratch conversations in tabs that nobody has looked at yet: the server knows what they are called. */
  private nameScratches(): Promise<void>[] {
    const keys = this.tabs.value.flatMap((place) => place.kind === "file" && place.key.startsWith("scratch:") ? [place.key] : []);
    return keys.filter((key) => !this.talks.value.has(key)).map(async (key) => {
      const talk = await this.server.call("talk.get", { key }).catch(() => undefined); // Where it is shown it is told that it is gone.
      if (talk) {
        this.tell(talk);
      }
    });
  }

  /** A conversation as it is now, but for its results: they are told apart. */
  tell(talk: Talk): void {
    const { results, outcome } = this.talks.value.get(talk.key) ?? this.early.get(talk.key) ?? {};
    this.early.delete(talk.key);
    put(this.talks, talk.key, { ...(results ? { results } : {}), ...(outcome ? { outcome } : {}), ...talk });
  }

  /** Results of steps; of a quick run they come before its conversation is known. */
  tellResults({ key, results, outcome, running }: Events["results"]): void {
    const talk = this.talks.value.get(key);
    if (talk) {
      put(this.talks, key, { ...talk, results, outcome, running });
    } else {
      this.early.set(key, { results, outcome });
    }
  }

  /** Environments and mocks, as they are now. */
  take({ all, mocks }: Environments): void {
    this.environments.set(all);
    this.mocks.set(mocks);
  }

  /** Reads a file, and is told of its changes from now on; why it cannot be read is told where it is shown. */
  async open(path: Key): Promise<FileState | undefined> {
    try {
      const file = await this.server.call("file.open", { path });
      put(this.files, path, file);
      return file;
    } catch (why) {
      if (!(why instanceof Refused)) {
        throw why;
      }
      if (this.connected.value) {
        drop(this.files, path);
        put(this.unopened, path, why.refusal);
      }
      return undefined;
    }
  }

  /** Lets go of a file: the server tells no more of it. */
  shut(path: Key): void {
    drop(this.files, path);
    this.server.call("file.close", { path }).catch(() => undefined); // It may be gone, and the server, too.
  }

  /** Waits for a call; what it was refused with is shown to the user. */
  async try<T>(call: Promise<T>): Promise<T | undefined> {
    try {
      return await call;
    } catch (why) {
      if (!(why instanceof Refused)) {
        throw why;
      }
      this.toast({ text: why.refusal.text, hint: why.refusal.hint, severity: "error" });
      return undefined;
    }
  }

  /** Shows a place in a tab: in the one where it is open, or in a new one. */
  show(place: Place): void {
    const tabs = this.tabs.value;
    const same = tabs.findIndex((one) => JSON.stringify(one) === JSON.stringify(place));
    if (same < 0) {
      this.memory.put("tabs", [...tabs, place]);
    }
    this.memory.put("shown", same < 0 ? tabs.length : same);
  }

  /** Closes a tab; the conversation in it goes on. */
  close(index: number): void {
    const tabs = this.tabs.value.filter((_, at) => at !== index);
    const shown = this.shown.value;
    this.memory.put("tabs", tabs);
    this.memory.put("shown", Math.max(0, Math.min(shown > index ? shown - 1 : shown, tabs.length - 1)));
  }

  get place(): Place | undefined {
    return this.tabs.value[this.shown.value];
  }

  toast(toast: Omit<Toast, "id">): void {
    this.toasts.update((all) => [...all.slice(-3), { ...toast, id: this.nextToast++ }]);
  }

  dismiss(id: number): void {
    this.toasts.update((all) => all.filter((one) => one.id !== id));
  }
}

export function put<K, V>(store: Store<ReadonlyMap<K, V>>, key: K, value: V): void {
  store.update((all) => new Map(all).set(key, value));
}

export function drop<K, V>(store: Store<ReadonlyMap<K, V>>, key: K): void {
  store.update((all) => new Map([...all].filter(([one]) => one !== key)));
}

/** The one of this page. */
export const app = new App();
