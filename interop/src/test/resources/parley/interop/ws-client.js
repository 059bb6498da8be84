'use strict';
// A client of the library ws that does what its stdin says: node ws-client.js CERTIFICATE.
//   open NUMBER URL SUBPROTOCOLS DEFLATE     comma-separated; deflate as a query, - for none
//   text PART...   binary BYTES   ping BYTES   close CODE REASON
// and prints what it hears, each line with the connection's number before it:
//   open SUBPROTOCOL EXTENSIONS   text BYTES   binary BYTES   ping BYTES   pong BYTES   closed CODE REASON   failed TEXT
// Bytes and texts are in base64, = for none.

const fs = require('fs');
const readline = require('readline');
const { WebSocket } = require('ws');

const ca = fs.readFileSync(process.argv[2]);
const word = (bytes) => Buffer.from(bytes).toString('base64') || '=';
const bytes = (text) => Buffer.from(text, 'base64');
let socket;

function deflate(text) {
  if (text === '-') return false;
  const query = new URLSearchParams(text);
  const bits = (name) => (query.get(name) ? Number(query.get(name)) : query.has(name) || undefined);
  return {
    threshold: 0,
    serverNoContextTakeover: query.has('server_no_context_takeover') || undefined,
    clientNoContextTakeover: query.has('client_no_context_takeover') || undefined,
    serverMaxWindowBits: bits('server_max_window_bits'),
    clientMaxWindowBits: bits('client_max_window_bits'),
  };
}

function open(number, url, subprotocols, compression) {
  const tell = (...words) => console.log(number, ...words);
  let extensions = '';
  const offered = subprotocols === '-' ? [] : subprotocols.split(',');
  socket = new WebSocket(url, offered, { ca, perMessageDeflate: deflate(compression) });
  socket.on('upgrade', (response) => (extensions = response.headers['sec-websocket-extensions'] || ''));
  socket.on('open', () => tell('open', word(socket.protocol), word(extensions)));
  socket.on('message', (data, binary) => tell(binary ? 'binary' : 'text', word(data)));
  socket.on('ping', (data) => tell('ping', word(data)));
  socket.on('pong', (data) => tell('pong', word(data)));
  socket.on('close', (code, reason) => tell('closed', code, word(reason)));
  socket.on('error', (error) => tell('failed', word(error.message)));
}

function obey(order, words) {
  switch (order) {
    case 'open':
      return open(...words);
    case 'text':
      return words.forEach((part, i) =>
        socket.send(bytes(part), { binary: false, fin: i === words.length - 1 }));
    case 'binary':
      return socket.send(bytes(words[0]), { binary: true });
    case 'ping':
      return socket.ping(bytes(words[0]));
    case 'close':
      return socket.close(Number(words[0]), bytes(words[1]));
    default:
      throw new Error(order);
  }
}

readline.createInterface({ input: process.stdin })
  .on('line', (line) => { const [order, ...words] = line.split(' '); obey(order, words); })
  .on('close', () => process.exit());
