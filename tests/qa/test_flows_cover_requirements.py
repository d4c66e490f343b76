"""The example flows: each requirement has one for some car, and none names what there is not."""

from collections import Counter
from pathlib import Path

import pytest
from robot import running

from models.catalogue import load_cars
from pcm.qa.flow.requirements import load_requirements
from pcm.qa.tags import FITS, fits, fitting_tags

TESTS: list[running.TestCase] = list(
    running.TestSuite.from_file_system(Path(__file__).parents[2] / "assets" / "flows").all_tests
)
REQUIREMENTS = [requirement.id for requirement in load_requirements()]
CARS = {car.id: fitting_tags(car) for car in load_cars().cars}


def test_the_cases_are_all_flows_and_all_requirements() -> None:
    assert len(TESTS) > 100
    assert len(REQUIREMENTS) == 51
    assert len(CARS) == 13


@pytest.mark.parametrize("requirement", REQUIREMENTS)
def test_a_requirement_has_a_flow_that_a_car_runs(requirement: str) -> None:
    flows = [test for test in TESTS if requirement in test.tags]
    assert flows, f"no flow in assets/flows has the tag {requirement}"
    assert any(fits(test.tags, fitting) for test in flows for fitting in CARS.values())


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test.name)
def test_a_flow_names_a_requirement_that_there_is_and_fits_a_car(test: running.TestCase) -> None:
    named = {tag for tag in test.tags if not FITS.match(tag)}
    assert named, f"{test.name} has no R-number"
    assert named <= set(REQUIREMENTS)
    wanted = set(test.tags) - named
    assert wanted <= set().union(*CARS.values()), "a tag of no car"


def test_names_of_flows_differ() -> None:
    assert [name for name, count in Counter(test.name for test in TESTS).items() if count > 1] == []
