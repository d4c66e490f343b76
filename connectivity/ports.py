"""What the far ends and wires have in common: time of their own, and ports to outside the process.

A port is a serial line, a pseudo-terminal, a TCP listener or a CAN interface. Faces wait for their
ports and serve them; there are none unless an option asks for one.
"""

import socket
import sys
from collections.abc import Iterable
from selectors import EVENT_READ, DefaultSelector
from typing import Protocol

from models.errors import PcmError

POLL_S = 0.02
"""How often a port is served that has nothing to wait on (some CAN interfaces, Windows' COM)."""
KEEP_S = 0.25
"""How often every other one is served at least: a slow reader takes what waits for it."""


class AwayError(PcmError):
    """A port that is rightly named cannot be opened now; it may come."""


class Timed(Protocol):
    """Something with time-outs, periods or delays. Times are seconds of the session's clock."""

    def advance(self, now: float) -> None:
        """It is `now`; never earlier than before."""
        ...

    def next_due(self) -> float | None:
        """When something happens by itself next; None: not before somebody does something."""
        ...


class Port(Protocol):
    """One way out of the process."""

    gather_s: float  # how long input may gather before it is served; 0: served at once

    def filenos(self) -> tuple[int, ...] | None:
        """What to wait on for input; empty: it must be polled; None: no input now.

        May differ from call to call."""
        ...

    def serve(self) -> None:
        """Take and give what is possible now; never blocks, never raises."""
        ...

    def close(self) -> None: ...


def open_loopback(option: str, number: int, most_waiting: int) -> socket.socket:
    """A listener that this computer alone reaches; raises PcmError that names the option."""
    # named TCP: asyncio lets small packets go at once on none but these
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":  # there it would let two programs have one port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", number))
        listener.listen(most_waiting)
    except PermissionError as error:
        listener.close()
        raise PcmError(f"{option}: port {number} is reserved; take one from 1024") from error
    except OSError as error:
        listener.close()
        raise AwayError(f"{option}: port {number} is in use by another program") from error
    listener.setblocking(False)
    return listener


def pause_between(ports: Iterable[Port]) -> float:
    """The longest time to go without serving these ports."""
    return min((POLL_S if port.filenos() == () else KEEP_S for port in ports), default=KEEP_S)


def wait_for(ports: Iterable[Port], timeout_s: float, also: tuple[int, ...] = ()) -> None:
    """Wait until a port (or one of the file descriptors `also`) has input, at most `timeout_s`."""
    found = tuple(ports)
    waiting = {fileno for port in found for fileno in port.filenos() or ()} | set(also)
    with DefaultSelector() as selector:
        for fileno in waiting:
            selector.register(fileno, EVENT_READ)
        selector.select(max(0.0, min(timeout_s, pause_between(found))))
