"""Commands out, lines in: one command at a time, its answer or its time-out, lines in between."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from connectivity.at.channel import Channel
from connectivity.at.commands import Command, Purpose
from connectivity.at.lines import ENDS_CALL, LineReader, is_final

TIMED_OUT = "TIMED OUT"
"""The result of a command that was not answered."""
QUIET_S = 0.5
"""After a time-out a late answer is waited for so long, so that no other command gets it."""
_LONGEST_STEP_S = 1.0
"""A jump of virtual time is no time for a modem outside: it counts so much at most."""
_LONGEST_ANSWER = 512
"""Lines of one answer that are kept."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A command, its final result and the lines before that."""

    command: Command
    result: str
    lines: tuple[str, ...] = field(repr=False)

    @property
    def ok(self) -> bool:
        return self.result == "OK"


class Exchange:
    """The talk with one modem over a channel."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.echoed = False  # the modem repeats what it is told
        self._reader = LineReader()
        self._came: deque[str] = deque()
        self._queue: deque[Command] = deque()
        self._current: Command | None = None
        self._lines: list[str] = []
        self._tried = 0
        self._age = self._quiet = self._now = 0.0

    @property
    def idle(self) -> bool:
        """Nothing was asked that is not answered."""
        return self._current is None and not self._queue

    @property
    def purpose(self) -> Purpose | None:
        """What the command is for that waits for its answer."""
        return self._current.purpose if self._current else None

    @property
    def lines_dropped(self) -> int:
        """Lines that were too long to be one."""
        return self._reader.dropped

    def ask(self, commands: Iterable[Command]) -> None:
        self._queue.extend(commands)

    def forget(self) -> None:
        """Drop what was asked and what came in part."""
        self._queue.clear()
        self._came.clear()
        self._reader.clear()
        self._current = None

    def next(self) -> Answer | str | None:
        """An answer, or a line that came by itself or belongs to one; None: nothing more now."""
        while True:
            if self._came:
                found = self._sort(self._came.popleft())
                if found:
                    return found
            elif data := self.channel.read():
                self._came.extend(self._reader.feed(data))
            elif self._current is None and self._queue and not self._quiet:
                self._say(self._queue.popleft())
            else:
                return None

    def advance(self, now: float) -> Answer | None:
        """Time goes by; the answer of a command that waited too long."""
        step = now - self._now
        self._now = now
        if self._current is None and not self._quiet:
            return None
        step = min(step, _LONGEST_STEP_S) if self.channel.real else step
        self._quiet = max(0.0, self._quiet - step)
        self._age += step
        if self._current is None or self._age < self._current.timeout_s or self._came:
            return None
        return self._late(self._current)

    def next_due(self) -> float | None:
        """When a command has waited too long. A real channel is served often enough anyway."""
        if self.channel.real or (self._current is None and not self._quiet):
            return None
        left = self._current.timeout_s - self._age if self._current else self._quiet
        return self._now + max(left, 0.001)

    def _say(self, command: Command) -> None:
        self._current, self._tried, self._age = command, 1, 0.0
        self._lines.clear()
        self.channel.write(f"{command.text}\r".encode("ascii", "replace"))

    def _late(self, command: Command) -> Answer | None:
        if self._tried < command.tries:
            self._tried += 1
            self._age = 0.0
            self.channel.write(f"{command.text}\r".encode("ascii", "replace"))
            return None
        self._current, self._quiet = None, QUIET_S
        return Answer(command, TIMED_OUT, tuple(self._lines))

    def _sort(self, line: str) -> Answer | str | None:
        command = self._current
        if line[:2] in ("AT", "at") and (command is None or line == command.text):
            self.echoed = True
            return None
        ends = is_final(line)
        if line in ENDS_CALL:
            ends = command is not None and command.purpose in (Purpose.DIAL, Purpose.ANSWER)
        if not ends:
            if command and len(self._lines) < _LONGEST_ANSWER:
                self._lines.append(line)
            return line
        if command is None:
            return None  # late, or nobody's
        self._current = None
        self._quiet = QUIET_S if self._tried > 1 else 0.0  # each try may have its answer
        return Answer(command, line, tuple(self._lines))
