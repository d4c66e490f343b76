"""The car as the head unit knows it from the bus: power, motion, lever, locks, doors, plug."""

from dataclasses import dataclass, replace
from enum import Enum

from connectivity.machine import Flow
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

LOCK_ABOVE_KMH, FREE_BELOW_KMH = 6.0, 4.0
"""Text entry is locked above the one and free again only below the other (domain:4.10)."""


class Power(Enum):
    OFF = "off"
    ON = "on"


class PowerEvent(Enum):
    SWITCH_ON = "switch_on"
    SWITCH_OFF = "switch_off"


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
    FAST = "fast"  # above LOCK_ABOVE_KMH
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


@dataclass(frozen=True, slots=True)
class Vehicle:
    power: Power = Power.OFF
    motion: Motion = Motion.STANDING
    speed_kmh: float = 0.0
    gear: str = "P"
    locked: bool = False
    doors_open: bool = False
    plugged: bool = False
    dark: bool = True


def reduce_vehicle(car: Vehicle, event: VehicleEvent) -> Vehicle:
    """The car after one event from the bus."""
    match event:
        case Ignition(on):
            step = PowerEvent.SWITCH_ON if on else PowerEvent.SWITCH_OFF
            return replace(car, power=POWER.next(car.power, step))
        case Speed(kmh):
            motion = car.motion
            if kmh > LOCK_ABOVE_KMH:
                motion = MOTION.next(motion, MotionEvent.FAST)
            elif kmh < FREE_BELOW_KMH:
                motion = MOTION.next(motion, MotionEvent.SLOW)
            return replace(car, speed_kmh=kmh, motion=motion)
        case Gear(lever):
            return replace(car, gear=lever)
        case Locked(on):
            return replace(car, locked=on)
        case Doors(is_open):
            return replace(car, doors_open=is_open)
        case Plug(connected):
            return replace(car, plugged=connected)
        case NightDesign(on):
            return replace(car, dark=on)
