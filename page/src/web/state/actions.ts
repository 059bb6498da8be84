/** Something that a user can do, from the palette, by a key, or from a menu. */
export interface Action {
  id: string;
  title: string;
  /** In the palette and in the sheet of keys. */
  group: "Conversation" | "Message" | "Log" | "File" | "Collection" | "View";
  /** Such as `F5`, `Ctrl+K`, `Ctrl+Shift+F`; Ctrl is Cmd on a Mac. Several are alternatives. */
  keys?: string[];
  /** A key that does it in its own part of the page, which may mean something else elsewhere. */
  local?: string;
  /** Its keys are left to fields while one is typed into. */
  outside?: boolean;
  /** Whether it can be done now. */
  when?: () => boolean;
  run: () => void;
}

const all = new Map<string, Action>();

/** Each part of the page registers what it can do. */
export function register(...actions: Action[]): void {
  actions.forEach((action) => all.set(action.id, action));
}

export function actions(): Action[] {
  return [...all.values()];
}

export function run(id: string): void {
  const action = all.get(id);
  if (action && (action.when?.() ?? true)) {
    action.run();
  }
}

const MAC = navigator.platform?.startsWith("Mac") ?? false;

/** `Ctrl+Shift+K` of a key event. */
export function keyOf(event: KeyboardEvent): string {
  const parts = [
    (MAC ? event.metaKey : event.ctrlKey) ? "Ctrl" : "",
    event.altKey ? "Alt" : "",
    event.shiftKey && event.key.length !== 1 || event.shiftKey && /[a-z]/i.test(event.key) ? "Shift" : "",
    letterOf(event),
  ];
  return parts.filter((part) => part).join("+");
}

/** On a Mac, Alt turns letters into signs: the key says what was meant. */
function letterOf({ altKey, code, key }: KeyboardEvent): string {
  const meant = MAC && altKey ? /^(?:Key|Digit)(.)$/.exec(code)?.[1] : undefined;
  return meant ?? (key.length === 1 ? key.toUpperCase() : key);
}

const SIGNS: Record<string, string> = { Enter: "↵", ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" };

/** A key as people read it: `⌘K` on a Mac. */
export function shown(key: string): string {
  const signs = key.replace(/Enter|Arrow\w+/g, (name) => SIGNS[name] ?? name);
  return MAC ? signs.replace("Ctrl+", "⌘").replace("Shift+", "⇧").replace("Alt+", "⌥") : signs.replaceAll("+", " ");
}

/** Keys that type nothing; on a Mac, Alt types signs and moves by words. */
const COMMANDS = /^(F\d+|(Ctrl|Alt)\+.*)$/;
const COMMANDS_ON_MAC = /^(F\d+|Ctrl\+.*)$/;

/** Does what a key is for; typing in a field is left alone unless the key cannot be typed. */
export function press(event: KeyboardEvent): void {
  const key = keyOf(event);
  const typing = isField(event.composedPath()[0]) && !(MAC ? COMMANDS_ON_MAC : COMMANDS).test(key);
  if (typing || event.defaultPrevented) {
    return;
  }
  const field = isField(event.composedPath()[0]);
  const meant = actions().filter((one) => one.keys?.includes(key) && !(one.outside && field));
  if (meant.length > 0) {
    event.preventDefault();
    meant.find((one) => one.when?.() ?? true)?.run();
  } else if (key === "F5") {
    event.preventDefault(); // A reload by mistake would be rude, also where nothing can be connected.
  }
}

/** In a dialog or menu, keys are for it alone; there, too, F5 does not reload the page. */
export function keepKeys(event: KeyboardEvent): void {
  event.stopPropagation();
  if (event.key === "F5") {
    event.preventDefault();
  }
}

function isField(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
