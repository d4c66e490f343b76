"""A window in the hands of somebody far away: pictures of it go out, touches come in as events.

Implements glass.py. Where it points, what it types, is up to the other side.
"""

from PySide6.QtCore import Q_ARG, QElapsedTimer, QEvent, QMetaObject, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickItem

from pcm.ui.app import Window
from pcm.ui.frames import Frames
from pcm.ui.glass import KEYS, Act, Area, Layout, Picture, Told
from pcm.ui.hands.items import named, rect_of
from pcm.ui.hands.pointer import LEFT, NO_BUTTON, NO_MODIFIER, send_mouse, send_wheel

NAMED = {
    "Enter": "Return",
    "AudioVolumeUp": "VolumeUp",
    "AudioVolumeDown": "VolumeDown",
}
"""Where Qt names a key otherwise."""
NOWHERE = (-100.0, -100.0)
"""Beside the window: a button let go here was not pressed."""
POINTED: dict[Act, tuple[QEvent.Type, Qt.MouseButton, Qt.MouseButton]] = {
    "press": (QEvent.Type.MouseButtonPress, LEFT, LEFT),
    "move": (QEvent.Type.MouseMove, NO_BUTTON, LEFT),
    "release": (QEvent.Type.MouseButtonRelease, LEFT, NO_BUTTON),
}
"""What a finger does -> the event, its button, and which one is held."""


class Remote(QObject):
    """The glass of one window, which shows no secret of the panel any more."""

    def __init__(self, face: Window) -> None:
        super().__init__()
        self._window = face.window
        face.bench_model.veil()
        face.coach_model.stay_in_window()
        face.show()
        self._display = named(face.window.contentItem(), "pcm_display")
        self._frames: Frames | None = None
        self._told: Told | None = None
        self._time = QElapsedTimer()
        self._time.start()
        self._held = False

    def watch(self, told: Told | None) -> None:
        if self._frames:
            self._frames.close()
            self._frames.deleteLater()
        self._told = told
        self._frames = Frames(self._window, self._tell) if told else None

    def point(self, act: Act, x: float, y: float) -> None:
        if (act == "press") is not self._held:  # else it is a second finger
            self._held = act != "release"
            self._send_finger(act, x, y)

    def let_go(self) -> None:
        if self._held:
            self._send_finger("move", *NOWHERE)
            self.point("release", *NOWHERE)

    def turn(self, x: float, y: float, notches: int) -> None:
        send_wheel(self._window, self._place(x, y), notches)

    def key(self, name: str, down: bool) -> None:
        if name not in KEYS and len(name) != 1:
            return
        kind = QEvent.Type.KeyPress if down else QEvent.Type.KeyRelease
        text = name if len(name) == 1 else ""
        QGuiApplication.sendEvent(
            self._window, QKeyEvent(kind, _number_of(name), NO_MODIFIER, text)
        )

    def show_panel(self, shown: bool) -> None:
        QMetaObject.invokeMethod(self._window, "showBench", Q_ARG(bool, shown))

    def _send_finger(self, act: Act, x: float, y: float) -> None:
        kind, button, held = POINTED[act]
        send_mouse(self._window, kind, self._place(x, y), button, held, self._time.elapsed())

    def _tell(self, picture: Picture) -> None:
        if self._told:
            self._told(picture, self._layout())

    def _layout(self) -> Layout:
        device = self._display.parentItem()
        panel = bool(self._window.property("benchShown"))
        return Layout(self._area(self._display), self._area(device), panel)

    def _place(self, x: float, y: float) -> QPointF:
        """A place of the picture in the window: a pixel of that may be several of the picture."""
        return QPointF(x, y) / self._window.effectiveDevicePixelRatio()

    def _area(self, item: QQuickItem) -> Area:
        ratio = self._window.effectiveDevicePixelRatio()
        seen = rect_of(item)
        corner, size = seen.topLeft() * ratio, seen.size() * ratio
        rect = QRectF(corner, size).toAlignedRect()
        return Area(rect.x(), rect.y(), rect.width(), rect.height())


def _number_of(name: str) -> Qt.Key:
    """Qt's key of a sign or name; it has none for most signs beyond ASCII."""
    if len(name) > 1:
        return Qt.Key["Key_" + NAMED.get(name, name.removeprefix("Arrow"))]
    sign = name.upper()
    return Qt.Key(ord(sign)) if sign.isascii() and sign.isprintable() else Qt.Key.Key_unknown
