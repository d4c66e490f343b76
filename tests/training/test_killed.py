"""A program that is killed in the middle of a lesson: the car remembers what was before it."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from pcm.training.lesson import find_lesson
from tools.environment import ROOT

LINES = ("do link", "lesson link as Anna", *["lesson step"] * 6, "language de")


def said(memory: Path, *lines: str, kill: bool = False) -> list[str]:
    """What a console on this memory says to some lines; then it ends, or is killed."""
    country = find_lesson("link").country or "IT"  # with another one it is another memory
    options = ("--console", "--memory", str(memory), "--country", country)
    command = [sys.executable, "-m", "pcm.cli", *options]
    told: list[str] = []
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as program:
        assert program.stdin
        assert program.stdout
        for line in (*lines, "state car"):
            print(line, file=program.stdin, flush=True)
        while not told or told[-1] != "718-982\n":
            told.append(program.stdout.readline())
            assert told[-1], told
        if kill:
            program.send_signal(signal.SIGKILL)
        else:
            program.stdin.close()
    return told


def test_the_memory_knows_nothing_of_the_lesson(tmp_path: Path) -> None:
    memory = tmp_path / "car.sqlite"
    killed = said(memory, *LINES, kill=True)
    assert any(line.startswith("2/") for line in killed), "the lesson was under way"
    told = said(memory, "state account", "lesson")
    assert "logged_in\n" in told
    assert any(find_lesson("link").title["it"] in line for line in told), "still in Italian"
