"""The hand that shows a lesson, for QML: where its fingertip is, in pixels of the window.

Moved by coach_hand.py.
"""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from pcm.ui.for_qml import for_qml
from pcm.ui.snapshot import Snapshot, shown


@dataclass(frozen=True, slots=True)
class HandView:
    """seen: there is one; pressed: it touches. glide_ms: how long it takes to a new place."""

    seen: bool = False
    glide_ms: int = 0  # before the place: it is how the hand gets there
    x: float = 0.0
    y: float = 0.0
    pressed: bool = False


NO_HAND = HandView()


@for_qml
class HandModel(Snapshot[HandView]):
    """The hand for QML."""

    fields = tuple(HandView.__dataclass_fields__)

    seenChanged = Signal()
    seen = shown(bool, "seen", seenChanged)
    glideMsChanged = Signal()
    glideMs = shown(int, "glide_ms", glideMsChanged)
    xChanged = Signal()
    x = shown(float, "x", xChanged)
    yChanged = Signal()
    y = shown(float, "y", yChanged)
    pressedChanged = Signal()
    pressed = shown(bool, "pressed", pressedChanged)
