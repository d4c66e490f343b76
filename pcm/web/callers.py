"""Each connection of a browser: how many one computer may have, how long a request may take.

uvicorn waits for ever for the rest of a request and for who does not read the answer, and counts no
WebSockets; all that is bounded here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from pcm.web.addresses import is_own
from pcm.web.refusals import Refusals

MOST_OF_ONE = 64
"""Connections of one other computer; a browser makes six, and one for each page that waits."""
MOST_GUESTS, MOST_HERE = 400, 200
"""Connections of all other computers; of this one, which they cannot take from the presenter."""
REQUEST_S, ANSWER_S = 20.0, 60.0
"""So long may a request take to come in whole, and its answer to be taken."""
CROWDED = b"HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class Caller(H11Protocol):
    """One connection, until it becomes a WebSocket or ends."""

    refusals: Refusals
    _due: asyncio.TimerHandle | None = None
    _here = False  # the request is, whole

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if self._crowded():
            self.refusals.note("too many connections")
            transport.write(CROWDED)
            transport.close()
        else:
            self._watch()

    def data_received(self, data: bytes) -> None:
        if not self.transport.is_closing():
            super().data_received(data)
            self._watch()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._watch()

    def send_400_response(self, msg: str) -> None:
        """uvicorn would send it after, or before, another answer to the same request."""
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            super().send_400_response(msg)
        self.transport.close()
        answering: RequestResponseCycle | None = self.cycle
        if answering:
            answering.disconnected = True
            answering.message_event.set()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._forget()

    def _crowded(self) -> bool:
        """Whether there are too many, this one counted."""
        if not self.client:
            return False  # it is gone already
        host, hosts = self.client[0], list(self._hosts())
        if is_own(host):
            return sum(is_own(other) for other in hosts) > MOST_HERE
        guests = sum(not is_own(other) for other in hosts)
        return guests > MOST_GUESTS or hosts.count(host) > MOST_OF_ONE

    def _hosts(self) -> Iterator[str]:
        for other in self.connections:
            client: tuple[str, int] | None = getattr(other, "client", None)
            if client:
                yield client[0]

    def _watch(self) -> None:
        """Wait for a whole request until REQUEST_S after the one before was answered, then for
        its answer to be taken."""
        here = self.conn.their_state not in (h11.IDLE, h11.SEND_BODY)
        if here != self._here or self.transport.get_protocol() is not self:
            self._forget()
        self._here = here
        if self._due is None and self.transport.get_protocol() is self:  # else it is a WebSocket
            self._due = self.loop.call_later(ANSWER_S if here else REQUEST_S, self._give_up)

    def _begun(self) -> bool:
        return self.conn.their_state is h11.SEND_BODY or bool(self.conn.trailing_data[0])

    def _forget(self) -> None:
        if self._due:
            self._due.cancel()
            self._due = None

    def _give_up(self) -> None:
        if self._here:
            self.refusals.note("an answer that nobody takes")
        elif self._begun():  # browsers also connect and say nothing, to be quick later
            self.refusals.note("half a request")
        self.transport.abort()


def callers(told: Refusals) -> type[Caller]:
    """The kind of connection that tells these of what it refuses."""

    class TellingCaller(Caller):
        refusals = told

    return TellingCaller
