"""Who may ask what: the outermost layer of the application, for pages and WebSockets alike.

Refused and counted: another host name (DNS rebinding), requests that a page of another origin
makes, a missing token from another computer, more bytes than anything here needs.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pcm.web.addresses import is_own
from pcm.web.app import STATIC
from pcm.web.entry import Door, render_entrance
from pcm.web.refusals import Refusals

LARGEST_BODY = 64 * 1024
FORM = "application/x-www-form-urlencoded"
"""What our pages send; nothing here takes files."""
NO_TOKEN = "no token or a wrong one"
FREE_GUESSES, GUESS_S = 100, 2.0
"""So many may be wrong; then each further answer takes so long."""
SAFE = ("GET", "HEAD")
HEADERS = {
    "content-security-policy": (
        "default-src 'self'; img-src 'self' blob: data:; frame-ancestors 'none';"
        " form-action 'self'; base-uri 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with no-referrer browsers name no origin for our own forms
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
}


class RefusedError(Exception):
    """The request is refused; the text is the reason that is counted, `key` that of its words."""

    def __init__(self, status: HTTPStatus, key: str, reason: str) -> None:
        super().__init__(reason)
        self.status, self.key = status, key


class Guard:
    """Lets in what may come in, and marks who comes from this computer (state.presenter)."""

    def __init__(self, app: ASGIApp, door: Door, refusals: Refusals) -> None:
        self._app, self._door, self._refusals = app, door, refusals

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        try:
            self._check_host(headers)
            self._check_origin(scope, headers)
            presenter = is_here(scope)
            if answer := self._door.welcome(scope):
                await answer(scope, receive, _with_headers(scope, send))
                return
            self._check_token(scope, headers, presenter)
            self._check_body(headers)
        except RefusedError as refused:
            await self._refuse(scope, receive, send, refused)
            return
        scope.setdefault("state", {})["presenter"] = presenter
        await self._app(scope, self._counted(scope, receive), _with_headers(scope, send))

    def _check_host(self, headers: Headers) -> None:
        if headers.get("host", "").casefold() not in self._door.hosts:
            raise RefusedError(HTTPStatus.MISDIRECTED_REQUEST, "host", "another host name")

    def _check_origin(self, scope: Scope, headers: Headers) -> None:
        """A page of another origin may lead here by a link, and do nothing else."""
        origin, site = headers.get("origin"), headers.get("sec-fetch-site", "")
        asked_of = f"http://{headers.get('host', '').casefold()}"
        if origin is not None and origin.casefold() != asked_of:
            raise RefusedError(HTTPStatus.FORBIDDEN, "origin", "another origin")
        acts = scope["type"] == "websocket" or scope["method"] not in SAFE
        if acts and origin is None and site not in ("same-origin", "none"):
            raise RefusedError(HTTPStatus.FORBIDDEN, "origin", "no origin")
        leads = headers.get("sec-fetch-mode") == "navigate" and not acts
        if site not in ("", "same-origin", "none") and not leads:
            raise RefusedError(HTTPStatus.FORBIDDEN, "origin", "another origin")

    def _check_token(self, scope: Scope, headers: Headers, presenter: bool) -> None:
        """The files are for all: the page that refuses needs them."""
        free = presenter or not self._door.token or scope["path"].startswith(STATIC)
        if not free and not self._door.knows(headers):
            raise RefusedError(HTTPStatus.FORBIDDEN, "token", NO_TOKEN)

    def _check_body(self, headers: Headers) -> None:
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > LARGEST_BODY:
            raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "size", "too many bytes")
        if headers.get("content-type", FORM).partition(";")[0].strip().casefold() != FORM:
            raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "kind", "another kind of form")

    async def _refuse(
        self, scope: Scope, receive: Receive, send: Send, refused: RefusedError
    ) -> None:
        self._refusals.note(str(refused))
        if str(refused) == NO_TOKEN and self._refusals.counted[NO_TOKEN] > FREE_GUESSES:
            await asyncio.sleep(GUESS_S)
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        page = render_entrance("refused.html", Headers(scope=scope), why=refused.key, back=False)
        answer = HTMLResponse(page, refused.status, {"connection": "close"})
        await answer(scope, receive, _with_headers(scope, send))

    def _counted(self, scope: Scope, receive: Receive) -> Receive:
        """A body that tells no length may not be longer either."""
        if scope["type"] != "http":
            return receive
        came = 0

        async def take() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > LARGEST_BODY:
                self._refusals.note("too many bytes")
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return message

        return take


def is_here(scope: Scope) -> bool:
    """Whether who asks is on this computer."""
    client = scope.get("client")
    return client is not None and is_own(client[0])


def hosts_of(addresses: Iterable[str], port: int) -> frozenset[str]:
    """HOST:PORT of each address as browsers write it; port 80 is not written."""
    named = [f"[{name}]" if ":" in name else name for name in addresses]
    hosts = {f"{name}:{port}".casefold() for name in named}
    return frozenset(hosts | {name.casefold() for name in named if port == 80})


def _with_headers(scope: Scope, send: Send) -> Send:
    """Adds what every answer says about how it may be used."""

    async def give(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            if not scope["path"].startswith(STATIC):
                headers.setdefault("cache-control", "no-store")
        await send(message)

    return give
