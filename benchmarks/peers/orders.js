'use strict';
// Writes the same conversations for Parley and for Node's test runner: node orders.js FOLDER COUNT
const fs = require('fs');
const path = require('path');

const [folder, count] = [process.argv[2], Number(process.argv[3])];

const conversation = (id) => `name: Order ${id}
steps:
  - connect:
  - send: { json: { op: buy, id: ${id}, item: tea, quantity: 3 } }
  - receive:
    where: { $.type: accepted, $.id: ${id} }
    extract: { order: $.order }
    assert:
      - $.item: tea
      - { $.price: { greater-than: 0 }, $.error: { exists: false } }
  - check: [ order > 100 ]
  - close: { code: 1000 }
`;

const imports = `'use strict';
const { describe, test } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { WebSocket } = require('ws');
`;

const script = (id) => `
test('Order ${id}', async () => {
  const socket = new WebSocket(process.env.BASE + '/orders', { perMessageDeflate: false });
  const answer = new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data) => {
      const message = JSON.parse(data);
      if (message.type === 'accepted' && message.id === ${id}) {
        resolve(message);
      }
    });
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ op: 'buy', id: ${id}, item: 'tea', quantity: 3 }));
  const { item, price, error, order } = await answer;
  assert.equal(item, 'tea');
  assert.ok(price > 0);
  assert.equal(error, undefined);
  assert.ok(order > 100);
  const closed = once(socket, 'close');
  socket.close(1000);
  await closed;
});
`;

const ids = Array.from({ length: count }, (_, index) => index + 1);
const write = (name, text) => {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
};
write('orders/parley.yaml', 'name: Orders\nurl: "{{base}}/orders"\nvariables: { base: ws://127.0.0.1:9001 }\n');
ids.forEach((id) => write(`orders/order-${id}.ws.yaml`, conversation(id)));
ids.forEach((id) => write(`node/order-${id}.test.js`, imports + script(id)));
write('all.js', `${imports}\ndescribe('orders', { concurrency: 4 }, () => {${ids.map(script).join('')}});\n`);
