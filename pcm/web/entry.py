"""How other computers get in: the token, in the address once and from then on in a cookie.

Also the pages that say so to whoever comes, or is refused.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, quote, urlencode

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import Scope

from pcm.web.app import render
from pcm.web.words import accepted_language, load_words


@dataclass(frozen=True, slots=True)
class Door:
    """Where browsers come in. hosts: HOST:PORT by which we are asked for.

    token: what callers from other computers must show; "" when nobody else reaches us.
    """

    hosts: frozenset[str]
    port: int
    token: str = field(default="", repr=False)

    @property
    def token_cookie(self) -> str:
        """Cookies know no ports: two head units on one computer must not share theirs."""
        return f"pcm_token_{self.port}"

    @property
    def visit_cookie(self) -> str:
        return f"pcm_session_{self.port}"

    def knows(self, headers: Headers) -> bool:
        """Whether the browser has the token."""
        try:
            shown = SimpleCookie(headers.get("cookie", "")).get(self.token_cookie)
        except CookieError:
            return False
        return shown is not None and same(shown.value, self.token)

    def welcome(self, scope: Scope) -> HTMLResponse | None:
        """For who brings the token in the address: a cookie, and on to the address without it.

        The page goes on by itself and redirects nowhere: after a link in somebody's chat browsers
        give a strict cookie to our own pages alone.
        """
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        brought = next((value.casefold() for name, value in query if name == "token"), "")
        if not self.token or scope["type"] != "http" or not same(brought, self.token):
            return None
        left = urlencode([(name, value) for name, value in query if name != "token"])
        path = "/" + quote(scope["path"].lstrip("/"))  # with // it were another host's
        onward = path + (f"?{left}" if left else "")
        page = render_entrance("welcome.html", Headers(scope=scope), onward=onward)
        answer = HTMLResponse(page)
        answer.set_cookie(self.token_cookie, self.token, httponly=True, samesite="strict")
        return answer


def render_entrance(template: str, headers: Headers, **values: object) -> str:
    """A page for whoever comes or is refused: in the language that his browser asks for."""
    language = accepted_language(headers.get("accept-language", ""))
    return render(template, language=language, words=load_words(language).door, **values)


def same(shown: str, known: str) -> bool:
    """Compared in the same time wherever they differ."""
    return hmac.compare_digest(shown.encode(), known.encode())
