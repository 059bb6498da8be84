import { html, type TemplateResult } from "lit";
import type { ConversationModel, FileState, Key, Row } from "../api.ts";
import { pathNames, queryParts, withQueryPart } from "../code/address.ts";
import { completeHeader, completeHeaderValue } from "../code/header-names.ts";
import "./auth-form.ts";
import "./docs-tab.ts";
import { change } from "./edits.ts";
import "./file-tab.ts";
import "./kept-cookies.ts";
import "./proxy-form.ts";
import { ADDRESS } from "./row-table.ts";
import "./section-title.ts";
import "./settings-form.ts";
import "./settings-tab.ts";
import "./steps-tab.ts";
import "./subprotocols-form.ts";
import "./tls-form.ts";
import "./variables-tab.ts";
import { group } from "./tabs.ts";

/** What a tab shows. */
export function content(tab: string, key: Key, file: FileState): TemplateResult {
  const { model } = file;
  if (!model || tab === "file") {
    return html`<parley-file-tab .key=${key}></parley-file-tab>`;
  }
  const settings = (name: string) => html`<parley-settings-form .key=${key} .without="${name}." .settings=${model.settings.filter((one) => group(one.name) === name)}></parley-settings-form>`;
  switch (tab) {
    case "params":
      return params(key, model);
    case "headers":
      return html`<parley-row-table table="headers" .key=${key} .rows=${model.tables.headers} .completesName=${completeHeader} .completesValue=${completeHeaderValue}></parley-row-table>`;
    case "cookies":
      return html`<parley-row-table table="cookies" word="cookie" .key=${key} .rows=${model.tables.cookies}></parley-row-table>
        <parley-kept-cookies .key=${key} .settings=${model.settings.filter((one) => one.name === "cookies")}></parley-kept-cookies>`;
    case "auth":
      return html`<parley-auth-form .key=${key} .auth=${model.auth} .parameters=${model.parameters}></parley-auth-form>`;
    case "proxy":
      return html`<parley-proxy-form .key=${key} .proxy=${model.proxy} .settings=${model.settings.filter((one) => group(one.name) === "proxy")}></parley-proxy-form>`;
    case "settings":
      return html`<parley-settings-tab .key=${key} .settings=${model.settings.filter((one) => group(one.name) === "settings")} .resolve=${model.resolve}></parley-settings-tab>`;
    case "tls":
      return html`<parley-tls-form .key=${key} .settings=${model.settings.filter((one) => group(one.name) === "tls")} .certificates=${model.certificates}></parley-tls-form>`;
    case "subprotocols":
      return html`<parley-subprotocols-form .key=${key} .subprotocols=${model.subprotocols}></parley-subprotocols-form>`;
    case "variables":
      return html`<parley-variables-tab .key=${key} .rows=${model.tables.variables}></parley-variables-tab>`;
    case "steps":
      return html`<parley-steps-tab .key=${key} .steps=${model.steps}></parley-steps-tab>`;
    case "docs":
      return html`<parley-docs-tab .key=${key} .docs=${model.docs}></parley-docs-tab>`;
    default:
      return settings(tab);
  }
}

function params(key: Key, model: ConversationModel): TemplateResult {
  const path = pathRows(model);
  const url = model.url.own ?? "";
  const inAddress = queryParts(url).map((part): Row => ({ ...part, enabled: true, from: ADDRESS }));
  const rewrites = (row: Row, given: { name: string; value: string; enabled: boolean } | null) => row.from === ADDRESS ? rewrite(key, url, inAddress.indexOf(row), given) : undefined;
  return html`${path.length > 0 ? html`<parley-section-title heading="In the path"></parley-section-title>
      <parley-row-table table="path" word="path parameter" fixed .key=${key} .rows=${path}></parley-row-table>
      <parley-section-title heading="In the query"></parley-section-title>` : ""}
    <parley-row-table table="params" word="parameter" .key=${key} .rows=${[...inAddress, ...model.tables.params]} .rewrites=${rewrites}></parley-row-table>`;
}

/** Changes a parameter in the address; one that is switched off goes into the table, where it can be off. */
async function rewrite(key: Key, url: string, index: number, given: { name: string; value: string; enabled: boolean } | null) {
  const left = withQueryPart(url, index, given?.enabled ? given : null);
  const changed = await change("file.edit", key, { edits: [{ op: "put", at: ["url"], value: left }] }, `the address ${left}`);
  return given && !given.enabled && !changed.refusal ? await change("file.row", key, { table: "params", row: given }, `parameter ${given.name}`) : changed;
}

/** Path parameters that the address names, also those without a value. */
function pathRows(model: ConversationModel): Row[] {
  const rows = model.tables.path;
  const missing = pathNames(model.url.own ?? model.url.value).filter((name) => !rows.some((one) => one.name === name));
  return [...rows, ...missing.map((name) => ({ name, value: "", enabled: true, from: "the address" }))];
}
