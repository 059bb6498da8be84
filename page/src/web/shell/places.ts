import type { ConnectionState } from "../api.ts";
import { nodeAt } from "../collection/tree-rows.ts";
import { app, type Place } from "../state/app.ts";
import { stateWords } from "../state/words.ts";
import type { IconName } from "../ui/icons.ts";

/** How a place is called and drawn in a tab. */
export interface Face {
  title: string;
  hint: string;
  icon?: IconName;
  state?: ConnectionState;
  /** Said after the title. */
  words?: string;
}

export function faceOf(place: Place): Face {
  switch (place.kind) {
    case "file": return fileFace(place.key);
    case "history": return { title: "History", hint: "Past sessions", icon: "clock" };
    case "session": return { title: place.title, hint: `Session ${place.session} of the history`, icon: "clock" };
    case "environment": return { title: place.name ?? "Collection variables", hint: `Environment ${place.name ?? ""} of ${place.collection || "the collection"}`, icon: "environment" };
    case "run": return { title: app.runs.value.get(place.run)?.title ?? "Run", hint: "Test run", icon: "run" };
    case "runs": return { title: "Runs", hint: "Test runs", icon: "run" };
    case "mocks": return { title: "Mocks", hint: "Mock servers", icon: "mock" };
    case "pair": return { title: "Compare", hint: "Two sessions", icon: "duplicate" };
    case "compare": return { title: "Compare", hint: "Two messages", icon: "duplicate" };
  }
}

function fileFace(key: string): Face {
  const node = nodeAt(app.tree.value?.root, key);
  const talk = app.talks.value.get(key);
  if (key.startsWith("scratch:")) {
    const url = talk?.connections[0]?.url ?? "";
    return { title: talk?.name || url || "Scratch", hint: "Not saved to a file yet (Ctrl S)", state: talk?.state ?? "disconnected", words: `not saved, ${stateWords(talk)}` };
  }
  if (node?.kind === "mock") {
    return { title: node.name, hint: key, icon: "mock" };
  }
  if (node && node.kind !== "conversation" || !/\.ws\.ya?ml$/.test(key)) {
    return { title: node?.name ?? key.replace(/^.*\//, ""), hint: key, icon: "file" };
  }
  return { title: node?.name ?? talk?.name ?? key.replace(/^.*\//, "").replace(/\.ws\.ya?ml$/, ""), hint: key, state: talk?.state ?? "disconnected", words: stateWords(talk) };
}
