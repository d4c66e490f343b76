"""The verbs of the driver's phone: Bluetooth, hotspot, CarPlay, calls, its network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectivity.messages import Technology
from models.errors import PcmError
from models.reasons import Reason
from pcm.headunit.errors import RefusedError
from pcm.headunit.verbs.verb import PHASES, TECHNOLOGIES, Run, choose, on_off

if TYPE_CHECKING:
    from pcm.headunit.session import Session


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
    action = choose("phone call", words[0] if words else "", PHASES)
    if len(words) > 1:
        phone.set_network(Technology(choose("network", words[1], TECHNOLOGIES)))
    contact = phone.profile.contacts[0].number
    phone.set_call(PHASES[action], contact if action in ("in", "out") else "")
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


PHONE_VERBS: dict[str, Run] = {
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
}
