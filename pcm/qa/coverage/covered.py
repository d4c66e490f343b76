"""How much of a car was seen: counts, and the tree of its menus with what was seen of each row."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from menus.labels import load_labels
from menus.node import Kind
from menus.proof import OPENS
from menus.tree import label_key
from models.catalogue import Car
from pcm.qa.coverage.existing import Existing, find_existing
from pcm.qa.coverage.seen import Seen, SeenByDesk

PARTS = ("screens", "rows", "outcomes", "overlays", "reasons")


@dataclass(frozen=True, slots=True)
class Count:
    """So many seen of so many."""

    seen: int
    existing: int

    @property
    def percent(self) -> int:
        """Rounded down: 100 only when nothing is left."""
        return 100 * self.seen // self.existing if self.existing else 100

    def __str__(self) -> str:
        return f"{self.seen}/{self.existing}"

    def __add__(self, other: "Count") -> "Count":
        return Count(self.seen + other.seen, self.existing + other.existing)


@dataclass(frozen=True, slots=True)
class Mark:
    """A name and whether it was seen."""

    name: str
    seen: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the menus. lacks: what this car never has, for which the row stays greyed."""

    id: str
    label: str
    kind: Kind
    seen: bool  # the row was on a screen
    outcomes: tuple[Mark, ...]
    lacks: tuple[str, ...]
    lines: tuple["Line", ...]
    inside: Count  # outcomes of itself and all below

    @property
    def whole(self) -> bool:
        return self.seen and self.inside.seen == self.inside.existing


@dataclass(frozen=True)  # no slots: the counts are kept
class Covered:
    """What was seen of one car and model year, in all countries in which it was driven."""

    countries: tuple[str, ...]
    existing: Existing
    seen: Seen

    @property
    def car(self) -> Car:
        return self.existing.tree.car

    @property
    def year(self) -> int:
        return self.existing.tree.year

    @property
    def name(self) -> str:
        return f"{self.car.id}-{self.year}"

    @cached_property
    def counts(self) -> dict[str, Count]:
        """Part -> seen of existing; what does not exist here counts nowhere."""
        existing = self.existing
        every = {(row, outcome) for row, found in existing.outcomes.items() for outcome in found}
        rows = {row for row in existing.outcomes if self.row_seen(row)}
        return {
            "screens": _count(self.seen.screens, existing.screens),
            "rows": _count(frozenset(rows), frozenset(existing.outcomes)),
            "outcomes": Count(sum(self.outcome_seen(*pair) for pair in every), len(every)),
            "overlays": _count(self.seen.overlays, existing.overlays),
            "reasons": _count(self.seen.reasons, existing.reasons),
        }

    def row_seen(self, row: str) -> bool:
        return self.existing.tree.parent(row) in self.seen.screens

    def outcome_seen(self, row: str, outcome: str) -> bool:
        if outcome == "opened":
            return row in self.seen.screens
        return f"{row} {outcome}" in self.seen.outcomes

    def marks(self, part: str) -> tuple[Mark, ...]:
        """Overlays or reasons in alphabetical order."""
        seen = getattr(self.seen, part)
        return tuple(Mark(name, name in seen) for name in sorted(getattr(self.existing, part)))

    def lines(self) -> tuple[Line, ...]:
        """The menus from home down; what can never be shown is left out."""
        return tuple(self._lines(self.existing.tree.home.id))

    def _lines(self, page: str) -> Iterator[Line]:
        existing, labels = self.existing, load_labels("en")
        for node in existing.tree.node(page).rows:
            if node.id not in existing.outcomes:
                continue
            outcomes = tuple(
                Mark(name, self.outcome_seen(node.id, name)) for name in existing.outcomes[node.id]
            )
            lines = tuple(self._lines(node.id)) if node.kind in OPENS else ()
            own = Count(sum(mark.seen for mark in outcomes), len(outcomes))
            yield Line(
                node.id,
                labels.text(label_key(node)),
                node.kind,
                self.row_seen(node.id),
                outcomes,
                existing.closed.get(node.id, ()),
                lines,
                sum((line.inside for line in lines), own),
            )


def find_covered(seen: SeenByDesk) -> Covered:
    """Of one car and year; raises PcmError for what does not exist."""
    whole = reduce(or_, (find_existing(desk) for desk in seen))
    countries = tuple(sorted(desk.country for desk in seen))
    return Covered(countries, whole, reduce(or_, seen.values()))


def _count(seen: frozenset[str], existing: frozenset[str]) -> Count:
    return Count(len(seen & existing), len(existing))
