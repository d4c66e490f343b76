"""What a lesson marks in the window, for QML: the ring, the dimmed rest, an arrow.

Places are in pixels of the window. Who finds them: coach_mark.py.
"""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from pcm.ui.for_qml import for_qml
from pcm.ui.snapshot import Snapshot, shown


@dataclass(frozen=True, slots=True)
class MarkView:
    """The ring is around x, y, width, height when `ringed`.

    dims: all is darker but what is clear: the ring, or the whole message or entry that it is in.
    arrow: up or down when what is meant is out of view in the list that is ringed then; told: so
    in words.
    """

    ringed: bool = False
    dims: bool = False
    x: float = 0.0
    y: float = 0.0
    width: float = 0.0
    height: float = 0.0
    clear_x: float = 0.0
    clear_y: float = 0.0
    clear_width: float = 0.0
    clear_height: float = 0.0
    arrow: str = ""
    told: str = ""


NO_MARK = MarkView()


@for_qml
class MarkModel(Snapshot[MarkView]):
    """The mark for QML."""

    fields = tuple(MarkView.__dataclass_fields__)

    ringedChanged = Signal()
    ringed = shown(bool, "ringed", ringedChanged)
    dimsChanged = Signal()
    dims = shown(bool, "dims", dimsChanged)
    xChanged = Signal()
    x = shown(float, "x", xChanged)
    yChanged = Signal()
    y = shown(float, "y", yChanged)
    widthChanged = Signal()
    width = shown(float, "width", widthChanged)
    heightChanged = Signal()
    height = shown(float, "height", heightChanged)
    clearXChanged = Signal()
    clearX = shown(float, "clear_x", clearXChanged)
    clearYChanged = Signal()
    clearY = shown(float, "clear_y", clearYChanged)
    clearWidthChanged = Signal()
    clearWidth = shown(float, "clear_width", clearWidthChanged)
    clearHeightChanged = Signal()
    clearHeight = shown(float, "clear_height", clearHeightChanged)
    arrowChanged = Signal()
    arrow = shown(str, "arrow", arrowChanged)
    toldChanged = Signal()
    told = shown(str, "told", toldChanged)
