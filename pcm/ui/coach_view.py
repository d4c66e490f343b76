"""What the card of a lesson shows, as one frozen value, and the menu of lessons as rows.

Derived from `Coaching`; Qt's side of it is coach_model.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from pcm.headunit.session import Session
from pcm.training.coaching import MODES, Coaching
from pcm.training.lesson import load_lessons
from pcm.training.plan import lesson_words, why_not
from pcm.ui.coach_words import derive_time, derive_told, say

LOGINS = ("pairing_code", "porsche_id")


@dataclass(frozen=True, slots=True)
class CoachView:
    """The card. `open`: there is one; told: the line below what is to be done, tone: its colour.

    on: Next is what leads on now. following: the trainee whose turn is next, "" when none waits.
    """

    open: bool = False
    title: str = ""
    where: str = ""
    step: int = 0
    steps: int = 0
    mode: str = ""
    say: str = ""
    told: str = ""
    tone: str = "plain"
    on: bool = False
    over: bool = False
    paused: bool = False
    can_hint: bool = False
    can_pause: bool = False
    can_touch: bool = False
    trainee: str = ""
    following: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the report at the end."""

    name: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class LessonRow:
    """One lesson of the menu; `reason`: why it is not for this car."""

    name: str
    title: str
    goal: str
    reason: str
    ready: bool


@dataclass(frozen=True, slots=True)
class WayRow:
    """One of the ways in which a lesson is given."""

    name: str
    label: str
    told: str


def derive_coach(coaching: Coaching | None, language: str) -> CoachView:
    """The card of the lesson under way."""
    if coaching is None:
        return CoachView()
    told, tone = derive_told(coaching, language)
    over, done = coaching.over, coaching.done
    touched = not (over or done or coaching.explains)
    return CoachView(
        open=True,
        title=coaching.title,
        where=say("over", language)
        if over
        else say("step_of", language, step=coaching.step, steps=coaching.steps),
        step=coaching.steps + 1 if over else coaching.step,
        steps=coaching.steps,
        mode=coaching.mode,
        say=coaching.goal if over else coaching.say,
        told=told,
        tone=tone,
        on=done or coaching.explains,
        over=over,
        paused=coaching.paused,
        can_hint=touched and coaching.mode == "try",
        can_pause=not over and coaching.mode == "show",
        can_touch=touched and coaching.mode == "show",
        trainee=coaching.trainee,
        following=say("turn_of", language, name=coaching.following) if coaching.following else "",
    )


def derive_figures(coaching: Coaching | None, language: str) -> tuple[Figure, ...]:
    """How it went; () before the end."""
    if coaching is None or not coaching.over:
        return ()
    values = {
        "touches": str(coaching.touches),
        "shortest": str(coaching.shortest),
        "wrong": str(coaching.wrong),
        "hints": str(coaching.hints),
        "time": derive_time(coaching.seconds),
    }
    return tuple(Figure(name, say(name, language), value) for name, value in values.items())


def derive_ways(language: str) -> tuple[WayRow, ...]:
    """The three ways."""
    return tuple(WayRow(mode, say(mode, language), say(f"{mode}_long", language)) for mode in MODES)


def derive_lessons(session: Session) -> tuple[LessonRow, ...]:
    """Every lesson; those that are not for the car say why."""
    return tuple(_lesson_row(name, session) for name in load_lessons())


def _lesson_row(name: str, session: Session) -> LessonRow:
    language = session.unit.state.language
    if reason := why_not(name, session):
        title = load_lessons()[name].title[language]
        return LessonRow(name, title, "", _reason(reason, language), False)
    return LessonRow(name, *lesson_words(name, session), "", True)


def _reason(reason: str, language: str) -> str:
    """In words of a person what keeps a car from a lesson."""
    key = f"not_{reason}" if reason in LOGINS else "not_it"
    words = reason if reason.startswith("PCM") else say(key, language)
    return say("not_here", language, reason=words)
