// An echo server of the library ws: ws-mortal.js PORT, 0 for any. Ends with its stdin.
// Prints its port. It dies without a word when somebody says "die".
"use strict";

const { WebSocketServer } = require("ws");

const server = new WebSocketServer({ host: "127.0.0.1", port: Number(process.argv[2]) });
server.on("listening", () => console.log("port", server.address().port));
server.on("connection", socket =>
  socket.on("message", (data, isBinary) => {
    if (data.toString() === "die") process.exit(1);
    socket.send(data, { binary: isBinary });
  }));
process.stdin.on("end", () => process.exit(0)).resume();
