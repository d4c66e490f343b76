"""The car at the other end of the CAN bus: sends its messages from its state, with counter and CRC.

A change is sent at once. Periodic frames are sent when time goes by: each in its own right when a
log or so wants that, else each message once, however long it was. Holds no button down.
"""

from dataclasses import replace
from datetime import timedelta
from math import floor
from typing import Literal

from connectivity.can.bus import CarBus
from connectivity.can.layout import Message, load_layout
from connectivity.can.protection import checksum, protect
from connectivity.can.status import STATUS, read_wishes
from connectivity.can.wheel import IDENTIFICATION, MOST_TICKS, codes_of, is_wheel
from connectivity.messages.vehicle import Units, WheelKey
from connectivity.outside.car_state import (
    FRAMES,
    TOLD_BY,
    CarChange,
    CarState,
    change,
    clock_values,
    vin_values,
)

Fault = Literal["silent", "checksum", "counter", "length"]
"""What can be wrong with a message: it is not sent, or sent wrongly."""


class VehicleEmulator:
    """The car. `faults`: which messages are not sent as they should be, and how."""

    def __init__(self, bus: CarBus, vin: str, sending: bool = True) -> None:
        self.vin, self.bus, self.now = vin, bus, 0.0
        self.faults: dict[str, Fault] = {}
        self.sending = sending  # False: somebody else on the bus is the car
        layout = load_layout()
        self._status = layout.by_name[STATUS]
        self._messages = {m.name: m for m in layout.messages if m.name != STATUS}
        self._by_id = {m.id: m for m in self._messages.values()}
        self._counters = dict.fromkeys(self._messages, 0)
        self._due = {m.name: m.period_s for m in self._messages.values()}
        self._vin_part = 0
        self._wishes: tuple[Units, int] | None = None
        self._state = CarState()
        bus.car = self
        self.tell_all()

    @property
    def state(self) -> CarState:
        return self._state

    @state.setter
    def state(self, state: CarState) -> None:
        """Another car as a whole, as after a restart of the program."""
        self._state = state
        self.tell_all()

    @property
    def message_names(self) -> tuple[str, ...]:
        return tuple(self._messages)

    def tell_all(self) -> None:
        """Send every message once."""
        for name in self._messages:
            self._tell(name, whole=True)

    def set(self, event: CarChange) -> None:
        """The car changed in this one way."""
        self._state = change(self.state, event)
        for name in TOLD_BY[type(event)]:
            self._tell(name)

    def press(self, key: WheelKey) -> None:
        """A button of the steering wheel is pressed and let go, or a wheel turned."""
        left = key.ticks
        while left > 0:
            step = min(left, MOST_TICKS) if is_wheel(key.button) else 1
            code, event = codes_of(replace(key, ticks=step))
            self._send_wheel(code, event)
            self._send_wheel(0, 0)
            left -= step

    def set_fault(self, name: str, fault: Fault | None) -> None:
        """How a message is sent from now on; None: rightly."""
        if fault is None:
            self.faults.pop(name, None)
        else:
            self.faults[name] = fault
        self._tell(name, whole=True)

    def hear(self, id_: int, data: bytes) -> None:
        """The head unit's status: the car adopts the units and language chosen there."""
        message = self._status
        if id_ != message.id or len(data) != message.length or data[0] != checksum(message, data):
            return
        try:
            wishes = read_wishes(message.unpack(int.from_bytes(data, "little")))
        except ValueError:
            return
        if wishes == self._wishes:
            return
        self._wishes = wishes
        if wishes != (self.state.units, self.state.language):
            self._state = replace(self.state, units=wishes[0], language=wishes[1])
            for name in TOLD_BY[Units]:
                self._tell(name)

    def sends(self, id_: int) -> bool:
        """This message comes rightly, sooner or later."""
        message = self._by_id.get(id_)
        return self.sending and message is not None and message.name not in self.faults

    def advance(self, now: float) -> None:
        if self.state.speed_kmh and self.state.ignition:
            km = self.state.speed_kmh / 3600 * (now - self.now)
            self._state = replace(self.state, mileage_km=self.state.mileage_km + km)
        self.now = now
        self.bus.pass_time(now)
        for name, due in self._due.items():
            if now >= due:
                period = self._messages[name].period_s
                missed = 1 + floor((now - due) / period)
                for _ in range(min(missed, self.bus.catch_up)):
                    self._tell(name, whole=missed > self.bus.catch_up)
                self._due[name] = due + period * missed

    def next_due(self) -> float | None:
        """The next periodic frame, if anybody wants each one."""
        wanted = self.sending and self.bus.every_period
        return min(self._due.values()) if wanted else None

    def _tell(self, name: str, whole: bool = False) -> None:
        """Send a message as the car is now; `whole`: every part of one with parts."""
        message = self._messages.get(name)
        if message is None:
            return  # its description could not be read
        if name == "MFL_Tasten":
            self._send_wheel(0, 0)
        elif name == "VIN_01":
            for _ in range(3 if whole else 1):
                self._send(message, message.pack(vin_values(self.vin, self._vin_part)))
                self._vin_part = (self._vin_part + 1) % 3
        else:
            values = FRAMES[name](self.state)
            if name == "Diagnose_01":
                values |= clock_values(self.state.clock_at_zero + timedelta(seconds=self.now))
            self._send(message, message.pack(values))

    def _send_wheel(self, code: int, event: int) -> None:
        message = self._messages.get("MFL_Tasten")
        if message is None:
            return
        values = {
            "MFL_Tastencode": code,
            "MFL_Eventcode": event,
            "MFL_Kennung": IDENTIFICATION,
        }
        self._send(message, message.pack(values))

    def _send(self, message: Message, data: bytes) -> None:
        fault = self.faults.get(message.name)
        if fault == "silent" or not self.sending:
            return
        if fault != "counter":
            self._counters[message.name] = (self._counters[message.name] + 1) % 16
        data = protect(message, data, self._counters[message.name])
        if fault == "checksum":
            data = bytes((data[0] ^ 0xFF,)) + data[1:]
        elif fault == "length":
            data = data[:-1]
        self.bus.put(message.id, data)
