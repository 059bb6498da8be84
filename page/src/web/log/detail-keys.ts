import { register } from "../state/actions.ts";

/** A pane that shows all of one row. */
export interface Detailed {
  readonly message: boolean;
  readonly live: boolean;
  save(): void;
  copy(): void;
  use(): void;
  /** A row was chosen by hand: what is shown is to be about it. */
  turnToRow(): void;
}

let current: Detailed | undefined;

export function hold(pane: Detailed): void {
  current = pane;
}

export function release(pane: Detailed): void {
  if (current === pane) {
    current = undefined;
  }
}

/** The user chose a row in the log. */
export function rowChosen(): void {
  current?.turnToRow();
}

const message = () => current?.message === true;

register(
  { id: "detail.save", title: "Save the chosen message as a file", group: "Message", keys: ["F9"], when: message, run: () => current?.save() },
  { id: "detail.copy", title: "Copy the chosen message", group: "Message", when: message, run: () => current?.copy() },
  { id: "detail.use", title: "Use the chosen message as a saved message", group: "Message", when: () => message() && current?.live === true, run: () => current?.use() },
);
