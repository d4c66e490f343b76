"""How a class gets in: the address with the token, as text and as a QR code, for the presenter.

Shown on the presenter's own computer alone.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from http import HTTPStatus

import segno
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from pcm.web.entry import render_entrance


def invite_routes(link: str) -> Sequence[BaseRoute]:
    """The page, and its picture. link: "" when no other computer is let in."""

    def page(request: Request) -> Response:
        if not request.state.presenter:
            return Response(status_code=HTTPStatus.NOT_FOUND)
        return HTMLResponse(render_entrance("invite.html", request.headers, link=link))

    def picture(request: Request) -> Response:
        if not request.state.presenter or not link:
            return Response(status_code=HTTPStatus.NOT_FOUND)
        return Response(_drawn(link), media_type="image/svg+xml")

    return [Route("/invite", page), Route("/invite.svg", picture)]


def _drawn(link: str) -> bytes:
    drawn = io.BytesIO()
    segno.make(link, error="m").save(drawn, kind="svg", scale=8, border=4, light="white")
    return drawn.getvalue()


def text_code(link: str) -> str:
    """The QR code in signs, for a terminal."""
    drawn = io.StringIO()
    segno.make(link, error="l").terminal(drawn, compact=True)
    return drawn.getvalue()
