"""Rows as QML shows them: what stands left, right and below is derived here, so that delegates only
draw.

`RowsModel` takes a new list over in place, row by row, so that delegates live on from page to page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject

from menus.node import Kind
from pcm.headunit.screen import Key, PathLine, Row
from pcm.ui.fonts import glyph
from pcm.ui.list_model import FIRST_ROLE, FrozenListModel

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

OPENING = (Kind.PAGE, Kind.LINK, Kind.CHOICE, Kind.RANGE, Kind.OPTIONS)


@dataclass(frozen=True, slots=True)
class RowView:
    """One row or tile; role names of the QML model. `control`: open, toggle, radio, or ""."""

    name: str
    label: str
    text: str
    detail: str
    glyph: str
    colour: str
    badge: str
    source: str
    guessed: bool
    control: str
    checked: bool
    acts: bool  # touching it does something
    locked: bool
    warning: bool
    focused: bool
    inset: bool  # there is a sign at the left, or room for one


@dataclass(frozen=True, slots=True)
class KeyView:
    """A hard key or side-bar entry."""

    caption: str
    side: str
    glyph: str
    lit: bool


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of the side panel."""

    name: str
    label: str
    standing: str  # `state` is taken by QML
    glyph: str
    active: bool


def derive_rows(rows: Sequence[Row], focus: str = "", sources: bool = False) -> tuple[RowView, ...]:
    """The rows of one list. Their words begin at the same place: with signs at their left when most
    rows have one, else all without.
    """
    inset = 2 * sum(bool(row.icon) for row in rows) >= len(rows)
    return tuple(derive_row(row, focus, sources, inset) for row in rows)


def derive_row(row: Row, focus: str = "", sources: bool = False, inset: bool = False) -> RowView:
    """What QML shows of a row. A source mark is filled only when sources are to be seen."""
    return RowView(
        name=row.id,
        label=row.label,
        text=row.text,
        detail=row.detail,
        glyph=glyph(row.icon),
        colour=row.colour,
        badge=row.badge,
        source=derive_source(row) if sources else "",
        guessed=bool(row.assumed),
        control=derive_control(row.kind),
        checked=row.value is True,
        acts=row.kind is not Kind.VALUE,
        locked=not row.enabled,
        warning=row.warning,
        focused=row.id == focus,
        inset=inset,
    )


def derive_control(kind: Kind) -> str:
    """The sign at the right edge."""
    if kind in OPENING:
        return "open"
    return {Kind.TOGGLE: "toggle", Kind.OPTION: "radio"}.get(kind, "")


def derive_source(row: Row) -> str:
    """The proof of a row in one line: its documents, else the reason of the guess."""
    return ", ".join(row.source) or row.assumed


def derive_key(key: Key) -> KeyView:
    return KeyView(key.caption, key.side, glyph(key.icon), key.lit)


def derive_line(line: PathLine) -> LineView:
    return LineView(line.id, line.label, line.state, glyph(line.icon), line.active)


class RowsModel(FrozenListModel):
    """A list whose rows are replaced one by one: only the tail is inserted or removed."""

    def __init__(self, kind: type["DataclassInstance"], parent: QObject | None = None) -> None:
        super().__init__(kind, next(iter(kind.__dataclass_fields__)), parent)

    def show(self, values: Sequence["DataclassInstance"]) -> None:
        new = tuple(values)
        old = self._values
        if new == old:
            return
        if len(new) < len(old):
            self.beginRemoveRows(QModelIndex(), len(new), len(old) - 1)
            self._values = old[: len(new)]
            self.endRemoveRows()
        kept = len(self._values)
        self._values = new[:kept]
        for at in range(kept):
            self._announce(at, old[at], new[at])
        if len(new) > kept:
            self.beginInsertRows(QModelIndex(), kept, len(new) - 1)
            self._values = new
            self.endInsertRows()

    def _announce(self, at: int, old: "DataclassInstance", new: "DataclassInstance") -> None:
        roles = [
            FIRST_ROLE + role
            for role, name in enumerate(self._names)
            if getattr(old, name) != getattr(new, name)
        ]
        if roles:
            self.dataChanged.emit(self.index(at), self.index(at), roles)
