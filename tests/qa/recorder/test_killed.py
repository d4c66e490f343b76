"""A program that is killed while it records: the file is a whole flow that plays back to there."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.qa.recorder.replaying import play_here
from tools.environment import ROOT

LINK = ["tap APPS > OPT > Login Porsche Connect", "tap enter_pairing_code"]
CODES = [f"type @code[{at}:{at + 1}]" for at in range(8)]
LINES = [*LINK, *CODES, "ok", "sim insert standard", "type 9", "type 9", "type 9", "type 9", "ok"]


@pytest.mark.parametrize(
    ("done", "last"),
    [(5, "Type    @code[:3]"), (11, "Expect State    account    logged_in")],
)
def test_what_was_done_is_in_the_file(done: int, last: str, tmp_path: Path) -> None:
    file = tmp_path / "killed.robot"
    command = [sys.executable, "-m", "pcm.cli", "--console", "--language", "en", "--memory", "none"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as program:
        assert program.stdin
        assert program.stdout
        for line in (f"record {file}", *LINES[:done], "state car"):
            print(line, file=program.stdin, flush=True)
        while program.stdout.readline() != "718-982\n":
            pass
        program.send_signal(signal.SIGKILL)
    assert file.read_text("utf-8").endswith(f"    {last}\n")
    assert play_here(file)[-2]["ok"]
