'use strict';
// Says hi to the URL, prints the answer, closes: node one-shot.js URL
const { WebSocket } = require('ws');

const socket = new WebSocket(process.argv[2], { perMessageDeflate: false });
socket.on('open', () => socket.send('hi'));
socket.on('message', (data) => {
  console.log(data.toString());
  socket.close(1000);
});
