"""The inserted SIM card: asked PIN, remembered PIN, PUK, death of a card (R-PIN).

Pure: `reduce_sim` and the entry functions return the new state and the requests for the modem.
"""

from dataclasses import dataclass, field, replace
from enum import Enum

from connectivity.machine import Flow
from connectivity.messages.modem import Card, CardLock, CardStatus, EnterPin, EnterPuk, ModemRequest

LAST_TRY = 1
"""Left to the driver: a remembered PIN that became wrong must not block the card."""


class SimState(Enum):
    ABSENT = "absent"
    PIN_REQUIRED = "pin_required"
    PUK_REQUIRED = "puk_required"
    READY = "ready"
    DEAD = "dead"


class SimEvent(Enum):
    REMOVED = "removed"
    PIN_ASKED = "pin_asked"
    PUK_ASKED = "puk_asked"
    OPENED = "opened"
    BROKEN = "broken"


_IN_SLOT = (SimState.ABSENT, SimState.PIN_REQUIRED, SimState.PUK_REQUIRED, SimState.READY)

SIM = Flow(
    "sim",
    SimState.ABSENT,
    SimEvent,
    (
        (SimEvent.PIN_ASKED, _IN_SLOT, SimState.PIN_REQUIRED),
        (SimEvent.PUK_ASKED, _IN_SLOT, SimState.PUK_REQUIRED),
        (SimEvent.OPENED, _IN_SLOT, SimState.READY),
        (SimEvent.BROKEN, _IN_SLOT, SimState.DEAD),
        (SimEvent.REMOVED, tuple(SimState), SimState.ABSENT),
    ),
)

_ASKED = {
    CardLock.SIM_PIN: SimEvent.PIN_ASKED,
    CardLock.SIM_PUK: SimEvent.PUK_ASKED,
    CardLock.READY: SimEvent.OPENED,
    CardLock.BLOCKED: SimEvent.BROKEN,
}


@dataclass(frozen=True, slots=True)
class RememberedPin:
    iccid: str = field(repr=False)
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A PIN that was sent and not answered yet."""

    pin: str = field(repr=False)
    from_memory: bool


@dataclass(frozen=True, slots=True)
class Sim:
    """`remember`: the tick for the card in the slot; `opened_with`: the PIN that opened it."""

    state: SimState = SimState.ABSENT
    card: Card | None = None
    remember: bool = False
    remembered: tuple[RememberedPin, ...] = ()
    attempt: Attempt | None = None
    opened_with: str | None = field(default=None, repr=False)


SimStep = tuple[Sim, tuple[ModemRequest, ...]]


def reduce_sim(sim: Sim, event: CardStatus) -> SimStep:
    """The SIM after the card reported; a remembered PIN is tried once, for its own card only."""
    card = event.card
    if card is None:
        return replace(
            sim,
            state=SIM.next(sim.state, SimEvent.REMOVED),
            card=None,
            remember=False,
            attempt=None,
            opened_with=None,
        ), ()
    if sim.card is None or sim.card.iccid != card.iccid:
        sim = replace(
            sim,
            state=SimState.ABSENT,
            remember=_stored(sim, card) is not None,
            attempt=None,  # it was meant for the card before, whose removal was not reported
            opened_with=None,
        )
    sim = _settle_attempt(replace(sim, card=card, state=SIM.next(sim.state, _ASKED[card.lock])))
    stored = _stored(sim, card)
    if sim.state is SimState.PIN_REQUIRED and stored and card.pin_tries > LAST_TRY:
        return replace(sim, attempt=Attempt(stored.pin, from_memory=True)), (EnterPin(stored.pin),)
    return sim, ()


def enter_pin(sim: Sim, pin: str) -> SimStep:
    """The driver typed a PIN (4-8 digits)."""
    return replace(sim, attempt=Attempt(pin, from_memory=False)), (EnterPin(pin),)


def enter_puk(sim: Sim, puk: str, new_pin: str) -> SimStep:
    """The driver typed the PUK (8 digits) and a new PIN."""
    return replace(sim, attempt=Attempt(new_pin, from_memory=False)), (EnterPuk(puk, new_pin),)


def set_remember(sim: Sim, on: bool) -> Sim:
    """The tick "Remember PIN" for the card in the slot; a PIN already typed is kept at once."""
    sim = replace(sim, remember=on)
    return _keep(sim) if on else _forget(sim)


def _settle_attempt(sim: Sim) -> Sim:
    attempt = sim.attempt
    if attempt is None:
        return sim
    sim = replace(sim, attempt=None)
    if sim.state is SimState.READY:
        return _keep(replace(sim, opened_with=attempt.pin))
    return replace(_forget(sim), remember=False) if attempt.from_memory else sim


def _keep(sim: Sim) -> Sim:
    if not (sim.remember and sim.card and sim.opened_with):
        return sim
    others = _forget(sim).remembered
    return replace(sim, remembered=(*others, RememberedPin(sim.card.iccid, sim.opened_with)))


def _forget(sim: Sim) -> Sim:
    iccid = sim.card.iccid if sim.card else ""
    return replace(sim, remembered=tuple(kept for kept in sim.remembered if kept.iccid != iccid))


def _stored(sim: Sim, card: Card) -> RememberedPin | None:
    return next((kept for kept in sim.remembered if kept.iccid == card.iccid), None)
