"""The memory of the car on the desk: opened with it, written after each change, never in the way.

A Session uses it; one without a memory starts as delivered each time. Whatever the file does, the
running session goes on: the driver and the terminal are told once.
"""

import json
from collections.abc import Callable, Mapping
from operator import attrgetter, is_
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.reasons import Reason
from pcm.headunit.memory.faults import (
    DamagedMemoryError,
    MemoryFaultError,
    damaged,
    other_car,
    terminal_line,
)
from pcm.headunit.memory.outside import ENDS, put_back_outside, write_end
from pcm.headunit.memory.parts import PARTS, put_back, write_part
from pcm.headunit.state import UnitState
from pcm.headunit.view import Setup
from pcm.headunit.world import World

if TYPE_CHECKING:
    from pcm.headunit.memory.file import Key, MemoryFile

Places = Callable[[Setup], Path]
"""Which file is the memory of which car; raises MemoryFaultError."""

_OWNER = ("unit", "head_unit")
_fields = attrgetter(*(part.field for part in PARTS))
_SILENT = frozenset(("unit", part.field) for part in PARTS if part.silent)
_SECRET = ("unit", "sim")
_NOTHING: tuple[Any, ...] = (object(),) * (len(PARTS) + len(ENDS))


class Memory:
    """`tell` gets one line for the terminal when something is wrong."""

    def __init__(self, places: Places, tell: Callable[[str], None]) -> None:
        self._places, self._tell = places, tell
        self._file: MemoryFile | None = None
        self._written: dict[Key, str] = {}
        self._seen = self._latest = _NOTHING  # what was written from, and what came last
        self._failing = False
        self.notice: Reason | None = None  # for the driver, until it is taken

    def take_up(self, setup: Setup, delivered: UnitState, world: World, fresh: bool) -> UnitState:
        """Open the memory of this car; its state and its world are put back, unless `fresh`."""
        self.close()
        self._written, self._failing = {}, False
        self._seen = self._latest = _NOTHING
        try:
            self._file = self._open(self._places(setup), setup, fresh)
            return self._put_back(self._file, setup, delivered, world)
        except MemoryFaultError as fault:
            self.close()
            if isinstance(fault, DamagedMemoryError):
                self._start_anew(fault, setup)
            else:
                self._report(fault)
            return delivered

    def keep(self, state: UnitState, world: World) -> None:
        """Write what has changed since the last time."""
        if self._file is None:
            return
        seen = (*_fields(state), *(getattr(world, end.name).state for end in ENDS))
        if not all(map(is_, seen, self._seen)):
            self._latest = seen
            changed = self._changes(seen)
            if changed.keys() <= _SILENT or self._write(self._file, changed):
                self._seen = seen

    def take_notice(self) -> Reason | None:
        """What the driver has to be told, once."""
        notice, self.notice = self.notice, None
        return notice

    def close(self) -> None:
        """Write what was no reason to write before, and give the file back."""
        if self._file:
            if self._latest is not _NOTHING:
                self._write(self._file, self._changes(self._latest))
            self._file.close()
            self._file = None

    def _open(self, path: Path, setup: Setup, fresh: bool) -> "MemoryFile":
        """The file of this car; another car's is left alone."""
        from pcm.headunit.memory.file import MemoryFile  # sqlite: only where there is a memory

        file, owner = MemoryFile(path), json.dumps([setup.car.id, setup.year, setup.market.code])
        try:
            kept = file.read()
            if kept.get(_OWNER, owner) != owner:
                raise other_car(path, kept[_OWNER])
            if fresh:
                file.clear()
            if fresh or not kept:
                file.write({_OWNER: owner})
        except MemoryFaultError:
            file.close()
            raise
        return file

    def _put_back(
        self, file: "MemoryFile", setup: Setup, delivered: UnitState, world: World
    ) -> UnitState:
        kept = file.read()
        try:
            state = put_back(delivered, setup.tree, _table(kept, "unit"))
            put_back_outside(world, _table(kept, "outside"))
        except ValueError as error:
            raise DamagedMemoryError(file.path, "wrong values") from error
        self._written = kept
        return state

    def _start_anew(self, fault: MemoryFaultError, setup: Setup) -> None:
        """Set a damaged file aside and begin another one."""
        from pcm.headunit.memory.file import set_aside

        try:
            aside = set_aside(fault.path)
            self._file = self._open(fault.path, setup, fresh=True)
        except MemoryFaultError as second:
            self._report(second)
        else:
            self._say(damaged(aside), aside, fault.detail)

    def _changes(self, seen: tuple[Any, ...]) -> dict["Key", str]:
        """What differs from the file, as it is to be written."""
        texts: dict[Key, str] = {}
        parts = len(PARTS)
        for part, value, old in zip(PARTS, seen, self._seen, strict=False):
            if value is not old or part.silent:
                texts["unit", part.field] = write_part(part, value)
        for end, value, old in zip(ENDS, seen[parts:], self._seen[parts:], strict=True):
            if value is not old:
                texts["outside", end.name] = write_end(end, value)
        return {key: text for key, text in texts.items() if self._written.get(key) != text}

    def _write(self, file: "MemoryFile", changed: Mapping["Key", str]) -> bool:
        try:
            file.write(changed)
            if _SECRET in changed:
                file.wipe_log()  # a forgotten PIN is gone at once
        except MemoryFaultError as fault:
            self._report(fault)
            return False
        self._written.update(changed)
        self._failing = False
        return True

    def _report(self, fault: MemoryFaultError) -> None:
        if not self._failing:
            self._failing = True
            self._say(fault.reason, fault.path, fault.detail)

    def _say(self, reason: Reason, path: Path, detail: str) -> None:
        self.notice = reason
        self._tell(terminal_line(reason, path, detail))


def _table(kept: Mapping["Key", str], table: str) -> dict[str, str]:
    return {name: text for (found, name), text in kept.items() if found == table}
