"""Logs of the car's bus: written from every frame that stands on it, and read for a replay.

Formats by suffix: .asc, .blf, .log (candump). Loaded only when asked for.
"""

import contextlib
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from math import isfinite
from pathlib import Path
from typing import Any, Self

import can
from can.io.blf import BLFParseError

from connectivity.can.bus import Frame, Tap
from connectivity.can.layout import EXTENDED
from models.errors import PcmError, nearest_hint

LONGEST_GAP_S = 366 * 24 * 3600.0
"""Frames further apart have a time that is none; a car that stood for a year is none either."""
SUFFIXES = (".asc", ".blf", ".log")


def check_suffix(path: Path) -> None:
    """Raises PcmError for a format that is not one of ours."""
    if path.suffix.casefold() not in SUFFIXES:
        hint = nearest_hint(path.suffix, SUFFIXES)
        raise PcmError(f"{path}: a CAN log ends with {', '.join(SUFFIXES)}{hint}")


class CanLog(Tap):
    """A log file that hears every frame. A `Tap` of the car's bus and a `Port` of the session."""

    every_period = True
    gather_s = 0.0

    def __init__(self, path: Path, tell: Callable[[str], None] = lambda _: None) -> None:
        """Start the file; raises PcmError when it cannot be written, tells when that ends."""
        check_suffix(path)
        self.path, self._tell, self._full = path, tell, False
        try:
            self._writer: Any = can.Logger(path)
        except (OSError, ValueError) as error:
            raise PcmError(f"{path}: {getattr(error, 'strerror', None) or error}") from None
        self._start = self._last = 0.0

    def hear(self, now: float, id_: int, data: bytes) -> None:
        if self._full:
            return
        self._last = max(self._last, self._start + now)
        message = can.Message(
            timestamp=self._last,
            arbitration_id=id_ & ~EXTENDED,
            is_extended_id=bool(id_ & EXTENDED),
            data=data,
            channel="can0",
            check=False,
        )
        try:
            self._writer.on_message_received(message)
        except OSError as error:  # a full disk: the head unit goes on
            self._end(error)

    def pass_time(self, now: float) -> None:
        """Another car on the desk starts at 0 again; the log goes on."""
        if self._start + now < self._last:
            self._start = self._last - now

    def filenos(self) -> None:
        return None

    def serve(self) -> None:
        """Nothing comes in."""

    def close(self) -> None:
        try:
            self._writer.stop()
        except OSError as error:
            self._end(error)
            with contextlib.suppress(OSError):  # what is still to be written fails once more
                self._writer.file.close()

    def _end(self, error: OSError) -> None:
        if not self._full:
            self._full = True
            self._tell(f"{self.path}: the log ends here: {error.strerror or error}")

    def __deepcopy__(self, memo: Mapping[int, Any]) -> Self:
        return self


class LogError(PcmError):
    """A log that cannot be read any further. cut_off: it only ends too early."""

    def __init__(self, text: str, cut_off: bool) -> None:
        super().__init__(text)
        self.cut_off = cut_off


_ERRORS = (
    OSError, ValueError, LookupError, AttributeError, EOFError, struct.error, zlib.error,
    ArithmeticError, BLFParseError, can.CanError,
)  # fmt: skip


def read_log(path: Path) -> Iterator[tuple[float, Frame]]:
    """Seconds since the first frame, and the frame; raises LogError where it cannot go on."""
    check_suffix(path)
    count, first, time, lines = 0, 0.0, 0.0, _Lines(path)
    try:
        for message in _messages(path, lines):
            first = first if count else message.timestamp
            count += 1
            time = _elapsed(message.timestamp, first, time)
            if not (message.is_error_frame or message.is_remote_frame):
                mark = EXTENDED if message.is_extended_id else 0
                frame = message.arbitration_id | mark, bytes(message.data)
                yield time, frame
    except _ERRORS as error:
        cut_off = count > 0 and lines.ended
        raise LogError(f"{path}{lines.place}: {_problem(error)}", cut_off) from None
    if count == 0:
        raise LogError(f"{path}: there is no frame in it", False)


def _elapsed(now: float, first: float, before: float) -> float:
    """Seconds since the first frame."""
    elapsed = now - first
    if not isfinite(elapsed) or elapsed - before > LONGEST_GAP_S:
        raise ValueError(f"{now:g} is no time of a frame")
    return max(0.0, elapsed)


def _messages(path: Path, lines: "_Lines") -> Iterator[can.Message]:
    match path.suffix.casefold():
        case ".asc":
            return iter(can.ASCReader(lines))  # type: ignore[arg-type] # it only iterates
        case ".log":
            return iter(can.CanutilsLogReader(lines))  # type: ignore[arg-type] # it only iterates
        case _:
            return _binary(path)


def _binary(path: Path) -> Iterator[can.Message]:
    with path.open("rb") as file:
        yield from can.BLFReader(file)


class _Lines:
    """The lines of a text file, counted, so that a fault has its place; none of a binary one."""

    def __init__(self, path: Path) -> None:
        self.number = 0
        self._lines = _lines(path) if path.suffix.casefold() != ".blf" else iter(())

    @property
    def place(self) -> str:
        return f":{self.number}" if self.number else ""

    @property
    def ended(self) -> bool:
        """Nothing follows."""
        return next(self._lines, None) is None

    def close(self) -> None:
        """The file was closed when its last line had been read."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        return line


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        yield from file


def _problem(error: BaseException) -> str:
    strerror = getattr(error, "strerror", None)
    return str(strerror or f"cannot be read from here on ({' '.join(str(error).split())[:80]})")
