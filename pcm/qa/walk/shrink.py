"""Shrinks a list of verbs that breaks something to the shortest that breaks the same.

Delta debugging (Zeller and Hildebrandt, 2002): leave out ever smaller parts, then one by one.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from menus.load import load_tree
from menus.tree import Tree
from pcm.qa.walk.walker import Desk, Failing, replay

Item = TypeVar("Item")


def shrink(items: Sequence[Item], fails: Callable[[list[Item]], bool]) -> list[Item]:
    """The items without which it no longer fails; none of them can be left out."""
    left, parts = list(items), 2
    while len(left) > 1:
        size = -(-len(left) // parts)
        smaller = _without_one(left, size, fails)
        if smaller is not None:
            left, parts = smaller, max(2, parts - 1)
        elif size == 1:
            break
        else:
            parts = min(len(left), parts * 2)
    return left


def _without_one(
    items: list[Item], size: int, fails: Callable[[list[Item]], bool]
) -> list[Item] | None:
    """The items without the first part of this size that is not needed."""
    for start in range(0, len(items), size):
        rest = items[:start] + items[start + size :]
        if rest and fails(rest):
            return rest
    return None


def shortest_way(desk: Desk, failing: Failing) -> Failing:
    """The shortest way to the same fault from the car as delivered."""

    def fails(lines: Sequence[str]) -> bool:
        again = replay(desk, lines)
        return again is not None and again.fault.name == failing.fault.name

    left = shrink(failing.lines, fails)
    tree = load_tree(desk.car, desk.year)
    number = 0
    while number < len(left):
        straight = [*left[:number], _straight(tree, left[number]), *left[number + 1 :]]
        shorter = shrink(straight, fails) if straight != left and fails(straight) else left
        number, left = (0, shorter) if len(shorter) < len(left) else (number + 1, left)
    return replay(desk, left) or failing


def _straight(tree: Tree, line: str) -> str:
    """A line that needs fewer others before it: a row by its whole path, a card without a PIN."""
    verb, _, name = line.partition(" ")
    if verb == "tap" and name in tree:
        return f"tap {' > '.join(tree.path(name))}"
    return "sim insert no_pin" if line.startswith("sim insert") else line
