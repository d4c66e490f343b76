"""The walk: every row of every page is touched by verbs, in every world, and all is put back.

From home each page is entered, its rows are touched, what opens is answered in every way. After
each touch the head unit is as it was when the page was entered: by the verbs that undo it, else by
going the way again from the world's start. At the end the session is as it was before.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from menus.node import Kind
from pcm.headunit.navigator import PAGES
from pcm.headunit.screen import Row
from pcm.headunit.session import Session
from pcm.headunit.state import Place, UnitState
from pcm.qa.crawl.answers import answers_to, overlay_id
from pcm.qa.crawl.found import Crawl, VisitedWorld
from pcm.qa.crawl.notes import Notes
from pcm.qa.crawl.unreached import derive_unreached
from pcm.qa.crawl.worlds import load_worlds, put_up

START, BASE = "crawl start", "crawl world"
"""Names of saved states: before the crawl, and at the home screen of the world visited now."""
SETTINGS = (Kind.TOGGLE, Kind.OPTION, Kind.RANGE, Kind.VALUE)
"""What one touch in one world is enough for."""

Trail = tuple[str, ...]
"""Verb lines from the home screen of a world."""
Tell = Callable[[str, int], None]
"""Is told the world and the number of screens so far, again and again."""


def crawl(session: Session, folder: Path | None = None, tell: Tell = lambda _w, _n: None) -> Crawl:
    """Visit the car of a session; with a folder every screen is pictured there.

    The session is put back as it was, and stands at the home screen meanwhile.
    """
    notes = Notes(session, folder)
    real_time = session.real_time
    session.save(START)
    try:
        visited = [_visit_world(notes, name, tell) for name in load_worlds()]
    finally:
        session.real_time = real_time
        session.restore(START)
        for name in (START, BASE):
            session.saved.pop(name, None)
    return _told(notes, tuple(visited))


def _visit_world(notes: Notes, name: str, tell: Tell) -> VisitedWorld:
    """Put up a world of crawl.yaml and walk it, when the car can be in it."""
    session, world = notes.session, load_worlds()[name]
    if world.needs and world.needs not in session.setup.features:
        return VisitedWorld(name, world.en, why_not=f"this car has no {world.needs} here")
    notes.world = name
    session.restore(START)
    left_out = put_up(notes, world)
    _Walker(notes, tell).walk()
    return VisitedWorld(name, world.en, left_out)


def _told(notes: Notes, worlds: tuple[VisitedWorld, ...]) -> Crawl:
    session, setup = notes.session, notes.session.setup
    return Crawl(
        setup.car.id,
        setup.car.name,
        setup.year,
        setup.car.pcm,
        setup.market.code,
        session.unit.state.language,
        worlds,
        notes.ordered(),
        frozenset(notes.reached),
        derive_unreached(notes),
        tuple(notes.faults),
        notes.verbs,
    )


class _Walker:
    """Walks one world."""

    def __init__(self, notes: Notes, tell: Tell) -> None:
        self._session, self._notes, self._tell = notes.session, notes, tell
        self._visited: set[str] = set()
        self._explored: set[str] = set()

    def walk(self) -> None:
        self._session.save(BASE)
        self._visit(())

    def _visit(self, trail: Trail) -> None:
        """Touch every row of the page on the screen, unless this world has seen it."""
        self._notes.see_page(trail)
        screen = self._session.screen
        if screen.id in self._visited:
            return
        self._visited.add(screen.id)
        self._tell(self._notes.world, len(self._notes.screens))
        arrived = _bare(self._session.unit.state)
        first = next((row.id for row in screen.rows if row.value is True), "")
        for row in screen.all_rows:
            if self._is_settled(row):
                continue
            self._touch(row, trail, first)
            if _bare(self._session.unit.state) != arrived:
                self._go(trail)

    def _is_settled(self, row: Row) -> bool:
        """A setting that was used in another world needs no second time."""
        tree, reached = self._notes.tree, self._notes.reached
        if row.kind is Kind.CHOICE:
            return all(id_ in reached for id_ in (row.id, *(r.id for r in tree.node(row.id).rows)))
        return row.enabled and row.kind in SETTINGS and row.id in reached and row.id in tree

    def _touch(self, row: Row, trail: Trail, first: str) -> None:
        answer = self._notes.do(f"tap {row.id}")
        if not row.enabled:
            self._notes.grey(row)
            if answer.ok:
                self._notes.fault(f"{row.id} is greyed, but a touch on it does something")
        elif row.kind is Kind.VALUE or answer.ok:
            self._notes.reached.add(row.id)
            self._follow(row, (*trail, f"tap {row.id}"), first)
        else:
            self._notes.refused[row.id] = answer.text

    def _follow(self, row: Row, trail: Trail, first: str) -> None:
        """See what the touch brought, and undo it."""
        if row.kind in PAGES or row.kind is Kind.LINK:
            wanted = self._notes.tree.node(row.id).to or row.id
            if self._session.screen.id != wanted:
                self._notes.fault(f"{row.id} opens {self._session.screen.id}, not {wanted}")
            self._visit(trail)
            self._notes.do("back")
        elif row.kind is Kind.TOGGLE:
            self._switch(row, trail)
        elif row.kind is Kind.OPTION and row.id in self._notes.tree:
            self._need(row.id, True, "is not chosen by a touch")
            self._notes.do(f"tap {first}")
        elif self._session.screen.overlay:
            self._explore(trail, row.id)
        else:
            self._notes.see_page(trail)

    def _switch(self, row: Row, trail: Trail) -> None:
        """A toggle, there and back."""
        if self._session.screen.overlay:
            self._explore(trail, row.id)
            self._go((*trail, "ok"))
        self._need(row.id, not row.value, "is not switched by a touch")
        self._notes.do(f"tap {row.id}")
        if self._session.screen.overlay:
            self._notes.do("ok")
        self._need(row.id, row.value, "is not switched back by a touch")

    def _need(self, id_: str, value: object, problem: str) -> None:
        found = next((row.value for row in self._session.screen.rows if row.id == id_), None)
        if found is not value:
            self._notes.fault(f"{id_} {problem} (world {self._notes.world})")

    def _explore(self, trail: Trail, row: str) -> None:
        """See what is open, and answer it in every way; once in a world."""
        overlay = self._session.screen.overlay
        assert overlay is not None
        self._notes.see_overlay(trail, row)
        if overlay_id(overlay) in self._explored:
            return
        self._explored.add(overlay_id(overlay))
        for number, lines in enumerate(answers_to(overlay)):
            if number:
                self._go(trail)
            answers = [self._notes.do(line) for line in lines]
            if lines == ("cancel",) and not answers[0].ok:
                self._notes.fault(f"{overlay_id(overlay)} cannot be cancelled: {answers[0].text}")
            if self._session.screen.overlay:
                self._explore((*trail, *lines), row)
            else:
                self._notes.see_page((*trail, *lines))

    def _go(self, trail: Trail) -> None:
        """The way from the world's home screen again."""
        self._session.restore(BASE)
        for line in trail:
            self._notes.do(line)


def _bare(state: UnitState) -> UnitState:
    """What must be as before: all but the time and where the knob stands."""
    return replace(state, now=0.0, places=tuple(Place(place.page) for place in state.places))
