"""The keyword in a flow, and the commands, as a user runs them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from robot.api import ExecutionResult

ROOT = Path(__file__).resolve().parents[3]
FLOW = """*** Settings ***
Library    pcm.qa.HeadUnit

*** Variables ***
${CAR}         718-982
${YEAR}        2019
${LANGUAGE}    en

*** Test Cases ***
Home Looks As Before
    Picture Should Match    home

A Minute Later It Does Not
    Pass Time    1 min
    Picture Should Match    home

But For The Clock
    Pass Time    1 min
    Picture Should Match    home    mask=clock    tolerance=0

A Wrong Mask
    Picture Should Match    home    mask=clokc

A Name Is A Name
    Picture Should Match    ../home
"""


def run(*words: str, cwd: Path = ROOT) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=cwd, check=False, capture_output=True, text=True
    )
    return done.returncode, done.stdout + done.stderr


def flow(file: Path) -> dict[str, str]:
    """Name of each test -> what it failed with, by plain robot."""
    out = file.parent / "results"
    run("robot", "--outputdir", str(out), str(file))
    tests = ExecutionResult(out / "output.xml").suite.tests
    return {test.name: "" if test.passed else test.message for test in tests}


def test_a_flow_compares_what_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "seen.robot"
    file.write_text(FLOW, "utf-8")
    results, home = tmp_path / "results", "718-982-2019-IT-en/home.png"
    first = flow(file)
    assert "no picture 'home' is stored for 718-982-2019-IT-en" in first["Home Looks As Before"]
    assert "'../home' is no name of a picture" in first["A Name Is A Name"]
    stored = tmp_path / "pictures" / home
    assert run("pcm.cli", "pictures", "accept", str(results)) == (0, f"stored {stored}\n")
    then = flow(file)
    held = [name for name, message in then.items() if not message]
    assert held == ["Home Looks As Before", "But For The Clock"]
    assert "unknown mask 'clokc'; did you mean clock" in then["A Wrong Mask"]
    later = then["A Minute Later It Does Not"]
    assert later.startswith("the picture 'home' differs: 0.0")
    assert later.endswith(f"see {results / 'differences' / 'index.html'}")
    assert "before and after" in (results / "log.html").read_text("utf-8")


def test_two_folders_by_command(shots: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    compare = ("pcm.cli", "pictures", "compare", str(shots), str(shots), "--out", str(out))
    same = run(*compare)
    assert same == (0, f"5 pictures, 0 not as before\n{out / 'index.html'}\n")
    assert run(*compare, "--mask", "clokc")[1].startswith("pcm: unknown mask 'clokc'; did you mean")
    code, told = run("pcm.cli", "pictures", "compare", str(shots), str(tmp_path / "none"))
    assert (code, told) == (2, f"pcm: there is no folder {tmp_path / 'none'}\n")
