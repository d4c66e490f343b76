"""Who is let in by the server, and that no peer, however it behaves, is in the way of another."""

import os
import random
import socket

import pytest

from models.errors import PcmError
from pcm.qa.serve.http import LONGEST_BODY
from pcm.qa.serve.peer import PATIENCE_S
from pcm.qa.serve.server import MOST_PEERS, RemoteServer
from tests.qa.serve.desk import KNOWN, TOKEN, ServerDesk, basic, request

REFUSED = {
    "no token": (401, request(who="")),
    "wrong token": (401, request(who=basic("pcm:0123456789abcdeX"))),
    "longer token": (401, request(who=basic(f"pcm:{TOKEN}0"))),
    "another user": (401, request(who=basic(f"root:{TOKEN}"))),
    "no base64": (401, request(who="Authorization: Basic ???")),
    "another kind": (401, request(who=f"Authorization: Bearer {TOKEN}")),
    "token twice": (401, request(b"x", KNOWN)),
    "wrong token and a body that never comes": (401, request(b"", "Content-Length: 9", who="")),
    "a page in a browser": (403, request(b"x", "Origin: https://example.org")),
    "a page that knows nobody": (403, request(b"x", "Origin: null", who="")),
    "a question in a browser": (405, request(b"", first="GET / HTTP/1.1")),
    "no length": (411, request().replace(b"Content-Length: 5\r\n", b"")),
    "two lengths": (411, request(b"x", "Content-Length: 1", "Content-Length: 2")),
    "a length that is none": (411, request(b"x", "Content-Length: -1")),
    "chunks": (411, request(b"x", "Transfer-Encoding: chunked")),
    "100 MB": (413, request(b"x", "Content-Length: 100000000")),
    "a length without end": (413, request(b"x", f"Content-Length: {'9' * 5000}")),
    "headers without end": (431, b"POST / HTTP/1.1\r\n" + b"X: y\r\n" * 10_000),
    "a line without end": (431, b"POST / HTTP/1.1\r\nX: " + b"y" * 20_000),
    "many headers": (400, request(b"x", *["X: y"] * 200)),
    "no HTTP": (400, b"AT+CPIN?\r\n\r\n"),
    "TLS": (400, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"),
}


def test_a_request_is_carried_out(desk: ServerDesk) -> None:
    assert desk.ask(request(b"hello")) == (200, b"HELLO")
    assert desk.bodies == [b"hello"]
    assert not desk.told


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_not_let_in_is_refused_and_counted(desk: ServerDesk, case: str) -> None:
    status, said = REFUSED[case]
    heard, why = desk.ask(said)
    assert heard == status
    assert why.count(b"\n") == 1
    assert not desk.bodies
    assert {code.value: count for code, count in desk.server.refused.items()} == {status: 1}
    assert len(desk.told) == 1
    assert TOKEN not in desk.told[0]
    assert desk.ask(request()) == (200, b"HELLO")


def test_all_refusals_were_tried() -> None:
    assert len(REFUSED) >= 20
    assert {status for status, _ in REFUSED.values()} == {400, 401, 403, 405, 411, 413, 431}


def test_a_flood_of_wrong_tokens_is_counted_and_told_now_and_then(desk: ServerDesk) -> None:
    for _ in range(120):
        assert desk.ask(request(who=""))[0] == 401
    assert sum(desk.server.refused.values()) == 120
    assert len(desk.told) == 9 + 9 + 1  # each to 9, each ten to 90, a hundred
    assert desk.told[-1].endswith("wrong token (100 so far)")


def test_a_body_that_is_too_long_is_refused_while_it_still_comes(desk: ServerDesk) -> None:
    program = desk.connect()
    program.sendall(request(b"x" * 300_000, "Content-Length: 100000000"))
    assert desk.hear(program)[0] == 413


def test_the_longest_body_is_taken(desk: ServerDesk) -> None:
    program = desk.connect()
    program.setblocking(False)
    rest = request(b"x" * LONGEST_BODY)
    while rest:
        try:
            rest = rest[program.send(rest) :]
        except BlockingIOError:
            desk.serve()
    assert desk.hear(program)[1] == b"X" * LONGEST_BODY


def test_a_request_may_come_byte_by_byte(desk: ServerDesk) -> None:
    program = desk.connect()
    for byte in request(b"hello"):
        program.sendall(bytes([byte]))
        desk.serve()
    assert desk.hear(program) == (200, b"HELLO")


def test_a_peer_that_asks_first_is_told_to_go_on(desk: ServerDesk) -> None:
    program = desk.connect()
    program.sendall(request(b"", "Content-Length: 5", "Expect: 100-continue"))
    desk.serve()
    assert program.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
    program.sendall(b"hello")
    assert desk.hear(program) == (200, b"HELLO")


def test_who_says_nothing_or_half_is_sent_away_and_nobody_waits_for_it(desk: ServerDesk) -> None:
    silent, half = desk.connect(), desk.connect()
    half.sendall(request(b"hello")[:-1])
    assert desk.ask(request()) == (200, b"HELLO")
    desk.now = PATIENCE_S + 1
    desk.serve()
    assert silent.recv(1) == b""
    assert half.recv(1) == b""
    assert desk.bodies == [b"hello"]


def test_who_does_not_hear_its_answer_is_sent_away(desk: ServerDesk) -> None:
    deaf = desk.connect()
    desk.server.attach(lambda _: b"x" * 30_000_000)
    deaf.sendall(request())
    desk.serve()
    desk.server.attach(desk.carry_out)
    assert desk.ask(request()) == (200, b"HELLO")
    assert len(desk.server.filenos()) == 2
    desk.now = PATIENCE_S + 1
    desk.serve()
    assert len(desk.server.filenos()) == 1


def test_a_crowd_that_says_nothing_keeps_nobody_out(desk: ServerDesk) -> None:
    for _ in range(5 * MOST_PEERS):
        desk.connect()
        desk.server.serve()
    assert len(desk.server.filenos()) == 1 + MOST_PEERS
    assert desk.ask(request()) == (200, b"HELLO")


def test_who_leaves_in_the_middle_is_forgotten(desk: ServerDesk) -> None:
    for said in (b"", request()[:20], request()[:-2], request()):
        program = desk.connect()
        program.sendall(said)
        program.close()
        desk.serve()
    assert len(desk.server.filenos()) == 1
    assert desk.ask(request()) == (200, b"HELLO")


def test_requests_are_carried_out_one_after_the_other(desk: ServerDesk) -> None:
    """One that lets the loop turn (a window that is drawn) is finished before the next begins."""
    order: list[bytes] = []

    def carry_out(body: bytes) -> bytes:
        order.append(b"begin " + body)
        desk.serve()
        order.append(b"end " + body)
        return body

    desk.server.attach(carry_out)
    one, two = desk.connect(), desk.connect()
    one.sendall(request(b"one"))
    two.sendall(request(b"two"))
    assert desk.hear(one)[1] == b"one"
    assert desk.hear(two)[1] == b"two"
    assert order == [b"begin one", b"end one", b"begin two", b"end two"]


def test_random_bytes_are_refused_or_sent_away(desk: ServerDesk) -> None:
    """Noise, and requests with a few bytes turned round."""
    chance = random.Random(4)
    good = request(b"hello")
    for number in range(300):
        if number % 2:
            said = chance.randbytes(chance.randrange(1, 300))
        else:
            wrong = bytearray(good)
            for _ in range(3):
                wrong[chance.randrange(len(wrong))] = chance.randrange(256)
            said = bytes(wrong)
        program = desk.connect()
        program.sendall(said)
        program.shutdown(socket.SHUT_WR)
        desk.serve()
    assert desk.ask(good) == (200, b"HELLO")
    assert sum(desk.server.refused.values()) >= 50


def test_it_is_reached_from_this_computer_alone(desk: ServerDesk) -> None:
    assert desk.server.place.startswith("http://127.0.0.1:")
    assert desk.server.url == desk.server.place.replace("//", f"//pcm:{TOKEN}@")


def test_a_port_that_another_program_has_is_one_line(desk: ServerDesk) -> None:
    port = int(desk.server.place.rpartition(":")[2])
    with pytest.raises(PcmError, match=rf"^--port: port {port} is in use by another program$"):
        RemoteServer(port, TOKEN, lambda: 0.0, print)


def test_a_connection_is_closed_when_the_loop_has_ceased_to_watch_it(desk: ServerDesk) -> None:
    """A loop that turns inside a request would otherwise wait at a number that is another's."""
    watched: set[int] = set()

    def carry_out(body: bytes) -> bytes:
        watched.update(desk.server.filenos())
        leaver.close()
        desk.serve()
        for fileno in watched:
            os.fstat(fileno)  # raises for one that is closed
        return body

    leaver, program = desk.connect(), desk.connect()
    desk.serve()
    desk.server.attach(carry_out)
    program.sendall(request(b"hello"))
    assert desk.hear(program) == (200, b"hello")
    assert len(watched) == 2
    assert len(desk.server.filenos()) == 1
