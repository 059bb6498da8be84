import { register } from "../state/actions.ts";

/** What a log that is shown can do. */
export interface Doing {
  clear(): void;
  pause(): void;
  find(): void;
  next(forward: boolean): void;
  tail(): void;
  markChosen(): void;
  compare(): void;
  readonly live: boolean;
}

let current: Doing | undefined;

/** The log that was shown or used last is the one that keys are for. */
export function use(log: Doing): void {
  current = log;
}

export function leave(log: Doing): void {
  if (current === log) {
    current = undefined;
  }
}

const live = () => current?.live === true;
const some = () => current !== undefined;

register(
  { id: "log.find", title: "Filter the log", group: "Log", keys: ["Ctrl+F"], when: some, run: () => current?.find() },
  { id: "log.next", title: "Next match", group: "Log", keys: ["F3"], when: some, run: () => current?.next(true) },
  { id: "log.previous", title: "Previous match", group: "Log", keys: ["Shift+F3"], when: some, run: () => current?.next(false) },
  { id: "log.tail", title: "Follow the tail", group: "Log", keys: ["Alt+End"], when: some, run: () => current?.tail() },
  { id: "log.pause", title: "Pause or resume the log", group: "Log", keys: ["Alt+P"], when: live, run: () => current?.pause() },
  { id: "log.clear", title: "Clear: begin a new log", group: "Log", keys: ["Ctrl+L"], when: live, run: () => current?.clear() },
  { id: "log.mark", title: "Count times from the chosen row", group: "Log", keys: ["Alt+M"], when: some, run: () => current?.markChosen() },
  { id: "log.compare", title: "Pick the chosen row to compare", group: "Log", keys: ["Alt+C"], when: some, run: () => current?.compare() },
);
