"""One connection to the server: says its request, waits for the answer, hears it, hangs up.

Never blocks and never raises; what it may take of time and memory is bounded.
"""

import socket
from collections.abc import Callable
from enum import Enum, auto
from http import HTTPStatus

from pcm.qa.serve.http import (
    END_OF_HEAD,
    GO_ON,
    LONGEST_HEAD,
    Head,
    RefusedRequestError,
    read_head,
    write_refusal,
)

PATIENCE_S = 10.0
"""How long a peer may take to say its request, and again to hear the answer and hang up."""
_LARGEST_READ = 65_536
_TURNS = 4
"""Reads in one turn, so that the window and the others get theirs."""
_ROOM = 1_000_000
"""Bytes of an answer that the system takes at once: it goes out in one turn."""

Refused = Callable[[RefusedRequestError], None]


class Stage(Enum):
    """How far a peer is."""

    SAYING = auto()
    WAITING = auto()
    HEARING = auto()
    LEAVING = auto()  # told that nothing more comes; closing now could cost it the answer
    GONE = auto()


class Peer:
    """A connection; its `request` is whole when it is WAITING.

    refused: is told what was not let in.
    """

    def __init__(self, connection: socket.socket, token: str, refused: Refused, now: float) -> None:
        connection.setblocking(False)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _ROOM)
        self.connection, self._token, self._refused = connection, token, refused
        self.stage, self.request = Stage.SAYING, b""
        self._until = now + PATIENCE_S
        self._head: Head | None = None
        self._said, self._answer = bytearray(), b""

    def talk(self, now: float) -> None:
        """Read and write what is possible now."""
        if now > self._until and self.stage is not Stage.WAITING:
            self.stage = Stage.GONE
        try:
            if self.stage is Stage.SAYING:
                self._listen(now)
            if self.stage is Stage.HEARING:
                self._speak()
            if self.stage is Stage.LEAVING:
                self._see_off()
        except (BlockingIOError, InterruptedError):
            pass  # nothing more now
        except OSError:
            self.stage = Stage.GONE

    def answer(self, response: bytes, now: float) -> None:
        self._said.clear()
        self._answer, self.stage = response, Stage.HEARING
        self._until = now + PATIENCE_S

    def _listen(self, now: float) -> None:
        for _ in range(_TURNS):
            data = self.connection.recv(_LARGEST_READ)
            if not data:
                self.stage = Stage.GONE
                return
            self._said += data
            try:
                self._understand()
            except RefusedRequestError as refusal:
                self._refused(refusal)
                self.answer(write_refusal(refusal), now)
            if self.stage is not Stage.SAYING:
                return

    def _understand(self) -> None:
        """See whether the head is whole, then the body."""
        if self._head is None:
            head, end, rest = self._said.partition(END_OF_HEAD)
            if len(head) > LONGEST_HEAD:
                raise RefusedRequestError(
                    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "long headers"
                )
            if not end:
                return
            self._head, self._said = read_head(bytes(head), self._token), rest
            if self._head.asks_first and not rest:
                self.connection.send(GO_ON)
        if len(self._said) >= self._head.length:
            self.request = bytes(self._said[: self._head.length])
            self.stage = Stage.WAITING

    def _speak(self) -> None:
        while self._answer:
            self._answer = self._answer[self.connection.send(self._answer) :]
        self.connection.shutdown(socket.SHUT_WR)
        self.stage = Stage.LEAVING

    def _see_off(self) -> None:
        """Whatever it still says is not heard, until it hangs up."""
        for _ in range(_TURNS):
            if not self.connection.recv(_LARGEST_READ):
                self.stage = Stage.GONE
                return
