import type { ConversationModel, FileState, Row } from "../api.ts";
import { queryParts } from "../code/address.ts";

export interface Tab {
  id: string;
  title: string;
  count?: string;
  /** The count tells of something wrong. */
  bad?: boolean;
  red?: boolean;
  /** The one shown where none was chosen. */
  first?: boolean;
}

/** The tabs that a file has, in the order of use. */
export function tabsOf(file: FileState): Tab[] {
  const { model } = file;
  const errors = file.problems.filter((one) => one.severity === "error").length;
  const yaml: Tab = { id: "file", title: "File", count: errors > 0 ? String(errors) : undefined, bad: errors > 0, first: !model };
  if (!model || file.kind === "mock" || file.kind === "other") {
    return [yaml];
  }
  const conversation = file.kind === "conversation";
  const all = asked(model, conversation);
  return [...all, ...(conversation ? [{ id: "steps", title: "Steps", count: count(model.steps.length) }] : []), { id: "docs", title: "Docs", count: model.docs.trim() ? "•" : undefined }, yaml];
}

function asked(model: ConversationModel, conversation: boolean): Tab[] {
  const own = (prefix: string) => model.settings.filter((one) => one.own !== undefined && group(one.name) === prefix).length;
  const value = (name: string) => model.settings.find((one) => one.name === name)?.value;
  const off = value("tls.verify") === "false";
  return [
    { id: "params", title: "Params", count: count(queryParts(model.url.own ?? "").length + enabled([...model.tables.params, ...model.tables.path])) },
    { id: "headers", title: "Headers", count: rows(model.tables.headers), first: conversation },
    { id: "cookies", title: "Cookies", count: rows(model.tables.cookies) },
    { id: "auth", title: "Auth", count: model.auth.kind === "none" ? undefined : "•" },
    { id: "subprotocols", title: "Subprotocols", count: count(model.subprotocols.value.length) },
    { id: "compression", title: "Compression", count: value("compression") === "true" || own("compression") > 0 && value("compression") !== "false" ? "•" : undefined },
    { id: "proxy", title: "Proxy", count: model.proxy.own ? model.proxy.value.url === "none" ? "none" : "•" : undefined },
    { id: "tls", title: "TLS", count: off ? "off" : count(own("tls")), bad: off, red: off },
    { id: "settings", title: "Settings", count: count(own("settings")) },
    { id: "variables", title: "Variables", count: count(model.tables.variables.filter((one) => one.at).length), first: !conversation },
  ];
}

/** Which tab a setting belongs to. */
export function group(name: string): "proxy" | "tls" | "compression" | "settings" {
  return name.startsWith("proxy.") ? "proxy" : name.startsWith("tls") ? "tls" : name.startsWith("compression") ? "compression" : "settings";
}

function rows(all: Row[]): string | undefined {
  return count(enabled(all));
}

function enabled(all: Row[]): number {
  return all.filter((one) => one.enabled && !one.hidden).length;
}

function count(number: number): string | undefined {
  return number > 0 ? String(number) : undefined;
}

/** The most used first: these stay where there is little room. */
const USED = ["params", "headers", "auth", "steps", "file", "settings", "variables", "docs", "tls", "proxy", "subprotocols", "cookies", "compression"];
const MENU = 24;

/** Which tabs fit into a width, in the order of the page. */
export function fitting(widths: Map<string, number>, chosen: string | undefined, width: number): string[] {
  const ids = [...widths.keys()];
  if ([...widths.values()].reduce((sum, one) => sum + one, 0) <= width) {
    return ids;
  }
  const found = new Set<string>();
  let left = width - MENU;
  for (const id of [chosen, ...USED]) {
    const wide = id === undefined ? undefined : widths.get(id);
    if (wide !== undefined && !found.has(id!)) {
      left -= wide;
      if (left < 0 && found.size > 0) {
        break;
      }
      found.add(id!);
    }
  }
  return ids.filter((id) => found.has(id));
}
