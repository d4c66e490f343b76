"""Each WebSocket of a browser: who breaks the rules is gone, and nobody fills the memory.

uvicorn takes it for a fault of ours to say something to who has just broken them, leaves who
cannot even begin waiting for ever, and keeps all answers to pings for who reads none.
"""

from __future__ import annotations

from typing import Any

from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame

from pcm.web.refusals import Refusals

AT_ONCE = 16_384
"""Bytes that are read before others have their turn."""
MOST_CONTROLS = 100
"""Pings and pongs in so many bytes; browsers send a pong every twenty seconds."""
MOST_PIECES = 100
"""Frames of one message; an empty one adds nothing to its size."""
NO_HANDSHAKE = b"HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class Line(WebSocketsSansIOProtocol):
    """One WebSocket, from its handshake on."""

    refusals: Refusals
    _controls = 0

    def data_received(self, data: bytes) -> None:
        for at in range(0, len(data), AT_ONCE):
            if self.transport.is_closing():
                return
            self._controls = 0
            super().data_received(data[at : at + AT_ONCE])
        if self.conn.handshake_exc and not self.handshake_initiated:
            self.refusals.note("no HTTP")
            self.transport.write(NO_HANDSHAKE)
            self.transport.close()

    async def send(self, message: Any) -> None:
        if self.close_sent:
            raise ClientDisconnected
        await super().send(message)

    def handle_cont(self, event: Frame) -> None:
        if len(self.frames) < MOST_PIECES:
            super().handle_cont(event)
        else:
            self._give_up("a message of too many pieces")

    def handle_ping(self) -> None:
        self._count_control()
        if self.writable.is_set():
            super().handle_ping()
        else:
            self.conn.data_to_send()  # he reads nothing: the answer would wait in memory

    def handle_pong(self, event: Frame) -> None:
        self._count_control()
        super().handle_pong(event)

    def _count_control(self) -> None:
        self._controls += 1
        if self._controls > MOST_CONTROLS:
            self._give_up("a flood of pings")

    def _give_up(self, reason: str) -> None:
        if not self.transport.is_closing():
            self.refusals.note(reason)
            self.transport.abort()


def lines(told: Refusals) -> type[Line]:
    """The kind of WebSocket that tells these of what it refuses."""

    class TellingLine(Line):
        refusals = told

    return TellingLine
