"""A server of the library websockets: websockets_server.py CERTIFICATE KEY. Ends with its stdin.

Prints its ports, plain and TLS, then a line for each connection that ends: closed CODE REASON.
The URL's query has the parameters of permessage-deflate; without "deflate" in it there is no compression.
A text that begins with ! asks for something; all others are echoed.
"""

import asyncio
import base64
import ssl
import sys
from urllib.parse import parse_qs, urlsplit

from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory
from websockets.legacy.server import WebSocketServerProtocol, serve


def word(text):
    return base64.b64encode(text.encode()).decode() or "="


def deflate(query):
    if "deflate" not in query:
        return []
    bits = {name: int(value[0]) for name, value in query.items() if name.endswith("_bits")}
    flags = {name: True for name in query if name.endswith("_takeover")}
    return [ServerPerMessageDeflateFactory(**bits, **flags)]


class Server(WebSocketServerProtocol):
    def process_extensions(self, headers, available):
        query = parse_qs(urlsplit(self.path).query, keep_blank_values=True)
        return WebSocketServerProtocol.process_extensions(headers, deflate(query))


async def obey(socket, order, *words):
    if order == "!ping":
        pong = await socket.ping(words[0])
        asyncio.ensure_future(answer(socket, pong, words[0]))
    elif order == "!close":
        await socket.close(int(words[0]), words[1])
    elif order == "!fragments":
        await socket.send(words)


async def answer(socket, pong, payload):
    await pong
    await socket.send("pong " + payload)


async def talk(socket):
    try:
        async for message in socket:
            if isinstance(message, str) and message.startswith("!"):
                await obey(socket, *message.split(" "))
            else:
                await socket.send(message)
    finally:
        await socket.wait_closed()
        print("closed", socket.close_code, word(socket.close_reason), flush=True)


async def listen(tls):
    server = await serve(
        talk, "127.0.0.1", 0, create_protocol=Server, compression=None,
        subprotocols=["parley.v1"], ssl=tls, max_size=2**24)
    return server.sockets[0].getsockname()[1]


async def main(certificate, key):
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    print("ports", await listen(None), await listen(tls), flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main(*sys.argv[1:]))
