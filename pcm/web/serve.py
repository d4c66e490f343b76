"""Puts the parts together: binds the sockets, starts the server when the head unit is there."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.routing import BaseRoute

from connectivity.ports import open_loopback
from pcm.web.app import make_app
from pcm.web.desk import Desk, Face
from pcm.web.server import WebServer

AT_THE_DOOR = 128
"""Connections that the system keeps for us until they are taken."""


class Site:
    """All that is served. Its `desk` is a port that the face must serve."""

    def __init__(self, port: int) -> None:
        """Raises PcmError when the port cannot be had; 0: a free one."""
        self.desk = Desk()
        self._listener = open_loopback("--port", port, AT_THE_DOOR)
        self._server: WebServer | None = None

    @property
    def address(self) -> str:
        """What a browser on this computer opens."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}/"

    def start(self, face: Face, routes: Sequence[BaseRoute]) -> None:
        """Serve this face."""
        self.desk.attach(face)
        self._server = WebServer(make_app(routes), self.desk, [self._listener])
        self._server.start()

    def close(self) -> None:
        if self._server:
            self._server.stop()
        self._listener.close()
