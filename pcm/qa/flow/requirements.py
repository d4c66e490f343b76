"""Which requirement is shown by which flows, and how they ended on each car.

`derive_matrix` reads a finished run of Robot Framework; requirements are those of
docs/requirements.md, named by the tags of tests. Used by the runner for its reports.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markupsafe import Markup, escape
from robot.result import Result, TestCase

from models.catalogue import load_cars
from pcm.qa.pages import render_page

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "requirements.md"
STATES = ("passed", "failed", "left out", "without a flow")
_LINE = re.compile(r"^\|\s*(R-[A-Z]+-\d+)\s*\|(.*)\|([^|]*)\|([^|]*)\|\s*$")
_TAG = re.compile(r"R-[A-Z]+-\d+$", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*(.+?)\*")


@dataclass(frozen=True, slots=True)
class Requirement:
    """A line of the document; *a part in asterisks* is assumed."""

    id: str
    text: str
    source: str
    section: str

    @property
    def html(self) -> Markup:
        return Markup(_EMPHASIS.sub(r"<em>\1</em>", str(escape(self.text))))


@dataclass(frozen=True, slots=True)
class Run:
    """One test on one car. link: its place in log.html; message: why it did not pass."""

    name: str
    car: str
    passed: bool
    failed: bool
    link: str
    message: str


@dataclass(frozen=True, slots=True)
class Cell:
    """The runs of a requirement's flows on one car; none: they are left out there."""

    car: str
    runs: tuple[Run, ...]

    @property
    def failed(self) -> int:
        return sum(run.failed for run in self.runs)

    @property
    def passed(self) -> int:
        return sum(run.passed for run in self.runs)

    @property
    def state(self) -> str:
        return "failed" if self.failed else "passed" if self.passed else "left out"

    @property
    def link(self) -> str:
        """The first that failed, else the first."""
        return next((run.link for run in self.runs if run.failed), self.runs[0].link)

    @property
    def told(self) -> str:
        """The whole cell in words."""
        if self.state == "left out":
            return f"{self.car}: left out"
        lines = [f"{self.car}: {self.passed} passed, {self.failed} failed"]
        lines += [f"{run.name}: {_first_line(run.message)}" for run in self.runs if run.failed]
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Traced:
    """A requirement with the names of its flows, in the order in which they ran, and its cells."""

    requirement: Requirement
    flows: tuple[str, ...]
    cells: tuple[Cell, ...]

    @property
    def state(self) -> str:
        """failed: on any car; passed: on one at least; else left out, or without a flow."""
        if not self.flows:
            return "without a flow"
        states = {cell.state for cell in self.cells}
        return next(s for s in ("failed", "passed", "left out") if s in states)

    def cars(self, state: str) -> tuple[str, ...]:
        return tuple(cell.car for cell in self.cells if cell.state == state)


@dataclass(frozen=True, slots=True)
class Matrix:
    """cars: the columns, in the order of the catalogue; strangers: tags of no requirement."""

    cars: tuple[str, ...]
    rows: tuple[Traced, ...]
    strangers: tuple[str, ...]

    def count(self, state: str) -> int:
        return sum(row.state == state for row in self.rows)

    @property
    def sections(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row.requirement.section for row in self.rows))

    def rows_of(self, section: str) -> tuple[Traced, ...]:
        return tuple(row for row in self.rows if row.requirement.section == section)


def parse_requirements(text: str) -> tuple[Requirement, ...]:
    """The requirements in the tables of the document."""
    found, section = [], ""
    for line in text.splitlines():
        if line.startswith("## "):
            section = line.removeprefix("## ").strip()
        elif match := _LINE.match(line):
            id_, words, source, _ = (part.strip() for part in match.groups())
            found.append(Requirement(id_, words, source, section))
    return tuple(found)


@cache
def load_requirements() -> tuple[Requirement, ...]:
    return parse_requirements(DOCUMENT.read_text("utf-8"))


def derive_matrix(result: Result) -> Matrix:
    """Every requirement with its flows; the car of a test is the metadata Car of its suite."""
    requirements = load_requirements()
    runs: dict[str, list[Run]] = {}
    cars: set[str] = set()
    for test in result.suite.all_tests:
        run = _read_run(test)
        cars.add(run.car)
        for tag in test.tags:
            if _TAG.match(tag):
                runs.setdefault(tag.upper(), []).append(run)
    known = [car.id for car in load_cars().cars]
    columns = (*(car for car in known if car in cars), *sorted(cars - set(known)))
    rows = tuple(_trace(r, runs.get(r.id, []), columns) for r in requirements)
    strangers = sorted(set(runs) - {requirement.id for requirement in requirements})
    return Matrix(columns, rows, tuple(strangers))


def _trace(requirement: Requirement, runs: list[Run], cars: Iterable[str]) -> Traced:
    cells = (Cell(car, tuple(run for run in runs if run.car == car)) for car in cars)
    return Traced(requirement, tuple(dict.fromkeys(run.name for run in runs)), tuple(cells))


def _read_run(test: TestCase) -> Run:
    car = next((car for metadata in _above(test) if (car := metadata.get("Car"))), "no car")
    link = f"log.html#{test.id}"
    return Run(test.name, car, test.passed, test.failed, link, test.message)


def _above(test: TestCase) -> Iterator[dict[str, str]]:
    suite = test.parent
    while suite is not None:
        yield dict(suite.metadata)
        suite = suite.parent


def render_matrix(matrix: Matrix) -> str:
    """The page requirements.html; it stands beside log.html."""
    return render_page("requirements.html", title="Requirements and their flows", matrix=matrix)


def matrix_documentation(matrix: Matrix) -> str:
    """A short form in Robot's documentation format, a line a section, which report.html shows."""
    head = "| =Requirements= | =Passed= | =Failed= | =Left out= | =Without a flow= |"
    rows = [
        f"| {section} | {' | '.join(_ids(matrix.rows_of(section), s) for s in STATES)} |"
        for section in matrix.sections
    ]
    summary = ", ".join(f"{matrix.count(state)} {state}" for state in STATES)
    link = "[requirements.html|Requirements, flows and cars]"
    return "\n".join([f"{link}: {summary}.", "", head, *rows])


def _ids(rows: Iterable[Traced], state: str) -> str:
    """The requirements in a state, with the cars on which they failed; never empty."""
    found = [
        f"[requirements.html#{row.requirement.id}|{row.requirement.id}]{_cars(row)}"
        for row in rows
        if row.state == state
    ]
    return ", ".join(found) or "-"


def _cars(row: Traced) -> str:
    failed = row.cars("failed")
    return f" ({', '.join(failed)})" if failed else ""


def _first_line(text: str) -> str:
    return text.partition("\n")[0]
