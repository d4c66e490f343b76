"""The example flows pass on every car they are for, run as a tester runs them."""

import re
from collections import Counter
from pathlib import Path

import pytest

from models.catalogue import load_cars
from pcm.qa.flow.combinations import derive_combinations
from pcm.qa.flow.sources import count_tests, load_suite
from tests.qa.flow.program import flow, read_tests
from tools.environment import ROOT

FLOWS = ROOT / "assets" / "flows"
FEWEST = 50
"""Tests for a car."""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("flows") / "out"
    done = flow(FLOWS, "--cars", "all", "--jobs", "2", out=folder)
    assert done.status == 0, [line for line in done.out.splitlines() if not line.startswith("PASS")]
    return folder


def test_every_car_ran_all_that_are_for_it(out: Path) -> None:
    suite = load_suite([FLOWS], {})
    cars = derive_combinations(("all",))
    assert len(cars) == len(load_cars().cars) == 13
    planned = {car.name: count_tests(suite, car) for car in cars}
    assert min(planned.values()) >= FEWEST
    ran = Counter(_car_of(name, planned) for name in read_tests(out))
    assert ran == planned


def _car_of(name: str, known: dict[str, int]) -> str:
    return next(car for car in known if name.startswith(f"Flows.{car}."))


def test_every_requirement_has_passed(out: Path) -> None:
    page = (out / "requirements.html").read_text("utf-8")
    summary = " ".join(re.sub(r"<[^>]*>", "", page).split())
    found = re.search(r"(\d+) requirements: (\d+) passed, (\d+) failed", summary)
    assert found, summary[:300]
    assert found[1] == found[2]
    assert int(found[1]) > 50
    assert found[3] == "0"
