import type { LiveConnection } from "../api.ts";

/** The state of a connection in words, as short as they can be. */
export function stateWords(one: LiveConnection | undefined, now: number): string {
  if (!one) {
    return "Not connected";
  }
  if (one.retry) {
    return `Trying again in ${Math.max(0, Math.ceil((one.retry.at - now) / 1000))} s (${one.retry.attempt} of ${one.retry.of})`;
  }
  switch (one.state) {
    case "disconnected":
      return "Not connected";
    case "connecting":
      return phaseWords(one);
    case "connected":
      return `Connected ${clock(now - one.since)}`;
    case "closing":
      return "Closing";
    case "closed":
      return `Closed${one.code ? ` ${one.code}` : ""}${one.reason ? ` ${one.reason}` : ""}${one.by ? `, by the ${one.by}` : ""}`;
    case "failed":
    case "refused":
      return one.text || (one.state === "failed" ? "Failed" : "Refused");
    case "cancelled":
      return "Cancelled";
  }
}

function phaseWords({ phase, subject }: LiveConnection): string {
  switch (phase) {
    case "token":
      return `Fetching a token${subject ? ` from ${subject}` : ""}`;
    case "dns":
      return `Looking up ${subject ?? "the name"}`;
    case "tcp":
      return `Reaching ${subject ?? "the server"}`;
    case "proxy":
      return `Passing the proxy${subject ? ` ${subject}` : ""}`;
    case "tls":
      return `TLS${subject ? ` with ${subject}` : ""}`;
    case "upgrade":
      return "Waiting for the upgrade";
    case undefined:
      return "Connecting";
  }
}

/** `00:04:12`. */
export function clock(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  return [seconds / 3600, seconds / 60 % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, "0")).join(":");
}
