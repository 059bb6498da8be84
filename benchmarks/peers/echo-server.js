'use strict';
// An echo server of the library ws that prints its port and ends with its stdin.
const { WebSocketServer } = require('ws');

const server = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => console.log(server.address().port));
server.on('connection', (socket) =>
  socket.on('message', (data, binary) => socket.send(data, { binary })));
process.stdin.on('end', () => process.exit()).resume();
