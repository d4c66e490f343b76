"""Viewers who are gone, or take nothing any more: the server lets go of them and goes on."""

import asyncio
from typing import Any, cast

import pytest
from PIL import Image
from starlette.websockets import WebSocket, WebSocketDisconnect

from pcm.ui.glass import Picture
from pcm.web.display import pace
from pcm.web.display import seat as seats
from pcm.web.display.hub import Hub
from pcm.web.display.messages import MalformedError
from pcm.web.display.pump import Pump
from pcm.web.display.routes import TRY_LATER, serve_viewer
from pcm.web.display.seat import Seat


class Line:
    """The line to a viewer who says nothing. `broken`: he is gone, which nobody has noticed."""

    def __init__(self, broken: bool = False) -> None:
        self.broken = broken
        self.pictures = 0
        self.closed = 0

    async def receive(self) -> dict[str, Any]:
        await asyncio.Event().wait()
        raise AssertionError

    async def send_text(self, data: str) -> None:
        if self.broken:
            raise WebSocketDisconnect(1006)

    async def send_bytes(self, data: bytes) -> None:
        self.pictures += 1

    async def close(self, code: int) -> None:
        self.closed = code


class Chatter(Line):
    """Somebody who says the same without end."""

    async def receive(self) -> dict[str, Any]:
        return {"type": "websocket.receive", "text": '{"say":"take"}'}


class Listener:
    """In the place of the hub: when it heard something; after enough of that it fails."""

    def __init__(self, patience: int) -> None:
        self.heard: list[float] = []
        self._patience = patience

    async def hear(self, *_: object) -> None:
        self.heard.append(asyncio.get_running_loop().time())
        if len(self.heard) == self._patience:
            raise MalformedError


async def drawn_pump() -> Pump:
    """A pump that has a picture."""
    seen = asyncio.Event()
    pump = Pump(lambda _boxes: seen.set())
    size = (40, 30)
    pump.offer(Picture(*size, 160, Image.new("RGBX", size, "red").tobytes()))
    running = asyncio.create_task(pump.run())
    await seen.wait()
    running.cancel()
    return pump


async def serve(line: Line, refused: list[str]) -> None:
    seat = Seat(1, True, await drawn_pump())
    seat.post("layout", {})
    await serve_viewer(cast("Hub", None), seat, cast("WebSocket", line), refused.append)


def test_who_is_gone_before_it_is_noticed_is_no_fault() -> None:
    refused: list[str] = []
    line = Line(broken=True)
    asyncio.run(serve(line, refused))
    assert (refused, line.closed) == ([], 0)


def test_who_draws_nothing_for_long_is_sent_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seats, "GONE_S", 1.0)
    refused: list[str] = []
    line = Line()
    asyncio.run(serve(line, refused))
    assert refused == ["a viewer that takes nothing"]
    assert (line.pictures, line.closed) == (1, TRY_LATER)


def test_who_says_more_than_a_hand_can_do_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "MOST", 5)
    monkeypatch.setattr(pace, "SPAN_S", 0.2)
    refused: list[str] = []
    hub = Listener(12)

    async def listen() -> None:
        seat = Seat(1, True, await drawn_pump())
        await serve_viewer(cast("Hub", hub), seat, cast("WebSocket", Chatter()), refused.append)

    asyncio.run(listen())
    assert refused == ["a flood of messages"] * 2
    assert hub.heard[5] - hub.heard[4] > 0.15
    assert hub.heard[11] - hub.heard[10] > 0.15
