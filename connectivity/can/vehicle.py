"""The head unit on the CAN bus: takes the car's messages, tells the car its own state.

What cannot be right (unknown id, length, checksum, counter, values) is counted and ignored; a
message that stops coming is a lost signal.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from connectivity.can.bus import Bus
from connectivity.can.layout import Message, Values, load_layout
from connectivity.can.protection import checksum, protect
from connectivity.can.readings import READERS, SIGNALS, VinParts, check_range
from connectivity.can.status import STATUS, status_values
from connectivity.messages.vehicle import (
    BusInterface,
    CarClock,
    CarVin,
    PcmStatus,
    SignalFound,
    SignalLost,
    VehicleEvent,
    VehicleRequest,
    WheelKey,
)
from connectivity.vehicle import NEVER_SET

TIMEOUT_PERIODS, SHORTEST_TIMEOUT_S = 5, 0.5
"""A message is lost when it has not come for so long (assumed)."""
CLOCK_STEP_S = 2.0
"""A smaller difference to the car's clock is the bus being slow."""


@dataclass(slots=True)
class Counts:
    """Frames since the start, and those that were ignored, by why."""

    frames: int = 0
    unknown_id: int = 0
    wrong_length: int = 0
    wrong_checksum: int = 0
    frozen_counter: int = 0
    out_of_range: int = 0

    @property
    def ignored(self) -> int:
        wrong = self.wrong_length + self.wrong_checksum + self.frozen_counter + self.out_of_range
        return self.unknown_id + wrong


@dataclass(slots=True)
class _Heard:
    """What is remembered of one message."""

    message: Message
    timeout_s: float
    at: float = 0.0
    lost: bool = False
    payload: int = -1  # nothing was heard yet
    counter: int = -1
    events: frozenset[VehicleEvent] = field(default_factory=frozenset)


class CanVehicle:
    """The wire to the vehicle."""

    def __init__(self, bus: Bus) -> None:
        layout = load_layout()
        self.counts, self.now = Counts(), 0.0
        self._bus, self._interface = bus, ""  # the way to a real bus as last told
        self._heard = {
            message.id: _Heard(message, max(SHORTEST_TIMEOUT_S, TIMEOUT_PERIODS * message.period_s))
            for message in layout.messages
            if message.name in SIGNALS
        }
        self._own = layout.by_name[STATUS]
        self._status: PcmStatus | None = None
        self._sent_at, self._counter = 0.0, 0
        self._vin, self._clock_at_zero = VinParts(), NEVER_SET
        known = {heard.message.name for heard in self._heard.values()}
        self._undescribed = tuple(name for name in SIGNALS if name not in known)  # a faulty DBC
        self._out: list[VehicleEvent] = [SignalLost(SIGNALS[name]) for name in self._undescribed]

    @property
    def lost(self) -> tuple[str, ...]:
        """The messages that do not come."""
        quiet = (heard.message.name for heard in self._heard.values() if heard.lost)
        return (*self._undescribed, *quiet)

    def send(self, request: VehicleRequest) -> None:
        """Tell the car, at once and from then on periodically."""
        self._status = request
        self._send_status()

    def drain(self) -> list[VehicleEvent]:
        self._take_frames()
        if self._interface != self._bus.interface:
            before, self._interface = self._interface, self._bus.interface
            if before:
                self._out.append(BusInterface(self._interface == "up"))
        events, self._out = self._out, []
        return events

    def advance(self, now: float) -> None:
        self.now = now
        self._take_frames()
        for heard in self._heard.values():
            if not heard.lost and heard.at + heard.timeout_s <= now and not self._is_sent(heard):
                self._lose(heard)
        if self._status and now >= self._sent_at + self._own.period_s:
            self._send_status()

    def next_due(self) -> float | None:
        """The next time-out; of messages that the far end is known to send there is none."""
        return min(
            (
                heard.at + heard.timeout_s
                for heard in self._heard.values()
                if not heard.lost and not self._is_sent(heard)
            ),
            default=None,
        )

    def _is_sent(self, heard: _Heard) -> bool:
        return self._bus.sends(heard.message.id)

    def _send_status(self) -> None:
        if self._status is None:
            return
        self._counter = (self._counter + 1) % 16
        data = self._own.pack(status_values(self._status))
        self._sent_at = self.now
        self._bus.send(self._own.id, protect(self._own, data, self._counter))

    def _lose(self, heard: _Heard) -> None:
        heard.lost, heard.payload, heard.events = True, -1, frozenset()
        self._out.append(SignalLost(SIGNALS[heard.message.name]))

    def _take_frames(self) -> None:
        for id_, data in self._bus.drain():
            self.counts.frames += 1
            heard = self._heard.get(id_)
            if heard is None:
                self.counts.unknown_id += id_ != self._own.id  # its own comes back from a log
            elif len(data) != heard.message.length:
                self.counts.wrong_length += 1
            else:
                self._take(heard, data)

    def _take(self, heard: _Heard, data: bytes) -> None:
        message, frame = heard.message, int.from_bytes(data, "little")
        if message.checksum and data[0] != checksum(message, data):
            self.counts.wrong_checksum += 1
            return
        if message.counter:
            counter = int(message.counter.value(frame))
            if counter == heard.counter:
                self.counts.frozen_counter += 1
                return
            heard.counter = counter
        payload = frame & message.payload_mask
        if payload != heard.payload:
            try:
                self._read(heard, message.unpack(frame))
            except ValueError:
                self.counts.out_of_range += 1
                return
            heard.payload = payload
        heard.at = self.now
        if heard.lost:
            heard.lost = False
            self._out.append(SignalFound(SIGNALS[message.name]))

    def _read(self, heard: _Heard, values: Values) -> None:
        """Pass on what is new."""
        message = heard.message
        check_range(message, values)
        if message.name == "VIN_01":
            vin = self._vin.take(values)
            events = frozenset((CarVin(vin),)) if vin else heard.events
        else:
            found = READERS[message.name](values)
            if message.name == "Diagnose_01":
                self._take_clock(values, heard.payload == -1)
            self._out += [event for event in found if event not in heard.events]
            events = frozenset(event for event in found if not isinstance(event, WheelKey))
        if message.name == "VIN_01":
            self._out += events - heard.events
        heard.events = events

    def _take_clock(self, values: Mapping[str, float], first: bool) -> None:
        """The car's clock; ValueError for a day that no month has."""
        parts = ("Jahr", "Monat", "Tag", "Stunde", "Minute", "Sekunde")
        shown = datetime(*(int(values[f"UH_{part}"]) for part in parts))  # type: ignore[arg-type]  # noqa: DTZ001 - the car knows local time only
        at_zero = shown - timedelta(seconds=self.now)
        if first or abs((at_zero - self._clock_at_zero).total_seconds()) >= CLOCK_STEP_S:
            self._clock_at_zero = at_zero
            self._out.append(CarClock(at_zero))
