"""The pages that say why there is no other: none is there, the head unit has ended, a fault."""

from __future__ import annotations

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ExceptionHandler

from pcm.web.desk import DeskClosedError
from pcm.web.entry import render_entrance

WHY = {
    HTTPStatus.BAD_REQUEST: "kind",
    HTTPStatus.NOT_FOUND: "missing",
    HTTPStatus.METHOD_NOT_ALLOWED: "missing",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "size",
    HTTPStatus.INTERNAL_SERVER_ERROR: "broken",
    HTTPStatus.SERVICE_UNAVAILABLE: "ended",
}
"""The key of the words for each status; of others those of a fault."""


def _show(request: Request, error: Exception) -> Response:
    status, headers = HTTPStatus.INTERNAL_SERVER_ERROR, None
    match error:
        case HTTPException(status_code=code):
            status, headers = HTTPStatus(code), error.headers
        case DeskClosedError():
            status = HTTPStatus.SERVICE_UNAVAILABLE
    why = WHY.get(status, "broken")
    page = render_entrance("refused.html", request.headers, why=why, back=True)
    return HTMLResponse(page, status, headers)


HANDLERS: dict[type[Exception], ExceptionHandler] = {
    HTTPException: _show,
    DeskClosedError: _show,
    Exception: _show,
}
"""For the application: what it raises becomes a page."""
