import type { Completion } from "../api.ts";

const MESSAGE = `messages:
  - name: hello
    json: { op: hello, id: "{{$guid}}" }
`;

/** What `/` begins in an empty file. */
const TEMPLATES: { name: string; detail: string; text: string }[] = [
  { name: "/wss", detail: "a conversation over TLS", text: `url: wss://echo.example\n${MESSAGE}` },
  { name: "/ws", detail: "a conversation", text: `url: ws://127.0.0.1:9001\n${MESSAGE}` },
  { name: "/websocket", detail: "a conversation with everything usual", text: `url: wss://echo.example\nheaders:\n  X-Client: parley\n${MESSAGE}` },
  { name: "/test", detail: "a conversation with steps", text: `url: wss://echo.example\nsteps:\n  - send: { json: { op: hello } }\n  - receive:\n    assert:\n      - $.op: hello\n  - close:\n` },
  { name: "/mock", detail: "the other side", text: `listen: { port: 9001 }\npaths:\n  /:\n    on-message:\n      - otherwise: [ { send: { text: "{{text}}" } } ]\n` },
];

/** Completes a slash at the beginning of a file that is empty but for it. */
export function slashCommands(text: string, offset: number): Completion | undefined {
  return /^\/\w*\s*$/.test(text) && offset > 0
    ? { from: 0, options: TEMPLATES.map((one) => ({ label: one.name, detail: one.detail, apply: one.text, info: one.text, kind: "file" as const })) }
    : undefined;
}

/** A step of each kind, as it is added to a list of steps. */
export const STEP_TEMPLATES: { verb: string; title: string; text: string }[] = [
  { verb: "connect", title: "opens the connection", text: "connect:\nexpect: { status: 101 }\n" },
  { verb: "send", title: "sends a message", text: "send: { json: { op: hello } }\n" },
  { verb: "receive", title: "takes a message and checks it", text: "receive:\nwhere: { $.type: ack }\nassert:\n  - $.type: ack\n" },
  { verb: "absent", title: "nothing such arrives", text: "absent: { where: { $.error: { exists: true } }, for: 500ms }\n" },
  { verb: "check", title: "checks what is known", text: "check: [ \"1 > 0\" ]\n" },
  { verb: "set", title: "sets variables", text: "set: { count: 0 }\n" },
  { verb: "wait", title: "lets time pass", text: "wait: 500ms\n" },
  { verb: "ping", title: "sends a ping, waits for its pong", text: "ping:\n" },
  { verb: "close", title: "closes, waits for the answer", text: "close: { code: 1000 }\n" },
  { verb: "closed", title: "waits for the end", text: "closed: { code: 1000, within: 5s }\n" },
  { verb: "group", title: "steps with a name, once or many times", text: "group:\n  - ping:\nname: three pings\nrepeat: { times: 3, delay: 100ms }\n" },
  { verb: "for-each", title: "steps for each of a list", text: "for-each: { n: [1, 2, 3], steps: [ { send: { json: { n: \"{{n}}\" } } } ] }\n" },
  { verb: "parallel", title: "lists of steps side by side", text: "parallel:\n  - [ { wait: 100ms } ]\n  - [ { ping: } ]\n" },
  { verb: "stop", title: "ends the conversation", text: "stop: enough\nif: 1 > 2\n" },
  { verb: "skip", title: "leaves the group", text: "skip: not now\nif: 1 > 2\n" },
  { verb: "use", title: "another file's steps", text: "use: other.ws.yaml\n" },
  { verb: "script", title: "JavaScript, where it is allowed", text: "script: |\n  // expect(message.json.ok).to.equal(true);\n" },
  { verb: "reset", title: "ends the TCP connection with RST", text: "reset:\n" },
  { verb: "bytes", title: "bytes straight to the wire", text: "bytes: 82 80 00 00 00 00\n" },
  { verb: "frame", title: "a frame exactly as said", text: "frame: { fin: true, opcode: 1, payload: { text: hello } }\n" },
];
