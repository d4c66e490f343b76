"""One head unit's memory on disk: names with JSON values in two tables, each change whole or not.

A change is one transaction in SQLite's write-ahead log, synced before `write` returns; the file is
locked while it is open (docs/decisions/0008-keep-the-memory-in-sqlite.md). What the values mean is
told by `parts.py` and `outside.py`.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from pcm.headunit.memory import faults
from pcm.headunit.memory.faults import DamagedMemoryError, MemoryFaultError

APPLICATION = 0x50434D53  # "PCMS" in the header of the file: it is one of ours
COMPANIONS = ("-wal", "-journal", "-shm")
PRIVATE = 0o600
"""Only its owner can read it: it may hold PINs."""
TABLES = ("unit", "outside")
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
"""SQLITE_ERROR: the SQL does not fit, so the tables are not those of a memory."""

Key = tuple[str, str]
"""Table and name."""
Step = Callable[[sqlite3.Connection], None]


def _create(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    for table in TABLES:
        connection.execute(
            f"CREATE TABLE {table} (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"
        )


STEPS: tuple[Step, ...] = (_create,)
"""The way from nothing to the present version; a file of version n has the first n behind it."""


class MemoryFile:
    """An open and locked memory file; every method raises MemoryFaultError."""

    def __init__(self, path: Path, steps: tuple[Step, ...] = STEPS) -> None:
        self.path = path
        with _explained(path):
            _make(path)
            with closing(_peek(path)) as peek:
                _version(peek, path, len(steps))
            path.chmod(PRIVATE)
            self._connection = sqlite3.connect(path.absolute(), timeout=0, isolation_level=None)
            try:
                self._take(steps)
            except BaseException:
                self._connection.close()
                raise

    def read(self) -> dict[Key, str]:
        """All that is kept."""
        with _explained(self.path):
            return {
                (table, name): value
                for table in TABLES
                for name, value in self._connection.execute(f"SELECT name, value FROM {table}")
            }

    def write(self, values: Mapping[Key, str]) -> None:
        """One change: all of it is on the disk when this returns, or none of it."""
        with self._change():
            for (table, name), value in values.items():
                self._connection.execute(
                    f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", (name, value)
                )

    def wipe_log(self) -> None:
        """What was overwritten is gone from the write-ahead log too."""
        with _explained(self.path):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def clear(self) -> None:
        """Forget everything."""
        with self._change():
            for table in TABLES:
                self._connection.execute(f"DELETE FROM {table}")
        self.wipe_log()

    def close(self) -> None:
        with suppress(sqlite3.Error):
            self._connection.close()

    def _take(self, steps: tuple[Step, ...]) -> None:
        """Lock the file and bring it to the present version."""
        execute = self._connection.execute
        execute("PRAGMA locking_mode = EXCLUSIVE")
        execute("PRAGMA journal_mode = WAL")
        execute("PRAGMA synchronous = FULL")
        execute("PRAGMA secure_delete = ON")
        with self._change():  # takes the lock, and tells a file that cannot be written
            missing = steps[_version(self._connection, self.path, len(steps)) :]
            for step in missing:
                step(self._connection)
            if missing:
                execute(f"PRAGMA user_version = {len(steps)}")
        if execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("quick_check")

    @contextmanager
    def _change(self) -> Iterator[None]:
        with _explained(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise


def set_aside(path: Path) -> Path:
    """Give a damaged file another name, with what belongs to it; raises MemoryFaultError."""
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    with _explained(path):
        path.rename(aside)
        for companion in COMPANIONS:
            with suppress(FileNotFoundError):
                path.with_name(path.name + companion).rename(f"{aside}{companion}")
    return aside


def _make(path: Path) -> None:
    """An empty file, unless there is one."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE))
    except FileExistsError:
        if not path.is_file():
            raise faults.unusable(path, "not a file") from None


def _peek(path: Path) -> sqlite3.Connection:
    """The file as it lies there, read without a lock and without leaving a trace."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _version(connection: sqlite3.Connection, path: Path, newest: int) -> int:
    """How many steps a file has behind it; a newer one and one that is not ours are refused."""
    application, version, tables = (
        connection.execute(question).fetchone()[0]
        for question in (
            "PRAGMA application_id",
            "PRAGMA user_version",
            "SELECT count(*) FROM sqlite_master",
        )
    )
    ours = application == APPLICATION
    if not ours and (application or version or tables):
        raise DamagedMemoryError(path, "another program's file")
    if version > newest:
        raise faults.newer(path, f"version {version}, known up to {newest}")
    return int(version)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise _fault(path, error) from error
    except OSError as error:
        raise faults.unusable(path, error.strerror or str(error)) from error


def _fault(path: Path, error: sqlite3.Error) -> MemoryFaultError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if code == sqlite3.SQLITE_BUSY:
        return faults.busy(path)
    if code in _DAMAGED:
        return DamagedMemoryError(path, str(error))
    return faults.unusable(path, str(error))
