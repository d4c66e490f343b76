"""A log that is played on the car's bus by the time of the session."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self

from connectivity.can.bus import Frame, Tap
from connectivity.can.log import LogError, read_log

SAME_S = 1e-6
"""Times that differ by less are the same."""


class LogPlayer(Tap):
    """A log in place of the car. A `Tap` of its bus and a `Port` of the session, polled.

    `say` is told the outcome when the log is over. fault: why it could not be read to its end;
    next_at: seconds of the next frame, None after the last.
    """

    gather_s = 0.0

    def __init__(self, path: Path, say: Callable[[str], None]) -> None:
        """Read the first frame, to be played after `start`; raises LogError when there is none."""
        self._say = say
        self._count, self._now, self._started = 0, 0.0, False
        self.fault: LogError | None = None
        self._frames: Iterator[tuple[float, Frame]] = read_log(path)
        self._next: tuple[float, Frame] | None = next(self._frames, None)

    @property
    def outcome(self) -> str:
        """How many frames there were, or what is wrong with the rest, in one line."""
        if self.fault is None:
            return f"{self._count} frames"
        used = "; what stands before it was used" if self.fault.cut_off else ""
        return f"{self.fault}{used}"

    def start(self) -> None:
        self._started = True

    @property
    def next_at(self) -> float | None:
        return self._next[0] if self._next else None

    def hear(self, now: float, id_: int, data: bytes) -> None:
        """Nothing that others send is of use here."""

    def pass_time(self, now: float) -> None:
        self._now = now

    def received(self) -> list[Frame]:
        """What stands in the log up to now."""
        found: list[Frame] = []
        while self._started and self._next and self._next[0] <= self._now + SAME_S:
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
            self.fault, found = error, None
        if found is None:
            self._say(self.outcome)
        return found
