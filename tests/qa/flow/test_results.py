"""What a run leaves behind and says: two cars side by side, with a failure and a test left out."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from robot.api import ExecutionResult

from tests.console.program import Done
from tests.qa.flow.program import HEAD, flow, read_tests, write_flow
from tools.environment import ROOT

FLOWS = {
    "Roaming Needs Its Tick": "[Tags]    R-ROAM-2\nTap    phone\nBack",
    "Old Cars Alone": "[Tags]    pcm-4.0    R-LINK-2\nTap    phone",
    "Misspelt": "[Tags]    R-ROAM-3\nTapp    phone",
}
CARS = ("718-982 2019 DE de", "cayenne-9y0 2019 DE de")


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[Done, Path]:
    folder = tmp_path_factory.mktemp("flows")
    file = write_flow(folder / "made_up.robot", FLOWS)
    cars = ("--cars", "718-982,cayenne-9y0", "--year", "2019", "--country", "Germania")
    out = folder / "out"
    done = flow(
        file, *cars, "--language", "de", "--jobs", "2", "--", "--loglevel", "DEBUG", out=out
    )
    return done, out


def test_the_exit_status_counts_failures(ran: tuple[Done, Path]) -> None:
    assert ran[0].status == 2, ran[0]


def test_the_terminal_has_a_line_for_each_test_and_the_sums(ran: tuple[Done, Path]) -> None:
    lines = ran[0].out.splitlines()
    for car in CARS:
        assert f"PASS  {car} | Roaming Needs Its Tick" in lines
        failure = lines.index(f"FAIL  {car} | Misspelt")
        assert lines[failure + 1] == "      unknown keyword 'Tapp'; did you mean Tap?"
    assert sum("Old Cars Alone" in line for line in lines) == 1
    assert lines[-2:] == ["5 tests, 3 passed, 2 failed", str(ran[1] / "report.html")]
    assert any(re.match(r"all .*\d+/\d+ +\d+%", line) for line in lines)


def test_a_suite_for_each_car_says_which_it_is(ran: tuple[Done, Path]) -> None:
    result = ExecutionResult(ran[1] / "output.xml")
    suites = {suite.name: suite for suite in result.suite.suites}
    assert set(suites) == set(CARS)
    assert suites[CARS[1]].metadata["Car"] == "cayenne-9y0"
    assert list(read_tests(ran[1])) == [
        *(f"Flows.{CARS[0]}.{name}" for name in FLOWS),
        f"Flows.{CARS[1]}.Roaming Needs Its Tick",
        f"Flows.{CARS[1]}.Misspelt",
    ]


def test_the_report_leads_to_requirements_and_coverage(ran: tuple[Done, Path]) -> None:
    out = ran[1]
    suite = ExecutionResult(out / "output.xml").suite
    assert "R-ROAM-2" in suite.doc
    for name in ("Requirements", "Coverage"):
        page = suite.metadata[name].partition("|")[0].strip("[")
        assert (out / page).exists()
        assert page in (out / "report.html").read_text("utf-8")
    requirements = (out / "requirements.html").read_text("utf-8")
    links = re.findall(r'href="log\.html#([\w-]+)"', requirements)
    assert len(links) >= 5
    result = ExecutionResult(out / "output.xml")
    assert set(links) <= {test.id for test in result.suite.all_tests}
    assert "cayenne-9y0" in (out / "coverage.html").read_text("utf-8")


def test_junit_has_a_testsuite_for_each_car(ran: tuple[Done, Path]) -> None:
    root = ElementTree.parse(ran[1] / "junit.xml").getroot()
    assert root.tag == "testsuites"
    suites = {suite.get("name"): suite for suite in root}
    assert set(suites) == set(CARS)
    for suite in suites.values():
        cases = suite.findall("testcase")
        assert {child.tag for child in suite} == {"testcase"}
        assert suite.get("tests") == str(len(cases))
        assert suite.get("failures") == str(len(suite.findall("testcase/failure"))) == "1"
        assert all(case.get("classname") and case.get("name") for case in cases)


def test_results_are_replaced_and_nothing_else_is_touched(tmp_path: Path) -> None:
    out = tmp_path / "out"
    file = write_flow(tmp_path / "one.robot", {"One": "Tap    phone"})
    assert flow(file, out=out).status == 0
    assert "data:image/png" not in (out / "output.xml").read_text("utf-8")
    (out / "mine.txt").write_text("kept")
    write_flow(file, {"Two": "Tap    phonee"})
    assert flow(file, out=out).status == 1
    assert list(read_tests(out)) == ["One.Two"]
    assert (out / "mine.txt").read_text() == "kept"
    assert "data:image/png" in (out / "output.xml").read_text("utf-8")
    assert not list(out.glob("log-*.js"))  # the log is one file, pictures and all


def test_plain_robot_runs_the_same_file(tmp_path: Path) -> None:
    bodies = {name: body for name, body in FLOWS.items() if name != "Misspelt"}
    file = write_flow(tmp_path / "plain.robot", bodies)
    variables = "*** Variables ***\n${CAR}    cayenne-9y0\n\n"
    file.write_text(
        HEAD.replace("*** Test", f"{variables}*** Test") + file.read_text().removeprefix(HEAD)
    )
    command = [
        sys.executable,
        "-m",
        "robot",
        "--pythonpath",
        str(ROOT),
        "--outputdir",
        "out",
        str(file),
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done
    assert list(read_tests(tmp_path / "out")) == ["Plain.Roaming Needs Its Tick"]
