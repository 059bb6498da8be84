import type { Key, SessionId } from "../api.ts";
import { register } from "../state/actions.ts";
import { app } from "../state/app.ts";
import type { Store } from "../state/store.ts";
import { current } from "./conversation-actions.ts";
import { reviewSteps } from "./recorded-steps.ts";

/** Where it began, and which messages were chosen to be expected; a log that is begun anew is recorded from its start. */
export interface Recording {
  session: SessionId | null;
  from: number;
  expected: number[];
}

/** What is recorded of a conversation; it goes on over a reload. */
export function recordingOf(key: Key): Store<Recording | null> {
  return app.memory.at<Recording | null>(`recording:${key}`, null);
}

/** From now on what is done in it becomes steps. */
export function record(key: Key): void {
  const talk = app.talks.value.get(key);
  app.memory.put(`recording:${key}`, { session: talk?.session ?? null, from: talk?.rows ?? 0, expected: [] });
}

/** Shows the steps; the recording ends when they are added. */
export async function review(key: Key): Promise<void> {
  const recording = recordingOf(key).value;
  const session = app.talks.value.get(key)?.session;
  if (!recording || !session) {
    app.toast({ text: "Nothing was said since the recording began.", hint: "Connect, send, or choose messages to expect; then review.", severity: "info" });
    return;
  }
  const same = recording.session === session;
  if (await reviewSteps({ key, session, from: same ? recording.from : 0, chosen: recording.expected })) {
    stopRecording(key);
  }
}

export function stopRecording(key: Key): void {
  app.memory.put(`recording:${key}`, null);
}

/** A message becomes one that is expected, or is none any more. */
export function expectMessage(key: Key, position: number): void {
  const recording = recordingOf(key).value;
  if (recording) {
    const others = recording.expected.filter((one) => one !== position);
    app.memory.put(`recording:${key}`, { ...recording, expected: others.length < recording.expected.length ? others : [...others, position] });
  }
}

/** Steps of all that a log holds. */
async function ofLog(key: Key): Promise<void> {
  const session = app.talks.value.get(key)?.session;
  if (session) {
    await reviewSteps({ key, session, from: 0 });
  }
}

const key = (): Key => current() ?? "";
const conversation = () => app.files.value.get(key())?.kind === "conversation";
const recording = () => conversation() && recordingOf(key()).value !== null;
const chosen = () => app.chosen.value.get(app.talks.value.get(key())?.session ?? "");

register(
  { id: "record", title: "Record what I do as steps", group: "Conversation", keys: ["Alt+R"], when: () => conversation() && !recording(), run: () => record(key()) },
  { id: "record-review", title: "End the recording: review its steps", group: "Conversation", keys: ["Alt+R"], when: recording, run: () => void review(key()) },
  { id: "record-discard", title: "Discard the recording", group: "Conversation", when: recording, run: () => stopRecording(key()) },
  { id: "record-expect", title: "Expect the chosen message", group: "Message", keys: ["Alt+X"], when: () => recording() && chosen() !== undefined, run: () => expectMessage(key(), chosen()!) },
  { id: "record-log", title: "Make steps of this log", group: "Log", when: () => conversation() && (app.talks.value.get(key())?.rows ?? 0) > 0, run: () => void ofLog(key()) },
);
