"""The verbs of the SIM card in the slot and of the radio network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from connectivity.messages.telephony import Technology
from connectivity.outside.modem.delivery import deliver
from connectivity.outside.modem.network import Network
from connectivity.outside.profiles import load_world
from models.errors import PcmError
from models.markets import find_market
from models.reasons import Reason
from pcm.headunit.calls import can_call_over_sim
from pcm.headunit.errors import RefusedError
from pcm.headunit.verbs.placeholders import new_number
from pcm.headunit.verbs.verb import PHASES, TECHNOLOGIES, Run, choose, number, text_and_sender

if TYPE_CHECKING:
    from pcm.headunit.session import Session


OTHER_PARTY = "+39 049 555 0199"
"""Who calls and writes to the SIM card when nobody is named."""


def _need_emulated(session: Session) -> None:
    """Cards are put into the emulated modem; a real one has its own."""
    if real := session.attachments.modem:
        raise RefusedError(Reason.of("real_modem", url=real.url))


def _sim_insert(session: Session, rest: str) -> str:
    _need_emulated(session)
    profiles = {profile.name: profile for profile in load_world().sims}
    name = choose("SIM card", rest or "standard", profiles)
    if "sim_slot" not in session.unit.view.features:
        raise PcmError(
            f"{session.setup.car.id} has no slot for a SIM card in {session.setup.market.code}"
        )
    session.world.modem.insert(profiles[name])
    return f"SIM card {name} inserted"


def _sim_remove(session: Session, rest: str) -> str:
    _need_emulated(session)
    session.world.modem.remove()
    return "SIM card removed"


def _sim_pin(session: Session, rest: str) -> str:
    _need_emulated(session)
    card = session.world.modem.slot
    pin = new_number(card.pin if card else "", rest.strip())
    if not re.fullmatch(r"\d{4,8}", pin):
        raise PcmError("usage: sim pin NNNN (4 to 8 digits; @new is another one)")
    if card is None:
        raise PcmError("no SIM card is inserted")
    session.world.modem.change_pin(pin)
    return "the SIM card has another PIN"


def _sim_call(session: Session, rest: str) -> str:
    _need_emulated(session)
    action = choose("sim call", rest, PHASES)
    if action in ("in", "out"):
        refused = can_call_over_sim(session.unit)
        if refused and action == "out":
            raise RefusedError(refused)
    session.world.modem.set_call(PHASES[action], OTHER_PARTY if action in ("in", "out") else "")
    return f"call over the SIM card: {action}"


def _sms_in(session: Session, rest: str) -> str:
    _need_emulated(session)
    text, sender = text_and_sender('sms in "TEXT" [FROM]', rest)
    modem, sender = session.world.modem, sender or OTHER_PARTY
    if modem.slot is None:
        raise PcmError("no SIM card is inserted")
    parts = deliver(modem, sender, text)
    split = f" in {parts} parts" if parts > 1 else ""
    waits = "; the network holds it" if modem.state.waiting else ""
    return f"text message from {sender}{split}{waits}"


def _sms_sent(session: Session, rest: str) -> str:
    sent = session.world.modem.state.sent
    lines = (f"{message.to}: {' '.join(message.text.split())}" for message in sent)
    return "\n".join(lines) or "nothing was sent from the SIM card"


def _net(session: Session, rest: str) -> str:
    words = rest.split()
    place = choose("net", words.pop(0) if words else "", ("home", "abroad", "none"))
    home = session.setup.market.code
    country, technology, bars = home, Technology.LTE, 4
    if place == "abroad":
        country = session.world.abroad
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


RADIO_VERBS: dict[str, Run] = {
    "sim insert": _sim_insert,
    "sim remove": _sim_remove,
    "sim pin": _sim_pin,
    "sim call": _sim_call,
    "sms in": _sms_in,
    "sms sent": _sms_sent,
    "net": _net,
}
