"""Every whole flow of the papers is run by plain Robot Framework, every test by pytest."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tools.environment import ROOT

FLOW = re.compile(r"^```robotframework\n(\*\*\* Settings.*?)^```$", re.MULTILINE | re.DOTALL)
TEST = re.compile(r"^```python\n(def test_.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(shape: re.Pattern[str]) -> list[str]:
    papers = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [block for paper in papers for block in shape.findall(paper.read_text("utf-8"))]


def run_module(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", *arguments], capture_output=True, text=True, env=environment
    )


def test_the_flows_pass(tmp_path: Path) -> None:
    flows = blocks(FLOW)
    assert len(flows) >= 2
    for number, flow in enumerate(flows):
        (tmp_path / f"flow{number}.robot").write_text(flow, "utf-8")
    done = run_module(
        "robot", "--output", "NONE", "--report", "NONE", "--log", "NONE", str(tmp_path)
    )
    assert done.returncode == 0, done.stdout


def test_the_tests_for_pytest_pass(tmp_path: Path) -> None:
    tests = blocks(TEST)
    assert len(tests) >= 1
    file = tmp_path / "test_of_the_papers.py"
    file.write_text("\n\n".join(tests), "utf-8")
    done = run_module("pytest", "-q", "-p", "pcm.qa.pytest_plugin", "-c", os.devnull, str(file))
    assert done.returncode == 0, done.stdout
    assert f"{len(tests)} passed" in done.stdout
