"""Who gets in: host, origin, token, sizes; every refusal is counted, and says why in a page."""

import http.client
import re
import socket
from collections.abc import Iterator
from contextlib import closing, suppress
from typing import NamedTuple

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect
from websockets.exceptions import ConnectionClosedError, InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from models.errors import PcmError
from pcm.web import guard
from pcm.web.addresses import own_addresses
from pcm.web.guard import LARGEST_BODY
from pcm.web.serve import Site
from tests.web.site import HERE, Served


async def echo(request: Request) -> Response:
    return PlainTextResponse(await request.body())


async def listen(socket: WebSocket) -> None:
    await socket.accept()
    with suppress(WebSocketDisconnect):
        await socket.send_text(await socket.receive_text())


ROUTES = [
    Route("/", echo, methods=["GET", "POST"]),
    WebSocketRoute("/ws", listen),
]


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with closing(Served(ROUTES)) as served:
        yield served


class Case(NamedTuple):
    name: str
    method: str
    headers: dict[str, str]
    status: int
    reason: str


OWN = {"origin": "http://{host}"}
EVIL = {"origin": "http://evil.example"}
ELSE = {"Host": "evil.example"}
CASES = [
    Case("a link in an address bar", "GET", {}, 200, ""),
    Case("a link on a page of somebody else", "GET",
         {"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate"}, 200, ""),
    Case("a picture on a page of somebody else", "GET",
         {"sec_fetch_site": "cross-site", "sec_fetch_mode": "no-cors"}, 403, "another origin"),
    Case("a page on another port of this computer", "GET",
         {"sec_fetch_site": "same-site", "sec_fetch_mode": "cors"}, 403, "another origin"),
    Case("a script of somebody else", "GET", EVIL, 403, "another origin"),
    Case("a form of somebody else", "POST", EVIL, 403, "another origin"),
    Case("a form of a file", "POST", {"origin": "null"}, 403, "another origin"),
    Case("a form of nobody", "POST", {}, 403, "no origin"),
    Case("a form of ours", "POST", OWN, 200, ""),
    Case("a name that leads here by DNS", "GET", ELSE, 421, "another host name"),
    Case("our name with another port", "GET", {"Host": "127.0.0.1:1"}, 421, "another host name"),
    Case("too big a form", "POST", {**OWN, "content_length": "99999999"}, 413, "too many bytes"),
    Case("a length that is none", "POST", {**OWN, "content_length": "9e9"}, 400, "no HTTP"),
    Case("a form with a file", "POST",
         {**OWN, "content_type": "multipart/form-data; boundary=x"}, 415, "another kind of form"),
    Case("a form as ours, with its signs", "POST",
         {**OWN, "content_type": "application/x-www-form-urlencoded; charset=utf-8"}, 200, ""),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_what_is_let_in(served: Served, case: Case) -> None:
    before = served.site.refusals.counted[case.reason]
    host = f"{HERE}:{served.port}"
    headers = {name: value.format(host=host) for name, value in case.headers.items()}
    answer = served.ask("/", case.method, b"x" if case.method == "POST" else None, **headers)
    assert answer.status == case.status
    if case.reason:
        assert served.site.refusals.counted[case.reason] == before + 1


def test_every_answer_says_how_it_may_be_used(served: Served) -> None:
    policy = served.ask().headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    answer = served.ask()
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert "server" not in answer.headers


def test_a_body_without_a_length_is_cut_off(served: Served) -> None:
    before = served.site.refusals.counted["too many bytes"]
    origin = {"origin": f"http://{HERE}:{served.port}"}
    pieces = [b"x" * 8192] * (LARGEST_BODY // 8192 + 8)
    with closing(http.client.HTTPConnection(HERE, served.port, timeout=20)) as connection:
        connection.request("POST", "/", iter(pieces), origin, encode_chunked=True)
        assert connection.getresponse().status == 413
    assert served.site.refusals.counted["too many bytes"] == before + 1
    assert served.ask().status == 200


@pytest.mark.parametrize("origin", [None, "http://evil.example", "null"])
def test_a_websocket_of_another_page_is_not_opened(served: Served, origin: str | None) -> None:
    before = served.site.refusals.counted.total()
    with pytest.raises(InvalidStatus):
        connect(f"ws://{HERE}:{served.port}/ws", origin=Origin(origin) if origin else None)
    assert served.site.refusals.counted.total() == before + 1


def test_a_websocket_of_ours_is(served: Served) -> None:
    origin = Origin(f"http://{HERE}:{served.port}")
    with connect(f"ws://{HERE}:{served.port}/ws", origin=origin) as ours:
        ours.send("hello")
        assert ours.recv(timeout=20) == "hello"


def test_who_goes_in_the_middle_of_a_form_is_no_fault(served: Served) -> None:
    head = f"POST / HTTP/1.1\r\nHost: {HERE}:{served.port}\r\nOrigin: http://{HERE}:{served.port}"
    with socket.create_connection((HERE, served.port), timeout=20) as gone:
        gone.sendall(f"{head}\r\nContent-Length: 9\r\n\r\nhalf".encode())
    for _ in range(5):  # by then the server has seen it go
        assert served.ask().status == 200
    assert not any("fault" in line for line in served.told)


def test_what_is_no_text_is_counted_and_no_fault_of_ours(served: Served) -> None:
    before = served.site.refusals.counted["no HTTP"]
    origin = Origin(f"http://{HERE}:{served.port}")
    with connect(f"ws://{HERE}:{served.port}/ws", origin=origin) as ours:
        ours.send(b"\xff\xfe", text=True)
        with pytest.raises(ConnectionClosedError):
            ours.recv(timeout=20)
    assert ours.close_code == 1007
    assert served.site.refusals.counted["no HTTP"] == before + 1
    assert not any("fault" in line for line in served.told)


def test_noise_at_the_port_harms_nobody(served: Served) -> None:
    noise = [
        b"\x00\xff" * 500,
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET " + b"a" * 70_000,
        b"",
        b"\r\n" * 99,
    ]
    for piece in noise:
        with socket.create_connection((HERE, served.port), timeout=20) as peer:
            peer.sendall(piece)
            peer.shutdown(socket.SHUT_WR)
            with suppress(ConnectionResetError):
                while peer.recv(4096):
                    pass
    assert served.ask().status == 200
    assert served.site.refusals.counted["no HTTP"] >= 3


def test_a_flood_of_refusals_does_not_fill_the_terminal(served: Served) -> None:
    before = len(served.told)
    for _ in range(40):
        served.ask(Host="evil.example")
    assert len(served.told) - before <= 6
    assert served.site.refusals.counted["another host name"] >= 40


# other computers


@pytest.fixture(scope="module")
def classroom() -> Iterator[Served]:
    addresses = own_addresses()
    if not addresses:
        pytest.skip("this computer has no address but its own")
    with closing(Served(ROUTES, listen=addresses[0])) as served:
        yield served


def guest(classroom: Served, path: str = "/", **headers: str) -> http.client.HTTPResponse:
    """A request as another computer makes it: it comes from no loopback address."""
    host = classroom.site.invitation.removeprefix("http://").partition(":")[0]
    return classroom.ask(path, "GET", None, host, **headers)


def test_without_the_token_nobody_gets_in(classroom: Served) -> None:
    cookie = f"{classroom.site.door.token_cookie}=nonsense"
    before = classroom.site.refusals.counted["no token or a wrong one"]
    assert guest(classroom).status == 403
    assert guest(classroom, "/?token=nonsense").status == 403
    assert guest(classroom, "/?token=").status == 403
    assert guest(classroom, Cookie=cookie).status == 403
    assert classroom.site.refusals.counted["no token or a wrong one"] == before + 4


def page_of(classroom: Served, path: str, **headers: str) -> str:
    """What a guest reads there."""
    host = classroom.site.invitation.removeprefix("http://").partition(":")[0]
    with closing(http.client.HTTPConnection(host, classroom.port, timeout=20)) as connection:
        connection.request("GET", path, None, headers)
        return connection.getresponse().read().decode()


def test_who_is_refused_reads_why_in_his_language(classroom: Served) -> None:
    page = page_of(classroom, "/", **{"Accept-Language": "xx,de-CH;q=0.9,en;q=0.5"})
    assert "QR-Code" in page
    assert 'lang="de"' in page


def test_the_token_becomes_a_cookie_that_no_script_reads(classroom: Served) -> None:
    link = classroom.site.invitation
    address = f"/{link.rpartition('/')[2]}&language=de"
    answer = guest(classroom, address)
    assert answer.status == 200
    assert page_of(classroom, address).count('"0; url=/?language=de"') == 1
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert guest(classroom, Cookie=cookie.partition(";")[0]).status == 200


def test_the_token_can_be_typed(classroom: Served) -> None:
    token = classroom.site.door.token
    assert re.fullmatch("(?:[a-z2-9]{4}-){2}[a-z2-9]{4}", token)
    assert not set("ilo01") & set(token)
    assert "; url=/" in page_of(classroom, f"/?token={token.upper()}")


def test_the_token_leads_to_no_other_host(classroom: Served) -> None:
    token = classroom.site.door.token
    page = page_of(classroom, f"//evil.example/x?token={token}")
    assert '"0; url=/evil.example/x"' in page
    assert token not in page


def test_who_guesses_waits(classroom: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "FREE_GUESSES", 0)
    host, path = classroom.site.invitation.removeprefix("http://").partition(":")[0], "/?token=no"
    with closing(http.client.HTTPConnection(host, classroom.port, timeout=0.5)) as guesser:
        guesser.request("GET", path)
        with pytest.raises(TimeoutError):
            guesser.getresponse()
        assert classroom.ask().status == 200


def test_the_presenter_needs_none_and_sees_the_invitation(classroom: Served) -> None:
    assert classroom.ask().status == 200
    assert classroom.ask("/invite").status == 200
    assert classroom.ask("/invite.svg").headers["content-type"].startswith("image/svg+xml")


def test_nobody_else_sees_the_invitation(classroom: Served) -> None:
    cookie = f"{classroom.site.door.token_cookie}={classroom.site.door.token}"
    assert guest(classroom, Cookie=cookie).status == 200
    assert guest(classroom, "/invite", Cookie=cookie).status == 404
    assert guest(classroom, "/invite.svg", Cookie=cookie).status == 404


def test_no_refusal_tells_the_token(classroom: Served) -> None:
    guest(classroom)
    assert classroom.told
    assert not any(classroom.site.door.token in line for line in classroom.told)


class Wrong(NamedTuple):
    listen: str
    says: str


WRONG = [
    Wrong("banana", "'banana' is no IP address"),
    Wrong("0.0.0.0", "is every address"),
    Wrong("::", "is every address"),
    Wrong("127.0.0.1", "is this computer alone"),
    Wrong("::1", "is this computer alone"),
    Wrong("::ffff:127.0.0.2", "is this computer alone"),
    Wrong("fe80::1%eth0", "is of one cable alone"),
    Wrong("224.0.0.1", "is of many computers"),
    Wrong("ff02::1", "is of many computers"),
    Wrong("255.255.255.255", "is of many computers"),
    Wrong("203.0.113.77", "203.0.113.77: Cannot assign requested address"),
]


@pytest.mark.parametrize("case", WRONG, ids=[case.listen for case in WRONG])
def test_a_wrong_address_is_one_line_with_what_would_do(case: Wrong) -> None:
    with pytest.raises(PcmError) as caught:
        Site(0, case.listen, lambda _: None)
    line = str(caught.value)
    assert case.says in line
    assert "this computer has" in line
    assert "\n" not in line


def test_a_port_in_use_is_one_line(served: Served) -> None:
    with pytest.raises(PcmError, match=f"port {served.port} is in use .*; name another one"):
        Site(served.port, "", lambda _: None)
