"""Hands over what a window paints, for whoever looks from afar: the newest picture, seldom enough.

While nothing is painted nothing happens. Of what is painted faster than it is handed over, the
last picture counts.
"""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtQuick import QQuickWindow

from pcm.ui.glass import Picture

LEAST_MS = 40
"""Between two pictures, in the long run: 25 a second."""
BURST = 3
"""After a rest so many follow at once: what is pressed, and what comes of it."""


class Frames(QObject):
    """Tells `told` each picture from now on, the present one first."""

    def __init__(self, window: QQuickWindow, told: Callable[[Picture], None]) -> None:
        super().__init__()
        self._window, self._told = window, told
        self._since, self._credit = QElapsedTimer(), float(BURST)
        self._since.start()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._hand_over)
        window.frameSwapped.connect(self._painted)
        self._timer.start(0)

    def close(self) -> None:
        self._window.frameSwapped.disconnect(self._painted)
        self._timer.stop()

    def _painted(self) -> None:
        """At once after a rest; what goes on and on waits for its time."""
        if not self._timer.isActive():
            self._credit = min(BURST, self._credit + self._since.restart() / LEAST_MS)
            self._timer.start(max(0, ceil((1 - self._credit) * LEAST_MS)))

    def _hand_over(self) -> None:
        self._credit -= 1
        self._told(take_picture(self._window))


def take_picture(window: QQuickWindow) -> Picture:
    """The window as it is drawn now; off the screen this costs less than a millisecond."""
    image = window.grabWindow()
    if image.format() is not image.Format.Format_RGB32:
        image = image.convertToFormat(image.Format.Format_RGB32)
    return Picture(image.width(), image.height(), image.bytesPerLine(), bytes(image.constBits()))
