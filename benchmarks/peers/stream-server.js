'use strict';
// A server of the library ws that sends so many messages of 200 bytes a second, for so many seconds, to whoever comes, then one of so
// many bytes where that is asked for, then closes with how many there were. Prints its port, and ends with its stdin.
const { WebSocketServer } = require('ws');

const [rate, seconds, large = 0] = process.argv.slice(2).map(Number);
const BEHIND = 16 * 1024 * 1024;
const filler = 'x'.repeat(200);
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false }, () => console.log(server.address().port));

server.on('connection', (socket) => {
  const began = process.hrtime.bigint();
  let sent = 0;
  const step = () => {
    const due = Math.min(rate * seconds, Math.floor(Number(process.hrtime.bigint() - began) / 1e9 * rate));
    while (sent < due && socket.bufferedAmount < BEHIND) {
      const text = `{"n":${sent},"symbol":"EURUSD","bid":1.${sent % 100000},"note":"`;
      socket.send(text + filler.slice(0, 198 - text.length) + '"}');
      sent++;
    }
    if (sent < rate * seconds) {
      setTimeout(step, 1);
    } else {
      if (large > 0) {
        socket.send(array(large));
      }
      socket.close(1000, String(sent));
    }
  };
  step();
});

// JSON of exactly so many bytes: an array of objects, as large answers are.
function array(bytes) {
  const item = '{"symbol":"EURUSD","bid":1.08450,"ask":1.08460,"time":"2026-01-01T00:00:00Z"}';
  const items = Array(Math.floor((bytes - 100) / (item.length + 1))).fill(item).join(',');
  return '{"large":[' + items + ']}'.padStart(bytes - items.length - 10);
}

process.stdin.on('end', () => process.exit()).resume();
