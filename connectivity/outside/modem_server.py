"""Offers the modem emulator to other programs: on a pseudo-terminal, or over TCP on this computer.

Each server is a port for the loop that serves it. Each TCP client has a session of its own; the
pseudo-terminal is one session that programs take turns at, as with a real modem. No telnet.
"""

import os
import re
import socket
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, Self

from connectivity.outside.modem.emulator import ModemEmulator
from connectivity.outside.modem.port import AtPort
from connectivity.ports import open_loopback
from models.errors import PcmError

LONGEST_OUT = 65536
"""Bytes that wait for a program that reads none; more are dropped and counted."""
MOST_CLIENTS = 16
_LARGEST_READ = 4096
_TURNS = 16
"""Reads of one client in one turn, so that the others get theirs."""


class ModemServer(Protocol):
    """A port that leads other programs to a modem."""

    gather_s: float
    dropped: int  # bytes and clients that were too much
    place: str  # what a client opens

    def attach(self, modem: ModemEmulator) -> None:
        """From now on this modem answers; the clients keep their settings."""
        ...

    def filenos(self) -> tuple[int, ...]: ...

    def serve(self) -> None: ...

    def close(self) -> None: ...


@dataclass(slots=True)
class _Client:
    """A program's session, and what it has not read yet."""

    port: AtPort
    out: bytearray = field(default_factory=bytearray)

    def take(self, data: bytes) -> None:
        self.port.write(data)

    def gather(self) -> int:
        """Collect what the modem says; how many bytes were too much."""
        said = self.port.read()
        room = LONGEST_OUT - len(self.out)
        self.out += said[:room]
        return len(said[room:])


def _moved(client: _Client | None, modem: ModemEmulator) -> _Client:
    """A client of this modem, with the settings that it made at another one."""
    port = modem.open_port()
    if client is None:
        return _Client(port)
    port.settings, port.profile = replace(client.port.settings), replace(client.port.profile)
    return _Client(port, client.out)


class PtyServer:
    """A pseudo-terminal; a program opens `place` as it would a serial port."""

    gather_s = 0.0

    def __init__(self) -> None:
        try:
            import tty  # not on Windows

            self._master, self._slave = os.openpty()
        except (ImportError, AttributeError, OSError) as error:
            raise PcmError(
                "--modem-port: no pseudo-terminal here; say --modem-port tcp:PORT"
            ) from error
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self.place = os.ttyname(self._slave)  # kept open: a program that closes it ends nothing
        self.dropped = 0
        self._client: _Client | None = None

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def attach(self, modem: ModemEmulator) -> None:
        self._client = _moved(self._client, modem)

    def filenos(self) -> tuple[int, ...]:
        return (self._master,)

    def serve(self) -> None:
        client = self._client
        if client is None:
            return
        for _ in range(_TURNS):
            try:
                data = os.read(self._master, _LARGEST_READ)
            except OSError:  # nothing there
                break
            client.take(data)
        self.dropped += client.gather()
        if client.out:
            try:
                del client.out[: os.write(self._master, client.out)]
            except OSError:  # full: later
                return

    def close(self) -> None:
        if self._client:
            self._client.port.close()
        os.close(self._master)
        os.close(self._slave)


class TcpServer:
    """A listener on the loopback address; clients connect to `place`."""

    gather_s = 0.0

    def __init__(self, number: int) -> None:
        self._modem: ModemEmulator | None = None
        self._listener = open_loopback("--modem-port", number, MOST_CLIENTS)
        self.place = f"socket://127.0.0.1:{self._listener.getsockname()[1]}"
        self.dropped = 0
        self._clients: dict[socket.socket, _Client] = {}

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def attach(self, modem: ModemEmulator) -> None:
        self._modem = modem
        for connection, client in self._clients.items():
            self._clients[connection] = _moved(client, modem)

    def filenos(self) -> tuple[int, ...]:
        return (self._listener.fileno(), *(client.fileno() for client in self._clients))

    def serve(self) -> None:
        self._accept()
        for connection, client in list(self._clients.items()):
            if not self._talk(connection, client):
                client.port.close()
                connection.close()
                del self._clients[connection]

    def close(self) -> None:
        for connection, client in self._clients.items():
            client.port.close()
            connection.close()
        self._listener.close()

    def _accept(self) -> None:
        while self._modem:
            try:
                connection, _ = self._listener.accept()
            except OSError:  # nobody waits
                return
            if len(self._clients) >= MOST_CLIENTS:
                self.dropped += 1
                connection.close()
                continue
            connection.setblocking(False)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._clients[connection] = _Client(self._modem.open_port())

    def _talk(self, connection: socket.socket, client: _Client) -> bool:
        """Read and write what is possible; False when the client has left."""
        try:
            for _ in range(_TURNS):
                data = connection.recv(_LARGEST_READ)
                if not data:
                    return False
                client.take(data)
        except (BlockingIOError, InterruptedError):
            pass  # nothing more now
        except OSError:
            return False
        self.dropped += client.gather()
        if not client.out:
            return True
        try:
            del client.out[: connection.send(client.out)]
        except (BlockingIOError, InterruptedError):
            pass  # it reads slowly
        except OSError:
            return False
        return True


def open_server(what: str) -> ModemServer:
    """The server that `--modem-port` asks for: "pty", or "tcp:PORT" (0: any free one)."""
    kind, _, number = what.partition(":")
    if kind == "pty" and not number:
        return PtyServer()
    if kind != "tcp" or not re.fullmatch("[0-9]{1,5}", number) or int(number) > 65535:
        raise PcmError(f"--modem-port: {what!r} is neither pty nor tcp:PORT with a PORT to 65535")
    return TcpServer(int(number))
