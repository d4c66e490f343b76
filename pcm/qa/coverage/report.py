"""What a run reports of coverage: `coverage.html` with a page for each car, `coverage.json`, and
the table for the terminal.
"""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from models.errors import PcmError
from pcm.qa.coverage.covered import PARTS, Count, Covered, find_covered
from pcm.qa.coverage.existing import MEANING, find_existing
from pcm.qa.coverage.seen import Desk, Seen, load_seen
from pcm.qa.pages import render_page

PAGES = "coverage"  # folder of the pages of single cars, beside the table


@dataclass(frozen=True)  # no slots: the counts are kept
class Totals:
    """cars: in the order of their names; problems: files that were left out, a line each."""

    cars: tuple[Covered, ...]
    problems: tuple[str, ...] = ()

    @cached_property
    def counts(self) -> dict[str, Count]:
        """All cars together."""
        return {part: sum((car.counts[part] for car in self.cars), Count(0, 0)) for part in PARTS}

    @property
    def text(self) -> str:
        """The table for a terminal."""
        rows = [(f"{car.car.id} {car.year}", car.counts) for car in self.cars]
        rows += [("all", self.counts)] if len(rows) > 1 else []
        wide = max((len(name) for name, _ in rows), default=0)
        lines = [f"{'':<{wide}}" + "".join(f"  {part:>14}" for part in PARTS)] if rows else []
        lines += [
            f"{name:<{wide}}"
            + "".join(f"  {counts[part]!s:>9} {counts[part].percent:>3}%" for part in PARTS)
            for name, counts in rows
        ]
        return "\n".join([*(lines or ["no menu was seen"]), *self.problems])


def report_coverage(folder: Path, out: Path) -> Totals:
    """Write the pages and coverage.json into `out` from the files of `folder`; raises PcmError."""
    totals = _load_totals(folder)
    try:
        (out / PAGES).mkdir(parents=True, exist_ok=True)
        (out / "coverage.json").write_text(_as_json(totals), "utf-8")
        (out / "coverage.html").write_text(_table_page(totals), "utf-8")
        for car in totals.cars:
            (out / PAGES / f"{car.name}.html").write_text(_car_page(car), "utf-8")
    except OSError as error:
        raise PcmError(f"{out}: the coverage cannot be written: {error.strerror}") from None
    return totals


def _load_totals(folder: Path) -> Totals:
    seen, problems = load_seen(folder)
    cars: dict[tuple[str, int], dict[Desk, Seen]] = {}
    for desk in sorted(seen):
        try:
            find_existing(desk)
        except PcmError as error:
            problems.append(f"{desk.name}: {error}")
        else:
            cars.setdefault((desk.car, desk.year), {})[desk] = seen[desk]
    return Totals(tuple(find_covered(car) for car in cars.values()), tuple(problems))


def _as_json(totals: Totals) -> str:
    cars = [
        {
            "car": car.car.id,
            "year": car.year,
            "countries": car.countries,
            **{part: _count_value(count) for part, count in car.counts.items()},
            "unseen": _unseen(car),
        }
        for car in totals.cars
    ]
    counts = {part: _count_value(count) for part, count in totals.counts.items()}
    value = {"cars": cars, "all": counts, "problems": totals.problems}
    return json.dumps(value, ensure_ascii=False, indent=1)


def _count_value(count: Count) -> dict[str, int]:
    return {"seen": count.seen, "existing": count.existing}


def _unseen(car: Covered) -> dict[str, list[str]]:
    existing = car.existing
    return {
        "screens": sorted(existing.screens - car.seen.screens),
        "outcomes": sorted(
            f"{row} {outcome}"
            for row, outcomes in existing.outcomes.items()
            for outcome in outcomes
            if not car.outcome_seen(row, outcome)
        ),
        "overlays": sorted(existing.overlays - car.seen.overlays),
        "reasons": sorted(existing.reasons - car.seen.reasons),
    }


def _table_page(totals: Totals) -> str:
    return render_page(
        "coverage.html",
        title="Menu coverage",
        totals=totals,
        parts=PARTS,
        pages=PAGES,
        meaning=MEANING,
    )


def _car_page(car: Covered) -> str:
    return render_page(
        "coverage_car.html",
        title=f"Menu coverage: {car.car.name}",
        car=car,
        parts=PARTS,
        meaning=MEANING,
    )
