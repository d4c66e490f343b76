"""The lines of a recording, in memory and in its file; the last ones may still change.

At every instant the file is a whole flow, also for somebody who kills the program.
"""

from collections.abc import Iterable
from io import FileIO
from pathlib import Path

from models.errors import PcmError
from pcm.qa.cells import GAP


class Sheet:
    """`put` replaces the last lines until `keep` says that they are done."""

    def __init__(self) -> None:
        self._kept: list[str] = []
        self._last: tuple[str, ...] = ()
        self._file: FileIO | None = None
        self._from = 0  # where the last lines begin in the file

    @property
    def lines(self) -> tuple[str, ...]:
        return (*self._kept, *self._last)

    def clear(self) -> None:
        self._kept, self._last = [], ()

    def put(self, lines: Iterable[str]) -> None:
        """These instead of the last lines; raises OSError."""
        before, self._last = self._last, tuple(lines)
        if self._file and before != self._last:
            old, new = _bytes(before), _bytes(self._last)
            if len(new) < len(old):
                self._file.truncate(self._from)  # first: half a line would be none
            self._file.seek(self._from)
            self._file.write(new)

    def keep(self) -> None:
        """The last lines are done."""
        self._from += len(_bytes(self._last)) if self._file else 0
        self._kept += self._last
        self._last = ()

    def open(self, path: Path, head: str, remarks: tuple[str, str]) -> None:
        """Write everything there is into a new file; raises PcmError.

        remarks: stand before and after what is there already.
        """
        self.keep()
        before, after = remarks
        text = _bytes(line for line in (before, *self._kept, after) if line)
        try:
            self._file = FileIO(path, "x")
            self._from = self._file.write(head.encode() + text)
        except FileExistsError:
            raise PcmError(f"{path}: there is such a file; name another one") from None
        except OSError as error:
            raise PcmError(f"{path}: {error.strerror}") from None
        except ValueError as error:  # a name that no file can have
            raise PcmError(f"{str(path)!r}: {error}") from None

    def close(self) -> None:
        if self._file:
            self._file.close()
            self._file = None


def _bytes(lines: Iterable[str]) -> bytes:
    return "".join(f"{GAP}{line}\n" for line in lines).encode("utf-8", "backslashreplace")
