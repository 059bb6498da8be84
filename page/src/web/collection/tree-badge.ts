import { html, type TemplateResult } from "lit";
import type { Run, StepResult, Talk, TreeNode } from "../api.ts";
import { app } from "../state/app.ts";
import { within } from "../state/tabs.ts";
import { count, number } from "../state/words.ts";
import { icon } from "../ui/icons.ts";

/** What stands at the right of a line, and how it is said. */
export interface Badge {
  shown: TemplateResult | string;
  said: string;
}

const NONE: Badge = { shown: "", said: "" };

/** The most pressing thing about a conversation, or the last results of a folder. */
export function badgeOf(node: TreeNode, talk: Talk | undefined): Badge {
  if (node.errors > 0) {
    return { shown: html`<span class="n bad" title=${count(node.errors, "problem")}>${icon("warning", 12)}${node.errors}</span>`, said: count(node.errors, "problem") };
  }
  if (node.kind === "folder" || node.kind === "collection") {
    return ofRuns(node);
  }
  if (talk && (talk.outcome || talk.rows > 0 || talk.state === "refused")) {
    return ofTalk(talk);
  }
  const run = ofTest(node);
  return run !== NONE ? run : node.warnings > 0
    ? { shown: html`<span class="n warn" title=${count(node.warnings, "warning")}>${icon("warning", 12)}</span>`, said: count(node.warnings, "warning") } : NONE;
}

function ofTalk(talk: Talk): Badge {
  if (talk.outcome && !talk.running) {
    const { result } = talk.outcome;
    const done = (talk.results ?? []).filter((step) => step.state === "passed").length;
    return result === "passed" ? passed(done) : failed(failures(talk.results ?? []) || 1);
  }
  const code = /^\d{3}/.exec(talk.connections[0]?.text ?? "")?.[0];
  if (talk.state === "refused" && code) {
    return { shown: html`<span class="n bad">${code}</span>`, said: `refused with ${code}` };
  }
  return talk.rows > 0 ? { shown: html`<span class="n">${number(talk.rows)}</span>`, said: count(talk.rows, "row") } : NONE;
}

function failures(results: StepResult[]): number {
  return results.filter((step) => step.state === "failed" || step.state === "broken").length;
}

function passed(many: number): Badge {
  return { shown: html`<span class="n pass">✓ ${many}</span>`, said: `${many} passed` };
}

function failed(many: number): Badge {
  return { shown: html`<span class="n bad">✗ ${many}</span>`, said: `${many} failed` };
}

function ofRuns(node: TreeNode): Badge {
  const run = lastRun(node);
  const cases = run?.cases.filter((one) => within(one.path, node.path)) ?? [];
  const bad = cases.filter((one) => one.state === "failed" || one.state === "broken").length;
  const good = cases.filter((one) => one.state === "passed").length;
  return bad > 0 ? failed(bad) : good > 0 ? passed(good) : NONE;
}

/** What the last run made of the tests in a file. */
function ofTest(node: TreeNode): Badge {
  const cases = lastRun(node)?.cases.filter((one) => one.path === node.path) ?? [];
  const steps = cases.flatMap((one) => one.steps);
  const done = cases.length > 0 && cases.every((one) => one.state === "passed");
  return done ? passed(steps.length) : cases.some((one) => one.state === "failed" || one.state === "broken") ? failed(failures(steps) || 1) : NONE;
}

function lastRun(node: TreeNode): Run | undefined {
  return [...app.runs.value.values()].reverse().find((run) => run.cases.some((one) => within(one.path, node.path)));
}
