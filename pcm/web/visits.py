"""Who visits with which browser: known by a cookie that no script reads; kept here, in memory.

Each has a word that its forms must bring back: a form of another page does not know it.
"""

from __future__ import annotations

import secrets  # noqa: TID251  what nobody may guess has no seed
from collections import Counter, OrderedDict
from dataclasses import dataclass, field

from starlette.requests import HTTPConnection
from starlette.responses import Response

from pcm.web.entry import same

MOST_VISITS = 500


@dataclass(frozen=True, slots=True)
class Visit:
    """One browser. email: of the Porsche ID that it is signed in with; language: "" the car's.

    host: of the computer it began at.
    """

    id: str = field(repr=False)
    csrf: str = field(repr=False)
    email: str = ""
    language: str = ""
    host: str = ""

    def sent(self, word: str) -> bool:
        """Whether a form came from a page of this visit."""
        return same(word, self.csrf)


class Visits:
    """The newest visits; an old one is forgotten when there are too many."""

    def __init__(self, cookie: str) -> None:
        self._cookie = cookie
        self._known: OrderedDict[str, Visit] = OrderedDict()

    def of(self, connection: HTTPConnection) -> Visit:
        """The visit that a request belongs to, or a new one that nobody keeps yet."""
        id_ = connection.cookies.get(self._cookie, "")
        if id_ in self._known:
            self._known.move_to_end(id_)
            return self._known[id_]
        return new_visit(host=connection.client.host if connection.client else "")

    def has(self, visit: Visit) -> bool:
        return visit.id in self._known

    def keep(self, visit: Visit, response: Response) -> None:
        """Remember it, and let the browser."""
        self._known[visit.id] = visit
        self._known.move_to_end(visit.id)
        if len(self._known) > MOST_VISITS:
            self._forget_one()
        response.set_cookie(self._cookie, visit.id, httponly=True, samesite="strict")

    def forget(self, visit: Visit) -> None:
        self._known.pop(visit.id, None)

    def _forget_one(self) -> None:
        """The oldest of the computer that has most: nobody can drive others out."""
        ((host, _),) = Counter(visit.host for visit in self._known.values()).most_common(1)
        self.forget(next(visit for visit in self._known.values() if visit.host == host))


def new_visit(language: str = "", host: str = "") -> Visit:
    """Of somebody who is not signed in; who signs in or out begins a new one."""
    return Visit(secrets.token_hex(16), secrets.token_hex(16), language=language, host=host)
