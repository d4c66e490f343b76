"""The bus between the car and the head unit, in process; what goes out of it are its taps.

No arbitration, no bit timing, no acknowledgement: a frame that is sent has arrived. Taps (a log, an
interface to a real bus) hear every frame; an interface puts in what it receives.
"""

from collections.abc import Iterable
from typing import Protocol

Frame = tuple[int, bytes]
"""An id as in the DBC (29-bit ones are marked) and up to 8 bytes."""


class Bus(Protocol):
    """A bus as one unit on it sees it."""

    def send(self, id_: int, data: bytes) -> None:
        """Put a frame on the bus; never blocks, never raises."""
        ...

    def drain(self) -> Iterable[Frame]:
        """Take what has arrived, oldest first."""
        ...

    def sends(self, id_: int) -> bool:
        """The far end is known to keep sending this message, without every frame being seen."""
        ...

    @property
    def interface(self) -> str:
        """How the way to a real bus is: up, down, or "" when there is none."""
        ...


class Car(Protocol):
    """The car at the bus: hears the head unit and others."""

    def hear(self, id_: int, data: bytes) -> None: ...

    def sends(self, id_: int) -> bool: ...


class Tap:
    """Hears every frame. `now`: seconds of the session's clock."""

    every_period = False  # wants each periodic frame at its time
    catch_up = 1  # as many of those that are overdue are sent at once

    @property
    def state(self) -> str:
        """up or down; "" for what is no way to a bus."""
        return ""

    def hear(self, now: float, id_: int, data: bytes) -> None:
        raise NotImplementedError

    def received(self) -> Iterable[Frame]:
        """What came in by it since the last time."""
        return ()

    def pass_time(self, now: float) -> None:
        """It is `now`."""


class CarBus:
    """One car's bus. As a `Bus` it is the head unit's; the car and taps use the rest."""

    def __init__(self, taps: tuple[Tap, ...] = ()) -> None:
        self.now = 0.0
        self.latest: dict[int, bytes] = {}  # the last frame of each id
        self.car: Car | None = None  # None: only others drive the head unit
        self.taps = taps
        self._arrived: list[Frame] = []

    @property
    def every_period(self) -> bool:
        """Somebody wants each periodic frame at its time."""
        return any(tap.every_period for tap in self.taps)

    @property
    def catch_up(self) -> int:
        """How many of the overdue periodic frames of a message are sent at once."""
        return max((tap.catch_up for tap in self.taps), default=1)

    @property
    def interface(self) -> str:
        return next((tap.state for tap in self.taps if tap.state), "")

    def pass_time(self, now: float) -> None:
        self.now = now
        for tap in self.taps:
            tap.pass_time(now)

    def send(self, id_: int, data: bytes) -> None:
        self._show(id_, data)
        if self.car:
            self.car.hear(id_, data)

    def drain(self) -> list[Frame]:
        for tap in self.taps:
            for id_, data in tap.received():
                self.put_foreign(id_, data, tap)
        frames, self._arrived = self._arrived, []
        return frames

    def sends(self, id_: int) -> bool:
        return self.car is not None and self.car.sends(id_)

    def put(self, id_: int, data: bytes) -> None:
        """The car sends a frame."""
        self._arrived.append((id_, data))
        self._show(id_, data)

    def put_foreign(self, id_: int, data: bytes, source: Tap | None = None) -> None:
        """Somebody else's frame; `source`: the tap that it came in by."""
        self._arrived.append((id_, data))
        self._show(id_, data, source)
        if self.car:
            self.car.hear(id_, data)

    def _show(self, id_: int, data: bytes, source: Tap | None = None) -> None:
        self.latest[id_] = data
        for tap in self.taps:
            if tap is not source:
                tap.hear(self.now, id_, data)
