"""The bench panel for QML: switches of the outside world as rows, one open list, the foot line.

Rows are the session's Switches; each acts by filling its verb. What it does, the session knows.
"""

from dataclasses import dataclass, replace
from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal, Slot

from pcm.headunit.bench import Switch
from pcm.headunit.observer import Recorder
from pcm.headunit.screen import Screen
from pcm.ui.bench_rows import (
    BenchOption,
    BenchRow,
    derive_first_sections,
    derive_options,
    derive_rows,
    derive_shown_verb,
)
from pcm.ui.for_qml import for_qml
from pcm.ui.row_model import RowsModel
from pcm.ui.snapshot import Snapshot, shown

SEARCH_FROM = 9  # a list with fewer options is read at a glance
WHY, RECORD = "why", "record"
"""Verbs whose answer is told, too."""


@dataclass(frozen=True, slots=True)
class BenchView:
    """The panel besides its rows: the open list and the foot."""

    choice_open: bool = False
    choice_title: str = ""
    searchable: bool = False
    chosen_index: int = 0  # the option to start from
    verb: str = ""
    answer: str = ""
    refused: bool = False
    no_data: str = ""
    path: str = ""
    can_record: bool = False
    recording: str = ""  # name of the file
    sources_shown: bool = False


@for_qml
class BenchModel(Snapshot[BenchView]):
    """The panel for QML. What came of a verb returns through `answered`."""

    fields = tuple(BenchView.__dataclass_fields__)
    acted = Signal(str)  # a verb line
    sourcesToggled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(BenchView(), parent)
        self._screen: Screen | None = None
        self._switches: dict[str, Switch] = {}
        self._unfolded: frozenset[int] | None = None  # sections; none before the first bench
        self._veiled = False
        self._opened = ""
        self._sought = ""
        self._rows = RowsModel(BenchRow, self)
        self._options = RowsModel(BenchOption, self)

    def show_screen(self, screen: Screen, bench: tuple[Switch, ...]) -> None:
        """Take over what the session shows now."""
        self._screen = screen
        self._switches = {switch.id: switch for switch in bench}
        if bench and self._unfolded is None:
            self._unfolded = derive_first_sections(bench)
        self._rows.show(derive_rows(bench, self._unfolded or (), self._veiled))
        header = screen.header
        self.show(replace(self.shown, no_data=header.no_data, path=header.path))
        self._show_options()

    def veil(self) -> None:
        """From now on others look on: secrets are dots."""
        self._veiled = True

    def answered(self, line: str, ok: bool, text: str) -> None:
        """A verb of any origin was done: it is shown, and why it was refused until the next one."""
        told = text if not ok or line.startswith((WHY, RECORD)) else ""
        verb = derive_shown_verb(line, self._screen)
        self.show(replace(self.shown, verb=verb, answer=told, refused=not ok))

    def show_recorder(self, recorder: Recorder | None) -> None:
        """What is being recorded; None: nothing can be."""
        file = recorder.file.name if recorder and recorder.file else ""
        self.show(replace(self.shown, can_record=recorder is not None, recording=file))

    def show_sources(self, on: bool) -> None:
        """The display shows or hides where each row comes from."""
        self.show(replace(self.shown, sources_shown=on))

    def _show_options(self) -> None:
        switch = self._switches.get(self._opened)
        if switch is None:
            self._options.show(())
            self.show(replace(self.shown, choice_open=False))
            return
        options = derive_options(switch, self._sought)
        self._options.show(options)
        searchable = len(switch.options) >= SEARCH_FROM
        self.show(
            replace(
                self.shown,
                choice_open=True,
                choice_title=switch.label,
                searchable=searchable,
                chosen_index=next((at for at, o in enumerate(options) if o.chosen), 0),
            )
        )

    @Slot(str)
    def act(self, name: str) -> None:
        """A row was touched: toggles switch, choices open their list, buttons act."""
        switch = self._switches.get(name)
        if switch is None or not switch.enabled:
            return
        match switch.kind:
            case "toggle":
                self.acted.emit(switch.verb.format("off" if switch.on else "on"))
            case "button":
                self.acted.emit(switch.verb)
            case "choice":
                self._open(name)

    @Slot(int)
    def fold(self, section: int) -> None:
        """The heading of a section was touched: its rows are hidden, or shown again."""
        self._unfolded = (self._unfolded or frozenset()) ^ {section}
        bench = tuple(self._switches.values())
        self._rows.show(derive_rows(bench, self._unfolded, self._veiled))

    @Slot(str, str)
    def enter(self, name: str, text: str) -> None:
        """The text of a field is applied."""
        switch = self._switches.get(name)
        if switch is not None and switch.enabled:
            self.acted.emit(switch.verb.format(text.strip()))

    @Slot(str)
    def choose(self, word: str) -> None:
        """An option of the open list was touched."""
        switch = self._switches.get(self._opened)
        self.closeChoice()
        if switch is not None:
            self.acted.emit(switch.verb.format(word))

    @Slot(str)
    def search(self, sought: str) -> None:
        self._sought = sought
        self._show_options()

    @Slot()
    def chooseFirst(self) -> None:
        """Enter in the search field takes the first option found."""
        if self._options.values:
            first = self._options.values[0]
            assert isinstance(first, BenchOption)
            self.choose(first.word)

    @Slot()
    def closeChoice(self) -> None:
        self._open("")

    @Slot()
    def why(self) -> None:
        """Asks why there is no data (or what carries it); the answer stands in the foot."""
        self.acted.emit(WHY)

    @Slot()
    def record(self) -> None:
        """Begins to record a flow, or ends it."""
        self.acted.emit(f"{RECORD} stop" if self.shown.recording else RECORD)

    @Slot()
    def toggleSources(self) -> None:
        self.sourcesToggled.emit()

    def _open(self, name: str) -> None:
        self._opened, self._sought = name, ""
        self._show_options()

    rows = Property(QObject, attrgetter("_rows"), constant=True)
    options = Property(QObject, attrgetter("_options"), constant=True)
    choiceOpenChanged = Signal()
    choiceOpen = shown(bool, "choice_open", choiceOpenChanged)
    choiceTitleChanged = Signal()
    choiceTitle = shown(str, "choice_title", choiceTitleChanged)
    searchableChanged = Signal()
    searchable = shown(bool, "searchable", searchableChanged)
    chosenIndexChanged = Signal()
    chosenIndex = shown(int, "chosen_index", chosenIndexChanged)
    verbChanged = Signal()
    verb = shown(str, "verb", verbChanged)
    answerChanged = Signal()
    answer = shown(str, "answer", answerChanged)
    refusedChanged = Signal()
    refused = shown(bool, "refused", refusedChanged)
    noDataChanged = Signal()
    noData = shown(str, "no_data", noDataChanged)
    pathChanged = Signal()
    path = shown(str, "path", pathChanged)
    canRecordChanged = Signal()
    canRecord = shown(bool, "can_record", canRecordChanged)
    recordingChanged = Signal()
    recording = shown(str, "recording", recordingChanged)
    sourcesShownChanged = Signal()
    sourcesShown = shown(bool, "sources_shown", sourcesShownChanged)
