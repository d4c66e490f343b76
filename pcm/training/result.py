"""How somebody fared in a lesson: frozen values, and their JSON. Times are seconds of the clock."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from pcm.training.coaching import Mode


@dataclass(frozen=True, slots=True)
class StepResult:
    """One step. shortest: touches of the shortest way; wrong: touches that led away from it."""

    id: str
    text: str
    touches: int = 0
    shortest: int = 0
    wrong: int = 0
    hints: int = 0
    seconds: float = 0.0
    done: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """One lesson of one trainee on one car."""

    lesson: str
    title: str
    trainee: str
    mode: Mode
    car: str
    name: str
    year: int
    pcm: str
    country: str
    language: str
    seed: int
    steps: tuple[StepResult, ...]

    @property
    def done(self) -> bool:
        """Whether every step's goal was reached."""
        return all(step.done for step in self.steps)

    def total(self, what: str) -> float:
        """The sum of touches, shortest, wrong, hints or seconds over all steps."""
        return float(sum(getattr(step, what) for step in self.steps))


TOTALS = ("touches", "shortest", "wrong", "hints", "seconds")


def write_results(results: Iterable[Result]) -> str:
    """The public contract of `lesson report FILE.json`."""
    rows = [
        {**asdict(result), "done": result.done, **{name: result.total(name) for name in TOTALS}}
        for result in results
    ]
    return json.dumps({"results": rows}, indent=2, ensure_ascii=False) + "\n"
