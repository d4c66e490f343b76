"""Fills the card of the lesson under way and the menu of lessons, in the head unit's language."""

from __future__ import annotations

from pcm.headunit.session import Session
from pcm.training.coaching import Coaching
from pcm.training.lesson import load_lessons
from pcm.training.mode import MODES
from pcm.training.plan import lesson_words, why_not
from pcm.training.result import derive_clock
from pcm.ui.coach_labels import LabelsView
from pcm.ui.coach_view import CoachView, Figure, LessonRow, WayRow
from pcm.ui.coach_words import derive_told, say

LOGINS = ("pairing_code", "porsche_id")


def derive_labels(language: str) -> LabelsView:
    return LabelsView(**{key: say(key, language) for key in LabelsView.__dataclass_fields__})


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
        where=_where(coaching, language),
        step=coaching.steps + 1 if over else coaching.step,
        steps=coaching.steps,
        passed="".join("+" if done else "-" for done in coaching.passed),
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


def _where(coaching: Coaching, language: str) -> str:
    """The step, and why it is a guess."""
    if coaching.over:
        return say("over", language)
    where = say("step_of", language, step=coaching.step, steps=coaching.steps)
    if not coaching.assumed:
        return where
    return f"{where} · {say('assumed', language, reason=coaching.assumed)}"


def derive_figures(coaching: Coaching | None, language: str) -> tuple[Figure, ...]:
    """How it went; () before the end."""
    if coaching is None or not coaching.over:
        return ()
    values = {
        "touches": str(coaching.touches),
        "shortest": str(coaching.shortest),
        "wrong": str(coaching.wrong),
        "hints": str(coaching.hints),
        "time": derive_clock(coaching.seconds),
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
