"""The newest picture of the window, and what has changed in it; each part is packed once for all.

Lives in the server's thread; comparing and packing are done beside it.
"""

import asyncio
from collections.abc import Callable
from functools import partial

from PIL import Image

from pcm.ui.glass import Picture
from pcm.web.display.boxes import Box, find_changes
from pcm.web.display.packing import pack_box, pack_head, unpack_picture

Note = Callable[[tuple[Box, ...]], None]
"""Is told which boxes of the newest picture are new."""


class Pump:
    """`note` hears of each new picture."""

    def __init__(self, note: Note) -> None:
        self._note = note
        self._version = 0
        self._image: Image.Image | None = None
        self._offered: Picture | None = None
        self._wake = asyncio.Event()
        self._packed: dict[Box, asyncio.Task[bytes]] = {}

    @property
    def whole(self) -> tuple[Box, ...]:
        """What somebody needs who has seen nothing yet."""
        return ((0, 0, *self._image.size),) if self._image else ()

    def offer(self, picture: Picture) -> None:
        """Something was painted; of what comes too fast the last one counts."""
        self._offered = picture
        self._wake.set()

    async def run(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            if self._offered:
                await self._take(self._offered)

    async def pack(self, boxes: tuple[Box, ...]) -> tuple[int, bytes]:
        """The newest picture's version, and the message that shows these boxes of it."""
        assert self._image
        version, size = self._version, self._image.size
        tasks = [self._pack_once(self._image, box) for box in boxes]
        parts = await asyncio.gather(*(asyncio.shield(task) for task in tasks))
        return version, pack_head(version, size, len(parts)) + b"".join(parts)

    async def _take(self, picture: Picture) -> None:
        image, boxes = await asyncio.to_thread(_compare, self._image, picture)
        if boxes:
            self._image, self._version = image, self._version + 1
            self._packed = {}
            self._note(boxes)

    def _pack_once(self, image: Image.Image, box: Box) -> asyncio.Task[bytes]:
        """Those of a picture that is the newest no more end by themselves, for who waits."""
        if box not in self._packed:
            work = asyncio.to_thread(partial(pack_box, image, box))
            self._packed[box] = asyncio.create_task(work)
        return self._packed[box]


def _compare(before: Image.Image | None, picture: Picture) -> tuple[Image.Image, tuple[Box, ...]]:
    image = unpack_picture(picture)
    return image, find_changes(before or Image.new("RGB", (0, 0)), image)
