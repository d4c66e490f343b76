"""A verb line of the driver as single touches, and the items of the window that each one touches.

Used to plan a lesson, to know what a trainee has touched, and where flows run in the window. Knows
nothing of Qt.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from menus.tree import label_key
from models.errors import PcmError
from pcm.headunit.knobs import nearest_step
from pcm.headunit.procedure import COMPOSED
from pcm.headunit.screen import Overlay, Screen, Slider
from pcm.headunit.verbs import find_verb
from pcm.headunit.verbs.driver import find_key, find_row, find_way, parse_turn, parse_value
from pcm.headunit.verbs.placeholders import known_text
from pcm.training.spot import Spot, derive_spot

if TYPE_CHECKING:
    from pcm.headunit.session import Session

LETTER_PAGES, SYMBOL_PAGES = ("kb_shift", "kb_symbols"), ("kb_symbols",)
"""Where no key of the sign is seen, what leads to it; shift is hidden among the symbols."""
ITEMS = {
    "home": ("key_HOME",),
    "back": ("key_BACK", "header_back", "overlay_cancel", "overlay_ok"),
    "ok": ("overlay_ok",),
    "cancel": ("overlay_cancel",),
    "erase": ("key_erase",),
    "knob": ("knob_right",),
    "volume": ("knob_left",),
    "lesson": ("coach_repeat",),
}
"""Verb -> the items that do it, the first that can be seen."""
TURNS = {"knob": ("left", "right"), "volume": ("down", "up")}
NOTCHES = {"knob right": -1, "knob left": 1, "volume up": 1, "volume down": -1}
"""A turn by one step -> notches of a mouse wheel over the knob; negative is towards you."""


@dataclass(frozen=True, slots=True)
class Touch:
    """One touch: the verb lines that it may be, the items one of which it touches, its words.

    typed: the sign it types, "" for all else. before: what the display shows then. across: how far
    from its left edge the item is touched, as a share of its width.
    """

    lines: tuple[str, ...] = field(repr=False)  # may hold a code
    items: tuple[str, ...] = field(repr=False)
    label: str = field(repr=False)
    spot: Spot
    before: Screen
    typed: str = field(default="", repr=False)
    across: float = 0.5


def single_lines(session: Session, line: str) -> Iterator[str]:
    """The touches of a line; each is to be carried out before the next is asked for.

    None for what is so already. Raises PcmError when the line does not fit what is on the screen.
    """
    verb, rest = find_verb(line)
    match verb:
        case "tap":
            yield from _tap_lines(session, rest)
        case "key":
            yield f"key {find_key(session, rest.strip())}"
        case "home":
            if len(session.unit.state.places) > 1 or session.unit.state.overlay:
                yield "home"
        case "type":
            yield from (f"type {sign}" for sign in known_text(session, rest.strip() or rest))
        case "knob" | "volume":
            yield from _turn_lines(verb, rest)
        case "set":
            yield from _set_lines(session.screen.overlay, rest)
        case _ if verb in COMPOSED:
            for inner in COMPOSED[verb](session, rest.strip()):
                yield from single_lines(session, inner)
        case _:
            yield verb


def count_touches(session: Session, line: str) -> int:
    """How many a line of a driver is before it is carried out; at least one.

    A composed verb counts as one: its touches show only as they are done.
    """
    if find_verb(line)[0] in COMPOSED:
        return 1
    with suppress(PcmError):
        return max(1, sum(1 for _ in single_lines(session, line)))
    return 1


def _tap_lines(session: Session, rest: str) -> Iterator[str]:
    way = find_way(session, rest)
    if way.from_home:
        yield from single_lines(session, "home")
    for name in way.rows:
        try:
            yield f"tap {find_row(session, name)}"
        except PcmError:  # no longer there: the way there changed the menus, as the verb will say
            yield f"tap {name}"


def _turn_lines(verb: str, rest: str) -> list[str]:
    less, more = TURNS[verb]
    steps = parse_turn(verb, rest, less, more)
    if steps is None:
        return [f"{verb} press"]
    return [f"{verb} {more if steps > 0 else less}"] * abs(steps)


def _set_lines(slider: Overlay | None, rest: str) -> Iterator[str]:
    wanted = parse_value(rest)
    if not isinstance(slider, Slider):
        raise PcmError(f"set {wanted}: no slider is open")
    value = nearest_step(slider.low, slider.high, slider.step, wanted)
    if value != slider.value:
        yield f"set {value}"


def derive_touch(session: Session, line: str) -> Touch:
    """What a single line touches on the screen that is shown now."""
    verb, rest = find_verb(line)
    screen, spot = session.screen, derive_spot(session.unit.state)
    touch = Touch((line,), ITEMS.get(verb, ()), rest, spot, screen)
    match verb:
        case "tap":
            return _on_row(touch, rest, session.setup.key_of(rest))
        case "key":
            others = (rest.casefold(),) if rest in ("HOME", "BACK") else ()
            label = _key_label(session, rest)
            return replace(touch, lines=(line, *others), items=(f"key_{rest}",), label=label)
        case "home" | "back":
            return replace(touch, lines=(line, f"key {verb.upper()}"), label=verb.upper())
        case "type":
            pages = LETTER_PAGES if rest.isalpha() else SYMBOL_PAGES
            return replace(touch, items=(*sign_keys(rest), *pages), typed=rest)
        case "ok" | "cancel":
            return replace(touch, label=str(getattr(screen.overlay, verb, "")) or verb)
        case "knob" | "volume" if line in NOTCHES:
            return replace(touch, lines=(line, f"{line} 1"))
        case "set" if isinstance(screen.overlay, Slider):
            return _on_slider(touch, screen.overlay, int(rest))
        case _:
            return touch


def _key_label(session: Session, key: str) -> str:
    """The name of the menu that it opens: a side bar has signs instead of words."""
    main = session.setup.main_of_key.get(key)
    if main is None:
        return key
    return session.unit.view.labels.text(label_key(session.setup.tree.node(main)))


def _on_row(touch: Touch, row: str, key: str) -> Touch:
    """A row, or the key that stands for it."""
    label = next((found.label for found in touch.before.all_rows if found.id == row), row)
    if not key:
        return replace(touch, items=(row,), label=label)
    return replace(touch, lines=(*touch.lines, f"key {key}"), items=(f"key_{key}",), label=label)


def sign_keys(sign: str) -> tuple[str, ...]:
    """The keys that type a sign; keypad and keyboard have one of them, or none."""
    name = "space" if sign == " " else sign
    return f"digit_{name}", f"kb_{name}", f"kb_always_{name}"


def _on_slider(touch: Touch, slider: Slider, value: int) -> Touch:
    """A step is a touch on plus or minus, more of them one on the track."""
    if abs(value - slider.value) <= slider.step:
        return replace(touch, items=("slider_plus" if value > slider.value else "slider_minus",))
    share = (value - slider.low) / (slider.high - slider.low)
    return replace(touch, items=("slider_track",), across=share)
