"""The verbs of the car: ignition, speed, lever, locks, doors, plug, darkness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectivity.messages import (
    Doors,
    Gear,
    Ignition,
    Locked,
    NightDesign,
    Plug,
    Speed,
)
from connectivity.outside.car_state import CarChange
from pcm.headunit.verbs.verb import Run, choose, number, on_off

if TYPE_CHECKING:
    from pcm.headunit.session import Session

MOST_KMH = 350


def _car(session: Session, event: CarChange, text: str) -> str:
    session.world.vehicle.set(event)
    return text


def _ignition(session: Session, rest: str) -> str:
    on = on_off("car ignition", rest)
    return _car(session, Ignition(on), f"ignition {'on' if on else 'off'}")


def _restart(session: Session, rest: str) -> str:
    session.world.vehicle.set(Ignition(False))
    session.pump()
    session.world.vehicle.set(Ignition(True))
    return "restarted"


def _speed(session: Session, rest: str) -> str:
    kmh = number("car speed", rest, 0, MOST_KMH)
    return _car(session, Speed(kmh), f"{kmh:g} km/h")


def _gear(session: Session, rest: str) -> str:
    lever = choose("car gear", rest, ("P", "R", "N", "D"))
    return _car(session, Gear(lever), f"lever in {lever}")


def _lock(locked: bool) -> Run:
    def run(session: Session, rest: str) -> str:
        return _car(session, Locked(locked), "locked" if locked else "unlocked")

    return run


def _doors(session: Session, rest: str) -> str:
    is_open = choose("car doors", rest, ("open", "closed")) == "open"
    return _car(session, Doors(is_open), f"doors {'open' if is_open else 'closed'}")


def _plug(session: Session, rest: str) -> str:
    plugged = choose("car plug", rest, ("in", "out")) == "in"
    return _car(session, Plug(plugged), f"plug {'in' if plugged else 'out'}")


def _night(session: Session, rest: str) -> str:
    dark = on_off("car night", rest)
    return _car(session, NightDesign(dark), "night" if dark else "day")


CAR_VERBS: dict[str, Run] = {
    "car ignition": _ignition,
    "car restart": _restart,
    "car speed": _speed,
    "car gear": _gear,
    "car lock": _lock(True),
    "car unlock": _lock(False),
    "car plug": _plug,
    "car doors": _doors,
    "car night": _night,
}
