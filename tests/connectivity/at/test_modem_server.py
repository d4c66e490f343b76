"""The emulated modem offered to other programs: pseudo-terminal and TCP, several clients."""

import os
import random
import socket
from collections.abc import Iterator

import pytest

from connectivity.outside.modem.emulator import ModemEmulator
from connectivity.outside.modem.network import Network
from connectivity.outside.modem_server import (
    LONGEST_OUT,
    MOST_CLIENTS,
    ModemServer,
    PtyServer,
    TcpServer,
    open_server,
)
from models.catalogue import find_car
from models.errors import PcmError
from pcm.headunit.attachments import Attachments
from pcm.headunit.session import Session

TURNS = 3000


@pytest.fixture
def modem() -> ModemEmulator:
    return ModemEmulator("IT", Network("IT"))


@pytest.fixture
def tcp(modem: ModemEmulator) -> Iterator[TcpServer]:
    server = TcpServer(0)
    server.attach(modem)
    yield server
    server.close()


@pytest.fixture
def pty(modem: ModemEmulator) -> Iterator[PtyServer]:
    server = PtyServer()
    server.attach(modem)
    yield server
    server.close()


def connect(server: TcpServer) -> socket.socket:
    number = int(server.place.rpartition(":")[2])
    client = socket.create_connection(("127.0.0.1", number))
    client.setblocking(False)
    server.serve()
    return client


def ask(server: ModemServer, client: socket.socket | int, line: bytes, until: bytes = b"OK") -> str:
    """What the modem answers to a line."""
    if isinstance(client, int):
        os.write(client, line)
    else:
        client.send(line)
    came = b""
    for _ in range(TURNS):
        server.serve()
        try:
            came += os.read(client, 4096) if isinstance(client, int) else client.recv(4096)
        except BlockingIOError:
            continue
        if until in came:
            return came.decode()
    raise AssertionError(f"no {until!r} in {came!r}")


def open_line(server: PtyServer) -> int:
    return os.open(server.place, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)


def test_programs_take_turns_at_the_pseudo_terminal(pty: PtyServer) -> None:
    for _ in range(2):
        line = open_line(pty)
        assert "Revision" in ask(pty, line, b"ATI\r")
        os.close(line)
    pty.serve()
    assert pty.filenos()


def test_two_programs_over_tcp_do_not_disturb_each_other(tcp: TcpServer) -> None:
    one, two = connect(tcp), connect(tcp)
    assert "ATE0" in ask(tcp, one, b"ATE0\r")
    two.send(b"AT+CG")  # half a line
    tcp.serve()
    assert "ATI" not in ask(tcp, one, b"ATI\r"), "it has its echo off"
    assert "AT+CGMI" in ask(tcp, two, b"MI\r"), "the other one goes on with its line, echoed"
    one.close()
    two.close()


def test_a_client_that_leaves_is_forgotten(tcp: TcpServer, modem: ModemEmulator) -> None:
    client = connect(tcp)
    assert len(modem.ports) == 1
    client.close()
    for _ in range(TURNS):
        tcp.serve()
    assert modem.ports == []
    assert len(tcp.filenos()) == 1


def test_the_same_clients_go_on_with_another_modem(tcp: TcpServer) -> None:
    client = connect(tcp)
    ask(tcp, client, b"ATE0\r")
    other = ModemEmulator("DE", Network("DE", None))
    tcp.attach(other)
    assert ask(tcp, client, b"AT\r") == "\r\nOK\r\n"
    assert len(other.ports) == 1
    client.close()


@pytest.mark.parametrize("kind", ["pty", "tcp"])
def test_a_client_that_reads_nothing_costs_bounded_memory(
    kind: str, pty: PtyServer, tcp: TcpServer
) -> None:
    server: ModemServer = pty if kind == "pty" else tcp
    client = open_line(pty) if kind == "pty" else connect(tcp)
    said = 0
    for _ in range(TURNS):
        try:
            line = b"ATI\r" * 500
            said += os.write(client, line) if isinstance(client, int) else client.send(line)
        except BlockingIOError:
            pass
        server.serve()
        if server.dropped:
            break
    assert server.dropped > 0
    assert said > 0
    os.close(client) if isinstance(client, int) else client.close()
    assert LONGEST_OUT == 65536


def test_any_bytes_are_fine(tcp: TcpServer) -> None:
    client, chance = connect(tcp), random.Random(5)
    for _ in range(200):
        try:
            client.send(chance.randbytes(200))
            client.recv(65536)
        except BlockingIOError:
            pass
        tcp.serve()
    client.close()
    other = connect(tcp)
    assert "OK" in ask(tcp, other, b"AT\r")
    other.close()


def test_more_clients_than_there_is_room_for_are_sent_away(tcp: TcpServer) -> None:
    clients = [connect(tcp) for _ in range(MOST_CLIENTS + 2)]
    assert len(tcp.filenos()) == MOST_CLIENTS + 1
    assert tcp.dropped == 2
    for client in clients:
        client.close()


def test_what_was_too_much_at_the_port_is_in_the_state(tcp: TcpServer) -> None:
    attachments = Attachments(modem_servers=(tcp,))
    session = Session(find_car("718-982", 2020), 2020, attachments=attachments)
    clients = [connect(tcp) for _ in range(MOST_CLIENTS + 1)]
    session.serve()
    assert session.do("state modem_port_dropped").text == "1"
    for client in clients:
        client.close()


def test_only_this_computer_may_connect(tcp: TcpServer) -> None:
    assert tcp.place.startswith("socket://127.0.0.1:")


@pytest.mark.parametrize(
    "what", ["tcp:", "tcp:x", "tcp:-1", "tcp:65536", "udp:5", "pty:3", "", "5", "tcp:\u0663"]
)
def test_a_wrong_place_is_one_clear_line(what: str) -> None:
    with pytest.raises(PcmError, match="is neither pty nor tcp:PORT"):
        open_server(what)


def test_a_busy_port_is_one_clear_line(tcp: TcpServer) -> None:
    number = tcp.place.rpartition(":")[2]
    with pytest.raises(PcmError, match=f"port {number} is in use"):
        open_server(f"tcp:{number}")
