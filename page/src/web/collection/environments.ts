import type { EnvironmentInfo, Key, MockState } from "../api.ts";
import { register } from "../state/actions.ts";
import { app } from "../state/app.ts";
import { allNodes, collectionOf } from "./tree-rows.ts";

/** The collection of what is shown; else the first. */
export function shownCollection(): Key {
  const root = app.tree.value?.root;
  const { place } = app;
  if (place?.kind === "environment") {
    return place.collection;
  }
  const of = place?.kind === "file" ? collectionOf(root, place.key) : undefined;
  return of?.path ?? collections()[0]?.path ?? "";
}

/** All collections of the folder. */
export function collections(): { path: Key; name: string }[] {
  return allNodes(app.tree.value?.root).filter((node) => node.kind === "collection");
}

export function environmentsOf(collection: Key): EnvironmentInfo[] {
  return app.environments.value.filter((one) => one.collection === collection);
}

export function chosenIn(collection: Key): EnvironmentInfo | undefined {
  return environmentsOf(collection).find((one) => one.chosen);
}

export function mockAt(path: Key): MockState | undefined {
  return app.mocks.value.find((one) => one.path === path);
}

/** The class of the dot of a mock. */
export function mockDot(mock: MockState | undefined): string {
  return mock?.state === "running" ? "connected" : mock?.state === "failed" ? "failed" : "";
}

/** Starts a mock that does not run, and stops one that does. */
export async function switchMock(path: Key): Promise<void> {
  const running = mockAt(path)?.state === "running";
  await app.try(app.server.call(running ? "mock.stop" : "mock.start", { path }));
}

export async function chooseEnvironment(collection: Key, name: string | null): Promise<void> {
  const answer = await app.try(app.server.call("environment.choose", { collection, name }));
  if (answer) {
    app.take(answer);
  }
}

function step(by: number): void {
  const collection = shownCollection();
  const names = [null, ...environmentsOf(collection).map((one) => one.name)];
  const at = names.indexOf(chosenIn(collection)?.name ?? null);
  void chooseEnvironment(collection, names[(at + by + names.length) % names.length] ?? null);
}

register(
  { id: "environment.previous", title: "Previous environment", group: "Collection", keys: ["F7"], run: () => step(-1) },
  { id: "environment.next", title: "Next environment", group: "Collection", keys: ["F8"], run: () => step(1) },
  { id: "environment.edit", title: "Edit the environment", group: "Collection", run: () => {
    const collection = shownCollection();
    app.show({ kind: "environment", collection, name: chosenIn(collection)?.name ?? null });
  } },
);
