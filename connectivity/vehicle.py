"""The car as the head unit knows it from the bus: power, motion, lever, locks, doors, plug.

A lost signal counts as what is safe; `lost` tells why.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import Enum
from typing import Any

from connectivity.machine import Flow
from connectivity.messages.vehicle import (
    FACTORY_UNITS,
    BusInterface,
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
    WheelKey,
)

LOCK_ABOVE_KMH, FREE_BELOW_KMH = 6.0, 4.0
"""Text entry is locked above the one and free again only below the other (domain:4.10)."""


class Power(Enum):
    OFF = "off"
    ON = "on"


class PowerEvent(Enum):
    SWITCH_ON = "switch_on"
    SWITCH_OFF = "switch_off"  # or nothing is heard of terminal 15 any more (domain:7.9)


POWER = Flow(
    "power",
    Power.OFF,
    PowerEvent,
    (
        (PowerEvent.SWITCH_ON, (Power.OFF,), Power.ON),
        (PowerEvent.SWITCH_OFF, (Power.ON,), Power.OFF),
    ),
)


class Motion(Enum):
    STANDING = "standing"
    MOVING = "moving"


class MotionEvent(Enum):
    FAST = "fast"  # above LOCK_ABOVE_KMH, or the speed is unknown
    SLOW = "slow"  # below FREE_BELOW_KMH


MOTION = Flow(
    "motion",
    Motion.STANDING,
    MotionEvent,
    (
        (MotionEvent.FAST, (Motion.STANDING,), Motion.MOVING),
        (MotionEvent.SLOW, (Motion.MOVING,), Motion.STANDING),
    ),
)

NEVER_SET = datetime(1970, 1, 1)  # noqa: DTZ001 - a car knows local time only
"""What a clock shows that was never set (assumed)."""


@dataclass(frozen=True, slots=True)
class Vehicle:
    """clock_at_zero: the clock at second 0 of the session; it runs on without the bus."""

    power: Power = Power.OFF
    motion: Motion = Motion.STANDING
    speed_kmh: float = 0.0
    shown_kmh: float | None = None  # by the instrument cluster
    gear: str = "P"  # "" when unknown
    handbrake: bool = False
    locked: bool = False
    doors_open: bool = False
    plugged: bool = False
    charging: bool = False
    dark: bool = True
    outside_c: float | None = None
    mileage_km: int | None = None
    vin: str = ""
    units: Units = FACTORY_UNITS
    clock_at_zero: datetime = NEVER_SET
    asleep: bool = False
    lost: frozenset[VehicleSignal] = frozenset()


_FIELDS: Mapping[type[VehicleEvent], str] = {
    ShownSpeed: "shown_kmh",
    Gear: "gear",
    Handbrake: "handbrake",
    Locked: "locked",
    Doors: "doors_open",
    Plug: "plugged",
    Charging: "charging",
    NightDesign: "dark",
    OutsideTemperature: "outside_c",
    Mileage: "mileage_km",
    CarClock: "clock_at_zero",
    CarVin: "vin",
    BusSleep: "asleep",
}
"""An event with one value that is plainly kept -> where."""

_SAFE: Mapping[VehicleSignal, Mapping[str, Any]] = {
    "shown_speed": {"shown_kmh": None},
    "lever": {"gear": ""},
    "handbrake": {"handbrake": False},
    "locks": {"locked": False, "doors_open": True},
    "plug": {"plugged": True, "charging": False},
    "light": {"dark": True},
    "outside": {"outside_c": None},
    "vin": {"vin": ""},
}
"""What counts while a signal is unknown. Clock, mileage and units stay as they were."""


def reduce_vehicle(car: Vehicle, event: VehicleEvent) -> Vehicle:
    """The car after one event from the bus."""
    match event:
        case Ignition(on):
            step = PowerEvent.SWITCH_ON if on else PowerEvent.SWITCH_OFF
            return replace(car, power=POWER.next(car.power, step))
        case Speed(kmh):
            return replace(car, speed_kmh=kmh, motion=_motion(car.motion, kmh))
        case Units():
            return replace(car, units=event)
        case WheelKey() | BusInterface():
            return car
        case SignalLost(signal):
            return _without(replace(car, lost=car.lost | {signal}), signal)
        case SignalFound(signal):
            return replace(car, lost=car.lost - {signal})
        case _:
            return replace(car, **{_FIELDS[type(event)]: getattr(event, fields(event)[0].name)})


def _motion(motion: Motion, kmh: float) -> Motion:
    if kmh > LOCK_ABOVE_KMH:
        return MOTION.next(motion, MotionEvent.FAST)
    return MOTION.next(motion, MotionEvent.SLOW) if kmh < FREE_BELOW_KMH else motion


def _without(car: Vehicle, signal: VehicleSignal) -> Vehicle:
    if signal == "ignition":
        return replace(car, power=POWER.next(car.power, PowerEvent.SWITCH_OFF))
    if signal == "speed":
        return replace(car, motion=MOTION.next(car.motion, MotionEvent.FAST))
    return replace(car, **_SAFE.get(signal, {}))
