"""A random walk through one car, and replaying a list of its lines from the car as delivered.

The walk is made of strolls: each begins with the car as delivered and ends with BACK until home.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from menus.tree import Tree
from models.catalogue import Car, Languages
from pcm.headunit.navigator import PAGES
from pcm.headunit.session import Answer, Session
from pcm.qa.walk.choices import Chooser
from pcm.qa.walk.invariant import Fault
from pcm.qa.walk.invariants import Watch
from pcm.qa.walk.step_rules import MOST_BACKS

STROLL = 400
"""Steps of one stroll: long enough to get deep, short enough to be shrunk."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Which head unit walks."""

    car: Car
    year: int
    country: str
    language: Languages
    seed: int

    def open(self) -> Session:
        return Session(self.car, self.year, self.country, self.language, self.seed)


@dataclass(frozen=True, slots=True)
class Failing:
    """Lines from the car as delivered to a fault, the last one with it."""

    lines: tuple[str, ...]
    answers: tuple[Answer | None, ...]  # None: it was none, an error came
    fault: Fault


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a walk saw; `failing`: where it ended, None when all held."""

    steps: int
    pages: frozenset[str]
    all_pages: int
    failing: Failing | None


class Stroll:
    """One head unit under watch, and the lines that were done to it."""

    def __init__(self, desk: Desk) -> None:
        self.session = desk.open()
        self.lines: list[str] = []
        self.answers: list[Answer | None] = []
        self._watch = Watch()
        self.session.observers.append(self._watch)

    def do(self, line: str) -> Fault | None:
        """Carry out a line; the fault that it brought."""
        self.lines.append(line)
        self.answers.append(self._watch.do(self.session, self.session.do, line))
        return self._watch.fault

    def failing(self, fault: Fault) -> Failing:
        return Failing(tuple(self.lines), tuple(self.answers), fault)


def walk(
    desk: Desk, steps: int, tell: Callable[[int], None] = lambda _: None, stroll: int = STROLL
) -> Outcome:
    """Walk so many steps, or to the first fault; `tell` hears how many were done."""
    random = Random(desk.seed)
    chooser = Chooser(random)
    done, seen = 0, set[str]()
    all_pages = pages_of(desk.open().setup.tree)
    while done < steps:
        here = Stroll(desk)
        fault = _stroll(here, chooser, min(stroll, steps - done), seen)
        done += len(here.lines)
        tell(done)
        if fault:
            return Outcome(done, frozenset(seen & all_pages), len(all_pages), here.failing(fault))
    return Outcome(done, frozenset(seen & all_pages), len(all_pages), None)


def _stroll(here: Stroll, chooser: Chooser, steps: int, seen: set[str]) -> Fault | None:
    for _ in range(steps):
        if fault := here.do(chooser.line(here.session)):
            return fault
        seen.add(here.session.unit.state.place.page)
    return _leave(here)


def _leave(here: Stroll) -> Fault | None:
    """BACK leads home from wherever the stroll has come to."""
    for line in ("settle on", "car bus on", "car ignition on", *["back"] * (MOST_BACKS + 1)):
        state = here.session.unit.state
        if line == "back" and len(state.places) == 1 and not state.overlays:
            return None
        if fault := here.do(line):
            return fault
    return None


def replay(desk: Desk, lines: Sequence[str]) -> Failing | None:
    """Do the lines with the car as delivered, to the first fault; None when there is none."""
    here = Stroll(desk)
    for line in lines:
        if fault := here.do(line):
            return here.failing(fault)
    return None


def pages_of(tree: Tree) -> frozenset[str]:
    return frozenset(id_ for id_ in tree.ids() if tree.node(id_).kind in PAGES)
