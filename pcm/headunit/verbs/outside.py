"""The verbs of the world outside: car, SIM card, network, phone, My Porsche, time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from connectivity.messages import (
    CallPhase,
    Doors,
    Gear,
    Ignition,
    Locked,
    NightDesign,
    Plug,
    Speed,
    Technology,
    VehicleEvent,
)
from connectivity.outside.modem import Network
from connectivity.outside.profiles import load_world
from models.errors import PcmError
from models.markets import find_market
from models.reasons import Reason
from pcm.headunit.calls import can_call_over_sim
from pcm.headunit.clock import clock_text
from pcm.headunit.errors import RefusedError
from pcm.headunit.verbs.verb import Run, choose, number, on_off

if TYPE_CHECKING:
    from pcm.headunit.session import Session

MOST_KMH = 350
LONGEST_PASS_S = 366 * 24 * 3600
LAST_S = 900 * LONGEST_PASS_S
"""Virtual time ends here; dates have four digits for the year."""
TECHNOLOGIES = tuple(technology.value for technology in Technology)
_PHASES = {
    "in": CallPhase.INCOMING,
    "out": CallPhase.DIALLING,
    "answer": CallPhase.ACTIVE,
    "end": CallPhase.ENDED,
}


def _car(session: Session, event: VehicleEvent, text: str) -> str:
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


def _sim_insert(session: Session, rest: str) -> str:
    profiles = {profile.name: profile for profile in load_world().sims}
    name = choose("SIM card", rest or "standard", profiles)
    if "sim_slot" not in session.unit.view.features:
        raise PcmError(
            f"{session.setup.car.id} has no slot for a SIM card in {session.setup.market.code}"
        )
    session.world.modem.insert(profiles[name])
    return f"SIM card {name} inserted"


def _sim_remove(session: Session, rest: str) -> str:
    session.world.modem.remove()
    return "SIM card removed"


def _sim_pin(session: Session, rest: str) -> str:
    if not re.fullmatch(r"\d{4,8}", rest.strip()):
        raise PcmError("usage: sim pin NNNN (4 to 8 digits)")
    if session.world.modem.slot is None:
        raise PcmError("no SIM card is inserted")
    session.world.modem.change_pin(rest.strip())
    return "the SIM card has another PIN"


def _sim_call(session: Session, rest: str) -> str:
    action = choose("sim call", rest, _PHASES)
    if action in ("in", "out"):
        refused = can_call_over_sim(session.unit)
        if refused and action == "out":
            raise RefusedError(refused)
    session.world.modem.set_call(
        _PHASES[action], "+39 049 555 0199" if action in ("in", "out") else ""
    )
    return f"call over the SIM card: {action}"


def _net(session: Session, rest: str) -> str:
    words = rest.split()
    place = choose("net", words.pop(0) if words else "", ("home", "abroad", "none"))
    home = session.setup.market.code
    country, technology, bars = home, Technology.LTE, 4
    if place == "abroad":
        country = "DE" if home == "CH" else "CH"
        if words and words[0].upper() not in TECHNOLOGIES and words[0].casefold() != "bars":
            country = find_market(words.pop(0)).code
        if country == home:
            raise PcmError(f"net abroad: {country} is the home country; say net home")
    while words:
        word = words.pop(0)
        if word.casefold() == "bars":
            bars = int(number("bars", words.pop(0) if words else "", 0, 4))
        else:
            technology = Technology(choose("network", word, TECHNOLOGIES))
    network = Network(country, None if place == "none" else technology, bars)
    session.world.set_network(network)
    return (
        "no network"
        if place == "none"
        else f"{network.operator()} ({country}), {technology}, {bars} bars"
    )


def _phone_pair(session: Session, rest: str) -> str:
    session.world.phone.pair()
    return f"{session.world.phone.profile.name} paired"


def _phone_link(on: bool) -> Run:
    def run(session: Session, rest: str) -> str:
        phone = session.world.phone
        if on and not phone.paired:
            raise PcmError("the phone is not paired; say phone pair")
        phone.set_connected(on)
        return f"{phone.profile.name} {'connected' if on else 'disconnected'}"

    return run


def _phone_forget(session: Session, rest: str) -> str:
    session.world.phone.forget()
    return "pairing removed on the phone"


def _phone_hotspot(session: Session, rest: str) -> str:
    phone = session.world.phone
    what = choose("phone hotspot", rest, ("on", "off", "join"))
    if what == "off":
        phone.set_hotspot(False)
        return "hotspot off"
    if "hotspot_client" not in session.unit.view.features:
        raise RefusedError(Reason.of("no_hotspot_client"))
    if not phone.hotspot:
        phone.set_hotspot(True)
    if what == "join":
        phone.join()
    session.pump()
    joined = (
        "joined"
        if phone.joined
        else "in range: join it in the Wi-Fi menu, or say phone hotspot join"
    )
    return f"hotspot {phone.profile.hotspot} {joined}"


def _phone_carplay(session: Session, rest: str) -> str:
    on = on_off("phone carplay", rest)
    if on and "carplay" not in session.unit.view.features:
        raise PcmError(f"{session.setup.car.id} has no Apple CarPlay")
    session.world.phone.set_carplay(on)
    return f"CarPlay {'on' if on else 'off'}"


def _phone_call(session: Session, rest: str) -> str:
    words = rest.split()
    phone = session.world.phone
    action = choose("phone call", words[0] if words else "", _PHASES)
    if len(words) > 1:
        phone.set_network(Technology(choose("network", words[1], TECHNOLOGIES)))
    contact = phone.profile.contacts[0].number
    phone.set_call(_PHASES[action], contact if action in ("in", "out") else "")
    return f"call on the phone: {action}"


def _phone_network(session: Session, rest: str) -> str:
    name = choose("phone network", rest, (*TECHNOLOGIES, "none"))
    session.world.phone.set_network(None if name == "none" else Technology(name))
    return f"phone's network: {name}"


def _phone_accepts(session: Session, rest: str) -> str:
    session.world.phone.accepts = on_off("phone accepts", rest)
    return f"the phone {'accepts' if session.world.phone.accepts else 'refuses'} pairings"


def _phone_range(session: Session, rest: str) -> str:
    session.world.phone.in_range = choose("phone range", rest, ("near", "far")) == "near"
    return f"phone {rest.strip()}"


def _portal_code(session: Session, rest: str) -> str:
    portal = session.world.portal
    what = choose("portal code", rest or "show", ("show", "new", "other"))
    if session.setup.generation.login != "pairing_code":
        raise PcmError(f"{session.setup.car.id} is linked by Porsche ID, not by a pairing code")
    if what == "new":
        return portal.renew_code()
    return portal.other_code if what == "other" else portal.code


def _portal_link(session: Session, rest: str) -> str:
    portal = session.world.portal
    portal.add_vehicle()
    if portal.owner.email not in portal.users:
        raise PcmError("the owner's Porsche ID was deleted; put the car on the desk anew")
    return "the car is in the owner's profile"


def _portal_unlink(session: Session, rest: str) -> str:
    session.world.portal.unlink()
    return "the car was removed from the profile"


def _portal_users(session: Session, rest: str) -> str:
    portal = session.world.portal
    if choose("portal users", rest or "list", ("list", "add", "remove")) == "add":
        portal.add_second_user()
    elif rest.strip().casefold() == "remove":
        portal.remove_second_user()
    roles = {True: "main user", False: "secondary user"}
    return "; ".join(f"{mail} ({roles[main]})" for mail, main in portal.users.items()) or "no users"


def _portal_delete(session: Session, rest: str) -> str:
    session.world.portal.delete_account()
    return "the owner's Porsche ID was deleted"


def _portal_security(session: Session, rest: str) -> str:
    if not re.fullmatch(r"\d{4}", rest.strip()):
        raise PcmError("usage: portal security-code NNNN (four digits)")
    session.world.portal.set_security_code(rest.strip())
    return "security code set"


def _portal_up(up: bool) -> Run:
    def run(session: Session, rest: str) -> str:
        session.world.portal.up = up
        return f"My Porsche {'answers' if up else 'does not answer'}"

    return run


def _portal_delay(session: Session, rest: str) -> str:
    session.world.portal.delay_s = number("portal delay", rest, 0, 600)
    return f"My Porsche answers after {session.world.portal.delay_s:g} s"


_UNITS = {"ms": 0.001, "s": 1.0, "sec": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0}


def _pass(session: Session, rest: str) -> str:
    match = re.fullmatch(r"\s*([0-9]+(?:[.,][0-9]+)?)\s*([a-z]*)\s*", rest)
    if not match:
        raise PcmError("usage: pass N s|min|h|d")
    unit = choose("pass", match.group(2) or "s", _UNITS)
    seconds = number("pass", match.group(1), 0, LONGEST_PASS_S) * _UNITS[unit]
    if seconds > LONGEST_PASS_S:
        raise PcmError("pass: at most 366 d at a time")
    if session.unit.state.now + seconds > LAST_S:
        raise PcmError("pass: virtual time ends here; put a car on the desk anew")
    session.pass_time(seconds)
    return clock_text(session.unit.view)


OUTSIDE_VERBS: dict[str, Run] = {
    "car ignition": _ignition,
    "car restart": _restart,
    "car speed": _speed,
    "car gear": _gear,
    "car lock": _lock(True),
    "car unlock": _lock(False),
    "car plug": _plug,
    "car doors": _doors,
    "car night": _night,
    "sim insert": _sim_insert,
    "sim remove": _sim_remove,
    "sim pin": _sim_pin,
    "sim call": _sim_call,
    "net": _net,
    "phone pair": _phone_pair,
    "phone connect": _phone_link(True),
    "phone disconnect": _phone_link(False),
    "phone forget": _phone_forget,
    "phone hotspot": _phone_hotspot,
    "phone carplay": _phone_carplay,
    "phone call": _phone_call,
    "phone network": _phone_network,
    "phone accepts": _phone_accepts,
    "phone range": _phone_range,
    "portal code": _portal_code,
    "portal link": _portal_link,
    "portal unlink": _portal_unlink,
    "portal users": _portal_users,
    "portal delete-account": _portal_delete,
    "portal security-code": _portal_security,
    "portal down": _portal_up(False),
    "portal up": _portal_up(True),
    "portal delay": _portal_delay,
    "pass": _pass,
}
