import type { TreeNode } from "../../../web/api.ts";
import { afterDelete, childrenOf, collectionOf, folderOf, nodeAt, treeRows } from "../../../web/collection/tree-rows.ts";

const node = (kind: TreeNode["kind"], path: string, name: string, more: Partial<TreeNode> = {}): TreeNode => ({ kind, path, name, errors: 0, warnings: 0, ...more });

const root = node("folder", "", "all", { children: [
  node("collection", "shop", "Shop", { children: [
    node("folder", "shop/orders", "orders", { children: [
      node("conversation", "shop/orders/watch.ws.yaml", "Watch", { messages: [{ index: 0, name: "subscribe", kind: "json" }] }),
    ] }),
    node("folder", "shop/environments", "environments", { children: [node("environment", "shop/environments/local.yaml", "local")] }),
  ] }),
  node("conversation", "ping.ws.yaml", "Ping"),
] });

function same(found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`${JSON.stringify(found)} is not ${JSON.stringify(expected)}`);
}

const lines = (filter: string, open: (id: string, byDefault: boolean) => boolean = (_, byDefault) => byDefault) =>
  treeRows(root, open, filter).map((row) => `${"  ".repeat(row.depth)}${row.message?.name ?? row.node.name}`);

Deno.test("folders are open and conversations closed; environments have another place", () => {
  same(lines(""), ["Shop", "  orders", "    Watch", "Ping"]);
});

Deno.test("an opened conversation shows its messages", () => {
  same(lines("", () => true), ["Shop", "  orders", "    Watch", "      subscribe", "Ping"]);
});

Deno.test("a filter shows what matches with what leads to it", () => {
  same(lines("subs"), ["Shop", "  orders", "    Watch", "      subscribe"]);
  same(lines("ping"), ["Ping"]);
});

Deno.test("each line knows its place among its siblings", () => {
  same(treeRows(root, (_, byDefault) => byDefault).map((row) => [row.position, row.siblings]), [[1, 2], [1, 1], [1, 1], [2, 2]]);
});

Deno.test("after a line is deleted, the one in its place is chosen, else the one above", () => {
  const rows = treeRows(root, () => true);
  const after = (id: string) => afterDelete(rows, rows.find((row) => row.id === id)!);
  same(after("shop"), "ping.ws.yaml");
  same(after("ping.ws.yaml"), rows.at(-2)?.id);
  same(after("shop/orders/watch.ws.yaml#0"), "shop/orders/watch.ws.yaml");
});

Deno.test("a path leads to its node, its folder and its collection", () => {
  same(nodeAt(root, "shop/orders/watch.ws.yaml")?.name, "Watch");
  same(folderOf("shop/orders/watch.ws.yaml"), "shop/orders");
  same(collectionOf(root, "shop/orders/watch.ws.yaml")?.name, "Shop");
  same(collectionOf(root, "ping.ws.yaml"), undefined);
  same(childrenOf(root).length, 2);
});
