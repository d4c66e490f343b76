"""The server of `run_pcm.py serve`: a port on the loopback address that takes XML-RPC requests.

As every port it is served by the loop that has the head unit, so there are no threads: requests
are carried out one after the other, there. Knows nothing of what they say.
"""

import socket
from collections import Counter
from collections.abc import Callable
from http import HTTPStatus

from connectivity.ports import open_loopback
from pcm.qa.serve.http import USER, RefusedRequestError, write_answer
from pcm.qa.serve.peer import Peer, Stage

MOST_PEERS = 16
AT_THE_DOOR = 128
"""Connections that the system keeps for us: who finds no room tries again after a whole second."""

CarryOut = Callable[[bytes], bytes]
"""The body of a request -> that of its answer; raises nothing."""


class RemoteServer:
    """A port. `now` tells real seconds: peers are real; `tell` hears of each request refused.

    refused: how many there were, by their HTTP status.
    """

    gather_s = 0.0

    def __init__(
        self, number: int, token: str, now: Callable[[], float], tell: Callable[[str], None]
    ) -> None:
        self._token, self._now, self._tell = token, now, tell
        self._listener = open_loopback("--port", number, AT_THE_DOOR)
        self._peers: list[Peer] = []
        self._carry_out: CarryOut | None = None
        self._busy = False
        self._left: list[socket.socket] = []  # closed when the loop no longer watches them
        self.refused: Counter[HTTPStatus] = Counter()

    @property
    def place(self) -> str:
        """What a client opens, without the token."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    @property
    def url(self) -> str:
        """What a client opens; whoever knows it drives the head unit."""
        return self.place.replace("//", f"//{USER}:{self._token}@")

    def attach(self, carry_out: CarryOut) -> None:
        """From now on this answers; before, peers wait."""
        self._carry_out = carry_out

    def filenos(self) -> tuple[int, ...]:
        heard = [peer for peer in self._peers if peer.stage is not Stage.WAITING]
        return (self._listener.fileno(), *(peer.connection.fileno() for peer in heard))

    def serve(self) -> None:
        """Take in what came and carry out what is whole. A request that lets the loop turn finds
        itself here again: then the others are heard, and wait.
        """
        if not self._busy:
            self._close_left()
        self._accept()
        self._talk()
        for _ in range(MOST_PEERS):
            waiting = next((p for p in self._peers if p.stage is Stage.WAITING), None)
            if waiting is None or self._carry_out is None or self._busy:
                return
            self._busy = True
            try:
                body = self._carry_out(waiting.request)
            finally:
                self._busy = False
            waiting.answer(write_answer(body), self._now())
            self._talk()

    def close(self) -> None:
        self._left += [peer.connection for peer in self._peers]
        self._peers.clear()
        self._close_left()
        self._listener.close()

    def _close_left(self) -> None:
        for connection in self._left:
            connection.close()
        self._left.clear()

    def _accept(self) -> None:
        for _ in range(MOST_PEERS):
            try:
                connection, _ = self._listener.accept()
            except OSError:  # nobody waits, or it is closed
                return
            if len(self._peers) >= MOST_PEERS:
                self._send_away_the_slowest()
            self._peers.append(Peer(connection, self._token, self._note, self._now()))

    def _send_away_the_slowest(self) -> None:
        """A peer that says nothing takes nobody's place; at most one request each waits."""
        slowest = next((p for p in self._peers if p.stage is not Stage.WAITING), self._peers[0])
        self._send_away(slowest)

    def _send_away(self, peer: Peer) -> None:
        self._peers.remove(peer)
        self._left.append(peer.connection)

    def _talk(self) -> None:
        now = self._now()
        for peer in list(self._peers):
            peer.talk(now)
            if peer.stage is Stage.GONE:
                self._send_away(peer)

    def _note(self, refusal: RefusedRequestError) -> None:
        self.refused[refusal.status] += 1
        count = self.refused[refusal.status]
        if count < 10 or set(str(count)[1:]) == {"0"}:  # a flood of them does not fill the terminal
            self._tell(f"{self.place} refused a request: {refusal} ({count} so far)")
