"""A viewer as a page is one: a real WebSocket, its pictures put together, what it is told."""

import json
import threading
from collections import defaultdict
from contextlib import ExitStack
from io import BytesIO
from typing import Any

from PIL import Image
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from pcm.web.display.packing import HEAD, PART


class Viewer:
    """Reads in a thread of its own; draws and acknowledges each picture unless it is `lame`."""

    def __init__(self, address: str, lame: bool = False, cookie: str = "") -> None:
        self._open = ExitStack()
        self.socket: ClientConnection = self._open.enter_context(
            connect(
                f"{address.replace('http', 'ws', 1)}display",
                origin=Origin(address.removesuffix("/")),
                additional_headers={"Cookie": cookie},
                compression=None,
            )
        )
        self.lame = lame
        self.picture = Image.new("RGB", (0, 0))
        self.pictures: list[tuple[int, int]] = []  # version, bytes
        self.told: dict[str, dict[str, Any]] = defaultdict(dict)  # the newest of each kind
        self.closed = threading.Event()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def say(self, kind: str, **more: Any) -> None:
        self.socket.send(json.dumps({"say": kind, **more}))

    def tap(self, at: tuple[float, float]) -> None:
        for act in ("press", "release"):
            self.say("point", act=act, x=at[0], y=at[1])

    def close(self) -> None:
        self._open.close()
        self._reader.join()

    @property
    def number(self) -> int:
        return int(self.told["steering"].get("you", 0))

    @property
    def driver(self) -> int:
        return int(self.told["steering"].get("driver", -1))

    @property
    def title(self) -> str:
        return str(self.told["screen"].get("title", ""))

    def _read(self) -> None:
        try:
            for message in self.socket:
                if isinstance(message, str):
                    said = json.loads(message)
                    self.told[said.pop("say")] = said
                else:
                    self._draw(message)
        except ConnectionClosed:
            pass
        finally:
            self.closed.set()

    def _draw(self, message: bytes) -> None:
        version, width, height, parts = HEAD.unpack_from(message)
        if self.picture.size != (width, height):
            self.picture = Image.new("RGB", (width, height))
        at = HEAD.size
        for _ in range(parts):
            left, top, _, _, length = PART.unpack_from(message, at)
            at += PART.size
            self.picture.paste(Image.open(BytesIO(message[at : at + length])), (left, top))
            at += length
        self.pictures.append((version, len(message)))
        if not self.lame:
            self.say("ack", version=version)
