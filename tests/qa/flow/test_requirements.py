"""The table requirement -> flows -> outcome per car, from a run of Robot Framework."""

import re

import pytest
from robot.result import Result
from robot.result import TestSuite as Suite
from robot.utils import html_format

from pcm.qa.flow.requirements import (
    DOCUMENT,
    Matrix,
    Traced,
    derive_matrix,
    load_requirements,
    matrix_documentation,
    parse_requirements,
    render_matrix,
)


@pytest.fixture
def result() -> Result:
    """Two cars, one of them in two countries; a nested suite takes its car from above."""
    top = Suite(name="Flows")
    for car, country in (("taycan-j1", "IT"), ("718-982", "IT"), ("718-982", "CH")):
        suite = top.suites.create(name=f"{car} {country}")
        suite.metadata["Car"] = car
        inner = suite.suites.create(name="Roaming")
        inner.tests.create(name="The tick warns", tags=["R-ROAM-6", "pcm-4.0"], status="PASS")
        if country == "CH":
            inner.tests.create(
                name="No data abroad",
                tags=["r-roam-1", "R-ROAM-6"],
                status="FAIL",
                message="expected data 'none'; it is 'inserted'\nOn the screen: <b>",
            )
        if car == "718-982":
            inner.tests.create(name="Path", tags=["R-ROAM-2"], status="PASS")
            inner.tests.create(name="Not here", tags=["R-ROAM-5"], status="SKIP")
        inner.tests.create(name="Odd", tags=["R-ROAM-99"], status="PASS")
    return Result(suite=top)


@pytest.fixture
def matrix(result: Result) -> Matrix:
    return derive_matrix(result)


def row(matrix: Matrix, id_: str) -> Traced:
    return next(row for row in matrix.rows if row.requirement.id == id_)


def test_every_requirement_of_the_document_is_read() -> None:
    ids = re.findall(r"^\|\s*(R-[A-Z]+-\d+)\s*\|", DOCUMENT.read_text("utf-8"), re.MULTILINE)
    found = load_requirements()
    assert [requirement.id for requirement in found] == ids
    assert len(ids) > 40
    assert all(r.text and r.source and r.section for r in found)


def test_a_line_of_the_document() -> None:
    line = "## Data\n\n| id | a | b | c |\n| R-A-1 | *All* & more | faq:1 | rule |\n"
    (found,) = parse_requirements(line)
    assert (found.id, found.source, found.section) == ("R-A-1", "faq:1", "Data")
    assert found.html == "<em>All</em> &amp; more"


def test_columns_are_the_cars_that_ran_in_the_order_of_the_catalogue(matrix: Matrix) -> None:
    assert matrix.cars == ("718-982", "taycan-j1")
    assert len(matrix.rows) == len(load_requirements())


def test_a_cell_takes_all_runs_of_a_car_together(matrix: Matrix) -> None:
    boxster, taycan = row(matrix, "R-ROAM-6").cells
    assert (boxster.state, boxster.passed, boxster.failed) == ("failed", 2, 1)
    assert (taycan.state, taycan.passed, taycan.failed) == ("passed", 1, 0)
    assert row(matrix, "R-ROAM-6").flows == ("The tick warns", "No data abroad")
    assert boxster.link == "log.html#s1-s3-s1-t2", "the one that failed"


def test_a_tag_may_be_written_small(matrix: Matrix) -> None:
    assert row(matrix, "R-ROAM-1").flows == ("No data abroad",)


def test_what_is_not_for_a_car_is_left_out_there(matrix: Matrix) -> None:
    found = row(matrix, "R-ROAM-2")
    assert [cell.state for cell in found.cells] == ["passed", "left out"]
    assert found.state == "passed"
    assert row(matrix, "R-ROAM-5").state == "left out", "it was skipped everywhere"


def test_a_requirement_without_a_flow_and_a_tag_without_a_requirement(matrix: Matrix) -> None:
    assert row(matrix, "R-SRV-1").state == "without a flow"
    assert matrix.count("without a flow") == len(matrix.rows) - 4
    assert matrix.strangers == ("R-ROAM-99",)


def test_the_page_says_it_with_signs_and_leads_to_the_log(matrix: Matrix) -> None:
    html = render_matrix(matrix)
    line = re.search(r'<tr id="R-ROAM-6".*?</tr>', html, re.DOTALL)
    assert line
    assert '<a href="log.html#s1-s3-s1-t2">✗ 1/3</a>' in line[0]
    assert '<a href="log.html#s1-s1-s1-t1">✓ 1</a>' in line[0]
    assert "it is &#39;inserted&#39;" in line[0]
    assert "On the screen" not in html
    assert html.count("○ no flow") == matrix.count("without a flow")
    assert "R-ROAM-99" in html


def test_the_report_has_the_short_form(matrix: Matrix) -> None:
    html = html_format(matrix_documentation(matrix))
    assert '<a href="requirements.html#R-ROAM-6">R-ROAM-6</a> (718-982)' in html
    assert html.count("<tr>") == 1 + len(matrix.sections)


def test_a_run_that_was_stopped_before_its_first_test_has_a_table_too() -> None:
    matrix = derive_matrix(Result(suite=Suite(name="Flows")))
    assert matrix.cars == ()
    assert matrix.count("without a flow") == len(load_requirements())
    assert "R-LINK-1" in render_matrix(matrix)
    assert matrix_documentation(matrix)
