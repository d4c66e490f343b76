"""Puts the parts together: binds the sockets, starts the server when the head unit is there."""

from __future__ import annotations

import secrets  # noqa: TID251  what nobody may guess has no seed
from collections.abc import Callable, Sequence

from starlette.routing import BaseRoute

from pcm.web.addresses import open_door
from pcm.web.app import make_app
from pcm.web.desk import Desk, Face
from pcm.web.entry import Door
from pcm.web.faults import HANDLERS
from pcm.web.guard import Guard, hosts_of
from pcm.web.invite import invite_routes
from pcm.web.refusals import Refusals
from pcm.web.server import WebServer
from pcm.web.visits import Visits

HERE = ("127.0.0.1", "localhost")
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"


class Site:
    """All that is served. `desk`: a port that the face must serve; tell: hears of refusals."""

    def __init__(self, port: int, listen: str, tell: Callable[[str], None]) -> None:
        """Raises PcmError when the port or the address cannot be had; port 0: a free one."""
        self._sockets = open_door(port, listen)
        here, *there = (opened.getsockname()[:2] for opened in self._sockets)
        self._listen, port = (there[0][0] if there else ""), here[1]
        token = new_token() if listen else ""
        self.door = Door(hosts_of([*HERE, *(name for name, _ in there)], port), port, token)
        self.desk, self.refusals = Desk(), Refusals(tell)
        self.visits = Visits(self.door.visit_cookie)
        self._server: WebServer | None = None

    @property
    def address(self) -> str:
        """What a browser on this computer opens."""
        return f"http://{HERE[0]}:{self.door.port}/"

    @property
    def invitation(self) -> str:
        """What a browser of the class opens; "" when there is none. Whoever has it gets in."""
        if not self.door.token:
            return ""
        host = f"[{self._listen}]" if ":" in self._listen else self._listen
        return f"http://{host}:{self.door.port}/?token={self.door.token}"

    def start(self, face: Face, routes: Sequence[BaseRoute]) -> None:
        """Serve this face."""
        self.desk.attach(face)
        routes = [*routes, *invite_routes(self.invitation)]
        app = Guard(make_app(routes, HANDLERS), self.door, self.refusals)
        self._server = WebServer(app, self.desk, self._sockets, self.refusals)
        self._server.start()

    def close(self) -> None:
        self.desk.close()
        if self._server:
            self._server.stop()
        for listener in self._sockets:
            listener.close()


def new_token() -> str:
    """59 bits, to be read from a wall and typed: no sign looks like another."""
    signs = [secrets.choice(SIGNS) for _ in range(12)]
    return "-".join("".join(signs[at : at + 4]) for at in (0, 4, 8))
