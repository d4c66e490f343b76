"""Browsers that are known again: not so many that one computer drives the others out."""

import pytest
from starlette.requests import Request
from starlette.responses import Response

from pcm.web import visits
from pcm.web.visits import Visit, Visits

COOKIE = "pcm_session"


def come(known: Visits, host: str, cookie: str = "") -> Visit:
    """A request from there, and its answer."""
    headers = [(b"cookie", f"{COOKIE}={cookie}".encode())]
    visit = known.of(Request({"type": "http", "headers": headers, "client": (host, 1)}))
    known.keep(visit, Response())
    return visit


def test_who_comes_without_end_drives_out_nobody_but_himself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(visits, "MOST_VISITS", 10)
    known = Visits(COOKIE)
    presenter, guest = come(known, "127.0.0.1"), come(known, "192.0.2.7")
    flood = [come(known, "192.0.2.9") for _ in range(30)]
    assert come(known, "127.0.0.1", presenter.id) == presenter
    assert come(known, "192.0.2.7", guest.id) == guest
    assert [visit for visit in flood if known.has(visit)] == flood[-8:]
