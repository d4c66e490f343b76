"""A window as it is seen and touched from afar: its picture, where the display is in it, touches.

What pcm.web shows and what it hands on. Knows no Qt: remote.py is the one that does it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol

Act = Literal["press", "move", "release"]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of the window, in pixels of its picture."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """What the window has painted: four bytes a pixel, blue first; `line`: bytes of one line."""

    width: int
    height: int
    line: int
    pixels: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands where: the display of the head unit, the device around it, the panel."""

    display: Area
    device: Area
    panel: bool


Told = Callable[[Picture, Layout], None]


class Glass(Protocol):
    """One window; all of it belongs to the thread of the head unit.

    x, y: a place in pixels of its picture.
    """

    def watch(self, told: Told | None) -> None:
        """Tell what is painted: at once what stands there, then what changes; None: no more."""
        ...

    def point(self, act: Act, x: float, y: float) -> None:
        """A finger, or the left button of a mouse."""
        ...

    def let_go(self) -> None:
        """Whoever pointed is gone: what is pressed is not any more, and nothing comes of it."""
        ...

    def turn(self, x: float, y: float, notches: int) -> None:
        """The wheel of a mouse by so many notches; negative is towards you."""
        ...

    def key(self, name: str, down: bool) -> None:
        """A key of a keyboard, by the sign it types or its name in KEYS; others mean nothing."""
        ...

    def show_panel(self, shown: bool) -> None: ...


KEYS = (
    "Enter", "Escape", "Backspace", "Delete", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight",
    "PageUp", "PageDown", "Home", "End", "AudioVolumeUp", "AudioVolumeDown",
    *(f"F{number}" for number in range(1, 11)),
)  # fmt: skip
"""The names of keys that type nothing, as browsers name them."""
