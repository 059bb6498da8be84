// Steps and tests.

import type { Key, Pointer, SessionId } from "./words.ts";

export type StepState = "waiting" | "running" | "passed" | "failed" | "broken" | "skipped";

export interface CheckResult {
  ok: boolean;
  text: string;
  expected?: string;
  found?: string;
}

export interface StepResult {
  /** The step's place, as in `StepModel.at`, with `#N` for rounds of a loop. */
  id: string;
  at: Pointer;
  /** Where it stands, in the conversation's file or in another one: that of a folder, or a snapshot. */
  line: number;
  path?: Key;
  depth: number;
  verb: string;
  title: string;
  state: StepState;
  millis?: number;
  /** Why it failed, was skipped or broke. */
  text?: string;
  checks: CheckResult[];
  extracted: { name: string; value: string }[];
  /** What a receive looked at: positions in the log, and why each was not it. */
  saw: { position: number; why?: string }[];
  /** How many messages a receive left in the inbox. */
  left?: number;
  /** Positions of the messages that it matched or sent. */
  messages: number[];
}

/** What a step would come to; nothing of one that looks at no message. */
export interface Trial {
  result?: StepResult;
  /** Why it cannot be tried. */
  wrong?: string;
}

/** A row of a log that can be a step. */
export interface RecordedStep {
  position: number;
  kind: "sent" | "received" | "ping" | "close" | "connect";
  title: string;
  chosen: boolean;
  /** Of chosen ones. */
  verb?: string;
  /** Its YAML. */
  text?: string;
}

export interface Outcome {
  result: "passed" | "failed" | "broken" | "cancelled";
  text?: string;
  millis: number;
}

export interface RunCase {
  path: Key;
  name: string;
  /** A data row. */
  row?: string;
  state: StepState;
  millis?: number;
  text?: string;
  session?: SessionId;
  /** When it was run more than once, and whether it passed only then. */
  tries?: number;
  flaky?: boolean;
  steps: StepResult[];
}

/** How tests are run. */
export interface RunOptions {
  /** As of `parley run --tag`: `smoke and not slow`. */
  tags?: string;
  jobs?: number;
  retries?: number;
  failFast?: boolean;
  shuffle?: boolean;
  /** Of random values: a whole number. */
  seed?: string;
}

export interface Run {
  id: string;
  title: string;
  state: "running" | "passed" | "failed" | "broken" | "cancelled";
  cases: RunCase[];
  passed: number;
  failed: number;
  broken: number;
  skipped: number;
  flaky: number;
  total: number;
  /** With which its random values are the same again. */
  seed: string;
  millis: number;
}
