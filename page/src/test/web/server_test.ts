import { Server } from "../../web/server.ts";

Deno.test("a call without a connection says what to do", async () => {
  const server = new Server("ws://127.0.0.1:1/api");
  const text = await server.call("hello").then(() => "answered", (why: Error) => why.message);
  if (text !== "The workbench's server does not answer.") throw new Error(text);
});
