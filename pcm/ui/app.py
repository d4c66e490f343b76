"""The window over a session: shows what the session shows, hands it the touches, lets its time go
by.

`run_window` is the entry; the tests and benchmarks use `Window` without the event loop.
"""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QRect, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtQuick import QQuickWindow

from connectivity.ports import Port
from pcm.headunit.session import Answer, Session
from pcm.ui.bench_model import BenchModel
from pcm.ui.coach_face import CoachFace
from pcm.ui.coach_model import CoachModel
from pcm.ui.ending import Ending
from pcm.ui.engine import create_object, make_engine, set_still, start_qt
from pcm.ui.garbage import GarbageKeeper
from pcm.ui.port_watch import PortWatch
from pcm.ui.screen_model import ScreenModel
from pcm.ui.window_model import WindowModel

MS_PER_S = 1000
Invite = Callable[["Window"], None]
"""Is given the window that is open now."""


def run_window(session: Session, invite: Invite | None = None, present: bool = False) -> int:
    """Open the window and run until it is closed; returns the exit status.

    invite: lets somebody in who has threads of his own. present: in presenter mode.
    """
    app = start_qt(software=True)
    window = Window(session)
    fit_screen(window.window)
    window.coach_model.present(present)
    status = _run(app, window, invite)
    window.close()
    return status


def run_served_window(session: Session, port: Port, invite: Invite, unseen: bool) -> int:
    """As run_window, with a port through which others drive it.

    unseen: it is drawn off the screen. Nothing is animated: a hand touches what stands still.
    """
    app = start_qt("offscreen" if unseen else "", software=True)
    window = Window(session, still=True)
    if not unseen:
        fit_screen(window.window)
    watch = PortWatch((port,), port.serve)
    status = _run(app, window, invite)
    watch.close()
    window.close()
    return status


def fit_screen(window: QWindow) -> None:
    """A screen that is smaller than the window is filled by it."""
    free = window.screen().availableGeometry()
    size = window.size().boundedTo(free.size())
    if size != window.size():
        window.setGeometry(QRect(free.topLeft(), size))  # where no window manager maximizes it
        window.showMaximized()


def _run(app: QGuiApplication, window: "Window", invite: Invite | None) -> int:
    """Until the window is closed; Ctrl-C and SIGTERM end it as closing does."""
    ending = Ending(app.quit)
    keeper = GarbageKeeper() if invite else None
    if invite:
        invite(window)
    status = app.exec()
    if keeper:
        keeper.close()
    ending.close()
    return status


class Window(QObject):
    """One window. `speed`: how many seconds of the head unit go by in a real one, 0: time goes by
    with verbs alone; `still`: nothing is animated.
    """

    def __init__(self, session: Session, speed: float = 1.0, still: bool = False) -> None:
        super().__init__()
        self.session, self.speed = session, speed
        self.screen_model, self.window_model = ScreenModel(), WindowModel()
        self.bench_model, self.coach_model = BenchModel(), CoachModel()
        self._lessons: CoachFace | None = None  # as soon as there is a window
        self._sources = False
        self._panel_due = still  # the panel's rows may wait until the first frame is out
        self._since = QElapsedTimer()
        self._since.start()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)
        for model in (self.screen_model, self.window_model, self.bench_model, self.coach_model):
            model.acted.connect(self.do)
        self.window_model.sourcesToggled.connect(self._toggle_sources)
        self.bench_model.sourcesToggled.connect(self._toggle_sources)
        self._ports = PortWatch(session.ports, self._serve)
        self._engine = make_engine()
        set_still(self._engine, still)
        self.show()
        self.window = self._make_window()
        self._lessons = CoachFace(self, self.coach_model)
        self._lessons.show(session)
        # without it what is asynchronous would be built at one go
        self._engine.setIncubationController(self.window.incubationController())
        self.window.frameSwapped.connect(self._build_ahead)

    def do(self, line: str) -> Answer:
        """Carry out one verb line and show what came of it."""
        self._pass_time()
        answer = self.session.do(line)
        self.bench_model.answered(line, answer.ok, answer.text)
        self.coach_model.answered(answer.ok, answer.text)
        self.show()
        if self.session.done:
            QGuiApplication.quit()
        return answer

    def rest(self) -> None:
        """Neither time nor ports are served any more, until another session is taken."""
        self._timer.stop()
        self._ports.close()

    def take(self, session: Session) -> None:
        """Another session in the same window; whoever brought the one before closes that."""
        self.rest()
        self.session = session
        self._ports = PortWatch(session.ports, self._serve)
        self._since.restart()
        self.bench_model.closeChoice()
        self.show()
        self.screen_model.nameChanged.emit()  # lists start at their top, though it be the same page

    def tick(self) -> None:
        """Something moves by itself: the clock, a message that goes, an answer that comes."""
        self._pass_time()
        self.show()

    def _serve(self) -> None:
        """The ports have something, or may have."""
        self._pass_time()
        if self.session.serve():
            self.show()

    def show(self) -> None:
        """Show the session's screen and bench; wake up again when something moves by itself."""
        screen = self.session.screen
        bench = self.session.bench if self._panel_due else ()
        self.screen_model.show_screen(screen)
        self.window_model.show_screen(screen, bench)
        self.bench_model.show_screen(screen, bench)
        self.bench_model.show_recorder(self.session.recorder)
        if self._lessons:
            self._lessons.show(self.session)
        if self.speed:
            self._timer.start(round(self.session.next_wait() / self.speed * MS_PER_S) + 1)

    def close(self) -> None:
        """Take the window down before what it is bound to."""
        self.rest()
        if self._lessons:
            self._lessons.close()
        self.window.close()
        self.window.deleteLater()
        QGuiApplication.processEvents()

    def _make_window(self) -> QQuickWindow:
        models: dict[str, QObject] = {
            "screenModel": self.screen_model,
            "windowModel": self.window_model,
            "benchModel": self.bench_model,
            "coachModel": self.coach_model,
        }
        made = create_object(self._engine, "Pcm/Window/Main.qml", models)
        assert isinstance(made, QQuickWindow)
        return made

    def _build_ahead(self) -> None:
        """The first frame is out: now there is time for the pages that are not seen yet."""
        self.window.frameSwapped.disconnect(self._build_ahead)
        self._panel_due = True
        self.show()
        QTimer.singleShot(0, self.screen_model.build_ahead)

    def _pass_time(self) -> None:
        if self.speed:
            self.session.tick(self._since.restart() / MS_PER_S * self.speed)

    def _toggle_sources(self) -> None:
        self._sources = not self._sources
        self.screen_model.show_sources(self._sources)
        self.bench_model.show_sources(self._sources)
