"""Notes what a session shows and what comes of touches; changes nothing.

Notes names alone, never a text, so no secret can be among them. Rows are not noted: they are
seen with their screen.
"""

import re
from dataclasses import fields
from pathlib import Path

from connectivity.vehicle import Power
from menus.node import Kind, Node
from models.reasons import Reason
from pcm.headunit.entries import fields_of
from pcm.headunit.features import can_be_greyed, reasons_against
from pcm.headunit.lists import live_items
from pcm.headunit.session import Answer, Session
from pcm.headunit.settings import is_on
from pcm.headunit.state import EntryState, OverlayState, SettingValue, SliderState, UnitState
from pcm.headunit.unit import HeadUnit
from pcm.qa.coverage.existing import ONLY_SHOWN
from pcm.qa.coverage.seen import Desk, Seen, write_seen

_KEY = re.compile(r"\[(\w+)\]$", re.MULTILINE)  # of a reason, in the answer of `why`


class Notes:
    """What was seen of one car so far."""

    def __init__(self) -> None:
        self.screens: set[str] = set()
        self.outcomes: set[str] = set()
        self.overlays: set[str] = set()
        self.reasons: set[str] = set()

    def freeze(self) -> Seen:
        return Seen(*(frozenset(getattr(self, field.name)) for field in fields(Seen)))


class Collector:
    """Attached to a session from its making until `detach`; observer and watcher of it."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._notes: dict[Desk, Notes] = {}
        self._written: dict[Desk, Seen] = {}
        self._greyable: dict[str, tuple[Node, ...]] = {}
        self._toggled: Node | None = None  # touched, its warning not answered yet
        self._slid: tuple[str, SettingValue | None] | None = None  # a slider and its first value
        self._looked: UnitState | None = None
        self._take_desk()
        session.observers.append(self)
        session.watchers.append(self)
        self._look()

    def detach(self) -> None:
        self.session.observers.remove(self)
        self.session.watchers.remove(self)

    @property
    def seen(self) -> dict[Desk, Seen]:
        """What was seen of each car; none of which nothing but the start was seen."""
        found = {desk: notes.freeze() for desk, notes in self._notes.items()}
        return {d: s for d, s in found.items() if s.outcomes or s.overlays or s.screens - {"home"}}

    def write(self, folder: Path) -> None:
        """Add what is new to this process's files in the folder; raises PcmError."""
        for desk, seen in self.seen.items():
            if seen != self._written.get(desk):
                write_seen(folder, desk, seen)
                self._written[desk] = seen

    # what the session tells

    def begin(self, session: Session, line: str) -> None:
        """Nothing has been shown yet."""

    def end(self, session: Session, line: str, answer: Answer) -> None:
        """Look at what is shown now."""
        self._follow_desk()
        if answer.refused:  # not when My Porsche declines
            self._now.reasons.add(answer.reason)
        if answer.ok and line.lstrip()[:3].casefold() == "why":
            self._now.reasons.update(_KEY.findall(answer.text))
        self._look()

    def passed(self, session: Session, seconds: float) -> None:
        """What came by itself in the window."""
        self._look()

    # what the head unit tells

    def touched(self, row: str, refused: Reason | None) -> None:
        """A touch: what came of it, and where it led."""
        self._follow_desk()
        if refused:
            self._now.reasons.add(refused.key)
        if row not in self._setup.tree:
            self._touched_entry(row)
        elif refused is None:
            self._touched_row(self._setup.tree.node(row))
        elif reasons_against(self._unit.view, self._setup.tree.node(row)):
            self._now.outcomes.add(f"{row} refused")
        self._look()

    def said(self, reason: Reason) -> None:
        self._follow_desk()
        self._now.reasons.add(reason.key)

    def opened(self, overlay: OverlayState) -> None:
        self._follow_desk()
        if isinstance(overlay, SliderState):
            node = self._setup.tree.node(overlay.id)
            self._slid = (overlay.id, self._unit.state.settings.get(node.setting_name))
        self._note_overlay(overlay)

    # inside

    def _follow_desk(self) -> None:
        if self.session.unit is not self._unit:
            self._take_desk()

    def _take_desk(self) -> None:
        """Another car may stand on the desk."""
        self._unit: HeadUnit = self.session.unit
        self._setup = setup = self.session.setup
        self._greyable.clear()
        self._toggled = self._slid = None
        desk = Desk(setup.car.id, setup.year, setup.market.code)
        self._now = self._notes.setdefault(desk, Notes())

    def _look(self) -> None:
        """What is shown now, when it is not the same as before."""
        state = self._unit.state
        if state is self._looked:
            return
        self._looked = state
        if state.vehicle.power is not Power.ON:
            return
        self._note_changes(state)
        page = self._setup.tree.node(state.place.page)
        self._now.screens.add(page.id)
        if state.overlay:
            self._note_overlay(state.overlay)
        self._note_reasons(page)
        if page.lists and f"{page.id} entries" not in self._now.outcomes:
            self._note_list(page)

    def _note_changes(self, state: UnitState) -> None:
        """A warning was answered, or a slider moved."""
        if self._toggled and is_on(state, self._toggled.setting_name):
            self._now.outcomes.add(f"{self._toggled.id} on")
            self._toggled = None
        if self._slid:
            id_, first = self._slid
            if state.settings.get(self._setup.tree.node(id_).setting_name) != first:
                self._now.outcomes.add(f"{id_} set")
                self._slid = None

    def _note_overlay(self, overlay: OverlayState) -> None:
        if isinstance(overlay, EntryState):
            self._now.overlays.add(fields_of(overlay.purpose)[overlay.step].id)
            if overlay.problem:
                self._now.reasons.add(overlay.problem.key)
        elif not isinstance(overlay, SliderState):
            self._now.overlays.add(overlay.id)

    def _note_reasons(self, page: Node) -> None:
        """On greyed rows the first, in the header why there is no data, beside data paths why."""
        view = self._unit.view
        for node in self._greyable_on(page):
            if found := reasons_against(view, node):
                self._now.reasons.add(found[0].key)
        if view.data_path.active is None:
            self._now.reasons.add(view.data_path.why_none[0].key)
        if page.lists == "data_paths":
            self._now.reasons |= {reason.key for _, reason in view.data_path.refused}

    def _greyable_on(self, page: Node) -> tuple[Node, ...]:
        if page.id not in self._greyable:
            rows = (row for row in page.rows if can_be_greyed(self._setup, row))
            self._greyable[page.id] = tuple(rows)
        return self._greyable[page.id]

    def _note_list(self, page: Node) -> None:
        if live_items(self._unit.view, page.lists or ""):
            self._now.outcomes.add(f"{page.id} entries")

    def _touched_entry(self, row: str) -> None:
        """An entry of a live list, which stands on the page before the touch led on."""
        name = row.rpartition("_")[0]
        if name in ONLY_SHOWN:
            return
        places = reversed(self._unit.state.places)
        tree = self._setup.tree
        page = next((p.page for p in places if tree.node(p.page).lists == name), None)
        if page:
            self._now.outcomes.add(f"{page} entry touched")

    def _touched_row(self, node: Node) -> None:
        self._toggled = None
        state = self._unit.state
        match node.kind:
            case Kind.TOGGLE if state.overlay:
                self._toggled = node
            case Kind.TOGGLE:
                on = is_on(state, node.setting_name)
                self._now.outcomes.add(f"{node.id} {'on' if on else 'off'}")
            case Kind.OPTION:
                self._now.outcomes.add(f"{node.id} chosen")
            case Kind.ACTION:
                self._now.outcomes.add(f"{node.id} done")
            case Kind.LINK:
                self._now.outcomes.add(f"{node.id} followed")
            case _:
                pass  # a page counts as opened when it is shown, a range when its slider moved
