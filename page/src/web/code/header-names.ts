import type { Completion } from "../api.ts";

/** Headers that a handshake may bring, with what each is for. */
const HEADERS: Record<string, string> = {
  "Accept": "media types that are understood",
  "Accept-Language": "languages, such as en-GB",
  "API-Key": "a key, as some servers name it",
  "Authorization": "who you are: Bearer, Basic...",
  "Cache-Control": "no-cache",
  "Client-Id": "who calls",
  "Cookie": "cookies as one header; better in Cookies",
  "Forwarded": "the way through proxies (RFC 7239)",
  "Host": "the name of the server, in place of the URL's",
  "Idempotency-Key": "the same for each try",
  "If-None-Match": "an entity tag",
  "Origin": "the page that a browser would be on",
  "Pragma": "no-cache",
  "Referer": "the page that a browser would come from",
  "Sec-WebSocket-Extensions": "as written, in place of Compression",
  "Sec-WebSocket-Key": "as written, in place of a random one",
  "Sec-WebSocket-Protocol": "as written, in place of Subprotocols",
  "Sec-WebSocket-Version": "as written, in place of 13",
  "Traceparent": "the trace that this belongs to (W3C)",
  "User-Agent": "the program that calls",
  "X-Api-Key": "a key, as many servers name it",
  "X-Correlation-Id": "found again in the server's log",
  "X-CSRF-Token": "a token against forged requests",
  "X-Forwarded-For": "the address of the client",
  "X-Forwarded-Proto": "https",
  "X-Request-Id": "found again in the server's log",
  "X-Tenant-Id": "whose data it is",
};

export function completeHeader(text: string, offset: number, asked: boolean): Completion | undefined {
  return offset === 0 && !asked ? undefined : {
    from: 0,
    options: Object.entries(HEADERS).filter(([name]) => name.toLowerCase() !== text.toLowerCase()).map(([label, detail]) => ({ label, detail, kind: "header" as const })),
  };
}

const VALUES: Record<string, string[]> = {
  "authorization": ["Bearer {{token}}", "Basic "],
  "cache-control": ["no-cache"],
  "origin": ["https://", "null"],
  "sec-websocket-extensions": ["permessage-deflate", "permessage-deflate; client_max_window_bits", "permessage-deflate; client_no_context_takeover; server_no_context_takeover"],
  "sec-websocket-version": ["13", "8"],
  "accept-language": ["en-GB,en;q=0.9"],
};

export function completeHeaderValue(name: string): (text: string, offset: number) => Completion | undefined {
  return (text) => text.includes("{{") ? undefined : { from: 0, options: (VALUES[name.toLowerCase()] ?? []).filter((label) => label !== text).map((label) => ({ label, kind: "value" as const })) };
}

/** Whether a pasted text is several rows, or one with both name and value. */
export function isRows(text: string): boolean {
  const plain = text.trim();
  return /\n/.test(plain) || /^[[{][\s\S]*[\]}]$/.test(plain) && !plain.startsWith("{{") || /^[\w.-]+(:\s+|=)\S/.test(plain);
}

/** Rows of JSON as lines: a map of names and values, or a list of maps with `name` (or `key`) and `value`. Else as it is. */
export function rowLines(text: string): string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return text;
  }
  const rows: [string, unknown][] = Array.isArray(json)
    ? json.map((one) => [String(one?.name ?? one?.key ?? ""), one?.value])
    : Object.entries(json ?? {});
  return rows.filter(([name]) => name).map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value ?? "")}`).join("\n");
}
