"""A verb line of the driver as single touches, and the items of the window that each one touches.

Used to plan a lesson and to know what a trainee has touched. Knows nothing of Qt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pcm.headunit.entries import fields_of
from pcm.headunit.procedure import COMPOSED
from pcm.headunit.screen import Screen
from pcm.headunit.state import DialogState, EntryState, UnitState
from pcm.headunit.verbs import find_verb
from pcm.headunit.verbs.driver import find_row, find_way
from pcm.headunit.verbs.placeholders import known_text

if TYPE_CHECKING:
    from pcm.headunit.session import Session

SIGN_KEYS = ("digit_{}", "kb_{}", "kb_always_{}")
LETTER_PAGES, SYMBOL_PAGES = ("kb_shift", "kb_symbols"), ("kb_symbols",)
"""Where no key of the sign is seen, what leads to it; shift is hidden among the symbols."""
ITEMS = {
    "home": ("key_HOME",),
    "back": ("key_BACK", "header_back", "overlay_cancel", "overlay_ok"),
    "ok": ("overlay_ok",),
    "cancel": ("overlay_cancel",),
    "erase": ("key_erase",),
    "set": ("slider_track",),
    "knob": ("knob_right",),
    "volume": ("knob_left",),
    "lesson": ("coach_repeat",),
}
"""Verb -> the items that do it, the first that can be seen."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the driver is: a page, and what lies over it."""

    page: str
    overlay: str = ""


@dataclass(frozen=True, slots=True)
class Touch:
    """One touch: the verb lines that it may be, the items one of which it touches, its words.

    typed: the sign it types, "" for all else. before: what the display shows then.
    """

    lines: tuple[str, ...] = field(repr=False)  # may hold a code
    items: tuple[str, ...] = field(repr=False)
    label: str = field(repr=False)
    spot: Spot
    before: Screen
    typed: str = field(default="", repr=False)


def derive_spot(state: UnitState) -> Spot:
    """Where a head unit is now."""
    match state.overlay:
        case None:
            return Spot(state.place.page)
        case EntryState(purpose=purpose, step=step):
            return Spot(state.place.page, f"{purpose} {step}")
        case DialogState(id=id_, about=about):
            return Spot(state.place.page, f"{id_} {about}")
        case overlay:
            return Spot(state.place.page, overlay.id)


@dataclass(frozen=True, slots=True)
class Here:
    """Where the driver is and what stands in the open entry.

    standing: the same, but a refused code is none any more: it gives way to the next sign.
    """

    spot: Spot
    typed: str = ""
    standing: str = ""


def derive_here(state: UnitState) -> Here:
    """Where the driver of a head unit is now."""
    entry, spot = state.overlay, derive_spot(state)
    if not isinstance(entry, EntryState):
        return Here(spot)
    typed, longest = entry.typed[entry.step], fields_of(entry.purpose)[entry.step].longest
    refused = entry.problem and len(typed) == longest
    return Here(spot, typed, "" if refused else typed)


def single_lines(session: Session, line: str) -> Iterator[str]:
    """The touches of a line; each is to be carried out before the next is asked for.

    Raises PcmError when the line does not fit what is on the screen.
    """
    verb, rest = find_verb(line)
    match verb:
        case "tap":
            way = find_way(session, rest)
            if way.from_home:
                yield from single_lines(session, "home")
            for name in way.rows:
                yield f"tap {find_row(session, name)}"
        case "home":
            if len(session.unit.state.places) > 1 or session.unit.state.overlay:
                yield "home"
        case "type":
            yield from (f"type {sign}" for sign in known_text(session, rest))
        case "knob" | "volume":
            way_round, _, times = rest.strip().partition(" ")
            yield from [f"{verb} {way_round}"] * int(times or 1)
        case _ if verb in COMPOSED:
            for inner in COMPOSED[verb](session, rest.strip()):
                yield from single_lines(session, inner)
        case _:
            yield f"{verb} {rest}".strip()


def derive_touch(session: Session, line: str) -> Touch:
    """What a single line touches on the screen that is shown now."""
    verb, rest = find_verb(line)
    screen, spot = session.screen, derive_spot(session.unit.state)
    lines: tuple[str, ...] = (line,)
    items: tuple[str, ...] = ITEMS.get(verb, ())
    label = typed = ""
    match verb:
        case "tap":
            label = next((row.label for row in screen.all_rows if row.id == rest), rest)
            key = session.setup.key_of(rest)
            items = (f"key_{key}",) if key else (rest,)
            lines = (line, f"key {key}") if key else lines
        case "key":
            items, label = (f"key_{rest}",), rest
            lines = (line, rest.casefold()) if rest in ("HOME", "BACK") else lines
        case "home" | "back":
            label = verb.upper()
            lines = (line, f"key {label}")
        case "type":
            typed = label = rest
            name = "space" if rest == " " else rest
            pages = LETTER_PAGES if rest.isalpha() else SYMBOL_PAGES
            items = (*(key.format(name) for key in SIGN_KEYS), *pages)
        case "ok" | "cancel":
            label = str(getattr(screen.overlay, verb, "")) or verb
        case _:
            label = rest
    return Touch(lines, items, label, spot, screen, typed)
