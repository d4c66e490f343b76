"""What of a car's menus can be seen in a country, the whole of which coverage is a part.

Screens: pages, options and choices to which a way leads. Rows: every entry on them. Outcomes: what
can come of a row, by its kind (`OUTCOMES`); of one that can be greyed also `refused`. A row that
this car never allows in this country has no outcome but that, and nothing beneath it counts.
"""

from dataclasses import dataclass
from functools import cache

from menus.load import load_tree
from menus.node import Kind, Node
from menus.proof import OPENS, next_ids
from menus.tree import Tree
from models.catalogue import find_car, load_generations
from models.markets import find_market
from pcm.headunit.features import can_be_greyed, unmet_needs
from pcm.headunit.view import Setup
from pcm.qa.coverage.seen import Desk
from pcm.qa.coverage.told import existing_overlays, existing_reasons

OUTCOMES: dict[Kind, tuple[str, ...]] = {
    Kind.PAGE: ("opened",),
    Kind.OPTIONS: ("opened",),
    Kind.CHOICE: ("opened",),
    Kind.LINK: ("followed",),
    Kind.TOGGLE: ("on", "off"),
    Kind.OPTION: ("chosen",),
    Kind.RANGE: ("set",),
    Kind.ACTION: ("done",),
    Kind.VALUE: (),
}
OF_A_LIST = ("entries", "entry touched")
ONLY_SHOWN = frozenset({"services", "data_paths"})
"""Live lists whose entries do nothing when touched."""

MEANING = {
    "opened": "its screen was shown, whatever led there",
    "followed": "the link was touched and led on",
    "on": "a touch switched it on, a warning confirmed where one comes",
    "off": "a touch switched it off",
    "chosen": "the option was chosen",
    "set": "its number was changed on the slider",
    "done": "it was touched and not refused",
    "refused": "it was touched while greyed, and told why",
    "entries": "its list was shown with at least one entry",
    "entry touched": "an entry of its list was touched",
}
"""Outcome -> when it counts, as the pages tell it."""


@dataclass(frozen=True, slots=True)
class Existing:
    """outcomes: row -> what can come of it, of every row that can be shown."""

    tree: Tree
    screens: frozenset[str]
    outcomes: dict[str, tuple[str, ...]]
    overlays: frozenset[str]
    reasons: frozenset[str]
    closed: dict[str, tuple[str, ...]]  # row that stays greyed -> what the car lacks

    def __or__(self, other: "Existing") -> "Existing":
        """What there is in one country or the other; closed is what both close."""
        rows = [*self.outcomes, *(row for row in other.outcomes if row not in self.outcomes)]
        outcomes = {
            row: tuple(dict.fromkeys((*self.outcomes.get(row, ()), *other.outcomes.get(row, ()))))
            for row in rows
        }
        closed = {row: needs for row, needs in self.closed.items() if row in other.closed}
        return Existing(
            self.tree,
            self.screens | other.screens,
            outcomes,
            self.overlays | other.overlays,
            self.reasons | other.reasons,
            closed,
        )


@cache
def find_existing(desk: Desk) -> Existing:
    """All there is of a car; raises PcmError for a car, year or country that does not exist."""
    car = find_car(desk.car, desk.year)
    tree, market = load_tree(car, desk.year), find_market(desk.country)
    setup = Setup(car, desk.year, load_generations()[car.pcm], market, tree, "")
    closed = {i: unmet for i in tree.ids() if (unmet := unmet_needs(setup, tree.node(i)))}
    shown = _reachable(tree, frozenset(closed))
    rows = {i: _outcomes(setup, tree.node(i)) for i in tree.ids() if i in shown and i != "home"}
    screens = {
        i for i in shown if tree.node(i).kind in OPENS and (i not in closed or i == tree.home.id)
    }
    return Existing(
        tree,
        frozenset(screens),
        rows,
        existing_overlays(setup),
        existing_reasons(setup, {need for row in rows for need in closed.get(row, ())}),
        {id_: needs for id_, needs in closed.items() if id_ in rows},
    )


def _outcomes(setup: Setup, node: Node) -> tuple[str, ...]:
    if unmet_needs(setup, node):
        return ("refused",)
    listed = () if not node.lists else OF_A_LIST[: 1 if node.lists in ONLY_SHOWN else 2]
    refused = ("refused",) if can_be_greyed(setup, node) else ()
    return (*OUTCOMES[node.kind], *listed, *refused)


def _reachable(tree: Tree, closed: frozenset[str]) -> set[str]:
    """What can be brought onto the screen from home without a way through what is closed."""
    shortcuts = load_generations()[tree.pcm].shortcuts.values()
    front = [tree.home.id, *(page for page in shortcuts if page not in closed)]
    seen = set(front)
    while front:
        for id_ in next_ids(tree, front.pop()):
            if id_ not in seen:
                seen.add(id_)
                if id_ not in closed:
                    front.append(id_)
    return seen
