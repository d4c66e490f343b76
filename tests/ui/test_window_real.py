"""A real window on an X server: it opens, clicks arrive, assistive tools know all that acts."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

import pytest

from tests.ui.bench_samples import BENCH
from tests.ui.desk import KEYS

pytestmark = pytest.mark.real_window


@dataclass(frozen=True, slots=True)
class Running:
    """The process, what it said when it was up, and how to reach its display."""

    answers: IO[str]
    places: dict[str, list[int]]
    tree: list[list[str]]
    environment: dict[str, str]

    def click(self, name: str) -> None:
        x, y = self.places[name]
        command = ["xdotool", "mousemove", "--sync", str(x), str(y), "click", "1"]
        subprocess.run(command, env=self.environment, check=True, timeout=30)

    def wheel_down(self, name: str) -> None:
        x, y = self.places[name]
        command = ["xdotool", "mousemove", "--sync", str(x), str(y), "click", "5"]
        subprocess.run(command, env=self.environment, check=True, timeout=30)


@pytest.fixture(scope="module")
def running(x_display: dict[str, str]) -> Iterator[Running]:
    command = [sys.executable, "-m", "tests.ui.real_window"]
    with subprocess.Popen(command, env=x_display, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = json.loads(process.stdout.readline())
        yield Running(process.stdout, first["places"], first["tree"], x_display)
        process.terminate()


def test_clicks_and_wheel_of_a_real_mouse_arrive(running: Running) -> None:
    if shutil.which("xdotool") is None:
        pytest.skip("no xdotool here (Debian: xdotool)")
    said = []
    for name in ("key_HOME", "row_1", "bench_hotspot"):
        running.click(name)
        said.append(running.answers.readline().strip())
    running.wheel_down("knob_right")
    said.append(running.answers.readline().strip())
    assert said == ["key HOME", "tap row_1", "phone hotspot on", "knob right 1"]


def test_assistive_tools_are_told_of_keys_knobs_and_switches(running: Running) -> None:
    told = {(role, name) for role, name in running.tree}
    wanted = {("Button", caption) for caption, _, _ in KEYS["4.0"]}
    wanted |= {("Dial", "Manopola sinistra: volume"), ("Dial", "Manopola destra: selezione")}
    wanted |= {("CheckBox", s.label) for s in BENCH if s.kind == "toggle"}
    wanted |= {("ComboBox", s.label) for s in BENCH if s.kind == "choice"}
    wanted |= {("EditableText", s.label) for s in BENCH if s.kind == "text"}
    wanted |= {("Button", s.label) for s in BENCH if s.kind == "button"}
    assert len(wanted) > 20
    assert not wanted - told


def test_all_that_acts_has_a_name(running: Running) -> None:
    acting = ("Button", "CheckBox", "ComboBox", "Dial", "EditableText", "RadioButton", "ListItem")
    assert [role for role, name in running.tree if role in acting and not name] == []
