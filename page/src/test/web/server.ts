import type { CallName, Refusal } from "../../web/api.ts";
import { Refused } from "../../web/server.ts";
import { app } from "../../web/state/app.ts";

/** A call as it was made, to be answered by the test. */
export interface Asked {
  name: CallName;
  given: Record<string, unknown>;
  answer(result: unknown): Promise<void>;
  refuse(refusal: Refusal): Promise<void>;
}

/** Stands in for the server: all calls from now on are to be answered by the test. */
export function serve(): Asked[] {
  const asked: Asked[] = [];
  const call = (name: CallName, given: Record<string, unknown> = {}) => new Promise((resolve, reject) => asked.push({
    name, given,
    answer: (result) => (resolve(result), passed()),
    refuse: (refusal) => (reject(new Refused(refusal)), passed()),
  }));
  Object.assign(app.server, { call });
  app.connected.set(true);
  return asked;
}

/** Lets all that waits for an answer go on. */
export function passed(): Promise<void> {
  return new Promise((done) => setTimeout(done, 0));
}
