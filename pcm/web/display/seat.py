"""The place of one viewer: what he has not been shown yet, in one heap however long that takes him.

Whoever does not take what is sent waits for his own pictures alone; who does not for long is gone.
"""

import asyncio
import json
from collections.abc import Mapping
from typing import Protocol

from pcm.web.display.boxes import Box, merge_boxes
from pcm.web.display.pump import Pump

MOST_UNSEEN = 2
"""Pictures on their way to a viewer: one is drawn while the next one travels."""
GONE_S = 30.0
"""So long may a viewer take to draw a picture."""


class Socket(Protocol):
    """What a seat needs of a WebSocket."""

    async def send_text(self, data: str) -> None: ...

    async def send_bytes(self, data: bytes) -> None: ...


class Seat:
    """One viewer, by number. presenter: at the computer of the head unit."""

    def __init__(self, number: int, presenter: bool, pump: Pump) -> None:
        self.number, self.presenter = number, presenter
        self._pump = pump
        self._boxes = pump.whole
        self._unseen: dict[int, float] = {}  # version -> when it must have been drawn
        self._posts: dict[str, str] = {}  # the newest message of each kind
        self._wake = asyncio.Event()
        self._wake.set()

    def note(self, boxes: tuple[Box, ...]) -> None:
        """These boxes are new."""
        self._boxes = merge_boxes((*self._boxes, *boxes))
        self._wake.set()

    def post(self, kind: str, message: Mapping[str, object]) -> None:
        """Say this; it takes the place of what has not been said yet of its kind."""
        self._posts[kind] = json.dumps({"say": kind, **message})
        self._wake.set()

    def ack(self, version: int) -> None:
        """The picture is drawn, and so are those before it."""
        self._unseen = {other: due for other, due in self._unseen.items() if other > version}
        self._wake.set()

    async def send(self, socket: Socket) -> None:
        """Send what there is, for ever; raises TimeoutError when the viewer is gone."""
        while True:
            async with asyncio.timeout_at(min(self._unseen.values(), default=None)):
                await self._wake.wait()
            self._wake.clear()
            async with asyncio.timeout(GONE_S):
                await self._send_all(socket)

    async def _send_all(self, socket: Socket) -> None:
        while self._posts:
            await socket.send_text(self._posts.pop(next(iter(self._posts))))
        if self._boxes and len(self._unseen) < MOST_UNSEEN:
            boxes, self._boxes = self._boxes, ()
            version, message = await self._pump.pack(boxes)
            self._unseen[version] = asyncio.get_running_loop().time() + GONE_S
            await socket.send_bytes(message)
