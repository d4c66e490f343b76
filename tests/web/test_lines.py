"""WebSockets of who breaks the rules: gone, counted, no fault of ours, and nobody else waits."""

import asyncio
import socket
import struct
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from tests.web.site import HERE, Served

PING, CONTINUED, TEXT, RESERVED = 0x89, 0x00, 0x01, 0xF1
WHOLE = 0x80
BLOB = bytes(16_000_000)
PONG = b"\x8a\x09"


def frame(kind: int, said: bytes = b"") -> bytes:
    """As a browser sends it; shorter than 126 bytes."""
    return struct.pack("BB", kind, 0x80 | len(said)) + bytes(4) + said


async def echo(socket: WebSocket) -> None:
    await socket.accept()
    while (event := await socket.receive())["type"] != "websocket.disconnect":
        await socket.send_text(event["text"])


async def chatter(socket: WebSocket) -> None:
    """Talks until nobody hears it."""
    await socket.accept()
    with suppress(WebSocketDisconnect):
        while True:
            await socket.send_text("still here")
            await asyncio.sleep(0)


async def blurt(socket: WebSocket) -> None:
    """Says more than is on the way at once, then what it is told."""
    await socket.accept()
    await socket.send_bytes(BLOB)
    await socket.send_text(await socket.receive_text())


async def blunder(socket: WebSocket) -> None:
    """Leaves a task behind that fails."""

    async def fail() -> None:
        raise LookupError

    await socket.accept()
    await asyncio.wait({asyncio.create_task(fail())})


@pytest.fixture
def served() -> Iterator[Served]:
    ways = (echo, chatter, blurt, blunder)
    with closing(Served([WebSocketRoute(f"/{way.__name__}", way) for way in ways])) as served:
        yield served


def begin(served: Served, path: str, more: str = "") -> socket.socket:
    at = f"{HERE}:{served.port}"
    caller = socket.create_connection((HERE, served.port), timeout=20)
    caller.sendall(
        f"GET {path} HTTP/1.1\r\nHost: {at}\r\nOrigin: http://{at}\r\nConnection: Upgrade\r\n"
        "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        f"Sec-WebSocket-Key: MTIzNDU2Nzg5MDEyMzQ1Ng==\r\n{more}\r\n".encode()
    )
    return caller


def call(served: Served, path: str) -> socket.socket:
    """An open WebSocket that nobody reads from."""
    caller = begin(served, path)
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        head += caller.recv(1)
    assert b" 101 " in head
    return caller


def read_to_the_end(caller: socket.socket) -> bytes:
    """All that comes until the server ends the connection."""
    heard = bytearray()
    with suppress(ConnectionResetError):
        while piece := caller.recv(2**20):
            heard += piece
    return bytes(heard)


def faults(served: Served) -> list[str]:
    return [line for line in served.told if "fault" in line]


STARTS = {
    "a body": ("", "Content-Length: 5\r\n"),
    "a long address": ("?" + "x" * 20_000, ""),
    "a long header": ("", f"X: {'y' * 20_000}\r\n"),
    "many headers": ("", "".join(f"X-{number}: y\r\n" for number in range(300))),
}


@pytest.mark.parametrize("name", STARTS)
def test_a_false_start_is_refused(served: Served, name: str) -> None:
    query, more = STARTS[name]
    with begin(served, f"/echo{query}", more) as viewer:
        assert read_to_the_end(viewer).startswith(b"HTTP/1.1 400 ")
    assert served.site.refusals.counted == {"no HTTP": 1}
    assert not faults(served)


FLOODS = {
    "a flood of pings": frame(PING, b"x" * 9) * 2000,
    "a message of too many pieces": frame(TEXT, b"x") + frame(CONTINUED) * 2000,
}


@pytest.mark.parametrize("reason", FLOODS)
def test_a_flood_ends_the_connection(served: Served, reason: str) -> None:
    with call(served, "/echo") as viewer:
        viewer.sendall(FLOODS[reason])
        read_to_the_end(viewer)
    assert served.site.refusals.counted == {reason: 1}
    assert not faults(served)


def test_a_message_in_pieces_is_heard(served: Served) -> None:
    with call(served, "/echo") as viewer:
        viewer.sendall(frame(TEXT, b"in ") + frame(PING) + frame(CONTINUED | WHOLE, b"pieces"))
        assert viewer.recv(2) == b"\x8a\x00"
        assert viewer.recv(20).endswith(b"in pieces")


def test_who_reads_nothing_gets_no_answers_to_pings(served: Served) -> None:
    with call(served, "/blurt") as viewer:
        viewer.recv(1, socket.MSG_PEEK)
        viewer.sendall(frame(PING, b"x" * 9) * 50 + frame(TEXT | WHOLE, b"the end"))
        heard = read_to_the_end(viewer)
    assert len(heard) > len(BLOB)
    assert b"the end" in heard
    assert PONG not in heard


def test_who_breaks_the_rules_while_he_is_told_something_is_gone(served: Served) -> None:
    with call(served, "/chatter") as viewer:
        viewer.sendall(frame(RESERVED))
        read_to_the_end(viewer)
    assert served.ask().status == 404
    assert not faults(served)


def test_a_fault_that_nobody_waits_for_is_one_line(
    served: Served, capfd: pytest.CaptureFixture[str]
) -> None:
    with call(served, "/blunder") as viewer:
        read_to_the_end(viewer)
    assert len(faults(served)) == 1
    assert faults(served)[0].startswith("web: a fault: LookupError at fail, line ")
    assert capfd.readouterr().err == ""
