'use strict';
// A server of the library socket.io on a free port of this machine. Prints its port, and ends with its stdin.
const { createServer } = require('http');
const { Server } = require('socket.io');

const http = createServer();
const io = new Server(http, { pingInterval: 300, pingTimeout: 500, transports: ['websocket'] });

io.on('connection', (socket) => {
  socket.emit('welcome', { rooms: ['kitchen', 'garden'] });
  socket.on('join', (room, ack) => { socket.join(room); ack({ joined: room }); });
  socket.on('say', ({ room, text }) => socket.to(room).emit('said', { room, text }));
  socket.on('add', (numbers, ack) => ack(numbers.reduce((sum, each) => sum + each, 0)));
  socket.on('mirror', (bytes) => socket.emit('mirrored', Buffer.from(bytes).reverse()));
});

io.of('/admin')
  .use((socket, next) => next(socket.handshake.auth.token === 'secret' ? undefined : new Error('who are you?')))
  .on('connection', (socket) => socket.on('count', (ack) => ack(io.engine.clientsCount)));

http.listen(0, '127.0.0.1', () => console.log(http.address().port));
process.stdin.on('end', () => process.exit()).resume();
