"""An echo server of the library websockets: websockets_mortal.py PORT, 0 for any. Ends with its stdin.

Prints its port. It dies without a word when somebody says "die".
"""

import asyncio
import os
import sys

from websockets.legacy.server import serve


async def talk(socket):
    async for message in socket:
        if message == "die":
            os._exit(1)
        await socket.send(message)


async def main(port):
    server = await serve(talk, "127.0.0.1", int(port))
    print("port", server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main(sys.argv[1]))
