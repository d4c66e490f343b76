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

    arrow: up or down when what is meant is out of view in the list that is ringed then; told: so
    in words. dims: all but it is darker.
    """

    ringed: bool = False
    dims: bool = False
    x: float = 0.0
    y: float = 0.0
    width: float = 0.0
    height: float = 0.0
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
    arrowChanged = Signal()
    arrow = shown(str, "arrow", arrowChanged)
    toldChanged = Signal()
    told = shown(str, "told", toldChanged)
