'use strict';
// A server of the library ws: node ws-server.js CERTIFICATE KEY. Ends with its stdin.
// Prints its ports, plain and TLS, then a line for each connection that ends: closed CODE REASON.
// The URL's query has the parameters of permessage-deflate; without "deflate" in it there is no compression.
// A text that begins with ! asks for something; all others are echoed.

const fs = require('fs');
const http = require('http');
const https = require('https');
const { WebSocketServer } = require('ws');

const [certificate, key] = process.argv.slice(2).map((file) => fs.readFileSync(file));
const word = (bytes) => Buffer.from(bytes).toString('base64') || '=';

function deflate(query) {
  if (!query.has('deflate')) return false;
  const bits = (name) => (query.has(name) ? Number(query.get(name)) : undefined);
  return {
    threshold: 0,
    serverNoContextTakeover: query.has('server_no_context_takeover') || undefined,
    clientNoContextTakeover: query.has('client_no_context_takeover') || undefined,
    serverMaxWindowBits: bits('server_max_window_bits'),
    clientMaxWindowBits: bits('client_max_window_bits'),
  };
}

function upgrade(request, stream, head) {
  const query = new URL(request.url, 'ws://localhost').searchParams;
  const server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: deflate(query),
    handleProtocols: (offered) => (offered.has('parley.v1') ? 'parley.v1' : false),
  });
  server.handleUpgrade(request, stream, head, serve);
}

function serve(socket) {
  socket.on('message', (data, binary) => {
    const [order, ...words] = binary ? [] : data.toString().split(' ');
    if (order && order.startsWith('!')) obey(socket, order, words);
    else socket.send(data, { binary });
  });
  socket.on('pong', (data) => socket.send('pong ' + data));
  socket.on('close', (code, reason) => console.log('closed', code, word(reason)));
  socket.on('error', (error) => console.error(error));
}

function obey(socket, order, words) {
  switch (order) {
    case '!ping':
      return socket.ping(words[0]);
    case '!close':
      return socket.close(Number(words[0]), words[1]);
    case '!fragments':
      return words.forEach((part, i) => socket.send(part, { fin: i === words.length - 1 }));
    default:
      throw new Error(order);
  }
}

const plain = http.createServer().on('upgrade', upgrade).listen(0, '127.0.0.1', () => {
  const secure = https.createServer({ cert: certificate, key }).on('upgrade', upgrade);
  secure.listen(0, '127.0.0.1', () => console.log('ports', plain.address().port, secure.address().port));
});
process.stdin.on('end', () => process.exit()).resume();
