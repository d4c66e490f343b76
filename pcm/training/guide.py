"""Which touch comes next, from wherever the trainee is: pure functions of a step's plan.

The plan is the shortest way; who left it is led back to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from pcm.training.touch import Spot, Touch

if TYPE_CHECKING:
    from menus.tree import Tree


@dataclass(frozen=True, slots=True)
class Next:
    """The next touch. index: its place in the plan; None: `line` leads back to the plan."""

    line: str
    index: int | None


def derive_next(
    touches: tuple[Touch, ...], done: int, spot: Spot, standing: str, tree: Tree
) -> Next:
    """What to touch now. done: how many touches of the plan are done; standing: what is typed."""
    if not touches:
        return Next("", None)
    done = 0 if done >= len(touches) else done  # all done, yet the goal is not reached: once more
    runs = _runs(touches)
    here = [run for run in runs if touches[run[0]].spot == spot]
    before = [run for run in here if run[0] <= done]
    run = before[-1] if before else here[0] if here else None
    if run is None:
        return Next(_way_back(touches[0].spot, spot, tree), None)
    if any(touches[index].typed for index in run):
        return _typing(touches, run, standing)
    index = max(run[0], min(done, run[-1]))
    return Next(touches[index].lines[0], index)


def _runs(touches: tuple[Touch, ...]) -> list[range]:
    """Touches one after the other at the same spot."""
    runs = []
    for _, group in groupby(range(len(touches)), key=lambda index: touches[index].spot):
        indices = list(group)
        runs.append(range(indices[0], indices[-1] + 1))
    return runs


def _typing(touches: tuple[Touch, ...], run: range, standing: str) -> Next:
    """The next sign of what is to be typed; what is wrong is erased first."""
    signs = [index for index in run if touches[index].typed]
    wanted = "".join(touches[index].typed for index in signs)
    if not wanted.startswith(standing):
        return Next("erase", None)
    left = [*signs[len(standing) :], *(index for index in run if index > signs[-1])]
    index = left[0] if left else run[-1]
    return Next(touches[index].lines[0], index)


def _way_back(wanted: Spot, spot: Spot, tree: Tree) -> str:
    """One touch nearer to the page where the plan begins."""
    if spot.overlay:
        return "back"
    way = () if wanted.page == tree.home.id else tree.path(wanted.page)
    if spot.page == tree.home.id and way:
        return f"tap {way[0]}"
    if spot.page in way[:-1]:
        return f"tap {way[way.index(spot.page) + 1]}"
    return "home"
