"""The thread that serves browsers: its sockets are bound before, by who can tell the user."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
import traceback
from collections.abc import Sequence
from typing import Any

import uvicorn
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp

from pcm.web.callers import callers
from pcm.web.desk import Desk
from pcm.web.lines import lines
from pcm.web.refusals import Refusals

LARGEST_MESSAGE = 16_384  # bytes of one WebSocket message from a browser
GRACE_S = 1
"""How long pages are given to hear of the end."""


class _Ear(logging.Handler):
    """What uvicorn logs: noise at the port is counted, a fault of ours is one line."""

    def __init__(self, refusals: Refusals) -> None:
        super().__init__(logging.WARNING)
        self._refusals = refusals

    def emit(self, record: logging.LogRecord) -> None:
        theirs = record.getMessage().startswith("Invalid ")  # as uvicorn begins it
        fault = record.exc_info[1] if record.exc_info else None
        if theirs or fault is None:
            self._refusals.note("no HTTP")
        else:
            self.hear(fault)

    def hear(self, fault: BaseException) -> None:
        if isinstance(fault, ClientDisconnect):  # a browser may go when it likes
            return
        at = traceback.extract_tb(fault.__traceback__)[-1:]
        where = f" at {at[0].name}, line {at[0].lineno}" if at else ""
        self._refusals.tell(f"web: a fault: {type(fault).__name__}{where}")

    def overhear(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Of a task that nobody waits for; asyncio would print a traceback."""
        if fault := context.get("exception"):
            self.hear(fault)


class WebServer:
    """One server in a thread of its own, from `start` to `stop`."""

    def __init__(
        self, app: ASGIApp, desk: Desk, sockets: Sequence[socket.socket], refusals: Refusals
    ) -> None:
        self._desk, self._sockets, self._ear = desk, list(sockets), _Ear(refusals)
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            lifespan="off",
            http=callers(refusals),
            ws=lines(refusals),
            ws_max_size=LARGEST_MESSAGE,
            ws_per_message_deflate=False,
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
        asyncio.get_running_loop().set_exception_handler(self._ear.overhear)
        logger = logging.getLogger("uvicorn")
        logger.addHandler(self._ear)
        logger.propagate = False
        try:
            await self._server.serve(sockets=self._sockets)
        finally:
            logger.removeHandler(self._ear)
