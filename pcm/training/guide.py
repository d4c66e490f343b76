"""Which touch comes next, from wherever the trainee is: pure functions of a lesson's touches.

The plan is the shortest way; who left it is led back to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from pcm.training.spot import Here, Spot
from pcm.training.touch import Touch

if TYPE_CHECKING:
    from menus.tree import Tree

REPEAT = "lesson repeat"


@dataclass(frozen=True, slots=True)
class Next:
    """The next touch. index: its place in the step; None: `line` leads back to the step."""

    line: str
    index: int | None


@dataclass(frozen=True, slots=True)
class Way:
    """The touches of the steps before, those of the step, and what can bring back its beginning.

    opener: the touch on a page that opened what the step begins with; None: the world did.
    """

    earlier: tuple[Touch, ...]
    touches: tuple[Touch, ...]
    opener: Touch | None


def derive_way(steps: Sequence[tuple[bool, tuple[Touch, ...]]]) -> Way:
    """The way as far as the last of these steps: whether the world acts before it, its touches."""
    *before, (_, touches) = steps
    earlier = tuple(touch for _, step in before for touch in step)
    opener = _opener(steps, touches[0].spot) if touches and touches[0].spot.overlay else None
    return Way(earlier, touches, opener)


def _opener(steps: Sequence[tuple[bool, tuple[Touch, ...]]], wanted: Spot) -> Touch | None:
    found = last = None
    for world, touches in steps:
        last = None if world else last  # what is open now may be the world's doing
        for touch in touches:
            if last and not last.spot.overlay and _purpose(touch.spot) == _purpose(wanted):
                found = last
            last = touch
    return found


def _purpose(spot: Spot) -> str:
    """What is open, whichever of its fields it is at."""
    return spot.overlay.split(" ", 1)[0]


def derive_next(way: Way, done: int, here: Here, tree: Tree) -> Next:
    """What to touch now. done: how many touches of the step are done."""
    touches = way.touches
    if not touches:
        return Next("", None)
    runs = [run for run in _runs(touches) if touches[run[0]].spot == here.spot]
    before = [run for run in runs if run[0] <= done]
    run = before[-1] if before else runs[0] if runs else None
    if run is None:
        return Next(_way_back(way, here, tree), None)
    if any(touches[index].typed for index in run):
        return _typing(touches, run, here.standing)
    signs = _signs_before(way.earlier, here.spot) if run[0] == 0 else []
    if here.typed != "".join(touch.typed for touch in signs):
        return Next(_typing(signs, range(len(signs)), here.standing).line, None)
    index = max(run[0], min(done, run[-1]))
    return Next(touches[index].lines[0], index)


def _runs(touches: tuple[Touch, ...]) -> list[range]:
    """Touches one after the other at the same spot."""
    runs = []
    for _, group in groupby(range(len(touches)), key=lambda index: touches[index].spot):
        indices = list(group)
        runs.append(range(indices[0], indices[-1] + 1))
    return runs


def _signs_before(earlier: tuple[Touch, ...], spot: Spot) -> list[Touch]:
    """What was typed last at a spot, before the step."""
    at_spot = [touch for touch in earlier if touch.spot == spot]
    segments = [list(group) for typed, group in groupby(at_spot, key=_is_sign) if typed]
    return segments[-1] if segments else []


def _is_sign(touch: Touch) -> bool:
    return bool(touch.typed)


def _typing(touches: Sequence[Touch], run: range, standing: str) -> Next:
    """The next sign of what is to be typed; what is wrong is erased first."""
    signs = [index for index in run if touches[index].typed]
    wanted = "".join(touches[index].typed for index in signs)
    if not signs or not wanted.startswith(standing):
        return Next("erase", None)
    left = [*signs[len(standing) :], *(index for index in run if index > signs[-1])]
    index = left[0] if left else run[-1]
    return Next(touches[index].lines[0], index)


def _way_back(way: Way, here: Here, tree: Tree) -> str:
    """One touch nearer to where the step begins; what was open there is opened again.

    What no touch brings back, as a call that was declined, takes the step's repetition.
    """
    wanted = way.touches[0].spot
    if not wanted.overlay:
        return _towards(wanted, here.spot, tree)
    if way.opener is None:
        return REPEAT
    if here.spot == way.opener.spot:
        return way.opener.lines[0]
    signs = _signs_before(way.earlier, here.spot)
    if signs and _purpose(here.spot) == _purpose(wanted):  # at a field before that of the step
        if here.standing == "".join(touch.typed for touch in signs):
            return "ok"
        return _typing(signs, range(len(signs)), here.standing).line
    return _towards(way.opener.spot, here.spot, tree)


def _towards(wanted: Spot, spot: Spot, tree: Tree) -> str:
    """One touch nearer to a page."""
    if spot.overlay:
        return "back"
    path = () if wanted.page == tree.home.id else tree.path(wanted.page)
    if spot.page == tree.home.id and path:
        return f"tap {path[0]}"
    if spot.page in path[:-1]:
        return f"tap {path[path.index(spot.page) + 1]}"
    key = tree.node(path[0]).key if path else ""
    return f"key {key}" if key else "home"
