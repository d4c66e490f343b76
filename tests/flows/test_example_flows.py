"""The example flows hold on every car, and show every requirement on one of them at least."""

from pathlib import Path

from robot.api import ExecutionResult

from models.catalogue import load_cars
from pcm.qa.flow.requirements import Traced, derive_matrix
from tests.qa.flow.program import flow, read_tests

FLOWS = "assets/flows"
ONE_OF_EACH_PCM = ("718-982", "panamera-971.1", "macan-95b.2", "taycan-j1")


def failed(out: Path) -> dict[str, str]:
    return {name: told.message for name, told in read_tests(out).items() if told.status != "PASS"}


def shown(out: Path) -> tuple[Traced, ...]:
    return derive_matrix(ExecutionResult(out / "output.xml")).rows


def test_they_hold_on_every_car_and_show_every_requirement(tmp_path: Path) -> None:
    done = flow(FLOWS, "--cars", "all", out=tmp_path)
    assert failed(tmp_path) == {}
    assert done.status == 0
    assert len(read_tests(tmp_path)) > 900
    rows = shown(tmp_path)
    assert [row.requirement.id for row in rows if row.state != "passed"] == []
    assert len(rows) == 51
    assert {car for row in rows for car in row.cars("passed")} == {c.id for c in load_cars().cars}


def test_they_hold_in_another_language_and_in_a_country_without_a_sim_slot(tmp_path: Path) -> None:
    matrix = f"cars={','.join(ONE_OF_EACH_PCM)},countries=CN,languages=de"
    done = flow(FLOWS, "--matrix", matrix, out=tmp_path)
    assert failed(tmp_path) == {}
    assert done.status == 0
    assert len(read_tests(tmp_path)) > 270
