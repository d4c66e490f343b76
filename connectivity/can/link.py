"""A real CAN bus through python-can: what stands on it is on the car's bus and the other way round.

Loaded only when an option asks for it. A bus that dies is tried again; frames wait for nobody.
"""

import contextlib
import ctypes
import logging
import os
import re
import socket
import struct
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

import can
from can.interfaces import VALID_INTERFACES
from can.interfaces.slcan import slcanBus
from can.util import cast_from_string

from connectivity.can.bus import Frame, Tap
from connectivity.can.layout import EXTENDED
from connectivity.ports import AwayError
from models.errors import PcmError, UnknownNameError

RETRY_S = 3.0
RECEIVE_BUFFER = 1 << 22
"""Bytes; the system takes less when it allows less."""
MOST_AT_ONCE = 2000
"""Frames taken in one go, so that a flood does not stop everything else."""
_DEFAULTS: dict[str, dict[str, Any]] = {"udp_multicast": {"hop_limit": 0}}
"""Frames stay on this computer unless another limit is asked for."""
_ALL_GROUPS = {
    socket.AF_INET: (socket.IPPROTO_IP, 49),  # IP_MULTICAST_ALL of linux/in.h
    socket.AF_INET6: (socket.IPPROTO_IPV6, 29),  # IPV6_MULTICAST_ALL of linux/in6.h
}
ECHOING = ("udp_multicast",)
"""WORKAROUND(python-can 4.6.1): these give back what was sent by the same bus."""
_ERRORS = (
    can.CanError, OSError, ImportError, ValueError, TypeError, LookupError, AttributeError,
    NameError, RuntimeError, ArithmeticError, AssertionError, EOFError, ctypes.ArgumentError,
    struct.error,
)  # fmt: skip
"""What the interfaces of python-can raise when something is missing, wrong or gone."""

_AWAY = (OSError, can.CanInitializationError)

logging.getLogger("can").addHandler(logging.NullHandler())  # its warnings become our one line
logging.getLogger("can").propagate = False


def parse_can(text: str) -> dict[str, str]:
    """`interface=…,channel=…[,bitrate=…]`; raises PcmError for what is not shaped so."""
    options: dict[str, str] = {}
    for part in text.split(","):
        key, equals, value = part.partition("=")
        if not (equals and key.strip() and value.strip()):
            raise PcmError(f"--can: {part!r} is not KEY=VALUE, as in interface=virtual,channel=1")
        options[key.strip()] = value.strip()
    if "interface" not in options:
        raise PcmError("--can: name an interface, as in interface=socketcan,channel=can0")
    if options["interface"] not in VALID_INTERFACES:
        raise UnknownNameError("CAN interface", options["interface"], sorted(VALID_INTERFACES))
    return options


class CanLink(Tap):
    """One interface of python-can. A `Tap` of the car's bus and a `Port` of the session."""

    catch_up = 5
    gather_s = 0.0

    def __init__(self, text: str, awaited: bool = False) -> None:
        """Open it; raises PcmError when it cannot be had, AwayError when it may come; one that is
        `awaited` is tried again.
        """
        self.name = text
        self._options = parse_can(text)
        self._received: list[Frame] = []
        self._echoes = Counter[Frame]() if self._options["interface"] in ECHOING else None
        self._now = self._retry_at = 0.0
        self.unsent = self.unreadable = 0
        self._bus: can.BusABC | None = None
        try:
            self._bus = self._open()
        except _ERRORS as error:
            if not awaited:
                kind = AwayError if isinstance(error, _AWAY) else PcmError
                raise kind(f"--can {text}: {_one_line(error)}") from None

    @property
    def state(self) -> str:
        return "up" if self._bus else "down"

    def hear(self, now: float, id_: int, data: bytes) -> None:
        """Send a frame of the car's bus; it is lost when the bus is down or full."""
        self._now = now
        if self._bus is None:
            self.unsent += 1
            return
        message = can.Message(
            arbitration_id=id_ & ~EXTENDED,
            is_extended_id=bool(id_ & EXTENDED),
            data=data,
            check=False,
        )
        try:
            self._bus.send(message, timeout=0)
            if self._echoes is not None:
                self._echoes[id_, data] += 1
        except can.CanOperationError:
            self.unsent += 1  # nobody takes frames off: the queue is full
        except _ERRORS:
            self.unsent += 1
            self._fall()

    def received(self) -> list[Frame]:
        """What has come in since the last time."""
        frames, self._received = self._received, []
        return frames

    def pass_time(self, now: float) -> None:
        """The session's clock, for the next try."""
        self._now = now

    def filenos(self) -> tuple[int, ...]:
        """None: it is polled, so that the car's periodic frames go out in time as well."""
        return ()

    def serve(self) -> None:
        if self._bus is None:
            self._try_again()
            return
        for _ in range(MOST_AT_ONCE):
            if not self._receive(self._bus):
                return

    def _receive(self, bus: can.BusABC) -> bool:
        """Take a frame; False when there is no more now. Anybody can send what is no frame."""
        try:
            message = bus.recv(timeout=0)
        except _ERRORS as error:
            if not (_is_no_frame(error) or _is_no_frame(error.__cause__)):
                self._fall()
                return False
            self.unreadable += 1
            if isinstance(error.__cause__, UnicodeDecodeError) and isinstance(bus, slcanBus):
                bus.flush()  # WORKAROUND(python-can 4.6.1): it would stumble over it forever
            return True
        if message:
            self._take(message)
        return message is not None or _has_more(bus)

    def close(self) -> None:
        if self._bus:
            with contextlib.suppress(*_ERRORS):
                self._bus.shutdown()
        self._bus = None

    def __deepcopy__(self, memo: Mapping[int, Any]) -> Self:
        return self

    def _open(self) -> can.BusABC:
        options: dict[str, Any] = {
            key: value if key == "channel" else cast_from_string(value)
            for key, value in self._options.items()
        }
        bus = can.Bus(**{**_DEFAULTS.get(self._options["interface"], {}), **options})
        _prepare_socket(bus)
        return bus

    def _take(self, message: can.Message) -> None:
        if message.is_error_frame or message.is_remote_frame:
            return
        mark = EXTENDED if message.is_extended_id else 0
        frame = message.arbitration_id | mark, bytes(message.data)
        if self._echoes is None or not self._echoes[frame]:
            self._received.append(frame)
        else:
            self._echoes[frame] -= 1
        if self._echoes and len(self._echoes) > MOST_AT_ONCE:
            self._echoes = +self._echoes  # without those that have come back

    def _fall(self) -> None:
        self.close()
        self._retry_at = self._now + RETRY_S

    def _try_again(self) -> None:
        """A device file that is gone is waited for; opening would only fail."""
        channel = self._options.get("channel", "")
        gone = channel.startswith("/") and not Path(channel).exists()
        if gone or self._now < self._retry_at:
            return
        try:
            self._bus = self._open()
        except _ERRORS:
            self._retry_at = self._now + RETRY_S


def _prepare_socket(bus: can.BusABC) -> None:
    """Let it hold as much as the system allows, for the time that a picture is drawn.

    WORKAROUND(python-can 4.6.1): udp_multicast hears every group of its port; ours only its own.
    """
    with contextlib.suppress(OSError, NotImplementedError):  # no socket
        own = socket.socket(fileno=os.dup(bus.fileno()))
        with own:
            own.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVE_BUFFER)
            if sys.platform == "linux" and own.family in _ALL_GROUPS:
                own.setsockopt(*_ALL_GROUPS[own.family], 0)


def _has_more(bus: can.BusABC) -> bool:
    """WORKAROUND(python-can 4.6.1): for slcan an acknowledgement looks as if nothing were there."""
    try:
        return isinstance(bus, slcanBus) and bool(bus.serialPortOrig.in_waiting)
    except OSError:
        return False  # the next round tells


def _is_no_frame(error: BaseException | None) -> bool:
    """The interface works, but what came cannot be read: a torn slcan line, a foreign datagram."""
    return isinstance(error, ValueError | LookupError | TypeError | struct.error)


def _one_line(error: BaseException) -> str:
    if isinstance(error, ImportError | NameError | AttributeError):
        return f"the driver of this interface is not installed ({error})"
    words = " ".join(str(error).split()) or type(error).__name__
    return re.sub(r"\[Errno -?\d+\] ", "", words)
