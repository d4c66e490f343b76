"""The on-screen keyboard: which characters stand on it now; letters, capitals or symbols.

The page shown is a thing of the face alone: the head unit only ever gets the characters typed.
"""

from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal, Slot

from pcm.ui.face_data import load_keyboards
from pcm.ui.for_qml import for_qml
from pcm.ui.row_model import RowsModel

ROWS = 4


@dataclass(frozen=True, slots=True)
class CharacterView:
    """One key: its object name and the character it types."""

    name: str
    character: str


@for_qml
class KeyboardModel(QObject):
    """Rows of keys for QML, filled when the first keyboard is shown."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(RowsModel(CharacterView, self) for _ in range(ROWS))
        self._always = RowsModel(CharacterView, self)
        self._language, self._shift, self._symbols = "", False, False

    def open(self, language: str) -> None:
        """Start on the small letters of a language."""
        self._language, self._shift, self._symbols = language, False, False
        self._fill()

    def typed(self) -> None:
        """One capital was typed: back to small letters."""
        if self._shift:
            self._shift = False
            self._fill()

    @Slot()
    def toggleShift(self) -> None:
        self._shift = not self._shift
        self._fill()

    @Slot()
    def toggleSymbols(self) -> None:
        self._shift, self._symbols = False, not self._symbols
        self._fill()

    def _fill(self) -> None:
        keyboards = load_keyboards()
        letters = keyboards.rows_for(self._language, self._symbols)
        shown = [row.upper() for row in letters] if self._shift else letters
        for model, characters in zip(self._rows, (keyboards.digits, *shown), strict=True):
            model.show([CharacterView(f"kb_{c}", c) for c in characters])
        self._always.show([CharacterView(f"kb_always_{c}", c) for c in keyboards.always])
        self.changed.emit()

    row0 = Property(QObject, lambda self: self._rows[0], constant=True)
    row1 = Property(QObject, lambda self: self._rows[1], constant=True)
    row2 = Property(QObject, lambda self: self._rows[2], constant=True)
    row3 = Property(QObject, lambda self: self._rows[3], constant=True)
    always = Property(QObject, attrgetter("_always"), constant=True)
    shift = Property(bool, attrgetter("_shift"), notify=changed)
    symbols = Property(bool, attrgetter("_symbols"), notify=changed)
