"""The page of the head unit, and the WebSocket of each viewer: what he says and has not seen."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from pcm.ui.glass import Glass
from pcm.web.app import render
from pcm.web.desk import Desk, DeskClosedError
from pcm.web.display.hub import Hub
from pcm.web.display.messages import MalformedError, parse_message
from pcm.web.display.pace import Pace
from pcm.web.display.seat import Seat
from pcm.web.sockets import GONE, run_both
from pcm.web.words import choose_language, load_words

MOST_FAULTS = 3
"""Malformed messages of one viewer; then he is sent away."""
NO_FRAME, POLICY, TOO_BIG, TRY_LATER = 1002, 1008, 1009, 1013
"""Why a WebSocket is closed: against the rules; he may come again."""
Refuse = Callable[[str], None]
"""Is told why something was refused."""


def routes(desk: Desk, glass: Glass, refuse: Refuse, guests: bool = False) -> list[BaseRoute]:
    """guests: other computers are let in; the presenter sees how."""
    hub = Hub(desk, glass)

    async def show_page(request: Request) -> HTMLResponse:
        own = await desk.ask(lambda face: face.session.unit.state.language)
        language = choose_language(request.query_params, own)
        words, follows = load_words(language).display, "language" not in request.query_params
        invites = guests and request.state.presenter
        told = {"words": words, "language": language, "follows": follows, "invites": invites}
        return HTMLResponse(render("display.html", **told))

    async def look_on(socket: WebSocket) -> None:
        with suppress(DeskClosedError, *GONE):  # pages hear from the server that it ends
            await socket.accept()
            seat = await hub.enter(bool(socket.state.presenter))
            try:
                await serve_viewer(hub, seat, socket, refuse)
            finally:
                await asyncio.shield(hub.leave(seat))

    return [Route("/", show_page), WebSocketRoute("/display", look_on)]


async def serve_viewer(hub: Hub, seat: Seat, socket: WebSocket, refuse: Refuse) -> None:
    """Until he is gone, is sent away, or takes nothing any more."""
    for fault in await run_both(_hear(hub, seat, socket, refuse), seat.send(socket)):
        match fault:
            case MalformedError():
                await socket.close(POLICY)
            case TimeoutError():
                refuse("a viewer that takes nothing")
                await socket.close(TRY_LATER)
            case _:
                raise fault


async def _hear(hub: Hub, seat: Seat, socket: WebSocket, refuse: Refuse) -> None:
    faults, pace = 0, Pace()
    while (event := await socket.receive())["type"] != "websocket.disconnect":
        if await pace.keep():
            refuse("a flood of messages")
        try:
            message = parse_message(event.get("text") or "")
        except MalformedError:
            refuse("malformed message")
            faults += 1
            if faults >= MOST_FAULTS:
                raise
        else:
            await hub.hear(seat, message)
    if event.get("code") == TOO_BIG:
        refuse("too many bytes")
    elif event.get("code") == NO_FRAME:
        refuse("malformed message")
