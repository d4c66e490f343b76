"""How somebody fared in a lesson: frozen values, and the files of them.

Times are seconds of the head unit's clock.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from models.errors import PcmError
from pcm.training.mode import Mode


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
class Sums:
    """All steps together. done: every step's goal was reached."""

    done: bool
    touches: int
    shortest: int
    wrong: int
    hints: int
    seconds: float


def derive_sums(steps: Sequence[StepResult]) -> Sums:
    """How a whole lesson went."""
    return Sums(
        done=all(step.done for step in steps),
        touches=sum(step.touches for step in steps),
        shortest=sum(step.shortest for step in steps),
        wrong=sum(step.wrong for step in steps),
        hints=sum(step.hints for step in steps),
        seconds=round(sum(step.seconds for step in steps), 3),
    )


def derive_clock(seconds: float) -> str:
    """Minutes and seconds, as people read them."""
    minutes, left = divmod(round(seconds), 60)
    return f"{minutes}:{left:02}"


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
    def sums(self) -> Sums:
        """Of all its steps."""
        return derive_sums(self.steps)


def write_results(results: Iterable[Result]) -> str:
    """The public contract of `lesson report FILE.json`."""
    rows = [{**asdict(result), **asdict(result.sums)} for result in results]
    return json.dumps({"results": rows}, indent=2, ensure_ascii=False) + "\n"


WritePage = Callable[[Sequence[Result]], str]
"""Results -> a page for a browser."""


def save_results(results: Sequence[Result], file: Path, write_page: WritePage | None) -> None:
    """As JSON or as a page, by the file's ending; raises PcmError."""
    writers = {".json": write_results, ".html": write_page}
    write = writers.get(file.suffix)
    if write is None:
        raise PcmError(f"lesson report: {str(file)!r}: name a file that ends in .json or .html")
    text = write(results)
    try:
        file.write_text(text, "utf-8")
    except OSError as error:
        raise PcmError(f"lesson report: {file}: {error.strerror}") from None
