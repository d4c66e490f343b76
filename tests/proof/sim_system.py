"""The SIM of the head unit with cards in and out of its slot: tries, PUK, death, remembered PINs.

The cards are stated here from 3GPP TS 31.101 and R-PIN-5, without the emulator. One card goes
through every try and both locks and gets another PIN elsewhere; a second one with a PIN and a
third without are there to be mistaken for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from connectivity import sim as rules
from connectivity.messages.modem import Card, CardLock, CardStatus, EnterPin, EnterPuk, ModemRequest
from connectivity.sim import Sim, SimState
from tests.proof.explore import Rule, System

Name = Literal["A", "B", "C"]
PINS = ("1111", "2222")  # what is typed, and what card A's PIN can become
PIN_OF_B = "3333"
PUK, WRONG_PUK = "12345678", "87654321"
STATES = {
    CardLock.READY: SimState.READY,
    CardLock.SIM_PIN: SimState.PIN_REQUIRED,
    CardLock.SIM_PUK: SimState.PUK_REQUIRED,
    CardLock.BLOCKED: SimState.DEAD,
}


@dataclass(frozen=True, slots=True)
class Chip:
    """A card: its lock, its tries, its PIN."""

    lock: CardLock
    pin: str
    pin_tries: int = 3
    puk_tries: int = 10

    def enter(self, pin: str) -> Chip:
        if self.lock is not CardLock.SIM_PIN:
            return self
        if pin == self.pin:
            return replace(self, lock=CardLock.READY, pin_tries=3)
        left = self.pin_tries - 1
        return replace(self, pin_tries=left, lock=self.lock if left else CardLock.SIM_PUK)

    def unblock(self, puk: str, pin: str) -> Chip:
        if self.lock is not CardLock.SIM_PUK:
            return self
        if puk == PUK:
            return Chip(CardLock.READY, pin)
        left = self.puk_tries - 1
        return replace(self, puk_tries=left, lock=self.lock if left else CardLock.BLOCKED)

    @property
    def powered_up(self) -> Chip:
        """A card with a PIN asks for it after each power-up."""
        opened = self.lock is CardLock.READY and self.pin
        return replace(self, lock=CardLock.SIM_PIN) if opened else self


@dataclass(frozen=True, slots=True)
class Desk:
    """The cards, which one is in the slot, what the head unit holds and asked of the card.

    The modem answers requests one after the other; `sent` waits for it.
    """

    a: Chip
    b: Chip
    c: Chip
    sim: Sim
    slot: Name | None = None
    sent: tuple[ModemRequest, ...] = ()
    by_itself: bool = False  # what was sent was not typed

    @property
    def chip(self) -> Chip | None:
        return {"A": self.a, "B": self.b, "C": self.c, None: None}[self.slot]

    def with_chip(self, chip: Chip) -> Desk:
        match self.slot:
            case "A":
                return replace(self, a=chip)
            case "B":
                return replace(self, b=chip)
        return replace(self, c=chip)

    def told(self) -> Desk:
        """The modem reports the card as it is; the head unit may ask for something at once."""
        chip = self.chip
        status = CardStatus(_card(self.slot, chip) if chip and self.slot else None)
        sim, sent = rules.reduce_sim(self.sim, status)
        return replace(self, sim=sim, sent=sent, by_itself=bool(sent))

    def typed(self, step: rules.SimStep) -> Desk:
        return replace(self, sim=step[0], sent=step[1], by_itself=False)


def _card(name: Name, chip: Chip) -> Card:
    return Card(
        name, chip.lock, chip.pin_tries, chip.puk_tries, bool(chip.pin), "Example", True, True
    )


def _steps(desk: Desk) -> Iterator[tuple[str, Desk]]:
    if desk.sent:
        yield "answer", _answered(desk)
    for name in ("A", "B", "C"):
        if desk.slot != name:
            yield f"insert {name}", _put_in(desk, name)
    if desk.slot is None:
        for pin in PINS:
            if desk.a.lock is CardLock.SIM_PIN and pin != desk.a.pin:
                yield f"A gets {pin} elsewhere", replace(desk, a=replace(desk.a, pin=pin))
        return
    yield "take out", replace(desk, slot=None, sent=()).told()
    if desk.sent:
        return
    yield "restart", desk.with_chip(desk.chip.powered_up).told() if desk.chip else desk
    yield "remember", replace(desk, sim=rules.set_remember(desk.sim, True))
    yield "forget", replace(desk, sim=rules.set_remember(desk.sim, False))
    yield from _typing(desk)


def _put_in(desk: Desk, name: Name) -> Desk:
    """Another card instead of one that is in may be all that the modem reports."""
    desk = replace(desk, slot=name, sent=())
    chip = desk.chip
    return desk.with_chip(chip.powered_up).told() if chip else desk


def _typing(desk: Desk) -> Iterator[tuple[str, Desk]]:
    """Card B is opened by its own PIN only: its tries would be those of card A again."""
    if desk.sim.state is SimState.PIN_REQUIRED:
        for pin in PINS if desk.slot == "A" else (PIN_OF_B,):
            yield f"type {pin}", desk.typed(rules.enter_pin(desk.sim, pin))
    if desk.sim.state is SimState.PUK_REQUIRED:
        for puk, pin in ((WRONG_PUK, PINS[0]), (PUK, PINS[0]), (PUK, PINS[1])):
            yield f"PUK {puk} {pin}", desk.typed(rules.enter_puk(desk.sim, puk, pin))


def _answered(desk: Desk) -> Desk:
    chip = desk.chip
    for request in desk.sent:
        match request:
            case EnterPin(pin) if chip:
                chip = chip.enter(pin)
            case EnterPuk(puk, new_pin) if chip:
                chip = chip.unblock(puk, new_pin)
    return (desk.with_chip(chip) if chip else desk).told()


def _kept(desk: Desk, name: str | None) -> str | None:
    return next((kept.pin for kept in desk.sim.remembered if kept.iccid == name), None)


def _own_card_only(before: Desk, event: str, after: Desk) -> bool:
    if not after.by_itself:
        return True
    return after.sent == (EnterPin(_kept(after, after.slot) or ""),)


def _fails_once(before: Desk, event: str, after: Desk) -> bool:
    tried = event == "answer" and before.by_itself
    if not tried or after.sim.state is SimState.READY:
        return True
    return _kept(after, after.slot) is None and not after.sim.remember and not after.sent


def _others_stay(before: Desk, event: str, after: Desk) -> bool:
    return all(
        _kept(before, name) == _kept(after, name) for name in ("A", "B", "C") if name != after.slot
    )


def _opened_itself(before: Desk, event: str, after: Desk) -> bool:
    """What is kept is a PIN that opened this card, not one meant for another."""
    possible = {"A": PINS, "B": (PIN_OF_B,), "C": ()}
    return all(kept.pin in possible[kept.iccid] for kept in after.sim.remembered)


def _kept_by_tick(before: Desk, event: str, after: Desk) -> bool:
    if event != "forget":
        return after.sim.remember or _kept(after, after.slot) is None
    return _kept(after, after.slot) is None


def _says_what_is(before: Desk, event: str, after: Desk) -> bool:
    chip, sim = after.chip, after.sim
    if chip is None:
        return sim.state is SimState.ABSENT and sim.card is None
    if sim.card is None or sim.state is not STATES[chip.lock]:
        return False
    return (sim.card.pin_tries, sim.card.puk_tries) == (chip.pin_tries, chip.puk_tries)


def _never_the_last_try(before: Desk, event: str, after: Desk) -> bool:
    return not after.by_itself or after.chip is None or after.chip.pin_tries > 1


def _dead_stays(before: Desk, event: str, after: Desk) -> bool:
    if before.slot != after.slot or before.sim.state is not SimState.DEAD:
        return True
    return after.sim.state is SimState.DEAD and not after.sent


def _no_pin_no_question(before: Desk, event: str, after: Desk) -> bool:
    return after.slot != "C" or (after.sim.state is SimState.READY and not after.sent)


FIRST = Desk(
    Chip(CardLock.SIM_PIN, PINS[0]),
    Chip(CardLock.SIM_PIN, PIN_OF_B),
    Chip(CardLock.READY, ""),
    Sim(),
)

SIM_SYSTEM = System(
    "sim",
    FIRST,
    _steps,
    (
        Rule("R-PIN-4 own card", "a remembered PIN is sent to its own card only", _own_card_only),
        Rule("R-PIN-4 once", "a remembered PIN that failed is forgotten at once", _fails_once),
        Rule("R-PIN-4 others", "what another card left in memory stays", _others_stay),
        Rule("R-PIN-4 opened", "only a PIN that opened the card is kept for it", _opened_itself),
        Rule("R-PIN-1 tick", "without the tick nothing is kept for the card", _kept_by_tick),
        Rule("R-PIN-4 block", "a remembered PIN never takes the last try", _never_the_last_try),
        Rule("R-PIN-5 shown", "lock and tries left are those of the card", _says_what_is),
        Rule("R-PIN-5 dead", "a dead card stays dead and is not asked again", _dead_stays),
        Rule("R-PIN-5 none", "a card without a PIN is never asked for one", _no_pin_no_question),
    ),
    good=lambda desk: desk.slot == "A" and desk.sim.state is SimState.READY,
    final=lambda desk: desk.a.lock is CardLock.BLOCKED,
)
