"""How many connections one computer has, and how long it may take to say what it wants."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket
from websockets.sync.client import connect
from websockets.typing import Origin

from pcm.web import callers
from pcm.web.addresses import own_addresses
from tests.web.site import HERE, Served

SOON_S = 0.3


async def echo(request: Request) -> Response:
    return PlainTextResponse(await request.body())


async def wait(socket: WebSocket) -> None:
    await socket.accept()
    await socket.receive()


@pytest.fixture
def served() -> Iterator[Served]:
    routes = [Route("/", echo, methods=["GET", "POST"]), WebSocketRoute("/ws", wait)]
    with closing(Served(routes)) as served:
        yield served


def call(host: str, port: int, said: bytes = b"") -> socket.socket:
    caller = socket.create_connection((host, port), timeout=20)
    caller.sendall(said)
    return caller


def read_to_the_end(caller: socket.socket) -> bytes:
    """All that comes until the server ends the connection."""
    return b"".join(iter(lambda: caller.recv(4096), b""))


def head(served: Served, more: str = "") -> bytes:
    return f"POST / HTTP/1.1\r\nHost: {HERE}:{served.port}\r\n{more}".encode()


HALVES = [
    "Content-Le",
    "Origin: http://{at}\r\nContent-Length: 9\r\n\r\nhalf",
]


@pytest.mark.parametrize("half", HALVES, ids=["of the head", "of the body"])
def test_half_a_request_ends_by_itself(
    served: Served, half: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(callers, "REQUEST_S", SOON_S)
    said = head(served, half.format(at=f"{HERE}:{served.port}"))
    with call(HERE, served.port, said) as caller:
        read_to_the_end(caller)
    assert served.site.refusals.counted["half a request"] == 1


def test_half_a_second_request_does_too(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(callers, "REQUEST_S", SOON_S)
    whole = f"GET / HTTP/1.1\r\nHost: {HERE}:{served.port}\r\n\r\n".encode()
    with call(HERE, served.port, whole + b"GET / HT") as caller:
        assert b" 200 OK" in read_to_the_end(caller)
    assert served.site.refusals.counted["half a request"] == 1


def test_an_answer_that_nobody_takes_ends_by_itself(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(callers, "ANSWER_S", SOON_S)
    asked = head(served, "\r\n").replace(b"POST / ", b"GET /static/bootstrap-5.3.9.min.css ")
    with call(HERE, served.port, asked * 150) as caller:
        for _ in range(2000):  # some seconds
            served.ask()
            if served.site.refusals.counted:
                break
        with suppress(ConnectionResetError):
            read_to_the_end(caller)
    assert served.site.refusals.counted == {"an answer that nobody takes": 1}


BROKEN = ["", "4\r\nhalf\r\n"]


@pytest.mark.parametrize("before", BROKEN, ids=["at once", "later"])
@pytest.mark.parametrize("path", ["/", "/nowhere"])
def test_a_body_that_breaks_off_wrongly_is_answered_once(
    served: Served, path: str, before: str
) -> None:
    more = f"Origin: http://{HERE}:{served.port}\r\nTransfer-Encoding: chunked\r\n\r\n{before}"
    said = head(served, more).replace(b" / ", f" {path} ".encode())
    with call(HERE, served.port, said) as caller:
        if before and path == "/nowhere":
            assert caller.recv(12) == b"HTTP/1.1 404"
        caller.sendall(b"no length\r\n")
        assert read_to_the_end(caller).count(b"HTTP/1.1 ") <= 1
    assert served.ask().status == 200
    assert not any("fault" in line for line in served.told)
    assert served.site.refusals.counted["no HTTP"] == 1


def test_a_browser_that_connects_ahead_is_no_refusal(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(callers, "REQUEST_S", SOON_S)
    with call(HERE, served.port) as caller:
        read_to_the_end(caller)
    assert not served.site.refusals.counted


def test_a_websocket_may_say_nothing(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(callers, "REQUEST_S", SOON_S)
    at = f"{HERE}:{served.port}"
    with connect(f"ws://{at}/ws", origin=Origin(f"http://{at}")) as viewer:
        with pytest.raises(TimeoutError):
            viewer.recv(timeout=3 * SOON_S)
        assert viewer.ping().wait(20)


def test_many_who_say_half_keep_nobody_waiting(served: Served) -> None:
    with ExitStack() as halves:
        for _ in range(150):
            halves.enter_context(call(HERE, served.port, head(served)))
        assert served.ask().status == 200


def test_there_is_an_end_to_connections(served: Served) -> None:
    with ExitStack() as halves:
        for _ in range(callers.MOST_HERE):
            halves.enter_context(call(HERE, served.port, head(served)))
        with call(HERE, served.port, head(served)) as late:
            assert late.recv(4096).startswith(b"HTTP/1.1 503 ")
        assert served.site.refusals.counted["too many connections"] == 1
    while served.ask().status != 200:  # until the server has seen who left
        pass


@pytest.mark.skipif(not own_addresses(), reason="this computer has no address but its own")
def test_one_guest_cannot_take_all_places() -> None:
    with closing(Served([Route("/", echo)], listen=own_addresses()[0])) as classroom:
        host = own_addresses()[0]
        with ExitStack() as guests:
            for _ in range(callers.MOST_OF_ONE):
                guests.enter_context(call(host, classroom.port))
            with call(host, classroom.port, b"GET /") as late:
                assert late.recv(4096).startswith(b"HTTP/1.1 503 ")
            assert classroom.ask().status == 200  # the presenter
        assert classroom.site.refusals.counted["too many connections"] == 1
