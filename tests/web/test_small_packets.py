"""What is small is sent at once: a picture does not wait for the other side to say it has more."""

import asyncio
import socket
from contextlib import closing

from pcm.web.addresses import open_door


def test_connections_send_small_packets_at_once() -> None:
    (listener,) = open_door(0)
    with closing(listener):
        assert asyncio.run(no_delay_of(listener)) != 0


async def no_delay_of(listener: socket.socket) -> int:
    """TCP_NODELAY of a connection that asyncio takes from this listener."""
    taken: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def take(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = writer.get_extra_info("socket")
        taken.set_result(line.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    async with await asyncio.start_server(take, sock=listener):
        _, writer = await asyncio.open_connection(*listener.getsockname())
        try:
            return await taken
        finally:
            writer.close()
