"""The car on the bus: power, the speed lock with its two thresholds, and what stands when parked.

Its fields are looked at in groups, each with the signals that can be lost; that no event of one
group reaches into another, nor looks at one, is a rule of each transition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import get_args

from connectivity import vehicle as rules
from connectivity.messages.vehicle import (
    BusSleep,
    CarClock,
    CarVin,
    Charging,
    Doors,
    Gear,
    Handbrake,
    Ignition,
    Locked,
    Mileage,
    NightDesign,
    OutsideTemperature,
    Plug,
    ShownSpeed,
    SignalFound,
    SignalLost,
    Speed,
    Units,
    VehicleEvent,
    VehicleSignal,
)
from connectivity.vehicle import Motion, Power, Vehicle
from tests.proof.explore import Rule, System

SPEEDS = (0.0, 3.9, 4.0, 5.0, 6.0, 6.1, 130.0)
"""Both thresholds of domain:4.10, 4 and 6 km/h, from below, on the spot and from above."""
MILES = Units("mi", "fahrenheit", "psi", "mpg", "12h", "mdy")
CLOCK = datetime(2026, 11, 22)  # noqa: DTZ001 - a car knows local time only
LOST: dict[str, tuple[str, object]] = {
    "lever": ("gear", ""),
    "handbrake": ("handbrake", False),
    "locks": ("locked", False),
    "plug": ("plugged", True),
    "light": ("dark", True),
    "shown_speed": ("shown_kmh", None),
    "outside": ("outside_c", None),
    "vin": ("vin", ""),
}
"""What is safe to take for granted while a signal is not heard: never locked, always plugged in."""


@dataclass(frozen=True)
class Group:
    """Fields of the car that hang together, their signals, and all that can change them."""

    name: str
    fields: tuple[str, ...]
    signals: tuple[VehicleSignal, ...]
    events: tuple[VehicleEvent, ...]

    @property
    def named(self) -> dict[str, VehicleEvent]:
        lost = [type_(s) for s in self.signals for type_ in (SignalLost, SignalFound)]
        return {repr(event): event for event in (*self.events, *lost)}

    def kept(self, car: Vehicle) -> Mapping[str, object]:
        """What of the car is this group's."""
        own = {name: getattr(car, name) for name in self.fields}
        return {**own, "lost": car.lost & set(self.signals)}

    def set(self, car: Vehicle, kept: Mapping[str, object]) -> Vehicle:
        lost = (car.lost - set(self.signals)) | kept["lost"]  # type: ignore[operator] # a set
        return replace(car, **{**kept, "lost": lost})  # type: ignore[arg-type] # its own fields


GROUPS = (
    Group(
        "motion",
        ("power", "motion", "speed_kmh"),
        ("ignition", "speed"),
        (Ignition(True), Ignition(False), *(Speed(kmh) for kmh in SPEEDS)),
    ),
    Group(
        "parked",
        ("gear", "handbrake", "locked", "doors_open", "plugged", "charging"),
        ("lever", "handbrake", "locks", "plug"),
        (
            *(Gear(lever) for lever in "PRND"),
            *(type_(True) for type_ in (Handbrake, Locked, Doors, Plug, Charging)),
            *(type_(False) for type_ in (Handbrake, Locked, Doors, Plug, Charging)),
        ),
    ),
    Group(
        "shown",
        ("dark", "shown_kmh", "outside_c"),
        ("light", "shown_speed", "outside"),
        (NightDesign(True), NightDesign(False), ShownSpeed(50.0), OutsideTemperature(-3.0)),
    ),
    Group(
        "car",
        ("mileage_km", "units", "asleep", "vin", "clock_at_zero"),
        ("units", "sleep", "vin", "clock", "wheel"),
        (
            Mileage(1200), MILES, BusSleep(True), BusSleep(False), CarVin("WP0" + "Z" * 14),
            CarClock(CLOCK),
        ),
    ),
)  # fmt: skip

ELSEWHERE = Vehicle(
    Power.ON, Motion.MOVING, 77.0, 80.0, "R", True, True, True, True, True, False, 21.0, 5,
    "WP1" + "A" * 14, MILES, CLOCK, True, frozenset(get_args(VehicleSignal)),
)  # fmt: skip
"""A car in which everything is different, to see that nothing of it matters to another group."""


def _lock(before: Vehicle, event: str, after: Vehicle) -> bool:
    """Locked above 6, free again only below 4, between them as it was; unknown is locked."""
    if event == repr(SignalLost("speed")):
        return after.motion is Motion.MOVING
    if not event.startswith("Speed"):
        return after.motion is before.motion
    if after.speed_kmh > 6:
        return after.motion is Motion.MOVING
    return after.motion is (Motion.STANDING if after.speed_kmh < 4 else before.motion)


def _power(before: Vehicle, event: str, after: Vehicle) -> bool:
    if event.startswith("Ignition"):
        return (after.power is Power.ON) is event.endswith("True)")
    if event == repr(SignalLost("ignition")):
        return after.power is Power.OFF
    return after.power is before.power


def _safe(before: Vehicle, event: str, after: Vehicle) -> bool:
    for signal, (name, value) in LOST.items():
        if event == f"SignalLost(signal={signal!r})":
            shut = signal == "locks" and not after.doors_open
            return getattr(after, name) == value and not shut
    return True


def _told(before: Vehicle, event: str, after: Vehicle) -> bool:
    for group in GROUPS:
        for signal in group.signals:
            if event == f"SignalLost(signal={signal!r})":
                return signal in after.lost
            if event == f"SignalFound(signal={signal!r})":
                return signal not in after.lost
    return after.lost == before.lost


def _apart(group: Group) -> Callable[[Vehicle, str, Vehicle], bool]:
    def holds(before: Vehicle, event: str, after: Vehicle) -> bool:
        if group.set(after, group.kept(before)) != before:
            return False
        other = rules.reduce_vehicle(group.set(ELSEWHERE, group.kept(before)), group.named[event])
        return group.kept(other) == group.kept(after)

    return holds


def _steps(group: Group) -> Callable[[Vehicle], Iterator[tuple[str, Vehicle]]]:
    events = group.named

    def steps(car: Vehicle) -> Iterator[tuple[str, Vehicle]]:
        return ((name, rules.reduce_vehicle(car, event)) for name, event in events.items())

    return steps


VEHICLE_SYSTEMS = tuple(
    System(
        f"vehicle: {group.name}",
        Vehicle(),
        _steps(group),
        (
            Rule("domain:4.10", "text entry is locked above 6 km/h and free below 4", _lock),
            Rule("power", "only terminal 15, or its silence, switches the head unit", _power),
            Rule("safe", "what is not heard of any more counts as what is safe", _safe),
            Rule("told", "a lost signal is known as lost until it is found", _told),
            Rule(
                "apart", "the groups of signals have nothing to do with each other", _apart(group)
            ),
        ),
        good=lambda car: car.power is Power.OFF and car.motion is Motion.STANDING,
    )
    for group in GROUPS
)
