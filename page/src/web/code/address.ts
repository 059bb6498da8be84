// What people paste into the address field.

export interface Pasted {
  url: string;
  headers: [string, string][];
  subprotocols: string[];
  /** What was changed, in a sentence. */
  notice?: string;
}

/** Reads an address, or a whole command of websocat, wscat or curl. */
export function pasted(text: string): Pasted {
  const line = text.trim().replace(/\\\r?\n/g, " ").replace(/\s*\r?\n\s*/g, " ");
  const command = /^(?:\$\s+)?(websocat|wscat|curl)\s/.exec(line);
  return command ? fromCommand(words(line.replace(/^\$\s+/, "")).slice(1), command[1]!) : corrected(line);
}

/** `https://` means `wss://` here; a name without a scheme is `ws://` on this machine and `wss://` elsewhere. */
export function corrected(address: string): Pasted {
  const none = { headers: [], subprotocols: [] };
  const http = /^http(s?):\/\//i.exec(address);
  if (http) {
    const url = `ws${http[1]!.toLowerCase()}://${address.slice(http[0].length)}`;
    return { ...none, url, notice: `\`${http[0]}\` became \`ws${http[1]!.toLowerCase()}://\`: a WebSocket begins so.` };
  }
  if (/^[a-z0-9.-]+(:\d+)?([/?].*)?$/i.test(address) && /[.:]|^localhost/i.test(address)) {
    const scheme = /^(localhost|127\.|\[::1\]|0\.0\.0\.0)/i.test(address) ? "ws" : "wss";
    return { ...none, url: `${scheme}://${address}`, notice: `\`${scheme}://\` was put before the address.` };
  }
  return { ...none, url: address };
}

/** Options of the three commands that take a value which means nothing here. */
const SKIPPED = new Set(["-o", "--output", "-m", "--max-time", "--connect-timeout", "-x", "--proxy", "-A", "--user-agent", "-w", "--wait", "-P", "-X", "--request"]);

function fromCommand(words: string[], command: string): Pasted {
  const found: Pasted = { url: "", headers: [], subprotocols: [], notice: `Taken from a command of ${command}.` };
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const [name, inline] = /^(--?[A-Za-z-]+)=(.*)$/s.exec(word)?.slice(1) ?? [word];
    const value = () => inline ?? words[++at] ?? "";
    if (/^(-H|--header)$/.test(name!)) {
      header(found, value());
    } else if (/^(-s|--subprotocol|--protocol)$/.test(name!) && command !== "curl") {
      found.subprotocols.push(...value().split(/\s*,\s*/));
    } else if (/^(--origin|-o)$/.test(name!) && command !== "curl") {
      found.headers.push(["Origin", value()]);
    } else if (/^(--auth|-u|--user|--basic-auth)$/.test(name!)) {
      found.headers.push(["Authorization", `Basic ${btoa(value())}`]);
    } else if (/^(-b|--cookie)$/.test(name!)) {
      found.headers.push(["Cookie", value()]);
    } else if (SKIPPED.has(name!)) {
      value();
    } else if (/^(wss?|https?):\/\//i.test(word) || !word.startsWith("-") && !found.url && /[.:/]/.test(word)) {
      found.url = corrected(word).url;
    }
  }
  return found;
}

/** Headers that every handshake brings by itself are left out. */
function header(found: Pasted, text: string): void {
  const [, name, value] = /^([^:]+):\s*(.*)$/s.exec(text) ?? [];
  if (!name || value === undefined || /^(connection|upgrade|sec-websocket-(key|version)|host)$/i.test(name)) {
    return;
  }
  if (/^sec-websocket-protocol$/i.test(name)) {
    found.subprotocols.push(...value.split(/\s*,\s*/));
  } else {
    found.headers.push([name, value]);
  }
}

/** Words as a shell sees them: with '...', "..." and \x. */
function words(line: string): string[] {
  return [...line.matchAll(/(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])+/gs)].map(([word]) =>
    word.replace(/'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/gs, (_, single?: string, double?: string, one?: string) =>
      single ?? double?.replace(/\\(["\\$`])/g, "$1") ?? one ?? ""));
}

/** The names of path parameters in an address: `:shop`, `{room}`. */
export function pathNames(url: string): string[] {
  const plain = url.replace(/\{\{.*?\}\}/g, "").replace(/^[a-z]+:\/\/[^/?#]*/i, "").replace(/[?#].*$/, "");
  return [...plain.matchAll(/\/:([A-Za-z_][\w-]*)|\{([A-Za-z_][\w-]*)\}/g)].map((match) => match[1] ?? match[2]!);
}

/** A parameter of an address's query, as it is written there. */
export interface QueryPart {
  name: string;
  value: string;
}

/** The parameters in the query of an address. */
export function queryParts(url: string): QueryPart[] {
  const { query } = split(url);
  return parts(query).map((part) => {
    const equals = hidden(part).indexOf("=");
    return equals < 0 ? { name: part, value: "" } : { name: part.slice(0, equals), value: part.slice(equals + 1) };
  });
}

/** The address with one parameter of its query changed, or left out. */
export function withQueryPart(url: string, index: number, part: QueryPart | null): string {
  const { before, query, after } = split(url);
  const all = parts(query);
  all.splice(index, 1, ...(part ? [part.value || all[index]?.includes("=") ? `${part.name}=${part.value}` : part.name] : []));
  return before + (all.length > 0 ? `?${all.join("&")}` : "") + after;
}

function split(url: string): { before: string; query: string; after: string } {
  const plain = hidden(url);
  const hash = plain.indexOf("#");
  const end = hash < 0 ? url.length : hash;
  const mark = plain.slice(0, end).indexOf("?");
  return mark < 0 ? { before: url.slice(0, end), query: "", after: url.slice(end) } : { before: url.slice(0, mark), query: url.slice(mark + 1, end), after: url.slice(end) };
}

function parts(query: string): string[] {
  const plain = hidden(query);
  const all: string[] = [];
  for (let from = 0; from <= query.length;) {
    const at = plain.indexOf("&", from);
    const end = at < 0 ? query.length : at;
    all.push(query.slice(from, end));
    from = end + 1;
  }
  return all.filter((part) => part);
}

/** Variables say nothing of the address around them: as many letters that mean nothing in it. */
function hidden(text: string): string {
  return text.replace(/\{\{.*?\}\}/g, (template) => "x".repeat(template.length));
}
