"""The verbs of the car: what it does and what is around it, told to all by its bus."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from connectivity.messages.vehicle import (
    CarClock,
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
    Speed,
)
from connectivity.outside.car_state import CarChange
from models.errors import PcmError
from models.reasons import Reason
from pcm.headunit.errors import RefusedError
from pcm.headunit.verbs.verb import Run, choose, number, on_off

if TYPE_CHECKING:
    from pcm.headunit.session import Session

MOST_KMH = 350
MOST_KM = 1_000_000
FIRST_YEAR, LAST_YEAR = 2000, 2127
"""What Diagnose_01 has room for."""


def need_own_car(session: Session) -> None:
    """Raises RefusedError while somebody else on the bus is the car."""
    if not session.world.vehicle.sending:
        raise RefusedError(Reason.of("foreign_car"))


def _car(session: Session, event: CarChange, text: str) -> str:
    need_own_car(session)
    session.world.vehicle.set(event)
    return text


def _ignition(session: Session, rest: str) -> str:
    on = on_off("car ignition", rest)
    return _car(session, Ignition(on), f"ignition {'on' if on else 'off'}")


def _restart(session: Session, rest: str) -> str:
    need_own_car(session)
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


def _handbrake(session: Session, rest: str) -> str:
    closed = on_off("car handbrake", rest)
    return _car(session, Handbrake(closed), f"handbrake {'on' if closed else 'off'}")


def _charging(session: Session, rest: str) -> str:
    on = on_off("car charging", rest)
    if on and not session.world.vehicle.state.plugged:
        raise PcmError("car charging: the plug is out; say car plug in")
    return _car(session, Charging(on), f"charging {'on' if on else 'off'}")


def _mileage(session: Session, rest: str) -> str:
    km = int(number("car mileage", rest, 0, MOST_KM))
    return _car(session, Mileage(km), f"{km} km")


def _outside(session: Session, rest: str) -> str:
    celsius = number("car outside", rest, -50, 75)
    return _car(session, OutsideTemperature(celsius), f"{celsius:g} °C outside")


def _units(session: Session, rest: str) -> str:
    miles = choose("car units", rest, ("km", "mi")) == "mi"
    units = replace(session.world.vehicle.state.units, distance="mi" if miles else "km")
    return _car(session, units, "miles" if miles else "kilometres")


def _clock(session: Session, rest: str) -> str:
    try:
        shown = datetime.strptime(rest.strip(), "%Y-%m-%d %H:%M")  # noqa: DTZ007 - local time
    except ValueError:
        raise PcmError("usage: car clock YYYY-MM-DD HH:MM") from None
    if not FIRST_YEAR <= shown.year <= LAST_YEAR:
        raise PcmError(f"car clock: the bus tells years from {FIRST_YEAR} to {LAST_YEAR}")
    at_zero = shown - timedelta(seconds=session.unit.state.now)
    return _car(session, CarClock(at_zero), f"{shown:%Y-%m-%d %H:%M}")


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
    "car handbrake": _handbrake,
    "car charging": _charging,
    "car mileage": _mileage,
    "car outside": _outside,
    "car units": _units,
    "car clock": _clock,
}
