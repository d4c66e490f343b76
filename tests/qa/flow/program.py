"""`flow` as a process, and reading what it leaves behind."""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from robot.api import ExecutionResult

from tests.console.program import Done
from tools.environment import ROOT

HEAD = "*** Settings ***\nLibrary    pcm.qa.HeadUnit\n\n*** Test Cases ***\n"


class Told(NamedTuple):
    """A test in the report."""

    status: str
    message: str


def write_flow(file: Path, tests: dict[str, str]) -> Path:
    """A file of flows: names and bodies, the lines of a body set apart by newlines."""
    bodies = (
        f"{name}\n" + "".join(f"    {line}\n" for line in body.splitlines())
        for name, body in tests.items()
    )
    file.write_text(HEAD + "\n".join(bodies), encoding="utf-8")
    return file


def flow(*words: object, out: Path) -> Done:
    """Run `flow` with its results in `out`, however long it takes.

    Options of Robot Framework come last, after --.
    """
    before = [str(word) for word in words]
    place = before.index("--") if "--" in before else len(before)
    command = [sys.executable, "-m", "pcm.cli", "flow", *before[:place], "--out", str(out)]
    done = subprocess.run(
        [*command, *before[place:]],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr
    return Done(done.returncode, done.stdout, done.stderr)


def read_tests(out: Path) -> dict[str, Told]:
    """Every test of the report by its full name."""
    result = ExecutionResult(out / "output.xml")
    return {test.full_name: Told(test.status, test.message) for test in result.suite.all_tests}
