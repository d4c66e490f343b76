"""Windows of flows as processes: on an X server, and where no display is; they end cleanly."""

import os
import subprocess
import sys

import pytest

DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def drive(environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "tests.qa.window.on_display"]
    return subprocess.run(command, env=environment, capture_output=True, text=True)


def test_without_a_display_it_is_drawn_where_nobody_sees_it() -> None:
    unseen = {name: value for name, value in os.environ.items() if name not in DISPLAY}
    done = drive(unseen)
    assert (done.returncode, done.stdout, done.stderr) == (0, "offscreen []\n", "")


@pytest.mark.real_window
def test_on_an_x_server_it_is_a_window_there(x_display: dict[str, str]) -> None:
    done = drive(x_display)
    assert (done.returncode, done.stdout) == (0, "xcb []\n"), done.stderr
