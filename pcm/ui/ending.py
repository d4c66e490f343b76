"""Ends Qt's event loop when the terminal or the system asks the program to end.

Python heeds a signal only when Python code runs; Qt alone would sleep over it.
"""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

ASKED = (signal.SIGINT, signal.SIGTERM)


class Ending(QObject):
    """Calls `end` from the event loop, never within a frame; until `close`."""

    def __init__(self, end: Callable[[], None]) -> None:
        super().__init__()
        self._bell, self._rung = socket.socketpair()
        for side in (self._bell, self._rung):
            side.setblocking(False)
        self._wake = signal.set_wakeup_fd(self._rung.fileno(), warn_on_full_buffer=False)
        self._before = [
            signal.signal(number, lambda *_: QTimer.singleShot(0, end)) for number in ASKED
        ]
        self._notifier = QSocketNotifier(self._bell.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)

    def close(self) -> None:
        self._notifier.setEnabled(False)
        for number, before in zip(ASKED, self._before, strict=True):
            signal.signal(number, before)
        signal.set_wakeup_fd(self._wake)
        self._bell.close()
        self._rung.close()

    def _hear(self) -> None:
        """Python looks after signals as soon as it runs; the bytes say nothing more."""
        self._bell.recv(1024)
