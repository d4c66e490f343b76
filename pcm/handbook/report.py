"""The page of the results of lessons: for each lesson who did how well, and step by step.

One file that fetches nothing; in the language of the last result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.catalogue import LANGUAGES
from pcm.handbook.words import Speech
from pcm.pages import templates_of
from pcm.training.result import Result, StepResult, Sums, derive_clock

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table. needed, more: lengths of its bar in percent of the longest one."""

    words: str
    done: bool
    made: int
    shortest: int
    needed: float
    more: float
    wrong: int
    hints: int
    time: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """A trainee in one lesson."""

    car: str
    mode: str
    whole: Line
    steps: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """All who had the same lesson, in the order in which they came."""

    title: str
    attempts: tuple[Attempt, ...]


def lesson_report_page(results: Sequence[Result]) -> str:
    """The page of at least one result."""
    language = next(known for known in LANGUAGES if known == results[-1].language)
    say = Speech(language)
    lessons = dict.fromkeys(result.lesson for result in results)
    groups = [_group([r for r in results if r.lesson == lesson], say) for lesson in lessons]
    template = templates_of(TEMPLATES).get_template("report.html")
    return template.render(groups=groups, say=say, language=language, title=say("report_title"))


def _group(results: Sequence[Result], say: Speech) -> Group:
    longest = max(max(result.sums.touches, result.sums.shortest) for result in results)
    return Group(results[-1].title, tuple(_attempt(result, longest, say) for result in results))


def _attempt(result: Result, longest: float, say: Speech) -> Attempt:
    most = max(max(step.touches, step.shortest) for step in result.steps)
    steps = tuple(_line(step.text, step, most) for step in result.steps)
    car = f"{result.name}, {result.year}, PCM {result.pcm}"
    whole = _line(result.trainee or say("nobody"), result.sums, longest)
    return Attempt(car, say(f"mode_{result.mode}"), whole, steps)


def _line(words: str, count: StepResult | Sums, longest: float) -> Line:
    """What was needed of the touches, and what was made beyond it."""
    needed = min(count.touches, count.shortest)
    return Line(
        words,
        count.done,
        count.touches,
        count.shortest,
        _percent(needed, longest),
        _percent(count.touches - needed, longest),
        count.wrong,
        count.hints,
        derive_clock(count.seconds),
    )


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
