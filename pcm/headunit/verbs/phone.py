"""The verbs of the phones around the car: Bluetooth, hotspot, CarPlay, calls, their network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectivity.messages.telephony import CallPhase, Technology
from connectivity.outside.handset import ALLOWED
from models.errors import PcmError
from models.reasons import Reason
from pcm.headunit.errors import RefusedError
from pcm.headunit.features import against_pairing
from pcm.headunit.verbs.verb import (
    CONFIRMS,
    PHASES,
    TECHNOLOGIES,
    Run,
    choose,
    number,
    on_off,
    text_and_sender,
)

if TYPE_CHECKING:
    from connectivity.outside.phone import PhoneEmulator
    from pcm.headunit.session import Session

LONGEST_NAME = 40
LONGEST_NUMBER = 20


def _use(session: Session, rest: str) -> str:
    phone = session.world.phone
    names = [handset.name for handset in phone.state.handsets]
    name = next((known for known in names if known.casefold() == rest.casefold()), rest)
    if not name:
        raise PcmError(f"usage: phone use NAME; known are {', '.join(names)}")
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise PcmError(f"phone use: a name has at most {LONGEST_NAME} signs")
    phone.take(name)
    return f"{name} is in the hand" if name in names else f"{name} is new here"


def _pair(session: Session, rest: str) -> str:
    phone = session.world.phone
    reason = against_pairing(session.unit.view)
    if reason:
        raise RefusedError(reason)
    if not phone.hand.reachable:
        raise RefusedError(Reason.of("pairing_no_phone"))
    if not phone.hand.same_number:
        raise RefusedError(Reason.of("pairing_mismatch"))
    if phone.hand.confirms != "yes":
        refused = phone.hand.confirms == "no"
        raise RefusedError(Reason.of("pairing_refused" if refused else "pairing_no_answer"))
    phone.pair()
    return f"{phone.hand.name} paired"


def _link(on: bool) -> Run:
    def run(session: Session, rest: str) -> str:
        phone = session.world.phone
        if on and not phone.hand.paired:
            raise PcmError("the phone is not paired; say phone pair")
        phone.set_connected(on)
        session.pump()
        linked = phone.state.connected == phone.hand.name and not phone.state.carplay
        return f"{phone.hand.name} {'connected' if linked else 'disconnected'}"

    return run


def _forget(session: Session, rest: str) -> str:
    phone = session.world.phone
    phone.forget(phone.hand.name)
    return "pairing removed on the phone"


def _hotspot(session: Session, rest: str) -> str:
    phone = session.world.phone
    what = choose("phone hotspot", rest, ("on", "off", "join"))
    if what == "off":
        phone.set_hotspot(False)
        return "hotspot off"
    if "hotspot_client" not in session.unit.view.features:
        raise RefusedError(Reason.of("no_hotspot_client"))
    phone.set_hotspot(True)
    session.pump()
    if what == "join" and phone.state.joined != phone.hand.name:
        phone.join()
    return f"hotspot {phone.hand.hotspot_name} {_hotspot_words(phone)}"


def _hotspot_words(phone: PhoneEmulator) -> str:
    if phone.state.joined == phone.hand.name:
        return "joined"
    if not phone.hand.shares:
        return "on, but the phone is away or empty"
    return "in range: join it in the Wi-Fi menu, or say phone hotspot join"


def _carplay(session: Session, rest: str) -> str:
    phone, on = session.world.phone, on_off("phone carplay", rest)
    if on and "carplay" not in session.unit.view.features:
        raise PcmError(f"{session.setup.car.id} has no Apple CarPlay")
    if on and not phone.has_carplay:
        raise PcmError(f"{phone.hand.name} has no Apple CarPlay")
    if on and not (phone.hand.on and phone.hand.near):
        raise PcmError(f"{phone.hand.name} is away or empty")
    phone.set_carplay(on)
    return f"CarPlay {'on' if on else 'off'}"


def _call(session: Session, rest: str) -> str:
    action, _, rest = rest.partition(" ")
    phone = session.world.phone
    what = choose("phone call", action, (*PHASES, "busy", "unanswered"))
    words = rest.split()
    if words and words[-1].upper() in TECHNOLOGIES:
        phone.set_network(Technology(words.pop().upper()))
    digits = " ".join(words)
    if len(digits) > LONGEST_NUMBER or not all(sign in "0123456789+*# " for sign in digits):
        raise PcmError(f"phone call: {digits!r} is neither a number nor one of {TECHNOLOGIES}")
    if what in ("in", "out") and not (phone.hand.on and phone.hand.technology):
        raise PcmError(f"{phone.hand.name} has no network")
    if what in PHASES:
        phone.set_call(PHASES[what], digits or phone.other_party)
    else:
        phone.set_call(CallPhase.ENDED, cause="busy" if what == "busy" else "no_answer")
    return f"call on the phone: {what}"


def _message(session: Session, rest: str) -> str:
    phone = session.world.phone
    text, sender = text_and_sender('phone message "TEXT" [FROM]', rest)
    sender = sender or phone.other_party
    if not phone.message(sender, text):
        return "the message stays on the phone: messages are not connected to the car"
    return f"message from {sender}"


def _network(session: Session, rest: str) -> str:
    name = choose("phone network", rest, (*TECHNOLOGIES, "none"))
    session.world.phone.set_network(None if name == "none" else Technology(name))
    return f"phone's network: {name}"


def _volte(session: Session, rest: str) -> str:
    on = on_off("phone volte", rest)
    session.world.phone.set_phone(voice_and_data=on)
    return f"data during calls on LTE: {'on' if on else 'off'}"


def _accepts(session: Session, rest: str) -> str:
    what = choose("phone accepts", rest, CONFIRMS)
    session.world.phone.set_phone(confirms=CONFIRMS[what])
    return {
        "on": "the phone accepts pairings",
        "off": "the phone refuses pairings",
        "never": "nobody answers on the phone",
    }[what]


def _number(session: Session, rest: str) -> str:
    same = choose("phone number", rest, ("match", "mismatch")) == "match"
    session.world.phone.set_phone(same_number=same)
    return f"the phone shows {'the number of the PCM' if same else 'another number'}"


def _range(session: Session, rest: str) -> str:
    near = choose("phone range", rest, ("near", "far")) == "near"
    session.world.phone.set_reach(near=near)
    return f"{session.world.phone.hand.name} {'near' if near else 'far'}"


def _bluetooth(session: Session, rest: str) -> str:
    on = on_off("phone bluetooth", rest)
    session.world.phone.set_reach(bluetooth=on)
    return f"Bluetooth {'on' if on else 'off'} at {session.world.phone.hand.name}"


def _battery(session: Session, rest: str) -> str:
    percent = round(number("phone battery", rest, 0, 100))
    session.world.phone.set_reach(battery=percent)
    return f"battery {percent} %" if percent else "the battery is empty, the phone is off"


def _charging(session: Session, rest: str) -> str:
    on = on_off("phone charging", rest)
    session.world.phone.set_phone(cable=on)
    return f"{session.world.phone.hand.name} is {'' if on else 'not '}being charged"


def _allow(session: Session, rest: str) -> str:
    words = rest.split()
    if len(words) != 2:
        raise PcmError(f"usage: phone allow {'|'.join(ALLOWED)} on|off")
    what, on = choose("phone allow", words[0], ALLOWED), on_off("phone allow", words[1])
    allows = session.world.phone.hand.allows
    kept = tuple(name for name in ALLOWED if (on if name == what else name in allows))
    session.world.phone.set_phone(allows=kept)
    return f"{session.world.phone.hand.name} {'allows' if on else 'refuses'} {what}"


PHONE_VERBS: dict[str, Run] = {
    "phone use": _use,
    "phone pair": _pair,
    "phone accepts": _accepts,
    "phone number": _number,
    "phone connect": _link(True),
    "phone disconnect": _link(False),
    "phone forget": _forget,
    "phone allow": _allow,
    "phone range": _range,
    "phone bluetooth": _bluetooth,
    "phone battery": _battery,
    "phone charging": _charging,
    "phone hotspot": _hotspot,
    "phone carplay": _carplay,
    "phone call": _call,
    "phone message": _message,
    "phone network": _network,
    "phone volte": _volte,
}
