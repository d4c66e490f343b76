"""The desk under verbs, AT lines of another program and CAN frames of another unit, step by step.

What breaks is shrunk to the shortest list of steps and told as a script for the console.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from random import Random
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from connectivity import data_path
from connectivity.can.layout import load_layout
from connectivity.can.status import STATUS, status_values
from connectivity.messages.modem import Registration
from connectivity.outside.modem.port import AtPort
from menus.node import Kind
from menus.tree import Tree
from models.catalogue import find_car
from pcm.headunit.car_status import derive_status
from pcm.headunit.entries import fields_of
from pcm.headunit.session import Session
from pcm.headunit.settings import SPECIAL
from pcm.headunit.state import EntryState
from pcm.headunit.verbs.verb import load_verb_help
from tests.headunit.conftest import ONE_CAR_A_GENERATION
from tests.headunit.verb_lines import keys, models, paths, rows, typed, verbs
from tests.headunit.walk import leave, look, real_line
from tests.proof.data_cases import RULES, Seen
from tests.proof.fork import Case, Decisions, but
from tests.proof.hostile_at import lines
from tests.proof.hostile_can import frames
from tests.proof.kinds import kind_of

RIGHT = {
    "pairing_code": "@code",
    "sim_pin": "@pin",
    "sim_puk": "@puk",
    "sim_new_pin": "4321",
    "email": "@email",
    "password": "@password",
    "security_code": "@security-code",
    "hotspot_password": "@hotspot",
    "number": "0555550188",
    "destination": "Roma",
}
LEFT_OUT = ("quit", "shot", "trace", "wait")  # end the session, write files, need another face
EXAMPLES = st.sampled_from(
    [verb.example for name, verb in load_verb_help().items() if name not in LEFT_OUT]
)
COUNTRIES = st.sampled_from(["IT", "AL", "CN", "AU", "CY", "GI", "HK"])  # each offers another lot
STORM = 200
AT_LINES = tuple(lines(Random(21), STORM))


class OnTheDesk(RuleBasedStateMachine):
    """One car; `script` is what was done to it, as lines for the console."""

    @initialize(car=st.sampled_from(ONE_CAR_A_GENERATION), country=COUNTRIES)
    def put_on_desk(self, car: tuple[str, int], country: str) -> None:
        self.script = [f"# run_pcm.py --car {car[0]} --year {car[1]} --country {country} --console"]
        self.session = Session(find_car(car[0]), car[1], country, "en")
        self.port: AtPort | None = None

    @rule(line=st.one_of(verbs, EXAMPLES, rows, keys, paths, typed, models))
    def verb(self, line: str) -> None:
        line = real_line(self.session, line)
        with self._step(line):
            answer = self.session.do(line)
            assert answer.ok or answer.text, "a refusal without words"

    @rule(number=st.integers(0, 999), sure=st.booleans())
    def any_entry(self, number: int, sure: bool) -> None:
        """Touch any entry of the menus, by its path; `sure`: and answer what it asks with OK."""
        self._tap(number, self.session.setup.tree.ids(), sure)

    @rule(number=st.integers(0, 999), sure=st.booleans())
    def any_special_setting(self, number: int, sure: bool) -> None:
        """Touch one of the settings that the head unit itself acts on."""
        tree = self.session.setup.tree
        self._tap(number, [id_ for id_ in tree.ids() if is_special(tree, id_)], sure)

    def _tap(self, number: int, ids: Sequence[str], sure: bool) -> None:
        tree, label = self.session.setup.tree, self.session.unit.view.label
        way = tree.path(ids[number % len(ids)])
        self.verb(line="tap " + " > ".join(label(tree.node(step)) for step in way))
        if sure:
            self.verb(line="ok")

    @precondition(lambda self: isinstance(self.session.unit.state.overlay, EntryState))
    @rule()
    def what_is_asked(self) -> None:
        """Type what the open entry wants, field by field."""
        while isinstance(entry := self.session.unit.state.overlay, EntryState):
            field = fields_of(entry.purpose)[entry.step]
            for _ in entry.typed[entry.step]:
                self.verb(line="erase")
            self.verb(line=f"type {RIGHT[field.id]}")
            self.verb(line="ok")
            if self.session.unit.state.overlay in (entry, None) or len(self.script) > 500:
                return

    @rule(number=st.integers(0, STORM - 1))
    def at_line(self, number: int) -> None:
        with self._step(f"# another program at the modem sends {AT_LINES[number]!r}"):
            modem = self.session.world.modem
            if self.port is None or self.port.modem is not modem:
                self.port = modem.open_port()
            self.port.write(AT_LINES[number])
            self.port.read()
            self.session.pump()

    @rule(seed=st.integers(0, 50))
    def can_frame(self, seed: int) -> None:
        bus = self.session.world.vehicle.bus
        for id_, data in frames(Random(seed), 4, dict(bus.latest)):
            with self._step(f"# another unit on the bus sends {id_:03X}#{data.hex().upper()}"):
                bus.put_foreign(id_, data)
                self.session.pump()

    @invariant()
    def all_holds(self) -> None:
        with self._step():
            look(self.session)
            self._data_follow_the_rules()
            self._the_bus_tells_what_the_screen_tells()
            self._no_secret_is_in_the_trace()

    def _data_follow_the_rules(self) -> None:
        view = self.session.unit.view
        snap = case_of(view.snapshot)
        seen = Seen(kind_of(self.session.setup), snap, view.data_path)
        assert [name for name, (_, holds) in RULES.items() if not holds(seen)] == []

    def _the_bus_tells_what_the_screen_tells(self) -> None:
        message = load_layout().by_name[STATUS]
        told = message.unpack(int.from_bytes(self._own_status(), "little"))
        wanted = status_values(derive_status(self.session.unit.view))
        assert {name: told[name] for name in wanted} == dict(wanted)

    def _no_secret_is_in_the_trace(self) -> None:
        last = self.session.trace.lines[-1:]
        assert not any(self.session.world.secrets.search(line) for line in last)

    def teardown(self) -> None:
        if hasattr(self, "session"):
            with self._step("# BACK leads home"):
                self.session.done = False
                leave(self.session)

    def _own_status(self) -> bytes:
        """The head unit's own last frame; another unit may have sent one with its id since."""
        can = self.session.world.can
        can._send_status()
        return self.session.world.vehicle.bus.latest[load_layout().by_name[STATUS].id]

    @contextmanager
    def _step(self, line: str = "") -> Iterator[None]:
        """One step; what it breaks is told with the script that leads there."""
        if line:
            self.script.append(line)
        try:
            yield
        except Exception as error:
            error.add_note("\n".join(("the shortest way there:", *self.script)))
            raise


def is_special(tree: Tree, id_: str) -> bool:
    """Whether an entry sets something that the rules of connectivity look at."""
    node, parent = tree.node(id_), tree.node(tree.parent(id_) or tree.home.id)
    if node.kind is Kind.OPTION:
        return parent.setting_name in SPECIAL - {"language"}
    return node.kind is Kind.TOGGLE and node.setting_name in SPECIAL


def case_of(snapshot: Any) -> Case:
    """A snapshot as the rules take it: with `but`, and registrations that have it too."""
    values = {f.name: getattr(snapshot, f.name) for f in fields(snapshot)}
    inner = {
        name: case_of(value) if isinstance(value, Registration) else value
        for name, value in values.items()
    }
    return Case({}, Decisions({})).but(**inner)


OnTheDesk.TestCase.settings = settings(max_examples=100, stateful_step_count=40)
test_the_desk = OnTheDesk.TestCase


def test_what_breaks_is_told_as_a_script(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    right = data_path._general
    monkeypatch.setattr(data_path, "_general", lambda snap: right(but(snap, private=False)))
    data_path.choose_path.cache_clear()  # what other tests asked was answered rightly
    request.addfinalizer(data_path.choose_path.cache_clear)
    desk = OnTheDesk()
    desk.put_on_desk(("cayenne-9y0", 2020), "IT")
    for line in ("tap SET > Porsche Connect > Private mode", "ok"):
        desk.verb(line=line)
    with pytest.raises(AssertionError, match="R-PRIV-1") as broken:
        desk.all_holds()
    assert broken.value.__notes__ == [
        "the shortest way there:\n"
        "# run_pcm.py --car cayenne-9y0 --year 2020 --country IT --console\n"
        "tap SET > Porsche Connect > Private mode\n"
        "ok"
    ]
