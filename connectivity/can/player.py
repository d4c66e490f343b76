"""A log that is played on the car's bus by the time of the session; for the window."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self

from connectivity.can.bus import Frame, Tap
from connectivity.can.log import LogError, read_log


class LogPlayer(Tap):
    """A log in place of the car. A `Tap` of its bus and a `Port` of the session, polled.

    `say` is told how many frames there were, or what is wrong with the rest, in one line.
    """

    gather_s = 0.0

    def __init__(self, path: Path, say: Callable[[str], None]) -> None:
        """Read the first frame; raises LogError when there is none."""
        self._say = say
        self._count, self._now = 0, 0.0
        self._frames: Iterator[tuple[float, Frame]] = read_log(path)
        self._next: tuple[float, Frame] | None = next(self._frames, None)

    def hear(self, now: float, id_: int, data: bytes) -> None:
        """Nothing that others send is of use here."""

    def pass_time(self, now: float) -> None:
        self._now = now

    def received(self) -> list[Frame]:
        """What stands in the log up to now."""
        found: list[Frame] = []
        while self._next and self._next[0] <= self._now:
            found.append(self._next[1])
            self._count += 1
            self._next = self._read()
        return found

    def filenos(self) -> tuple[int, ...]:
        return ()

    def serve(self) -> None:
        """The frames are taken by the bus."""

    def close(self) -> None:
        self._next = None

    def __deepcopy__(self, memo: Mapping[int, Any]) -> Self:
        return self

    def _read(self) -> tuple[float, Frame] | None:
        try:
            found = next(self._frames, None)
        except LogError as error:
            self._say(str(error))
            return None
        if found is None:
            self._say(f"{self._count} frames")
        return found
