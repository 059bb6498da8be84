import type { Key } from "../api.ts";
import { collectionOf } from "../collection/tree-rows.ts";
import { app } from "../state/app.ts";
import { known } from "./known.ts";

/** Whether a secret stands there itself. */
export function plain(value: string | undefined): boolean {
  return !!value && !value.includes("{{");
}

/** A name for a secret that nothing has yet: `CLIENT_SECRET`, `CLIENT_SECRET_2`. */
export function secretName(field: string, taken: readonly string[]): string {
  const name = field.toUpperCase().replace(/[^A-Z0-9]+/g, "_");
  const has = (one: string) => taken.includes(one) || taken.includes(`env.${one}`);
  for (let number = 2, tried = name; ; number++) {
    if (!has(tried)) {
      return tried;
    }
    tried = `${name}_${number}`;
  }
}

/** Writes a secret to `.env` of the file's collection; what the file says in its place. */
export async function keepSecret(key: Key, field: string, value: string): Promise<string | undefined> {
  const collection = collectionOf(app.tree.value?.root, key);
  if (!collection || key.startsWith("scratch:")) {
    app.toast({ text: "There is no collection to keep it in.", hint: "Save the conversation into a collection first (Ctrl+S).", severity: "warning" });
    return undefined;
  }
  const name = secretName(field, known.of(key).value?.variables.map((one) => one.name) ?? []);
  const put = await app.try(app.server.call("secret.put", { collection: collection.path, environment: null, name, value }));
  return put ? `{{env.${name}}}` : undefined;
}
