import type { StepResult, Talk } from "../../../web/api.ts";
import { app } from "../../../web/state/app.ts";
import { same } from "../same.ts";

const talk = (key: string, running: boolean) => ({ key, name: key, running }) as Talk;
const results = [{ id: "0", state: "failed" }] as StepResult[];
const outcome = { result: "failed" as const, millis: 12 };

Deno.test("results of a quick run are not lost when its conversation is told later", () => {
  app.tellResults({ key: "quick.ws.yaml", results, outcome, running: false });
  app.tell(talk("quick.ws.yaml", false));
  const told = app.talks.value.get("quick.ws.yaml");
  same([told?.results, told?.outcome], [results, outcome]);
});

Deno.test("what is told of a conversation leaves its results", () => {
  app.tell(talk("slow.ws.yaml", true));
  app.tellResults({ key: "slow.ws.yaml", results, outcome, running: false });
  app.tell(talk("slow.ws.yaml", false));
  same(app.talks.value.get("slow.ws.yaml")?.results, results);
});
