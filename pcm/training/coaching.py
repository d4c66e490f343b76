"""What a running lesson shows, as one frozen value; every face shows the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

Mode = Literal["show", "guide", "try"]
"""show: a hand does it; guide: the next touch is marked; try: no marks, hints on request."""
MODES: tuple[Mode, ...] = get_args(Mode)


@dataclass(frozen=True, slots=True)
class Coaching:
    """A lesson under way. Words are in the language of the head unit.

    items: names of the things one of which is to be touched next, () when nothing is marked. line:
    the verb of that touch, for the hand. note: where you are and what leads back, or a hint.
    step: from 1. done: the step's goal is reached, `why` says what it means. explains: it asks for
    no touch. over: the lesson's goal is reached. waits: the head unit works on something.
    seconds: of the head unit's clock, in the lesson so far. undone: steps that were left out.
    following: the trainee who begins when `next` is said at the end.
    """

    lesson: str
    title: str
    goal: str
    mode: Mode
    step: int
    steps: int
    say: str
    why: str
    note: str
    items: tuple[str, ...] = field(repr=False)
    line: str = field(repr=False)
    done: bool
    explains: bool
    over: bool
    waits: bool
    paused: bool
    source: tuple[str, ...]
    assumed: str
    trainee: str
    touches: int
    shortest: int
    hints: int
    wrong: int
    seconds: float
    undone: int
    following: str = ""
