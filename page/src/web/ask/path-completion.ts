import type { Completion, Key } from "../api.ts";
import type { Completes } from "../code/editor-parts.ts";
import { app } from "../state/app.ts";

/** Settings that name files, and how a file of the collection would say so. */
const FILES = /^(?:proxy\.)?tls\.(?:ca|certificate|key|pkcs12)$/;
const SAYS = "tls:\n  certificate: ";

/** Offers the files of the collection, as paths from the file that names them. */
export function completePath(key: Key, setting: string): Completes | undefined {
  if (!FILES.test(setting)) {
    return undefined;
  }
  return async (text, offset) => {
    const from = /[^,]*$/.exec(text.slice(0, offset))![0].trimStart();
    const found = await app.server.call("file.complete", { path: key, text: SAYS + from, offset: SAYS.length + from.length }).catch(() => undefined);
    return found && shifted(found, offset - from.length - SAYS.length, setting.endsWith(".ca"));
  };
}

function shifted({ from, options }: Completion, by: number, system: boolean): Completion {
  const files = options.filter((one) => one.kind === "file" || one.kind === "value");
  const store: Completion["options"] = system ? [{ label: "system", detail: "the system's authorities, too", kind: "value" }] : [];
  return { from: from + by, options: [...store, ...files] };
}
