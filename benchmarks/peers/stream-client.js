'use strict';
// A client of the library ws that only counts what a stream server sends, and says how it went.
const WebSocket = require('ws');

const began = process.hrtime.bigint();
let count = 0;
const socket = new WebSocket(process.argv[2], { perMessageDeflate: false });
socket.on('message', () => count++);
socket.on('close', (code, reason) => {
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const { user, system } = process.cpuUsage();
  console.log(`${count} of ${reason} messages in ${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor time, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
});
