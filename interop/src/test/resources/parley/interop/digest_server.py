"""A server of the library websockets behind digest authentication (RFC 7616). Ends with its stdin.

Prints its port. The path says the algorithm and the qop, such as /SHA-256/auth; ann's password is "open sesame".
Each nonce is good for one answer, /stale/... takes none of the first challenge.
"""

import asyncio
import hashlib
import re
import secrets
import sys
from http import HTTPStatus

from websockets.legacy.server import serve

HASHES = {"MD5": "md5", "SHA-256": "sha256", "SHA-512-256": "sha512_256"}
nonces = {}


def digest(algorithm, *parts):
    name = HASHES.get(algorithm.removesuffix("-sess"), "md5")
    return hashlib.new(name, ":".join(parts).encode()).hexdigest()


def is_right(said, algorithm, qop, target):
    user = digest(algorithm, "ann", "the \"castle\"", "open sesame")
    if algorithm.endswith("-sess"):
        user = digest(algorithm, user, said["nonce"], said["cnonce"])
    method = ["GET", target] + ([digest(algorithm, "")] if qop == "auth-int" else [])
    middle = [said["nonce"]] + ([said["nc"], said["cnonce"], said["qop"]] if qop else [])
    expected = digest(algorithm, user, *middle, digest(algorithm, *method))
    return (said["response"], said["uri"], said["username"]) == (expected, target, "ann")


def challenge(algorithm, qop, stale):
    nonce = secrets.token_hex(8)
    nonces[nonce] = not stale
    parts = ['realm="the \\"castle\\""', f'nonce="{nonce}"', 'opaque="o, p"', f"algorithm={algorithm}"]
    return "Digest " + ", ".join(parts + ([f'qop="{qop}"'] if qop else []))


async def sign_in(target, headers):
    kind, algorithm, qop = (target.split("?")[0].strip("/").split("/") + [""])[:3]
    said = dict(
        (name, re.sub(r"\\(.)", r"\1", quoted) or plain)
        for name, quoted, plain in re.findall(
            r'(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^",\s]+))', headers.get("Authorization", "")))
    fresh = nonces.pop(said.get("nonce"), None)
    if fresh and is_right(said, algorithm, qop, target):
        return None
    asked = challenge(algorithm, qop, kind == "stale" and fresh is None)
    stale = ", stale=true" if fresh is False else ""
    return HTTPStatus.UNAUTHORIZED, [("WWW-Authenticate", asked + stale)], b"who are you?\n"


async def echo(socket):
    async for message in socket:
        await socket.send(message)


async def main():
    server = await serve(echo, "127.0.0.1", 0, process_request=sign_in, compression=None)
    print("port", server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main())
