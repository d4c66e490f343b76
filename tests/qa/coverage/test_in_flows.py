"""A run of flows with the variable COVERAGE leaves what it has seen in that folder."""

import subprocess
import sys
from pathlib import Path

from pcm.qa.coverage.seen import Desk, load_seen
from tools.environment import ROOT

FLOW = """\
*** Settings ***
Library    pcm.qa.HeadUnit

*** Test Cases ***
Roaming
    Do    roaming

Media
    Key    MEDIA
    No Such Keyword
"""


def robot(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    flow = folder / "x.robot"
    flow.write_text(FLOW, "utf-8")
    command = [sys.executable, "-m", "robot", "--pythonpath", str(ROOT), "--output", "NONE"]
    command += ["--log", "NONE", "--report", "NONE", *options, str(flow)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)


def test_each_test_adds_what_it_saw(tmp_path: Path) -> None:
    wanted = ["--variable", f"COVERAGE:{tmp_path / 'seen'}", "--variable", "CAR:718-982"]
    done = robot(tmp_path, *wanted, "--variable", "YEAR:2019")
    assert done.returncode == 1, done.stdout
    seen, problems = load_seen(tmp_path / "seen")
    assert problems == []
    assert set(seen) == {Desk("718-982", 2019, "IT")}
    (found,) = seen.values()
    assert "roaming on" in found.outcomes
    assert {"set_phone", "media"} <= found.screens


def test_a_folder_that_cannot_be_written_fails_no_test(tmp_path: Path) -> None:
    (tmp_path / "seen").write_text("", "utf-8")
    done = robot(tmp_path, "--variable", f"COVERAGE:{tmp_path / 'seen'}", "--test", "Roaming")
    assert done.returncode == 0, done.stdout
    assert "no coverage" in done.stderr
