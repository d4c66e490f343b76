"""A Qt list model over frozen dataclasses: roles are field names, new values are taken in place.

Delegates are kept as long as the ids stay the same, so a touch repaints and never rebuilds them.
Used by the view models of the window; knows nothing of what the values mean.
"""

from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Index = QModelIndex | QPersistentModelIndex
FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class FrozenListModel(QAbstractListModel):
    """Shows a tuple of values of one dataclass; `key` names the field that tells rows apart."""

    def __init__(
        self, kind: type["DataclassInstance"], key: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._names = tuple(field.name for field in fields(kind))
        self._key = key
        self._values: tuple[DataclassInstance, ...] = ()

    def roleNames(self) -> dict[int, QByteArray]:
        return {FIRST_ROLE + at: QByteArray(name.encode()) for at, name in enumerate(self._names)}

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._values)

    def data(self, index: Index, role: int = FIRST_ROLE) -> Any:
        if not index.isValid() or not 0 <= role - FIRST_ROLE < len(self._names):
            return None
        return getattr(self._values[index.row()], self._names[role - FIRST_ROLE])

    @property
    def values(self) -> Sequence["DataclassInstance"]:
        return self._values

    def show(self, values: Sequence["DataclassInstance"]) -> None:
        """Take over `values`: same keys in the same order change in place, anything else resets."""
        new = tuple(values)
        if new == self._values:
            return
        if [getattr(v, self._key) for v in new] != [getattr(v, self._key) for v in self._values]:
            self.beginResetModel()
            self._values = new
            self.endResetModel()
            return
        old, self._values = self._values, new
        for at, (before, after) in enumerate(zip(old, new, strict=True)):
            changed = [
                FIRST_ROLE + role
                for role, name in enumerate(self._names)
                if getattr(before, name) != getattr(after, name)
            ]
            if changed:
                self.dataChanged.emit(self.index(at), self.index(at), changed)
