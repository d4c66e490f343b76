"""Ctrl-C and kill: what ran is in the report, and nothing goes on running."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from robot.api import ExecutionResult

from tests.qa.flow.program import read_tests, write_flow
from tools.environment import ROOT

WAITS = "Evaluate    os.mkfifo($DOOR) or os.close(os.open($DOOR, os.O_WRONLY))    modules=os"
"""Until somebody opens the other end; Python goes on waiting after a signal."""
LATE = 150
"""Tests that come then: a run hears of Ctrl-C within some of them."""
MANY = ("--cars", "718-982,macan-95b.1,taycan-j1", "--jobs", "2")


@contextmanager
def running(tmp_path: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    """A run whose second test waits, at that moment."""
    doors = tmp_path / "doors"
    doors.mkdir()
    bodies = {"One": "Tap    phone", "Slow": WAITS}
    bodies |= {f"Late {number}": "Back" for number in range(LATE)}
    file = write_flow(tmp_path / "slow.robot", bodies)
    variable = f"*** Variables ***\n${{DOOR}}    {doors}/${{CAR}}\n\n*** Test"
    file.write_text(file.read_text("utf-8").replace("*** Test", variable), encoding="utf-8")
    command = [sys.executable, "-m", "pcm.cli", "flow", str(file), "--out", str(tmp_path / "out")]
    process = subprocess.Popen(
        [*command, *(words or ("--car", "718-982"))],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        wait_for(process, "One", 2 if words else 1)
        yield process
    finally:
        with process:
            process.kill()


def wait_for(process: subprocess.Popen[str], name: str, count: int) -> None:
    """Until so many lines told of a test's end."""
    assert process.stdout is not None
    while count:
        line = process.stdout.readline()
        assert line, "the run has ended"
        count -= line.startswith("PASS") and line.rstrip().endswith(name)


def open_doors(tmp_path: Path) -> int:
    """Let the tests that wait go on."""
    doors = list((tmp_path / "doors").iterdir())
    for door in doors:
        os.close(os.open(door, os.O_RDONLY))
    return len(doors)


def wait_for_doors(tmp_path: Path, count: int) -> None:
    while len(list((tmp_path / "doors").iterdir())) < count:
        pass


def job_processes(tmp_path: Path) -> list[str]:
    """Command lines of what still works on the results of this test."""
    found = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = file.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue  # it has ended meanwhile
        if str(tmp_path / "out") in words and "pcm.cli" not in words:
            found.append(words)
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc and pipes with names")
@pytest.mark.parametrize("words", [(), MANY], ids=["one car", "three cars"])
def test_ctrl_c_stops_after_the_running_tests(tmp_path: Path, words: tuple[str, ...]) -> None:
    with running(tmp_path, *words) as process:
        at_once = 2 if words else 1
        wait_for_doors(tmp_path, at_once)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the whole group
        assert process.stdout is not None
        assert process.stdout.readline().startswith("stopping after the running tests")
        assert open_doors(tmp_path) == at_once
        rest = process.stdout.read()
        assert process.wait() == 253, rest
    ran = read_tests(tmp_path / "out")
    planned = (2 + LATE) * (3 if words else 1)
    assert 2 * at_once <= len(ran) < planned / 2
    assert {test.status for test in ran.values()} == {"PASS"}
    told = f"{len(ran)} of {planned} tests ran"
    assert f"interrupted: {told}" in rest
    result = ExecutionResult(tmp_path / "out" / "output.xml")
    assert result.suite.metadata["Interrupted"] == told
    assert (tmp_path / "out" / "report.html").exists()
    assert job_processes(tmp_path) == []


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc and pipes with names")
def test_ctrl_c_twice_stops_the_running_test_too(tmp_path: Path) -> None:
    with running(tmp_path) as process:
        wait_for_doors(tmp_path, 1)
        process.send_signal(signal.SIGINT)
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait() == 253
    tests = read_tests(tmp_path / "out")
    assert {name: test.status for name, test in tests.items()} == {
        "Slow.One": "PASS",
        "Slow.Slow": "FAIL",
    }
    assert tests["Slow.Slow"].message == "interrupted in the keyword Evaluate"


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc and pipes with names")
def test_nothing_goes_on_when_the_program_is_killed(tmp_path: Path) -> None:
    with running(tmp_path, *MANY) as process:
        wait_for_doors(tmp_path, 2)
        assert len(job_processes(tmp_path)) >= 4  # two supervisors, two with Robot Framework
        process.kill()
        process.wait()
        while job_processes(tmp_path):
            pass
    again = write_flow(tmp_path / "again.robot", {"One": "Tap    phone"})
    command = [sys.executable, "-m", "pcm.cli", "flow", str(again), "--out", str(tmp_path / "out")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done
    assert list(read_tests(tmp_path / "out")) == ["Again.One"]
