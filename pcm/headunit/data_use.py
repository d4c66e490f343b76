"""Lets each modem attach or detach as the data path changes, so that the network sees it too.

A path counts as carrying data from the moment it is chosen; a modem that is refused says so later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectivity.data_path import DataPath, Path
from connectivity.messages.modem import UseData

if TYPE_CHECKING:
    from pcm.headunit.unit import HeadUnit


class DataUse:
    """What the modems were told last; None: nothing yet."""

    def __init__(self) -> None:
        self._path: DataPath | None = None
        self._inserted: bool | None = None
        self._embedded: bool | None = None

    def follow(self, unit: HeadUnit) -> bool:
        """Tell what is another now; False when nothing is."""
        path = unit.view.data_path
        if path is self._path:
            return False
        self._path = path
        inserted = path.uses(Path.INSERTED, self._inserted is True)
        embedded = path.uses(Path.EMBEDDED, self._embedded is True)
        if (inserted, embedded) == (self._inserted, self._embedded):
            return False
        if inserted is not self._inserted:
            unit.wires.modem.send(UseData(inserted))
        if embedded is not self._embedded:
            unit.wires.embedded.send(UseData(embedded))
        self._inserted, self._embedded = inserted, embedded
        return True

    def put_back(self, unit: HeadUnit) -> None:
        """The modems of a world that was kept were told already."""
        self._path = path = unit.view.data_path
        self._inserted = path.uses(Path.INSERTED, True)
        self._embedded = path.uses(Path.EMBEDDED, True)
