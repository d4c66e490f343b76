"""Lines of a stream while the session's ports are served and real time goes by; the console's.

A thread of its own only waits for the next line, as not every system can wait for a terminal
together with sockets; all else happens in the caller's thread.
"""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from queue import SimpleQueue
from time import perf_counter
from typing import TextIO

from connectivity.ports import wait_for
from pcm.headunit.session import Session

Watch = Callable[[], float]
"""Seconds that only ever grow."""


def read_live(session: Session, lines: TextIO) -> Iterator[str]:
    """The lines; while none is there, the ports of `session` are served."""
    live = _LiveLines(session, lines)
    session.waiter = live.wait
    try:
        while line := live.next():
            yield line
    finally:
        live.close()


class _LiveLines:
    """A stream read by a thread, and the ports beside it."""

    def __init__(self, session: Session, lines: TextIO, watch: Watch = perf_counter) -> None:
        self._session, self._watch, self._seen = session, watch, watch()
        self._queue: SimpleQueue[str] = SimpleQueue()
        self._bell, bell = socket.socketpair()
        self._bell.setblocking(False)
        reader = threading.Thread(target=_read, args=(lines, self._queue, bell), daemon=True)
        reader.start()

    def close(self) -> None:
        self._bell.close()

    def next(self) -> str:
        """The next line, "" at the end of the stream."""
        while self._queue.empty():
            self._serve(self._session.next_wait())
        self._pass()
        return self._queue.get()

    def wait(self, seconds: float) -> None:
        """Serve the ports for so long."""
        end = self._watch() + seconds
        while (left := end - self._watch()) > 0:
            self._serve(min(left, self._session.next_wait()), bell=False)

    def _serve(self, timeout_s: float, bell: bool = True) -> None:
        also = (self._bell.fileno(),) if bell else ()
        wait_for(self._session.ports, timeout_s, also)
        if bell:
            with suppress(BlockingIOError):  # it was a port
                self._bell.recv(4096)
        self._pass()
        self._session.serve()

    def _pass(self) -> None:
        now = self._watch()
        self._session.tick(now - self._seen)
        self._seen = now


def _read(lines: TextIO, queue: SimpleQueue[str], bell: socket.socket) -> None:
    """Hand over every line, "" at the end; a stream that cannot be read has ended."""
    with bell, suppress(OSError, ValueError):  # closed under us: the end
        while line := lines.readline():
            queue.put(line)
            bell.send(b"!")
    queue.put("")  # the bell that is gone rings by itself
