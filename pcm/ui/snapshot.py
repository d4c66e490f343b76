"""View models as snapshots: a frozen value is swapped in and only the properties that differ are
announced.

Base of all view models of the face. A property is two lines in its class: a signal `<name>Changed`
and
`<name> = shown(<type>, "<field>", <name>Changed)`, where field is the snapshot's attribute.
"""

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Property, QObject, Signal

Shown = TypeVar("Shown")


def shown(kind: type, field: str, notify: Signal) -> Any:
    """A read-only Qt property that shows one field (dotted: of an inner value) of the snapshot."""
    read: Callable[[Any], Any] = attrgetter(f"_shown.{field}")
    return Property(kind, read, notify=notify)


class Snapshot(QObject, Generic[Shown]):
    """Holds the snapshot that QML sees; `show` swaps it, then announces the differences."""

    fields: tuple[str, ...] = ()  # of the snapshot; the property of "ok_enabled" is okEnabled

    def __init__(self, first: Shown, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = first
        self._signals = {field: f"{camel_case(field)}Changed" for field in self.fields}

    @property
    def shown(self) -> Shown:
        return self._shown

    def show(self, new: Shown) -> None:
        """Take over `new`."""
        old, self._shown = self._shown, new
        if old is new or old == new:
            return
        for name in self._differences(old, new):
            getattr(self, name).emit()

    def _differences(self, old: Shown, new: Shown) -> Iterator[str]:
        for field, signal in self._signals.items():
            if getattr(old, field) != getattr(new, field):
                yield signal


def camel_case(field: str) -> str:
    """ok_enabled -> okEnabled."""
    first, *rest = field.split("_")
    return first + "".join(word.capitalize() for word in rest)
