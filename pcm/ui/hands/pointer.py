"""Events of a mouse, given to a window as if the computer's own had made them.

Used by the hands before a window and by whoever touches it from afar.
"""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtQuick import QQuickWindow

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
NOTCH = 120  # of a mouse wheel


def send_wheel(window: QQuickWindow, at: QPointF, notches: int) -> None:
    """Turn the wheel over a place of the window; negative is towards you."""
    event = QWheelEvent(
        at,
        window.mapToGlobal(at),
        QPoint(),
        QPoint(0, notches * NOTCH),
        NO_BUTTON,
        NO_MODIFIER,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QGuiApplication.sendEvent(window, event)


def send_mouse(
    window: QQuickWindow,
    kind: QEvent.Type,
    at: QPointF,
    button: Qt.MouseButton,
    held: Qt.MouseButton,
    at_ms: int,
) -> None:
    """Press, move or release; `at_ms`: when, by which Qt tells a drag from a flick."""
    event = QMouseEvent(kind, at, window.mapToGlobal(at), button, held, NO_MODIFIER)
    event.setTimestamp(at_ms)
    QGuiApplication.sendEvent(window, event)
