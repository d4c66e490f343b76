"""What goes wrong is a page with words, in the language of who reads it, and no traceback."""

import http.client
from collections.abc import Iterator
from contextlib import closing

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pcm.web.desk import DeskClosedError
from tests.web.site import HERE, Served


async def stumble(_: Request) -> Response:
    raise LookupError("the secret of a trace")


async def come_late(_: Request) -> Response:
    raise DeskClosedError("nobody is there")


async def read(request: Request) -> Response:
    await request.form()
    return Response()


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    ways = [Route("/stumble", stumble), Route("/late", come_late)]
    with closing(Served([*ways, Route("/read", read, methods=["POST"])])) as served:
        yield served


CASES = {
    "GET /nowhere": (404, "Diese Seite gibt es nicht."),
    "GET /static/nowhere": (404, "Diese Seite gibt es nicht."),
    "GET /invite/%2e%2e/%00": (404, "Diese Seite gibt es nicht."),
    "POST /invite": (405, "Diese Seite gibt es nicht."),
    "POST /read": (400, "Ein Formular dieser Art wird hier nicht angenommen."),
    "GET /stumble": (500, "Hier ist etwas schiefgegangen."),
    "GET /late": (503, "Die Einheit ist beendet."),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_told_in_words(served: Served, case: str) -> None:
    method, _, path = case.partition(" ")
    headers = {
        "Origin": f"http://{HERE}:{served.port}",
        "Accept-Language": "de",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    with closing(http.client.HTTPConnection(HERE, served.port, timeout=20)) as connection:
        connection.request(method, path, "a=&" * 5000 if method == "POST" else None, headers)
        answer = connection.getresponse()
        page = answer.read().decode()
    status, words = CASES[case]
    assert answer.status == status
    assert words in page
    assert 'lang="de"' in page
    assert "secret" not in page
    assert answer.headers["x-frame-options"] == "DENY"


def test_a_fault_is_one_line_on_the_terminal(
    served: Served, capfd: pytest.CaptureFixture[str]
) -> None:
    before = len(served.told)
    assert served.ask("/stumble").status == 500
    (line,) = served.told[before:]
    assert line.startswith("web: a fault: LookupError at stumble, line ")
    assert capfd.readouterr().err == ""
