"""The display in words, as frozen plain values; mirror.py makes them of a session.

They go to the page as JSON, whose mirror.js reads the same names.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Button:
    """label: its words, "" for a sign, which `word` is the page's key of; line: the verb it does.

    on: of a switch or a lit key; None: it is neither.
    """

    label: str
    line: str
    word: str = ""
    on: bool | None = None
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class OverlayView:
    """What lies over the page."""

    title: str
    words: tuple[str, ...]
    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class MirrorView:
    """All that is on the display, in reading order.

    lesson: what the lesson under way says; lessons: what leads on in it, without one those there
    are; fill: what belongs into the open field can be typed for the user.
    """

    language: str
    title: str
    off: bool
    status: tuple[str, ...]
    keys: tuple[Button, ...]
    rows: tuple[Button, ...]
    overlay: OverlayView | None
    toast: str
    empty: str
    lesson: tuple[str, ...]
    lessons: tuple[Button, ...]
    fill: bool
