"""The car's own signals, in process: what the bus will carry. No periods, no checksums."""

from dataclasses import dataclass, replace

from connectivity.messages import (
    Doors,
    Gear,
    Ignition,
    Locked,
    NightDesign,
    Plug,
    Speed,
    VehicleEvent,
)
from connectivity.wires import NoRequest


@dataclass(frozen=True, slots=True)
class CarState:
    """The physical car. speed_kmh 0-350; lever P, R, N or D."""

    ignition: bool = False
    speed_kmh: float = 0.0
    lever: str = "P"
    locked: bool = False
    doors_open: bool = False
    plugged: bool = False
    dark: bool = True


class VehicleEmulator:
    """Sends an event for each signal that changes."""

    def __init__(self) -> None:
        self.state = CarState()
        self._out: list[VehicleEvent] = []

    def drain(self) -> list[VehicleEvent]:
        events, self._out = self._out, []
        return events

    def send(self, request: NoRequest) -> None:
        """The vehicle takes no requests yet."""

    def set(self, event: VehicleEvent) -> None:
        """The car changed in this one way."""
        match event:
            case Ignition(on):
                self.state = replace(self.state, ignition=on)
            case Speed(kmh):
                self.state = replace(self.state, speed_kmh=kmh)
            case Gear(lever):
                self.state = replace(self.state, lever=lever)
            case Locked(on):
                self.state = replace(self.state, locked=on)
            case Doors(is_open):
                self.state = replace(self.state, doors_open=is_open)
            case Plug(connected):
                self.state = replace(self.state, plugged=connected)
            case NightDesign(on):
                self.state = replace(self.state, dark=on)
        self._out.append(event)
