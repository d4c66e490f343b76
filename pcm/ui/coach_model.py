"""The lesson under way for QML: card, menu, presenter mode. What is touched leaves as a verb line.

Knows no item of the window: what is marked there is coach_mark.py, the hand is coach_hand.py.
"""

from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal, Slot

from pcm.headunit.session import Session
from pcm.ui.coach_labels import NO_LABELS, CoachLabels
from pcm.ui.coach_view import CoachView, Figure, LessonRow, WayRow
from pcm.ui.for_qml import for_qml
from pcm.ui.hand_model import NO_HAND, HandModel
from pcm.ui.mark_model import NO_MARK, MarkModel
from pcm.ui.row_model import RowsModel
from pcm.ui.snapshot import Snapshot, shown


@for_qml
class CoachModel(Snapshot[CoachView]):
    """Lessons for QML."""

    fields = tuple(CoachView.__dataclass_fields__)
    acted = Signal(str)  # a verb line
    menuChanged = Signal()
    problemChanged = Signal()
    offeredChanged = Signal()
    presentingChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(CoachView(), parent)
        self._session: Session | None = None
        self._labels = CoachLabels(NO_LABELS, self)
        self.marked, self.pointing = MarkModel(NO_MARK, self), HandModel(NO_HAND, self)
        self._figures, self._ways = RowsModel(Figure, self), RowsModel(WayRow, self)
        self._lessons = RowsModel(LessonRow, self)
        self.menu_open = self._presenting = self._offered = False
        self.fills_screen = True
        self._asked, self._problem = False, ""  # for a lesson of the menu; why there is none

    def show_session(self, session: Session) -> None:
        """Take over what the session shows now."""
        self._session = session
        self._offer(session.coach is not None)
        if session.coach is None:
            self.show(CoachView())
            return
        from pcm.training.coach import coaching_of  # lessons: only where they are offered
        from pcm.ui import coach_content as content

        coaching, language = coaching_of(session), session.screen.language
        if coaching or self.menu_open:
            self._labels.show(content.derive_labels(language))
            self._ways.show(content.derive_ways(language))
        self._figures.show(content.derive_figures(coaching, language))
        self.show(content.derive_coach(coaching, language))
        if self.menu_open:
            self._lessons.show(content.derive_lessons(session))

    def answered(self, ok: bool, text: str) -> None:
        """A verb was done; when it was to begin a lesson and did not, the menu says why."""
        asked, self._asked = self._asked, False
        if asked and not ok:
            self.openMenu(True)
            self._tell(text)

    @Slot(str)
    def act(self, word: str) -> None:
        """A button of the card."""
        self.acted.emit(f"lesson {word}")

    @Slot()
    def close(self) -> None:
        """The report at the end is put away."""
        self.act("next" if self.shown.following else "stop")

    @Slot(str, str, str)
    def begin(self, lesson: str, way: str, trainee: str) -> None:
        """Chosen from the menu."""
        from pcm.training.commands import LONGEST_NAME  # lessons: only where they are offered

        self.openMenu(False)
        self._asked = True
        named = " ".join(trainee.split())[:LONGEST_NAME]
        self.acted.emit(f"lesson {lesson} {way} as {named}" if named else f"lesson {lesson} {way}")

    @Slot(bool)
    def openMenu(self, opened: bool) -> None:
        if opened == self.menu_open or not self._offered:
            return
        self.menu_open = opened
        self._tell("")
        if self._session:
            self.show_session(self._session)
        self.menuChanged.emit()

    @Slot(bool)
    def present(self, on: bool) -> None:
        """Presenter mode on or off."""
        if on != self._presenting:
            self._presenting = on
            self.presentingChanged.emit()

    def stay_in_window(self) -> None:
        """Somebody far away looks at it: it does not fill a screen that nobody sees."""
        self.fills_screen = False

    @Slot()
    def reset(self) -> None:
        """The presenter's key: the lesson from its beginning, without one the car as delivered."""
        self.acted.emit("lesson again" if self.shown.open else "reset")

    def _tell(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self.problemChanged.emit()

    def _offer(self, offered: bool) -> None:
        if offered != self._offered:
            self._offered = offered
            self.offeredChanged.emit()

    labels = Property(CoachLabels, attrgetter("_labels"), constant=True)
    mark = Property(MarkModel, attrgetter("marked"), constant=True)
    hand = Property(HandModel, attrgetter("pointing"), constant=True)
    figures = Property(QObject, attrgetter("_figures"), constant=True)
    ways = Property(QObject, attrgetter("_ways"), constant=True)
    lessons = Property(QObject, attrgetter("_lessons"), constant=True)
    menu = Property(bool, attrgetter("menu_open"), notify=menuChanged)
    problem = Property(str, attrgetter("_problem"), notify=problemChanged)
    offered = Property(bool, attrgetter("_offered"), notify=offeredChanged)
    presenting = Property(bool, attrgetter("_presenting"), notify=presentingChanged)
    fillsScreen = Property(bool, attrgetter("fills_screen"), notify=presentingChanged)
    openChanged = Signal()
    open = shown(bool, "open", openChanged)
    titleChanged = Signal()
    title = shown(str, "title", titleChanged)
    whereChanged = Signal()
    where = shown(str, "where", whereChanged)
    stepChanged = Signal()
    step = shown(int, "step", stepChanged)
    stepsChanged = Signal()
    steps = shown(int, "steps", stepsChanged)
    passedChanged = Signal()
    passed = shown(str, "passed", passedChanged)
    modeChanged = Signal()
    mode = shown(str, "mode", modeChanged)
    sayChanged = Signal()
    say = shown(str, "say", sayChanged)
    toldChanged = Signal()
    told = shown(str, "told", toldChanged)
    toneChanged = Signal()
    tone = shown(str, "tone", toneChanged)
    onChanged = Signal()
    on = shown(bool, "on", onChanged)
    overChanged = Signal()
    over = shown(bool, "over", overChanged)
    pausedChanged = Signal()
    paused = shown(bool, "paused", pausedChanged)
    canHintChanged = Signal()
    canHint = shown(bool, "can_hint", canHintChanged)
    canPauseChanged = Signal()
    canPause = shown(bool, "can_pause", canPauseChanged)
    canTouchChanged = Signal()
    canTouch = shown(bool, "can_touch", canTouchChanged)
    traineeChanged = Signal()
    trainee = shown(str, "trainee", traineeChanged)
    followingChanged = Signal()
    following = shown(str, "following", followingChanged)
