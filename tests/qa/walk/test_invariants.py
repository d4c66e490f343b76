"""Each invariant is broken once by hand, and notices; before that it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from connectivity.account import AccountState
from connectivity.call import Bearer, Call, CallState
from connectivity.data_path import DataPath, Path
from connectivity.function import Function, FunctionState
from connectivity.messages.modem import Registered, Registration
from connectivity.messages.telephony import Technology
from connectivity.services import Services
from connectivity.sim import Attempt, RememberedPin, Sim, SimState
from models.catalogue import find_car
from pcm.headunit.session import Answer, Session
from pcm.headunit.state import EntryState, Place
from pcm.qa.walk.invariant import Invariant, Step
from pcm.qa.walk.invariants import STATES, fault_of
from pcm.qa.walk.step_rules import MOST_BACKS, STEPS

CARS = {"4.0": ("718-982", 2019), "5.0": ("cayenne-9y0", 2020), "6.0": ("taycan-j1", 2024)}
ABROAD = Registration(Registered.ROAMING, "Example", "CH", Technology.LTE, 4)
Break = Callable[[Session], Any]


@dataclass(frozen=True)
class Broken:
    """How an invariant is broken: on which car, after which verbs, by changing what."""

    break_: Break
    pcm: str = "4.0"
    country: str = "IT"
    lines: tuple[str, ...] = ()

    def open(self) -> Session:
        car, year = CARS[self.pcm]
        session = Session(find_car(car, year), year, self.country, "en")
        for line in self.lines:
            assert session.do(line).ok, line
        return session


def flows(path: Path | None, *, refused: bool = True) -> Break:
    """Data flow this way, whatever is right."""

    def make(session: Session) -> None:
        right = session.unit.view.data_path
        reasons = tuple((p, right.reason(p) or right.refused[0][1]) for p in Path if p is not path)
        found = DataPath(path, reasons if refused else (), right.general)
        session.unit.view.__dict__["data_path"] = found

    return make


def sets(name: str, value: Any, then: Break = lambda _: None) -> Break:
    def make(session: Session) -> None:
        session.unit.set_plain(name, value)
        then(session)

    return make


def state(then: Break = lambda _: None, **changes: Any) -> Break:
    """Changes of the state; a function of the old value, or the new one."""

    def make(session: Session) -> None:
        old = session.unit.state
        new = {name: v(getattr(old, name)) if callable(v) else v for name, v in changes.items()}
        session.unit.change(**new)
        then(session)

    return make


def shows(**changes: Any) -> Break:
    """Another screen than that of the state; a function of the old value, or the new one."""

    def make(session: Session) -> None:
        old = session.screen
        new = {name: v(getattr(old, name)) if callable(v) else v for name, v in changes.items()}
        session.unit._screen = (session.unit.state, replace(old, **new))

    return make


def having(**changes: Any) -> Callable[[Any], Any]:
    return lambda value: replace(value, **changes)


def first_row(**changes: Any) -> Break:
    return shows(rows=lambda rows: (replace(rows[0], **changes), *rows[1:]))


def opens(purpose: str, typed: str = "") -> Break:
    return lambda session: session.unit.open_overlay(EntryState(purpose, (typed,)))


def no_bench(session: Session) -> None:
    session._bench = (session.unit.state, ())


PIN = ("sim insert standard",)
ON_2G = ("preset call_on_2g",)
NO_NET = ("net none",)
REMEMBERED = RememberedPin("1", "2580")

BY_HAND: dict[str, Broken] = {
    "in private mode no data flow": Broken(
        sets("private_mode", True, flows(Path.EMBEDDED)), pcm="5.0"
    ),
    "data that were ended flow nowhere": Broken(
        sets("mobile_data", "data_off", flows(Path.EMBEDDED))
    ),
    "with the ignition off no data flow": Broken(flows(Path.EMBEDDED), lines=("car ignition off",)),
    "abroad the inserted SIM carries data with the roaming tick alone": Broken(
        state(flows(Path.INSERTED), inserted=ABROAD)
    ),
    "abroad without data the roaming sign is shown": Broken(
        shows(header=having(roaming=False)),
        country="AL",
        lines=("sim insert no_pin", "net abroad CH LTE"),
    ),
    "PCM 6.0 has neither a roaming tick nor a data switch": Broken(
        sets("roaming", False), pcm="6.0"
    ),
    "PCM 6.0 carries data over the embedded SIM alone": Broken(flows(Path.HOTSPOT), pcm="6.0"),
    "a way that this car has not here carries no data": Broken(flows(Path.EMBEDDED), country="AL"),
    "data over the embedded SIM exclude a call over the inserted one": Broken(
        flows(Path.EMBEDDED), lines=ON_2G
    ),
    "on 2G a call over the inserted SIM stops its data": Broken(flows(Path.INSERTED), lines=ON_2G),
    "on 2G a call on the phone stops its hotspot's data": Broken(
        state(flows(Path.HOTSPOT), phone=having(in_call=True, technology=Technology.GSM))
    ),
    "hotspot before inserted SIM before embedded SIM": Broken(flows(Path.HOTSPOT)),
    "each way that is not taken has one reason": Broken(flows(Path.EMBEDDED, refused=False)),
    "My Porsche is reached when data flow, and only then": Broken(flows(None)),
    "a car without a slot has no SIM card": Broken(state(sim=Sim(SimState.READY)), country="CN"),
    "PCM 6.0 never asks for a PIN": Broken(opens("sim_pin"), pcm="6.0"),
    "3 tries of the PIN, then 10 of the PUK, then the card is dead": Broken(
        state(sim=lambda sim: replace(sim, card=replace(sim.card, pin_tries=4))), lines=PIN
    ),
    "the PCM takes the card for what it says": Broken(
        state(sim=having(state=SimState.READY)), lines=PIN
    ),
    "the tries left are shown": Broken(shows(overlay=having(hint="")), lines=PIN),
    "a card has one remembered PIN, with the tick alone": Broken(
        state(sim=having(remembered=(REMEMBERED, REMEMBERED)))
    ),
    "8 digits and nothing else, OK wakes at the eighth": Broken(opens("pairing_code", "12x4")),
    "PCM 6.0 links by Porsche ID, every other by code": Broken(opens("login")),
    "a security code is asked where the country demands it": Broken(
        opens("log_in_again"), pcm="6.0", country="AL"
    ),
    "five wrong codes lock the entry": Broken(state(account=having(wrong=5))),
    "linked are those whom My Porsche names, else it is not": Broken(
        state(account=having(state=AccountState.LOGGED_OUT))
    ),
    "the header shows who is logged in": Broken(shows(header=having(user="Nobody"))),
    "without data no attempt is on its way": Broken(
        state(account=having(checking=True)), lines=NO_NET
    ),
    "with CarPlay no Bluetooth is connected": Broken(
        shows(header=having(carplay=True, bluetooth=True))
    ),
    "a call over Bluetooth needs the phone's telephone": Broken(
        state(call=Call(CallState.ACTIVE, Bearer.BLUETOOTH))
    ),
    "no service is in the PCM that is not booked": Broken(state(services=Services((), ("x",)))),
    "functions download online alone": Broken(state(functions=having(asked="x")), lines=NO_NET),
    "functions are installed in a car off, locked and unplugged": Broken(
        state(functions=having(items=(Function("x", "once", FunctionState.WORKING),)))
    ),
    "text entry is locked while the car moves, and only then": Broken(
        shows(overlay=having(locked="")),
        lines=("tap APPS > OPT > Login Porsche Connect", "tap enter_pairing_code", "car speed 50"),
    ),
    "all that is shown can be read": Broken(no_bench),
    "every row has a label": Broken(first_row(label="")),
    "a row is grey with a reason, and only then": Broken(first_row(enabled=False)),
    "the knob stands on a row of the screen": Broken(shows(focus="nowhere")),
    "the header shows the data path, or why there is none": Broken(shows(header=having(path=""))),
    "the signs of the header are those of the state": Broken(shows(header=having(private=True))),
    "what is open has a title, words and a button": Broken(
        shows(overlay=having(title="")), lines=PIN
    ),
    "the way begins at home and ends at the page shown": Broken(state(places=(Place("phone"),))),
    "the screen is dark with the ignition off, and only then": Broken(shows(off=True)),
    "the screen is in the language chosen": Broken(shows(language="de")),
}


@pytest.mark.parametrize("invariant", STATES, ids=lambda invariant: invariant.words)
def test_an_invariant_notices(invariant: Invariant[Session]) -> None:
    how = BY_HAND[invariant.words]
    session = how.open()
    assert fault_of(session) is None
    how.break_(session)
    assert invariant.broken(session)


def test_nothing_is_broken_by_hand_that_is_no_invariant() -> None:
    assert set(BY_HAND) == {invariant.words for invariant in STATES}


def step(
    line: str = "key PHONE", verb: str = "key", answer: Answer = Answer(True, ""), backs: int = 0,  # noqa: B008
    lines: tuple[str, ...] = (), before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None, noted: int = 1,
) -> Step:  # fmt: skip
    """A step of a session in which these lines were done, from one state to another."""
    session = Broken(lambda _: None, lines=lines).open()
    first = replace(session.unit.state, **(before or {}))
    session.unit.change(**(after or {}))
    return Step(session, line, verb, answer, first, len(session.trace.lines) - noted, backs)


def card(tries: int, lines: tuple[str, ...] = PIN) -> Sim:
    """A card that waits for its PIN, with so many tries."""
    sim = Broken(lambda _: None, lines=lines).open().unit.state.sim
    assert sim.card
    return replace(sim, card=replace(sim.card, pin_tries=tries))


def kept(sim: Sim, **changes: Any) -> Sim:
    """The same with its PIN in the memory."""
    assert sim.card
    return replace(sim, remembered=(RememberedPin(sim.card.iccid, "2580"),), **changes)


TICKED = {"settings": {"roaming": True, "language": "language_en"}}
TRIED = kept(card(3), state=SimState.READY)


def restarted(before: Sim, after: Sim) -> Step:
    return step("car restart", "car restart", before={"sim": before}, after={"sim": after})


def in_trace(text: Callable[[Session], str]) -> Step:
    made = step()
    made.session.trace.lines.append(text(made.session))
    return made


STEP_BY_HAND: dict[str, tuple[Callable[[], Step], Callable[[], Step]]] = {
    "what is not done has words": (
        lambda: step(answer=Answer(False, "")), lambda: step(answer=Answer(False, "no"))
    ),
    "who looks changes nothing": (
        lambda: step("state", "state", after={"missed_calls": 1}), lambda: step("state", "state")
    ),
    "time goes on": (
        lambda: step(before={"now": 9.0}), lambda: step("reset", "reset", before={"now": 9.0})
    ),
    "BACK leads home": (
        lambda: step("back", "back", lines=("key PHONE",), backs=1),
        lambda: step("back", "back", backs=MOST_BACKS + 1),
    ),
    "what is done is in the trace": (lambda: step(noted=0), step),
    "no secret is in the trace": (
        lambda: in_trace(lambda session: f"type {session.world.portal.code}"),
        lambda: in_trace(lambda _: "type ***"),
    ),
    "the roaming tick is set by OK to its warning alone": (
        lambda: step("tap roaming", "tap", after=TICKED),
        lambda: step("do roaming", "do", after=TICKED),
    ),
    "tries come back by opening the card alone": (
        lambda: step(before={"sim": card(1)}, after={"sim": card(3)}),
        lambda: step(before={"sim": card(3)}, after={"sim": card(2)}),
    ),
    "a remembered PIN that fails is tried once and forgotten": (
        lambda: restarted(card(3), kept(card(2))),
        lambda: restarted(card(3), card(2)),
    ),
    "a remembered PIN opens its card": (
        lambda: restarted(TRIED, kept(card(3))),
        lambda: restarted(TRIED, kept(card(3), attempt=Attempt("2580", from_memory=True))),
    ),
}  # fmt: skip
"""Words of the invariant -> a step that breaks it, and one near it that does not."""


@pytest.mark.parametrize("invariant", STEPS, ids=lambda invariant: invariant.words)
def test_an_invariant_of_a_step_notices(invariant: Invariant[Step]) -> None:
    wrong, right = STEP_BY_HAND[invariant.words]
    assert invariant.broken(wrong())
    assert invariant.broken(right()) == ""


def test_a_pin_that_is_tried_twice_is_noticed() -> None:
    dies = next(i for i in STEPS if "tried once" in i.words)
    assert dies.broken(restarted(card(3), card(1))) == "it was tried 2 times"
    typed = step("ok", "ok", before={"sim": card(3)}, after={"sim": card(1)})
    assert dies.broken(typed) == ""


def test_back_that_never_comes_home_is_noticed() -> None:
    home = next(i for i in STEPS if i.words == "BACK leads home")
    endless = step("back", "back", lines=("key PHONE",), backs=MOST_BACKS + 1, before={"now": 0.0})
    assert home.broken(endless) == f"after {MOST_BACKS + 1} of them it is phone"
