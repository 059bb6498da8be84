import { portFault, proxyParts, proxyUrl } from "../../../web/ask/proxy-url.ts";
import { secretName } from "../../../web/ask/secret-keeping.ts";
import { same } from "../same.ts";

const parts = (scheme: string, host: string, port = "", username = "", password = "") => ({ scheme, host, port, username, password });

Deno.test("a proxy's URL is taken apart and put together again", () => {
  const all: [string, ReturnType<typeof proxyParts>][] = [
    ["http://proxy:3128", parts("http", "proxy", "3128")],
    ["proxy:3128", parts("http", "proxy", "3128")],
    ["SOCKS5h://[::1]:1080/", parts("socks5h", "[::1]", "1080")],
    ["https://ann:p%40ss:w@proxy.example", parts("https", "proxy.example", "", "ann", "p@ss:w")],
    ["http://{{host}}:{{port}}", parts("http", "{{host}}", "{{port}}")],
    ["http://ann:{{env.P}}@proxy:1", parts("http", "proxy", "1", "ann", "{{env.P}}")],
    ["{{proxy}}", undefined],
    ["ftp://proxy:21", undefined],
    ["http://proxy:3128/path", undefined],
  ];
  all.forEach(([url, expected]) => same(proxyParts(url), expected));
  same(proxyUrl(parts("http", "proxy", "3128")), "http://proxy:3128");
  same(proxyUrl(parts("socks5", "::1")), "socks5://[::1]");
});

Deno.test("a port that is none is told before it is written", () => {
  same(["", "1", "65535", "{{port}}"].map(portFault), ["", "", "", ""]);
  same(["0", "65536", "80a", "-1"].filter((one) => portFault(one) === ""), []);
});

Deno.test("a secret gets a name that nothing has", () => {
  same(secretName("client-secret", []), "CLIENT_SECRET");
  same(secretName("client-secret", ["env.CLIENT_SECRET", "CLIENT_SECRET_2"]), "CLIENT_SECRET_3");
});
