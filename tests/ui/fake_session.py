"""A session without a head unit: shows sample screens by name and keeps the verb lines it was
given.
"""

from dataclasses import dataclass, field

from pcm.headunit.screen import Screen
from tests.ui.bench_samples import BENCH
from tests.ui.screens import all_screens


@dataclass(frozen=True)
class FakeAnswer:
    ok: bool
    text: str


@dataclass
class FakeSession:
    """`do NAME` shows the sample NAME; every other line changes nothing."""

    name: str
    samples: dict[str, Screen] = field(default_factory=all_screens)
    lines: list[str] = field(default_factory=list)
    bench = BENCH
    done = False
    recorder = None
    coach = None

    @property
    def screen(self) -> Screen:
        return self.samples[self.name]

    def do(self, line: str) -> FakeAnswer:
        self.lines.append(line)
        self.name = line if line in self.samples else self.name
        return FakeAnswer(True, line)

    def tick(self, seconds: float) -> None:
        """Nothing moves by itself."""

    def next_wait(self) -> float:
        return 60.0

    def pump(self) -> None:
        """No wires."""
