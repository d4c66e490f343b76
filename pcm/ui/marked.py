"""Pictures that show what to touch: rings with numbers, for papers. Qt is loaded when one is made.

A touch on the display shows the display, one beside it the whole device with its keys and knobs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pcm.headunit.screen import Screen
from pcm.ui.paint import open_qt

if TYPE_CHECKING:
    from pcm.ui.mark_painter import MarkPainter

Box = tuple[int, int, int, int]
"""x, y, width, height."""
Target = tuple[str, ...]
"""Names of items, the first that is drawn is meant."""


@dataclass(frozen=True, slots=True)
class MarkedPicture:
    """boxes: in the order of the targets, where each stands in the picture; None: it is not drawn.

    device: the keys around the display are seen too.
    """

    png: bytes
    width: int
    height: int
    boxes: tuple[Box | None, ...]
    device: bool


def paint_marked(screen: Screen, targets: tuple[Target, ...], first: int = 1) -> MarkedPicture:
    """The picture of a screen with a numbered ring around each target, from `first` on."""
    return _painter().picture(screen, targets, first)


@cache
def _painter() -> MarkPainter:
    open_qt()
    from pcm.ui.mark_painter import MarkPainter

    return MarkPainter()
