"""The sections of the panel about the car: which one stands on the desk, and what it does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from connectivity.can.layout import load_layout
from connectivity.outside.car_state import CarState
from connectivity.vehicle import Power
from models.catalogue import LANGUAGES, load_cars
from models.markets import load_markets
from pcm.headunit.bench.switches import Section, Switch

if TYPE_CHECKING:
    from pcm.headunit.session import Session

PASSES = ("1 min", "10 min", "1 h", "24 h", "31 d", "365 d")
"""How far the clock can be put on: a call, an installation, a month, the term of a service."""


def model_section(session: Session) -> tuple[Switch, ...]:
    section, setup, language = (
        Section(session, "model"),
        session.setup,
        session.unit.state.language,
    )
    cars = tuple((car.id, f"{car.name}, {car.years[0]}–{car.years[1]}") for car in load_cars().cars)
    years = tuple((str(y), str(y)) for y in range(setup.car.years[0], setup.car.years[1] + 1))
    file = load_markets()
    countries = tuple(
        sorted(((m.code, m.names[language]) for m in file.markets), key=lambda item: item[1])
    )
    countries += ((file.elsewhere.code, file.elsewhere.names[language]),)
    return (
        section.choice("car", "car", setup.car.name, cars, "model {}"),
        section.choice("year", "calendar-blank", str(setup.year), years, "year {}"),
        section.choice("country", "globe", setup.market.names[language], countries, "country {}"),
        section.choice(
            "language",
            "translate",
            section.say(f"bench.language.{language}"),
            section.words(LANGUAGES, "bench.language"),
            "language {}",
        ),
    )


def car_section(session: Session) -> tuple[Switch, ...]:
    section, car = Section(session, "car", _foreign(session)), _car(session)
    times = tuple((time, f"+ {time}") for time in PASSES)
    return (
        section.toggle("ignition", "lightning", car.ignition, "car ignition {}"),
        section.button("restart", "arrow-clockwise", "car restart"),
        section.text("speed", "gauge", f"{car.speed_kmh:g}", "car speed {}"),
        section.choice("gear", "gear-six", car.lever, tuple((g, g) for g in "PRND"), "car gear {}"),
        section.toggle("handbrake", "hand-palm", car.handbrake, "car handbrake {}"),
        section.toggle("night", "moon", car.dark, "car night {}"),
        section.text("mileage", "path", str(int(car.mileage_km)), "car mileage {}"),
        Section(session, "car").choice(
            "pass", "clock", session.screen.header.clock, times, "pass {}"
        ),
    )


def _foreign(session: Session) -> str:
    """Why the car cannot be switched: somebody else on the bus is the car."""
    own = session.world.vehicle.sending
    return "" if own else session.unit.view.texts.say("reason.foreign_car")


def _car(session: Session) -> CarState:
    """The car; a foreign one as the head unit knows it from the bus."""
    own, seen = session.world.vehicle, session.unit.state.vehicle
    if own.sending:
        return own.state
    return replace(
        own.state,
        ignition=seen.power is Power.ON,
        speed_kmh=seen.speed_kmh,
        lever=seen.gear,
        handbrake=seen.handbrake,
        locked=seen.locked,
        doors_open=seen.doors_open,
        plugged=seen.plugged,
        charging=seen.charging,
        dark=seen.dark,
        mileage_km=seen.mileage_km or 0,
    )


def body_section(session: Session) -> tuple[Switch, ...]:
    """Doors and charging plug, as an installation wants them, and the messages telling of them."""
    section, car = Section(session, "body", _foreign(session)), _car(session)
    plug = "in" if car.plugged else "out"
    no_plug = "" if car.plugged else section.say("plug.out")
    return (
        section.choice(
            "lock",
            "lock",
            section.say(f"bench.lock.{'lock' if car.locked else 'unlock'}"),
            section.words(("lock", "unlock"), "bench.lock"),
            "car {}",
        ),
        section.choice(
            "doors",
            "door",
            section.say(f"bench.doors.{'open' if car.doors_open else 'closed'}"),
            section.words(("open", "closed"), "bench.doors"),
            "car doors {}",
        ),
        section.choice(
            "plug",
            "battery-empty",
            section.say(f"bench.plug.{plug}"),
            section.words(("in", "out"), "bench.plug"),
            "car plug {}",
        ),
        section.toggle("charging", "battery-charging", car.charging, "car charging {}", no_plug),
        _bus(session, section),
    )


def _bus(session: Session, section: Section) -> Switch:
    """How the car's messages are disturbed: value and options name the message."""
    vehicle, layout = session.world.vehicle, load_layout()
    disturbed = tuple(
        (f"{verb} {name}", section.say(f"bench.bus.{verb}", name=name))
        for verb in ("silent", "corrupt")
        for name in vehicle.message_names
        if verb == "silent" or layout.by_name[name].checksum
    )
    value = ", ".join(vehicle.faults) or section.say("bench.bus.on")
    return section.choice(
        "bus", "activity", value, (("on", section.say("bench.bus.on")), *disturbed), "car bus {}"
    )


def wheel_section(session: Session) -> tuple[Switch, ...]:
    """The buttons of the steering wheel; those used most are one touch away."""
    section = Section(session, "wheel", _foreign(session))
    rest = ("next", "previous", "volume up", "volume down", "mute", "voice", "phone", "hang-up")
    return (
        section.button("wheel_up", "arrow-up", "wheel up"),
        section.button("wheel_down", "arrow-down", "wheel down"),
        section.button("wheel_ok", "check", "wheel ok"),
        section.button("wheel_back", "arrow-u-up-left", "wheel back"),
        section.button("wheel_menu", "house", "wheel menu"),
        section.choice(
            "wheel_other",
            "arrows-out-cardinal",
            "–",
            section.words(rest, "bench.wheel"),
            "wheel {}",
        ),
    )
