"""Which way a call goes, in every state of SIM, phone and data path of every kind of car."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from connectivity.call import Bearer
from connectivity.data_path import Path
from connectivity.messages.modem import Card, CardLock, Registered, Registration
from connectivity.messages.phone import ALL_PROFILES
from connectivity.messages.telephony import Dial, Technology
from connectivity.phone import HotspotState, LinkState, Phone
from connectivity.sim import Sim, SimState
from models.reasons import Reason
from pcm.headunit import calls
from pcm.headunit.errors import RefusedError
from pcm.headunit.session import Session
from pcm.headunit.unit import HeadUnit
from tests.proof.kinds import Example, Kind

CARD = Card("8988", CardLock.READY, 3, 10, True, "Example", True, True)
NETWORKS = (
    Registration(),
    Registration(Registered.HOME, "Example", "IT", Technology.LTE, 4),
    Registration(Registered.ROAMING, "Example", "CH", Technology.GSM, 4),
)


@dataclass
class Recorder:
    """A wire that keeps what is sent over it."""

    sent: list[Any] = field(default_factory=list)

    def send(self, request: Any) -> None:
        self.sent.append(request)

    def drain(self) -> tuple[Any, ...]:
        return ()


@dataclass(frozen=True)
class Calls:
    cases: int
    broken: tuple[str, ...]


def of_calls(kind: Kind) -> Kind:
    """The kind without what has no say in calls."""
    return replace(
        kind, carplay=True, security_code=False, connect=False, functions=False, private_mode=False
    )


def look_at_calls(kind: Kind, example: Example) -> Calls:
    """Every combination that decides about a call, through the head unit's own view."""
    unit = Session(example.car, example.year, example.market.code, "en").unit
    cases, broken = 0, dict[str, str]()
    for case in _cases(unit):
        cases += 1
        for fault in _faults(kind, unit):
            broken.setdefault(fault, f"{fault}: {kind.name}: {case}")
    return Calls(cases, tuple(broken.values()))


def _cases(unit: HeadUnit) -> Iterator[str]:
    for sim, link, joined, inserted, built_in, roaming, data in product(
        SimState, LinkState, (False, True), NETWORKS, NETWORKS[:2], (False, True), (False, True)
    ):
        card = None if sim is SimState.ABSENT else CARD
        hotspot = HotspotState.JOINED if joined else HotspotState.OUT_OF_RANGE
        unit.change(
            sim=Sim(sim, card),
            inserted=inserted,
            embedded=built_in,
            phone=Phone(link, running=ALL_PROFILES, hotspot=hotspot, technology=Technology.LTE),
        )
        unit.set_plain("roaming", roaming)
        unit.set_plain("mobile_data", "data_on" if data else "data_off")
        yield (
            f"{sim.value}, phone {link.value}, hotspot {hotspot.value}, "
            f"{inserted.technology}, embedded {built_in.technology}, {roaming=}, {data=}"
        )


def _faults(kind: Kind, unit: HeadUnit) -> Iterator[str]:
    state, bearer = unit.state, calls.bearer_for(unit)
    active, ready = unit.view.data_path.active, state.sim.state is SimState.READY
    if state.phone.connected:
        if bearer is not Bearer.BLUETOOTH:
            yield "R-DATA-1, 3, 4, 5: calls over Bluetooth work whatever carries data"
    elif state.phone.carplay:
        if not isinstance(bearer, Reason):
            yield "R-CALL-1: the phone is with CarPlay"
    elif kind.sim_slot and kind.sim_calls and ready and state.inserted.technology:
        if active is Path.EMBEDDED and _key(bearer) != "embedded_carries_data":
            yield "R-DATA-3: a call over the inserted SIM is refused, with the reason"
        if active is not Path.EMBEDDED and bearer is not Bearer.SIM:
            yield "R-DATA-4: a call over the inserted SIM where the country offers it"
    elif not isinstance(bearer, Reason):
        yield "R-DATA-4, R-PIN-5: no call without network, opened card, slot and offer"
    if isinstance(bearer, Reason) and not unit.view.words(bearer):
        yield "a refusal without words"
    yield from _emergency(unit)


def _emergency(unit: HeadUnit) -> Iterator[str]:
    modem, phone = Recorder(), Recorder()
    wires, state = unit.wires, unit.state
    unit.wires = replace(wires, modem=modem, phone=phone)
    with suppress(RefusedError):
        calls.dial(unit, "112")
    unit.wires, unit.state = wires, state
    if [*modem.sent, *phone.sent] != [Dial("112")]:
        yield "R-PIN-5: emergency calls always go out"


def _key(bearer: Bearer | Reason) -> str:
    return bearer.key if isinstance(bearer, Reason) else ""
