"""What follows the verb `lesson`: a lesson to begin, or a word to the one under way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from models.errors import PcmError, UnknownNameError
from pcm.training.lesson import LISTED
from pcm.training.mode import MODES, Mode

ACTS = ("next", "step", "repeat", "again", "hint", "pause", "go", "stop")
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Start:
    """Begin a lesson."""

    lesson: str
    mode: Mode = "guide"
    trainee: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    file: str


@dataclass(frozen=True, slots=True)
class Act:
    """A word of ACTS, or the way in which the lesson goes on."""

    word: str


def parse_command(words: str, lessons: Iterable[str]) -> Start | Report | Act | None:
    """What is meant; None: nothing was said. Raises PcmError, UnknownNameError."""
    first, _, rest = words.partition(" ")
    if not first:
        return None
    known = list(lessons)
    if first == "report":
        return Report(rest.strip())
    if first in (*ACTS, *MODES) and not rest:
        return Act(first)
    if first not in known:
        raise UnknownNameError("lesson", first, [*known, *ACTS, *MODES, "report"], otherwise=LISTED)
    way, named_so, named = f" {rest} ".partition(" as ")
    trainee = " ".join(named.split())[:LONGEST_NAME]
    way = way.strip() or "guide"
    if way not in MODES:
        raise UnknownNameError("way of a lesson", way, MODES)
    if named_so and not trainee:
        raise PcmError("usage: lesson NAME [show|guide|try] [as TRAINEE]")
    return Start(first, next(mode for mode in MODES if mode == way), trainee)
