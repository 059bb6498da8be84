/** What the Proxy tab shows of a proxy's URL. */
export interface ProxyParts {
  scheme: string;
  host: string;
  port: string;
  username: string;
  password: string;
}

/** The kinds of proxies by curl's schemes, what they are called, and their usual ports. */
export const PROXIES: Record<string, { title: string; port: string; docs: string }> = {
  http: { title: "HTTP", port: "1080", docs: "The proxy is asked to CONNECT to the server." },
  https: { title: "HTTPS", port: "443", docs: "The proxy is asked to CONNECT to the server, inside TLS to the proxy itself." },
  socks5: { title: "SOCKS 5", port: "1080", docs: "The server's name is looked up on this machine." },
  socks5h: { title: "SOCKS 5, names looked up by the proxy", port: "1080", docs: "The server's name is looked up by the proxy." },
};

const URL_PARTS = /^(?:([a-z0-9]+):\/\/)?(?:([^@/]*)@)?(\[[^\]]*\]|\{\{[^}]*\}\}|[^:/@{]+)(?::(\d*|\{\{[^}]*\}\}))?\/?$/i;

/** The parts of a URL; nothing for one that has others, or that is a variable as a whole. */
export function proxyParts(url: string): ProxyParts | undefined {
  const [all, given, login, host = "", port = ""] = URL_PARTS.exec(url) ?? [];
  const scheme = (given ?? "http").toLowerCase();
  if (all === undefined || !(scheme in PROXIES) || given === undefined && host.startsWith("{{")) {
    return undefined;
  }
  const [username = "", ...password] = (login ?? "").split(":");
  return { scheme, host, port, username: unescape(username), password: unescape(password.join(":")) };
}

export function proxyUrl({ scheme, host, port }: Pick<ProxyParts, "scheme" | "host" | "port">): string {
  const name = host.includes(":") && !host.startsWith("[") && !host.includes("{{") ? `[${host}]` : host;
  return `${scheme}://${name}${port.trim() ? `:${port.trim()}` : ""}`;
}

/** What is wrong with a port; nothing for a variable or none. */
export function portFault(port: string): string {
  const text = port.trim();
  const right = text === "" || text.includes("{{") || /^\d{1,5}$/.test(text) && +text >= 1 && +text <= 65535;
  return right ? "" : `Found ${text}, expected a number from 1 to 65535, such as 3128.`;
}

function unescape(text: string): string {
  try {
    return text.includes("{{") ? text : decodeURIComponent(text);
  } catch {
    return text;
  }
}
