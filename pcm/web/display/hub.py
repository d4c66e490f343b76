"""All who look at one head unit, and what they do: the middle between their seats and the window.

Lives in the server's thread; the window is reached through the desk alone.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict

from pcm.headunit.masking import masked_text
from pcm.headunit.procedure import RIGHT_ANSWERS
from pcm.headunit.screen import Entry
from pcm.ui.glass import Glass, Layout, Picture
from pcm.web.desk import Desk, Face
from pcm.web.display import steering
from pcm.web.display.boxes import Box
from pcm.web.display.messages import (
    Ack,
    Do,
    Fill,
    Give,
    Message,
    Panel,
    Point,
    Press,
    Take,
    Touch,
    Turn,
)
from pcm.web.display.mirror import can_fill, derive_mirror
from pcm.web.display.pump import Pump
from pcm.web.display.seat import Seat
from pcm.web.display.steering import Steering, Viewer
from pcm.web.display.view import MirrorView


class Hub:
    """`glass` is the head unit's window."""

    def __init__(self, desk: Desk, glass: Glass) -> None:
        self._desk, self._glass = desk, glass
        self._pump = Pump(self._note)
        self._seats: dict[int, Seat] = {}
        self._came = 0
        self._steering = Steering()
        self._said: dict[str, dict[str, object]] = {}  # what whoever comes is told first
        self._running: asyncio.Task[None] | None = None
        self._turns = asyncio.Lock()

    async def enter(self, presenter: bool) -> Seat:
        """Somebody looks on."""
        self._came += 1
        seat = Seat(self._came, presenter, self._pump)
        self._seats[seat.number] = seat
        for kind, message in self._said.items():
            seat.post(kind, message)
        viewer = Viewer(seat.number, presenter)
        await self._seat(steering.join(self._steering, viewer, self._now()))
        await self._follow()
        return seat

    async def leave(self, seat: Seat) -> None:
        """He looks on no more."""
        del self._seats[seat.number]
        await self._seat(steering.leave(self._steering, seat.number))
        await self._follow()

    async def hear(self, seat: Seat, message: Message) -> None:
        """Do what a viewer says, if it is his to say."""
        match message:
            case Ack():
                seat.ack(message.version)
            case Take():
                await self._seat(steering.take(self._steering, seat.number, self._now()))
            case Give(to=to):
                await self._seat(steering.give(self._steering, seat.number, to, self._now()))
            case _:
                await self._touch(seat, message)

    async def _touch(self, seat: Seat, message: Touch) -> None:
        await self._seat(steering.touch(self._steering, seat.number, self._now()))
        if self._steering.driver == seat.number:
            answer = await self._desk.ask(lambda face: _carry_out(face, self._glass, message))
            if answer:
                seat.post("answer", {"text": answer})

    async def _seat(self, new: Steering) -> None:
        """Everybody learns who steers; the hand of who did is off the display."""
        old, self._steering = self._steering, new
        if (old.driver, old.viewers, old.asking) == (new.driver, new.viewers, new.asking):
            return
        numbers = [viewer.number for viewer in new.viewers]
        who = {"driver": new.driver, "viewers": numbers, "asking": list(new.asking)}
        for seat in self._seats.values():
            seat.post("steering", {**who, "you": seat.number, "presenter": seat.presenter})
        if old.driver not in (0, new.driver):
            await self._desk.ask(lambda _: self._glass.let_go())

    async def _follow(self) -> None:
        """Look at the window as long as anybody looks on."""
        async with self._turns:
            if self._seats and not self._running:
                told = self._told_in(asyncio.get_running_loop())
                self._running = asyncio.create_task(self._pump.run())
                await self._desk.ask(lambda face: self._glass.watch(told(face)))
            elif self._running and not self._seats:
                self._running.cancel()
                self._running = None
                await self._desk.ask(lambda _: self._glass.watch(None))

    def _told_in(
        self, loop: asyncio.AbstractEventLoop
    ) -> Callable[[Face], Callable[[Picture, Layout], None]]:
        """What the window is to call in its own thread: it only hands over plain values."""

        def told(face: Face) -> Callable[[Picture, Layout], None]:
            def hand_over(picture: Picture, layout: Layout) -> None:
                mirror = derive_mirror(face.session)
                with suppress(RuntimeError):  # the server has just ended
                    loop.call_soon_threadsafe(self._take, picture, layout, mirror)

            return hand_over

        return told

    def _take(self, picture: Picture, layout: Layout, mirror: MirrorView) -> None:
        self._tell("layout", asdict(layout))
        self._tell("screen", asdict(mirror))
        self._pump.offer(picture)

    def _tell(self, kind: str, message: dict[str, object]) -> None:
        """Tell everybody, if it is new."""
        if self._said.get(kind) != message:
            self._said[kind] = message
            for seat in self._seats.values():
                seat.post(kind, message)

    def _note(self, boxes: tuple[Box, ...]) -> None:
        for seat in self._seats.values():
            seat.note(boxes)

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()


def _carry_out(face: Face, glass: Glass, message: Touch) -> str:
    """Done in the thread of the head unit; what it has to say against it."""
    match message:
        case Point(act=act, x=x, y=y):
            glass.point(act, x, y)
        case Turn(x=x, y=y, notches=notches):
            glass.turn(x, y, notches)
        case Press(name=name, down=down):
            glass.key(name, down)
        case Panel(shown=shown):
            glass.show_panel(shown)
        case Fill():
            return _fill(face)
        case Do(line=line):
            return _do(face, line)
    return ""


def _do(face: Face, line: str) -> str:
    answer = face.do(line)
    return "" if answer.ok else masked_text(face.session, answer.text)


def _fill(face: Face) -> str:
    """What belongs into the open field takes the place of what stands there."""
    entry = face.session.screen.overlay
    if not isinstance(entry, Entry) or not can_fill(face.session):
        return ""
    for _ in entry.shown:
        face.do("erase")
    return _do(face, f"type {RIGHT_ANSWERS[entry.id]}")
