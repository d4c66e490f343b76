"""Collects garbage in Qt's thread alone, while other threads run beside it.

Python collects in whichever thread happens to allocate; a Qt object that dies in the thread of the
web server takes the program with it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500


class GarbageKeeper(QObject):
    """From its making to `close` nobody else collects."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._timer.start(EVERY_MS)

    def close(self) -> None:
        self._timer.stop()
        gc.enable()

    def _collect(self) -> None:
        """The oldest generation that is due, as Python does by itself."""
        due = [
            generation
            for generation, (count, most) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > most
        ]
        if due:
            gc.collect(due[-1])
