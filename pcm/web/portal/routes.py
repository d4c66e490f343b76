"""All addresses of My Porsche, and the WebSocket on which its pages hear of changes."""

from __future__ import annotations

from contextlib import suppress
from http import HTTPStatus

from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from pcm.web.desk import Desk
from pcm.web.portal.forms import Forms
from pcm.web.portal.front import ROOT, Front, Seen
from pcm.web.portal.pages import page_routes
from pcm.web.portal.sign_in import sign_in_routes
from pcm.web.refusals import Refusals
from pcm.web.sockets import GONE, run_both
from pcm.web.visits import Visits


def routes(desk: Desk, visits: Visits, refusals: Refusals) -> list[BaseRoute]:
    front = Front(desk, visits, refusals)

    async def not_found(seen: Seen) -> Response:
        return front.message(seen, "not_found", HTTPStatus.NOT_FOUND)

    async def tell_changes(socket: WebSocket) -> None:
        """The version of all that pages show, now and whenever it is another one."""
        with suppress(*GONE):
            await socket.accept()
            for fault in await run_both(_hear_nothing(socket), _tell(desk, socket)):
                raise fault

    return [
        *sign_in_routes(front),
        *page_routes(front),
        *Forms(front).routes(),
        WebSocketRoute(f"{ROOT}/changes", tell_changes),
        Route(f"{ROOT}/{{rest:path}}", front.open(not_found), methods=["GET", "POST"]),
    ]


async def _hear_nothing(socket: WebSocket) -> None:
    """A page has nothing to say; until it is gone."""
    while (await socket.receive())["type"] != "websocket.disconnect":
        pass


async def _tell(desk: Desk, socket: WebSocket) -> None:
    version = desk.version()
    while True:
        await socket.send_text(str(version))
        version = await desk.changed(version)
