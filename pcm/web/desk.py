"""Between the server's thread and the loop that has the head unit: work goes in, changes come out.

A port that the face serves. The server's thread touches no session; it asks, and is answered.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue
from typing import Protocol, TypeVar

from models.errors import PcmError
from pcm.headunit.session import Answer, Session

Value = TypeVar("Value")


class Face(Protocol):
    """Who has the session: a window, or the console."""

    session: Session

    def do(self, line: str) -> Answer:
        """Carry out one verb line and show what came of it."""


Work = Callable[[Face], Value]
"""Reads plain values from a face, or does verb lines at it; in the head unit's loop."""


class PlainFace:
    """A session that nobody shows."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def do(self, line: str) -> Answer:
        return self.session.do(line)


ENDED = "the head unit has ended"


class DeskClosedError(PcmError):
    """The head unit is no longer there."""


class Desk:
    """The port. Who waits for a change of My Porsche hears of the newest alone.

    attach, serve, close and what observers are told: in the head unit's loop; enter, ask, version
    and changed: in the server's. Only the queue, the bell and call_soon_threadsafe are between.
    """

    gather_s = 0.0

    def __init__(self) -> None:
        self._bell, self._rope = socket.socketpair()
        self._bell.setblocking(False)
        self._rope.setblocking(False)
        self._waiting: SimpleQueue[Callable[[Face | None], None]] = SimpleQueue()
        self._face: Face | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._changes = _Changes()
        self._seen: tuple[object, ...] = ()
        self._closed = False

    # the head unit's loop

    def attach(self, face: Face) -> None:
        """From now on this one answers."""
        self._face = face
        face.session.observers.append(self)
        self._compare(face.session)

    def filenos(self) -> tuple[int, ...]:
        return () if self._closed else (self._bell.fileno(),)

    def serve(self) -> None:
        if self._closed or self._face is None:
            return
        with suppress(BlockingIOError):
            self._bell.recv(4096)
        self._carry_out(self._face)
        self._compare(self._face.session)

    def close(self) -> None:
        """Whoever waits for an answer is told that there is none."""
        self._closed = True
        self._carry_out(None)
        self._bell.close()
        self._rope.close()

    def begin(self, session: Session, line: str) -> None:
        """A change is noticed when it is there."""

    def end(self, session: Session, line: str, answer: Answer) -> None:  # noqa: ARG002  observers are told
        self._compare(session)

    def passed(self, session: Session, seconds: float) -> None:  # noqa: ARG002  observers are told
        self._compare(session)

    def _carry_out(self, face: Face | None) -> None:
        with suppress(Empty):
            while True:
                self._waiting.get_nowait()(face)

    def _compare(self, session: Session) -> None:
        """Whether My Porsche, or what its pages show of the car, is another than before."""
        state = session.unit.state
        seen = (
            session.world.portal.state,
            session.setup,
            state.account,
            state.services,
            state.functions,
            state.settings,
            state.language,
            session.unit.view.data_path,
        )
        if not self._seen or any(a is not b for a, b in zip(seen, self._seen, strict=True)):
            self._seen = seen
            if self._loop:
                _tell(self._loop, self._changes.note)

    # the server's loop

    def enter(self) -> None:
        """The server's loop is the one that runs now."""
        self._loop = asyncio.get_running_loop()

    async def ask(self, work: Work[Value]) -> Value:
        """What the work brings; raises what it raises, DeskClosedError when nobody is there."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Value] = loop.create_future()

        def carry_out(face: Face | None) -> None:
            try:
                if face is None:
                    raise DeskClosedError(ENDED)
                value = work(face)
            except Exception as error:  # noqa: BLE001  it is raised to who asked
                _tell(loop, partial(_fail, answer, error))
            else:
                _tell(loop, partial(_answer, answer, value))

        self._waiting.put(carry_out)
        if self._closed:
            self._carry_out(None)
        with suppress(OSError):  # full: it rings already
            self._rope.send(b"!")
        return await answer

    def version(self) -> int:
        """How often My Porsche, or what its pages show of the car, has changed."""
        return self._changes.version

    async def changed(self, seen: int) -> int:
        """Wait until the version is another than `seen`, an earlier one; the new version."""
        return await self._changes.after(seen)


class _Changes:
    """Counts changes; lives in the server's loop."""

    def __init__(self) -> None:
        self.version = 0
        self._noted = asyncio.Event()

    def note(self) -> None:
        self.version += 1
        self._noted.set()
        self._noted = asyncio.Event()

    async def after(self, seen: int) -> int:
        while self.version <= seen:
            await self._noted.wait()
        return self.version


def _tell(loop: asyncio.AbstractEventLoop, done: Callable[[], None]) -> None:
    """In the server's thread; nobody hears when that has ended."""
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(done)


def _answer(future: asyncio.Future[Value], value: Value) -> None:
    if not future.done():  # who asked may have gone
        future.set_result(value)


def _fail(future: asyncio.Future[Value], error: Exception) -> None:
    if not future.done():
        future.set_exception(error)
