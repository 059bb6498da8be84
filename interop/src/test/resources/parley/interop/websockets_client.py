"""A client of the library websockets that does what its stdin says, see ws-client.js: websockets_client.py CERTIFICATE."""

import asyncio
import base64
import ssl
import sys
from urllib.parse import parse_qs

from websockets.exceptions import ConnectionClosed
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory
from websockets.legacy.client import WebSocketClientProtocol, connect


def word(data):
    data = data.encode() if isinstance(data, str) else data
    return base64.b64encode(data).decode() or "="


def data_of(text):
    return b"" if text == "=" else base64.b64decode(text)


def tell(*words):
    print(*words, flush=True)


def deflate(text):
    if text == "-":
        return None
    query = parse_qs(text, keep_blank_values=True)
    bits = {name: int(value[0]) if value[0] else True for name, value in query.items() if name.endswith("_bits")}
    flags = {name: True for name in query if name.endswith("_takeover")}
    return [ClientPerMessageDeflateFactory(**bits, **flags)]


class Client(WebSocketClientProtocol):
    number = "0"

    async def read_frame(self, max_size):
        frame = await super().read_frame(max_size)
        if frame.opcode in (9, 10):
            tell(self.number, "ping" if frame.opcode == 9 else "pong", word(frame.data))
        return frame


class Talk:
    def __init__(self, certificate):
        self.certificate = certificate
        self.number = "0"
        self.socket = None

    async def open(self, number, url, subprotocols, compression):
        tls = ssl.create_default_context(cafile=self.certificate) if url.startswith("wss:") else None
        self.number = number
        self.socket = await connect(
            url, create_protocol=Client, compression=None, extensions=deflate(compression), ssl=tls,
            subprotocols=None if subprotocols == "-" else subprotocols.split(","), max_size=2**24)
        answer = self.socket.response_headers
        self.socket.number = number
        tell(number, "open", word(self.socket.subprotocol or ""), word(answer.get("Sec-WebSocket-Extensions", "")))
        asyncio.ensure_future(self.listen(self.socket))

    async def listen(self, socket):
        try:
            while True:
                message = await socket.recv()
                tell(socket.number, "text" if isinstance(message, str) else "binary", word(message))
        except ConnectionClosed:
            tell(socket.number, "closed", socket.close_code, word(socket.close_reason))

    async def text(self, *parts):
        texts = [data_of(part).decode() for part in parts]
        await self.socket.send(texts[0] if len(texts) == 1 else texts)

    async def binary(self, data):
        await self.socket.send(data_of(data))

    async def ping(self, data):
        await self.socket.ping(data_of(data))

    async def close(self, code, reason):
        await self.socket.close(int(code), data_of(reason).decode())


async def main(certificate):
    talk = Talk(certificate)
    while line := await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline):
        order, *words = line.split()
        try:
            await getattr(talk, order)(*words)
        except Exception as failure:  # what the test has to see
            tell(talk.number, "failed", word(repr(failure)))


asyncio.run(main(*sys.argv[1:]))
