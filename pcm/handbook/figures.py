"""The touches of a step as figures: a screen, what is to be touched on it, in words and by name.

What is typed and confirmed is one figure. Pure; nothing secret is in a figure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from pcm.headunit.entries import SENSITIVE
from pcm.headunit.screen import Entry, Screen
from pcm.training.plan import PlannedStep
from pcm.training.touch import Touch

FIELD = "entry_field"
"""The name of what is typed into."""
SPOKEN_AS = {"home": "touch", "back": "touch", "tap": "touch", "ok": "touch", "cancel": "touch"}
"""Verb -> the key of its words, where it is not the verb's own."""
TURNED = ("knob", "volume")
COMPACT = "4.0"
"""Has all its keys beside the display."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done: the key of its words with their label, how often, the items it touches."""

    words: str
    label: str
    items: tuple[str, ...]
    times: int = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """A screen and what is done on it, numbered from `first` within the step."""

    screen: Screen
    first: int
    deeds: tuple[Deed, ...]


def derive_figures(step: PlannedStep) -> tuple[Figure, ...]:
    """The figures of a step, in order; none when it asks for no touch."""
    figures: list[Figure] = []
    for screen, deeds in _joined(_runs(step)):
        first = figures[-1].first + len(figures[-1].deeds) if figures else 1
        turned = any(deed.words.startswith(TURNED) for deed in deeds)
        figures.append(Figure(on_paper(screen, turned), first, deeds))
    return tuple(figures)


def on_paper(screen: Screen, turned: bool = False) -> Screen:
    """As it is by day, with dots for what was typed into a field that is nobody's business.

    The knob's frame, which looks like a mark, is drawn only where the knob is turned.
    """
    overlay = screen.overlay
    if isinstance(overlay, Entry) and overlay.id in SENSITIVE:
        overlay = replace(overlay, shown="•" * len(overlay.shown))
    focus = screen.focus if turned else ""
    return replace(screen, overlay=overlay, focus=focus, night=False)


def _runs(step: PlannedStep) -> list[tuple[Screen, Deed]]:
    """Each touch with the screen it is made on; what is typed, or turned, in one go is one."""
    found: list[tuple[Screen, Deed]] = []
    touches = [list(group) for _, group in groupby(step.touches, key=_goes_on)]
    afters = [group[0].before for group in touches[1:]] + [step.after]
    for group, after in zip(touches, afters, strict=False):  # without a touch there is one screen
        if group[0].typed:
            found.append((after, _typed(group)))
        else:
            found.append((group[0].before, replace(_deed(group[0]), times=len(group))))
    return found


def _goes_on(touch: Touch) -> object:
    """Touches one after the other of the same value are one deed."""
    if touch.typed:
        return "typed"
    verb = touch.lines[0].partition(" ")[0]
    return touch.lines[0] if verb in (*TURNED, "erase") else id(touch)


def _joined(runs: list[tuple[Screen, Deed]]) -> list[tuple[Screen, tuple[Deed, ...]]]:
    """What is typed and what is touched next, on the same screen, share a figure."""
    found: list[tuple[Screen, tuple[Deed, ...]]] = []
    for screen, deed in runs:
        if found and FIELD in found[-1][1][-1].items and found[-1][0] is screen:
            found[-1] = (screen, (*found[-1][1], deed))
        else:
            found.append((screen, (deed,)))
    return found


def _typed(group: list[Touch]) -> Deed:
    entry = group[-1].before.overlay
    items = (FIELD, *group[0].items)
    if isinstance(entry, Entry) and entry.id in SENSITIVE:
        return Deed("type_secret", entry.prompt, items)
    return Deed("type", "".join(touch.typed for touch in group), items)


def _deed(touch: Touch) -> Deed:
    verb, _, rest = touch.lines[0].partition(" ")
    words = f"{verb}_{rest}" if verb in TURNED else SPOKEN_AS.get(verb, verb)
    name = touch.items[0] if touch.items else ""
    if name.startswith("key_") and verb != "erase":
        words = "press" if _beside(touch.before, name.removeprefix("key_")) else "touch"
    return Deed(words, touch.label, touch.items)


def _beside(screen: Screen, caption: str) -> bool:
    """Whether a key stands beside the display, not in its side bar."""
    sides = {key.caption: key.side for key in screen.keys}
    return screen.pcm == COMPACT or sides.get(caption) != "left"
