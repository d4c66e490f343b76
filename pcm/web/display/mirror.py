"""The screen in words, for whoever reads it with a screen reader; what is secret is dots.

Plain values that go to the page as JSON; what a button does stands beside it as a verb line.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from models.catalogue import Languages, find_car
from pcm.headunit.masking import masked_screen, masked_text
from pcm.headunit.procedure import RIGHT_ANSWERS
from pcm.headunit.screen import Dialog, Entry, Header, Overlay, Progress, Row, Screen, Slider
from pcm.headunit.session import Session
from pcm.headunit.verbs.placeholders import known_values
from pcm.training.coach import coaching_of
from pcm.training.lesson import load_lessons
from pcm.training.plan import lesson_words, why_not
from pcm.ui.coach_content import derive_coach, derive_figures

DIGITS = "1234567890"
Button = dict[str, Any]
"""label, line and what else is to be said of it."""


def derive_mirror(session: Session) -> dict[str, Any]:
    """Everything on the display in reading order."""
    screen = masked_screen(session)
    return {
        "language": screen.language,
        "title": "" if screen.off else screen.title,
        "off": screen.off,
        "status": [] if screen.off else _status(screen.header),
        "keys": [_button(key.caption, f"key {key.caption}", on=key.lit) for key in screen.keys],
        "rows": [_row(row) for row in _rows(screen)],
        "overlay": _overlay(session, screen.overlay),
        "toast": masked_text(session, screen.toast),
        "empty": screen.empty,
        "lesson": _lesson(session),
        "lessons": _lessons(session),
        "fill": can_fill(session),
    }


def can_fill(session: Session) -> bool:
    """A field is open, something can be typed, and what is right is known."""
    entry = session.screen.overlay
    if not isinstance(entry, Entry) or entry.locked:
        return False
    return bool(known_values(session).get(RIGHT_ANSWERS.get(entry.id, ""), ""))


def _lesson(session: Session) -> list[str]:
    """What the card of the lesson under way says; at its end how it went."""
    coaching, language = coaching_of(session), session.unit.state.language
    if coaching is None:
        return []
    card = derive_coach(coaching, language)
    figures = [f"{figure.label}: {figure.value}" for figure in derive_figures(coaching, language)]
    heading = " · ".join(word for word in (card.title, card.trainee, card.where) if word)
    said = [heading, card.say, card.told, ", ".join(figures)]
    return [masked_text(session, words) for words in said if words]


def _lessons(session: Session) -> list[Button]:
    """What leads on in the lesson under way; without one, those for the car."""
    coaching, setup = coaching_of(session), session.setup
    if coaching is None:
        language = session.unit.state.language
        return list(_offered(setup.car.id, setup.year, setup.market.code, language))
    card = derive_coach(coaching, session.unit.state.language)
    on = [] if coaching.over else [_sign("next", "lesson next")]
    following = [_button(card.following, "lesson next")] if coaching.over and card.following else []
    hint = [_sign("hint", "lesson hint")] if card.can_hint else []
    again = "again" if coaching.over else "repeat"
    stop = _sign("stop", "lesson stop")
    return [*on, *following, *hint, _sign(again, f"lesson {again}"), stop]


@cache
def _offered(car: str, year: int, country: str, language: Languages) -> tuple[Button, ...]:
    """The lessons for a car; each begins with marks."""
    desk = Session(find_car(car), year, country, language)
    names = [name for name in load_lessons() if not why_not(name, desk)]
    return tuple(_button(lesson_words(name, desk)[0], f"lesson {name} guide") for name in names)


def _status(header: Header) -> list[str]:
    path = header.no_data or header.path
    return [word for word in (header.clock, header.temperature, header.user, path) if word]


def _rows(screen: Screen) -> tuple[Row, ...]:
    """What lies under an overlay or on a dark display cannot be touched."""
    return () if screen.off or screen.overlay else screen.all_rows


def _row(row: Row) -> Button:
    words = [row.label, row.text, row.badge, row.detail]
    label = ", ".join(dict.fromkeys(word for word in words if word))
    on = row.value if isinstance(row.value, bool) else None
    return _button(label, f"tap {row.id}", on=on, enabled=row.enabled)


def _button(label: str, line: str, *, on: bool | None = None, enabled: bool = True) -> Button:
    return {"label": label, "word": "", "line": line, "on": on, "enabled": enabled}


def _sign(word: str, line: str) -> Button:
    """A button that has a sign on the display; the page has a word for it."""
    return {**_button("", line), "word": word}


def _overlay(session: Session, overlay: Overlay | None) -> dict[str, Any] | None:
    match overlay:
        case Dialog():
            words, buttons = [overlay.text], _answers(overlay.ok, overlay.cancel)
        case Entry():
            words = [overlay.prompt, overlay.hint, overlay.problem, overlay.locked, overlay.shown]
            digits = [_button(digit, f"type {digit}") for digit in DIGITS if overlay.keypad]
            answers = _answers(overlay.ok, overlay.cancel)
            answers[0]["enabled"] = overlay.ok_enabled
            buttons = [*digits, _sign("erase", "erase"), *answers]
        case Slider():
            words = [f"{overlay.value} {overlay.unit}"]
            steps = [_sign("less", "knob left"), _sign("more", "knob right")]
            buttons = [*steps, _button(overlay.ok, "ok")]
        case Progress():
            words, buttons = [overlay.text], [_button(overlay.cancel, "cancel")]
        case None:
            return None
    said = [masked_text(session, word) for word in words if word]
    return {
        "title": overlay.title,
        "words": said,
        "buttons": [b for b in buttons if b["label"] or b["word"]],
    }


def _answers(ok: str, cancel: str) -> list[Button]:
    return [_button(ok, "ok"), _button(cancel, "cancel")]
