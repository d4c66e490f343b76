"""Serves the session's ports from Qt's event loop: by notifiers, and by a timer for the rest.

Used by the window; without ports it does nothing at all.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from connectivity.ports import Port, pause_between

MS_PER_S = 1000


class PortWatch(QObject):
    """Calls `serve` when a port has input, and now and then in any case.

    Input of a port that lets it gather is served a little later, all at once.
    """

    def __init__(self, ports: tuple[Port, ...], serve: Callable[[], None]) -> None:
        super().__init__()
        self._ports, self._serve = ports, serve
        self._notifiers: dict[int, QSocketNotifier] = {}
        self._regular, self._gathered = QTimer(self), QTimer(self)
        self._gathered.setSingleShot(True)
        self._regular.timeout.connect(self._work)
        self._gathered.timeout.connect(self._work)
        if ports:
            self._regular.start(round(pause_between(ports) * MS_PER_S))
            self._watch()

    def close(self) -> None:
        self._regular.stop()
        self._gathered.stop()
        self._drop(set(self._notifiers))

    def _watch(self) -> None:
        """Notifiers for the file descriptors that there are now."""
        gather = {fileno: port.gather_s for port in self._ports for fileno in port.filenos() or ()}
        self._drop(set(self._notifiers) - set(gather))
        for fileno in set(gather) - set(self._notifiers):
            notifier = QSocketNotifier(fileno, QSocketNotifier.Type.Read, self)
            notifier.activated.connect(self._gather if gather[fileno] else self._work)
            notifier.setProperty("gather_ms", round(gather[fileno] * MS_PER_S))
            self._notifiers[fileno] = notifier

    def _drop(self, gone: set[int]) -> None:
        for fileno in gone:
            notifier = self._notifiers.pop(fileno)
            notifier.setEnabled(False)
            notifier.deleteLater()

    def _gather(self) -> None:
        notifier = self.sender()
        if isinstance(notifier, QSocketNotifier):
            notifier.setEnabled(False)
            if not self._gathered.isActive():
                self._gathered.start(int(notifier.property("gather_ms")))

    def _work(self) -> None:
        self._serve()
        self._watch()
        for notifier in self._notifiers.values():
            notifier.setEnabled(True)
