"""The car on the bus: power, the speed lock with its two thresholds, what else it tells."""

from __future__ import annotations

from collections.abc import Iterator

from connectivity import vehicle as rules
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
from connectivity.vehicle import Motion, Power, Vehicle
from tests.proof.explore import Rule, System

SPEEDS = (0.0, 3.9, 4.0, 5.0, 6.0, 6.1, 130.0)
"""Both thresholds of domain:4.10, 4 and 6 km/h, from below, on the spot and from above."""
EVENTS: dict[str, VehicleEvent] = {
    **{f"{kmh} km/h": Speed(kmh) for kmh in SPEEDS},
    **{f"lever {lever}": Gear(lever) for lever in "PRND"},
    **{
        f"{type_.__name__} {'on' if on else 'off'}": type_(on)
        for type_ in (Ignition, Locked, Doors, Plug, NightDesign)
        for on in (True, False)
    },
}


def _steps(car: Vehicle) -> Iterator[tuple[str, Vehicle]]:
    return ((name, rules.reduce_vehicle(car, event)) for name, event in EVENTS.items())


def _lock(before: Vehicle, event: str, after: Vehicle) -> bool:
    """Locked above 6, free again only below 4, between them as it was."""
    if after.speed_kmh > 6:
        return after.motion is Motion.MOVING
    if after.speed_kmh < 4:
        return after.motion is Motion.STANDING
    return after.motion is before.motion


def _power(before: Vehicle, event: str, after: Vehicle) -> bool:
    if event.startswith("Ignition"):
        return (after.power is Power.ON) is event.endswith("on")
    return after.power is before.power


VEHICLE_SYSTEM = System(
    "vehicle",
    Vehicle(),
    _steps,
    (
        Rule("domain:4.10", "text entry is locked above 6 km/h and free below 4", _lock),
        Rule("power", "only terminal 15 switches the head unit", _power),
    ),
    good=lambda car: car == Vehicle(),
)
