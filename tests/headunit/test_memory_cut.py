"""Killed at any instant, the memory opens with the last finished change, at most with one more."""

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.headunit import memory_killer
from tests.headunit.memory_desk import Desk
from tools.environment import ROOT

KILLED = 200


@pytest.mark.skipif(sys.platform == "win32", reason="nothing to fork and kill with")
def test_what_was_finished_is_there_after_each_of_200_kills(tmp_path: Path) -> None:
    path = tmp_path / "car.sqlite"
    command = [sys.executable, "-m", memory_killer.__name__, str(path), str(KILLED), "20261122"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    result = json.loads(done.stdout)
    assert result["wrong"] == []
    assert result["changes"] > KILLED
    assert result["one_more"] > 0, "no kill fell between a change and its report"
    assert [each.name for each in tmp_path.iterdir()] == ["car.sqlite"]
    with closing(Desk(path)) as desk:
        assert desk.start().unit.state.settings["volume"] >= result["changes"]
