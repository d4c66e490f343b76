"""The thread that serves browsers: its sockets are bound before, by who can tell the user."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Sequence

import uvicorn
from starlette.types import ASGIApp

from pcm.web.desk import Desk

LARGEST_MESSAGE = 16_384  # bytes of one WebSocket message from a browser
MOST_CONNECTIONS = 200
GRACE_S = 1
"""How long pages are given to hear of the end."""


class WebServer:
    """One server in a thread of its own, from `start` to `stop`."""

    def __init__(self, app: ASGIApp, desk: Desk, sockets: Sequence[socket.socket]) -> None:
        self._desk, self._sockets = desk, list(sockets)
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            lifespan="off",
            ws="websockets-sansio",
            ws_max_size=LARGEST_MESSAGE,
            ws_per_message_deflate=False,
            limit_concurrency=MOST_CONNECTIONS,
            timeout_graceful_shutdown=GRACE_S,
            proxy_headers=False,
            server_header=False,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._run, name="web", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """End it; pages that wait are let go."""
        self._server.should_exit = True
        self._thread.join(GRACE_S + 2)

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._desk.enter()
        await self._server.serve(sockets=self._sockets)
