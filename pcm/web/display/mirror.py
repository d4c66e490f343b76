"""The screen in words, for whoever reads it with a screen reader; what is secret is dots.

What a button does stands beside it as a verb line.
"""

from __future__ import annotations

from functools import cache

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
from pcm.web.display.view import Button, MirrorView, OverlayView

DIGITS = "1234567890"


def derive_mirror(session: Session) -> MirrorView:
    """Everything on the display."""
    screen = masked_screen(session)
    return MirrorView(
        language=screen.language,
        title="" if screen.off else screen.title,
        off=screen.off,
        status=() if screen.off else _status(screen.header),
        keys=tuple(Button(key.caption, f"key {key.caption}", on=key.lit) for key in screen.keys),
        rows=tuple(_row(row) for row in _rows(screen)),
        overlay=_overlay(session, screen.overlay),
        toast=masked_text(session, screen.toast),
        empty=screen.empty,
        lesson=_lesson(session),
        lessons=_lessons(session),
        fill=can_fill(session),
    )


def can_fill(session: Session) -> bool:
    """A field is open, something can be typed, and what is right is known."""
    entry = session.screen.overlay
    if not isinstance(entry, Entry) or entry.locked:
        return False
    return bool(known_values(session).get(RIGHT_ANSWERS.get(entry.id, ""), ""))


def _lesson(session: Session) -> tuple[str, ...]:
    """What the card of the lesson under way says; at its end how it went."""
    coaching, language = coaching_of(session), session.unit.state.language
    if coaching is None:
        return ()
    card = derive_coach(coaching, language)
    figures = [f"{figure.label}: {figure.value}" for figure in derive_figures(coaching, language)]
    heading = " · ".join(word for word in (card.title, card.trainee, card.where) if word)
    said = [heading, card.say, card.told, ", ".join(figures)]
    return tuple(masked_text(session, words) for words in said if words)


def _lessons(session: Session) -> tuple[Button, ...]:
    """What leads on in the lesson under way; without one, those for the car."""
    coaching, setup = coaching_of(session), session.setup
    language = session.unit.state.language
    if coaching is None:
        return _offered(setup.car.id, setup.year, setup.market.code, language)
    card = derive_coach(coaching, language)
    stop = _sign("stop", "lesson stop")
    if coaching.over:
        following = [Button(card.following, "lesson next")] if card.following else []
        return (*following, _sign("again", "lesson again"), stop)
    hint = [_sign("hint", "lesson hint")] if card.can_hint else []
    return (_sign("next", "lesson next"), *hint, _sign("repeat", "lesson repeat"), stop)


@cache
def _offered(car: str, year: int, country: str, language: Languages) -> tuple[Button, ...]:
    """The lessons for a car; each begins with marks."""
    desk = Session(find_car(car), year, country, language)
    names = [name for name in load_lessons() if not why_not(name, desk)]
    return tuple(Button(lesson_words(name, desk)[0], f"lesson {name} guide") for name in names)


def _status(header: Header) -> tuple[str, ...]:
    path = header.no_data or header.path
    return tuple(word for word in (header.clock, header.temperature, header.user, path) if word)


def _rows(screen: Screen) -> tuple[Row, ...]:
    """What lies under an overlay or on a dark display cannot be touched."""
    return () if screen.off or screen.overlay else screen.all_rows


def _row(row: Row) -> Button:
    words = [row.label, row.text, row.badge, row.detail]
    label = ", ".join(dict.fromkeys(word for word in words if word))
    on = row.value if isinstance(row.value, bool) else None
    return Button(label, f"tap {row.id}", on=on, enabled=row.enabled)


def _overlay(session: Session, overlay: Overlay | None) -> OverlayView | None:
    match overlay:
        case Dialog():
            words, buttons = [overlay.text], _answers(overlay.ok, overlay.cancel)
        case Entry():
            words = [overlay.prompt, overlay.hint, overlay.problem, overlay.locked, overlay.shown]
            digits = [Button(digit, f"type {digit}") for digit in DIGITS if overlay.keypad]
            answers = _answers(overlay.ok, overlay.cancel, overlay.ok_enabled)
            buttons = [*digits, _sign("erase", "erase"), *answers]
        case Slider():
            words = [f"{overlay.value} {overlay.unit}"]
            steps = [_sign("less", "knob left"), _sign("more", "knob right")]
            buttons = [*steps, Button(overlay.ok, "ok")]
        case Progress():
            words, buttons = [overlay.text], [Button(overlay.cancel, "cancel")]
        case None:
            return None
    said = tuple(masked_text(session, word) for word in words if word)
    return OverlayView(overlay.title, said, tuple(b for b in buttons if b.label or b.word))


def _answers(ok: str, cancel: str, enabled: bool = True) -> list[Button]:
    return [Button(ok, "ok", enabled=enabled), Button(cancel, "cancel")]


def _sign(word: str, line: str) -> Button:
    """A button that has a sign on the display; the page has a word for it."""
    return Button("", line, word)
