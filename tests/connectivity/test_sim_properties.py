"""The SIM with its modem under any handling: tries, PUK, death, what a remembered PIN may do."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from connectivity.at.channel import LoopChannel
from connectivity.at.modem import AtModem
from connectivity.messages.modem import (
    CardLock,
    CardStatus,
    EnterPin,
    EnterPuk,
    ModemRequest,
    PowerOn,
)
from connectivity.outside.modem.emulator import ModemEmulator
from connectivity.outside.modem.network import Network
from connectivity.outside.modem.state import PIN_TRIES, PUK_TRIES, issue_card
from connectivity.outside.profiles import SimProfile
from connectivity.sim import Sim, SimState, SimStep, enter_pin, enter_puk, reduce_sim, set_remember

CARDS = tuple(
    SimProfile(
        name=name, account=account, pin=pin, puk=puk, pin_enabled=enabled,
        has_data=True, voice_and_data=True,
    )
    for account, (name, pin, puk, enabled) in enumerate((
        ("a", "1234", "12345678", True),
        ("b", "987654", "87654321", True),
        ("c", "0000", "11112222", False),
    ), 1)
)  # fmt: skip
LOCKS = {
    CardLock.READY: SimState.READY,
    CardLock.SIM_PIN: SimState.PIN_REQUIRED,
    CardLock.SIM_PUK: SimState.PUK_REQUIRED,
    CardLock.BLOCKED: SimState.DEAD,
}
STARTS = (
    (),
    (("insert", CARDS[0]), ("remember", None), ("right pin", None)),
    (("insert", CARDS[0]), ("remember", None), ("right pin", None), ("swap pin", None)),
)
"""Walks begin with nothing, with a remembered PIN, with one that is wrong by now."""
ACTS = st.one_of(
    st.tuples(st.just("insert"), st.sampled_from(CARDS)),
    st.tuples(st.sampled_from(["remove", "restart", "remember", "forget", "swap pin"]), st.none()),
    st.tuples(st.sampled_from(["right pin", "wrong pin", "right puk", "wrong puk"]), st.none()),
)


@dataclass
class Bench:
    """A head unit's SIM wired to the emulator; `by_itself`: the PINs that nobody typed."""

    sim: Sim = field(default_factory=Sim)
    modem: ModemEmulator = field(default_factory=lambda: ModemEmulator("IT", Network("IT")))
    driver: AtModem = field(init=False)
    by_itself: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.driver = AtModem(LoopChannel(self.modem.open_port()))

    def settle(self) -> None:
        while events := self.driver.drain():
            for event in events:
                if isinstance(event, CardStatus):
                    self._step(reduce_sim(self.sim, event), by_itself=True)

    def _step(self, step: SimStep, by_itself: bool) -> None:
        self.sim, requests = step
        for request in requests:
            if by_itself and isinstance(request, EnterPin) and self.sim.card:
                self.by_itself.append((self.sim.card.iccid, request.pin))
            self.driver.send(request)

    def act(self, what: str, card: SimProfile | None) -> None:
        slot = self.modem.slot
        if what == "insert" and card:
            self.modem.insert(card)
        elif what == "remove":
            self.modem.remove()
        elif what == "restart":
            self.driver.send(PowerOn())
        elif what in ("remember", "forget"):
            self.sim = set_remember(self.sim, what == "remember")
        elif what == "swap pin" and slot:  # in another telephone
            self.modem.change_pin("4321")
        elif slot and self.sim.state is SimState.PIN_REQUIRED and what.endswith("pin"):
            self._step(enter_pin(self.sim, slot.pin if what == "right pin" else "55555"), False)
        elif slot and self.sim.state is SimState.PUK_REQUIRED and what.endswith("puk"):
            puk = slot.puk if what == "right puk" else "99999999"
            self._step(enter_puk(self.sim, puk, "24680"), False)
        self.settle()


@settings(max_examples=300)
@given(st.sampled_from(STARTS), st.lists(ACTS, max_size=40))
def test_the_sim_knows_its_card_and_a_remembered_pin_costs_one_try_at_most(
    start: tuple[tuple[str, SimProfile | None], ...], acts: list[tuple[str, SimProfile | None]]
) -> None:
    bench = Bench()
    for what, card in (*start, *acts):
        bench.by_itself.clear()
        tries = bench.modem.slot.pin_tries if bench.modem.slot else PIN_TRIES
        bench.act(what, card)
        slot = bench.modem.slot
        assert len(bench.by_itself) <= 1, "tried by itself again and again"
        if slot is None:
            assert bench.sim.state is SimState.ABSENT
            assert bench.sim.card is None
            continue
        assert bench.sim.state is LOCKS[slot.lock]
        assert bench.sim.card
        assert (bench.sim.card.pin_tries, bench.sim.card.puk_tries) == (
            slot.pin_tries,
            slot.puk_tries,
        )
        assert bench.sim.attempt is None, "an attempt was answered"
        if bench.by_itself and slot.lock is not CardLock.READY:
            kept = {stored.iccid for stored in bench.sim.remembered}
            assert slot.iccid not in kept, "a wrong remembered PIN is forgotten"
            assert what == "insert" or slot.pin_tries >= tries - 1
        for iccid, _ in bench.by_itself:
            assert iccid == slot.iccid, "another card's PIN was sent"


@given(st.lists(st.sampled_from(["wrong pin", "wrong puk", "remove", "restart"]), max_size=60))
def test_three_tries_then_ten_then_dead_for_good(acts: list[str]) -> None:
    bench = Bench()
    bench.act("insert", CARDS[0])
    wrong_pins = wrong_pucks = 0
    for what in acts:
        asked = bench.sim.state
        bench.act(what, None)
        if bench.modem.slot is None:
            bench.act("insert", CARDS[0])
        wrong_pins += what == "wrong pin" and asked is SimState.PIN_REQUIRED
        wrong_pucks += what == "wrong puk" and asked is SimState.PUK_REQUIRED
        card = bench.sim.card
        assert card
        assert card.pin_tries == PIN_TRIES - wrong_pins
        assert card.puk_tries == PUK_TRIES - wrong_pucks
        expected = SimState.PIN_REQUIRED if wrong_pins < PIN_TRIES else SimState.PUK_REQUIRED
        assert bench.sim.state is (SimState.DEAD if wrong_pucks == PUK_TRIES else expected)


def test_a_remembered_pin_that_became_wrong_is_tried_once_and_forgotten() -> None:
    bench = Bench()
    for what, card in (*STARTS[2], ("restart", None)):
        bench.act(what, card)
    assert bench.by_itself == [(issue_card(CARDS[0], "IT").iccid, CARDS[0].pin)]
    assert bench.sim.card
    assert bench.sim.card.pin_tries == PIN_TRIES - 1
    assert bench.sim.remembered == ()
    assert not bench.sim.remember
    bench.act("restart", None)
    assert len(bench.by_itself) == 1


def test_a_dead_card_stays_dead_whatever_is_sent_to_it() -> None:
    bench = Bench()
    bench.act("insert", CARDS[0])
    for what in ["wrong pin"] * PIN_TRIES + ["wrong puk"] * PUK_TRIES:
        bench.act(what, None)
    assert bench.sim.state is SimState.DEAD
    sent: list[ModemRequest] = [EnterPin("1234"), EnterPuk("12345678", "1234"), PowerOn()]
    for request in sent:
        bench.driver.send(request)
        bench.settle()
        assert bench.sim.state is SimState.DEAD
    bench.act("remove", None)
    bench.act("insert", CARDS[0])
    assert bench.sim.state is SimState.DEAD


def test_pins_and_numbers_of_cards_are_in_no_repr() -> None:
    bench = Bench()
    for what in ("remember", "right pin"):
        bench.act("insert", CARDS[0])
        bench.act(what, None)
    bench.act("remember", None)
    shown = f"{bench.sim!r} {EnterPin('1234')!r} {EnterPuk('12345678', '1234')!r}"
    for secret in ("1234", "12345678", issue_card(CARDS[0], "IT").iccid):
        assert secret not in shown
