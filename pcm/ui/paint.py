"""Pictures for whoever has no window: Qt is loaded when the first one is wanted, not before."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pcm.headunit.screen import Screen

if TYPE_CHECKING:
    from pcm.ui.painter import Painter


def paint(screen: Screen, path: Path) -> None:
    """Write the picture of a screen as PNG; raises PcmError."""
    _painter().shot(screen, path)


@cache
def _painter() -> Painter:
    open_qt()
    from pcm.ui.painter import Painter

    return Painter()


def open_qt() -> None:
    """What Qt needs to draw is there, and is said when it has to be fetched."""
    from pcm.ui.qt_libraries import ensure_qt_libraries

    ensure_qt_libraries(_say, window=False)


def _say(line: str) -> None:
    sys.stderr.write(f"pcm: {line}\n")
