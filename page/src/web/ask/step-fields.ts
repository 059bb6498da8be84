import type { Pointer } from "../api.ts";

/** What may be said in a field beside what is typed. */
export type Choices = "connections" | "messages" | "steps" | string[];

/** A part of a step, as a form shows it. `way` leads to it from the step. */
export interface StepField {
  way: Pointer;
  label: string;
  kind: "text" | "flag" | "checks" | "extract" | "pairs" | "message" | "list";
  docs: string;
  placeholder?: string;
  choices?: Choices;
  /** Of checks: a list of them, not one map. */
  many?: boolean;
}

const text = (way: string, label: string, docs: string, more: Partial<StepField> = {}): StepField => ({ way: way.split("."), label, kind: "text", docs, ...more });
const part = (kind: StepField["kind"], way: string, label: string, docs: string, more: Partial<StepField> = {}): StepField => ({ way: way.split("."), label, kind, docs, ...more });

const where = (way: string) => part("checks", way, "Where", "What a message must be to be taken. Others stay in the inbox.");
const REPEAT = [
  text("repeat.until", "Repeat until", "An expression: it is done again until it holds.", { placeholder: "seq > 10" }),
  text("repeat.while", "Repeat while", "An expression: it is done again as long as it holds.", { placeholder: "more" }),
  text("repeat.times", "Repeat times", "How often at most.", { placeholder: "20" }),
  text("repeat.delay", "Repeat delay", "The pause between two.", { placeholder: "200ms" }),
];

/** What each verb says: first what is always shown, then what is added when it is wanted. */
const VERBS: Record<string, { shown: StepField[]; more: StepField[] }> = {
  connect: {
    shown: [part("list", "connect", "Connections", "The main one, unless they are named.", { placeholder: "main", choices: "connections" })],
    more: [
      text("expect.status", "Status", "What the server answers.", { placeholder: "101" }), text("expect.subprotocol", "Subprotocol", "The one agreed on."),
      part("checks", "expect.headers", "Headers", "Of the answer."), text("expect.within", "Open within", "How long it may take.", { placeholder: "5s" }), part("pairs", "headers", "Send headers", "Added to those of the connection."),
    ],
  },
  send: {
    shown: [part("message", "send", "Message", "A saved one, or one that stands here.")],
    more: [
      text("chunk", "Chunk", "Streams it in messages of this size.", { placeholder: "640B" }), text("every", "Every", "The time from chunk to chunk.", { placeholder: "20ms" }),
      text("fragment", "Fragment", "Splits it into frames of this size.", { placeholder: "1KB" }), part("pairs", "headers", "Headers", "For the handshake that it opens, when nothing is open."),
    ],
  },
  receive: {
    shown: [
      where("where"),
      part("checks", "assert", "Assert", "What must hold for what was taken.", { many: true }),
      part("extract", "extract", "Extract", "Values for later steps."),
    ],
    more: [
      text("take", "Take", "Which messages: next, a number, last, last 10, all, since ID.", { placeholder: "next", choices: ["next", "2", "5", "last", "last 10", "all", "since "] }),
      text("answers.send", "Answers", "The id of a send, or a saved message, that it answers.", { choices: "steps" }), text("answers.by", "Same", "The value that both have.", { placeholder: "$.id" }), ...REPEAT,
    ],
  },
  absent: {
    shown: [where("absent.where"), text("absent.for", "For", "Nothing such arrives for that long.", { placeholder: "500ms" })],
    more: [text("absent.since", "Since", "The id of a step: what came since then is looked at, too.", { choices: "steps" })],
  },
  closed: {
    shown: [text("closed.code", "Code", "Of the Close frame.", { placeholder: "1000" }), text("closed.by", "By", "Who ends it.", { placeholder: "anybody", choices: ["server", "client", "anybody"] })],
    more: [text("closed.reason", "Reason", "Of the Close frame."), text("closed.within", "Within", "How long it may take.", { placeholder: "5s" })],
  },
  ping: { shown: [text("ping", "Payload", "At most 125 bytes.", { placeholder: "nothing" })], more: [] },
  close: { shown: [text("close.code", "Code", "Of the Close frame.", { placeholder: "1000" }), text("close.reason", "Reason", "At most 123 bytes.")], more: [] },
  wait: { shown: [text("wait", "Time", "How long.", { placeholder: "500ms" })], more: [] },
  set: { shown: [part("pairs", "set", "Variables", "For all steps that follow.")], more: [] },
  check: { shown: [part("checks", "check", "Checks", "What must hold; nothing is taken.", { many: true })], more: [] },
  group: { shown: [text("name", "Name", "What the steps in it are about.")], more: REPEAT },
  "for-each": { shown: [part("pairs", "for-each", "Item", "A name, and the list whose items it stands for.")], more: [] },
  parallel: { shown: [], more: [] },
  use: { shown: [text("use", "File", "Whose steps are done here."), part("pairs", "with", "With", "Variables for its steps.")], more: [] },
  stop: { shown: [text("stop", "Why", "Ends the conversation. `if` says when.")], more: [] },
  skip: { shown: [text("skip", "Why", "Leaves the group. `if` says when.")], more: [] },
  reset: { shown: [], more: [] },
};

const MODIFIERS: StepField[] = [
  text("id", "Id", "The name that other steps and reports use."),
  text("on", "On", "The connection.", { choices: "connections" }),
  text("within", "Within", "How long it may take.", { placeholder: "5s" }),
  text("if", "If", "An expression: else it is left out.", { placeholder: "user == 'ann'" }),
  part("pairs", "set", "Set", "Variables for this step alone."),
  text("after", "After", "A pause before it.", { placeholder: "100ms" }),
  text("retry.times", "Retry", "How often it is tried again after a failure.", { placeholder: "3" }),
  text("retry.delay", "Retry delay", "The pause between two tries.", { placeholder: "1s" }),
  part("flag", "soft", "Soft", "The conversation goes on when it fails, and has failed in the end."),
  text("docs", "Docs", "What it is for."),
];

/** The fields of a verb; nothing of one that is only YAML. */
export function fieldsOf(verb: string): { shown: StepField[]; more: StepField[] } | undefined {
  const own = VERBS[verb];
  return own && { shown: own.shown, more: [...own.more, ...MODIFIERS.filter((one) => one.way[0] !== verb)] };
}
