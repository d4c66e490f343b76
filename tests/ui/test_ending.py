"""Ctrl-C and SIGTERM end the window as closing it does, at once and without a word."""

import shutil
import signal
import subprocess
import sys

import pytest

pytestmark = pytest.mark.real_window
COMMAND = [sys.executable, "-m", "pcm.cli", "--memory", "none"]
SEARCH = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Simulatore PCM"]


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_a_window_at_rest_ends_when_asked(x_display: dict[str, str], asked: signal.Signals) -> None:
    if shutil.which("xdotool") is None:
        pytest.skip("no xdotool here (Debian: xdotool)")
    output = subprocess.PIPE
    with subprocess.Popen(COMMAND, env=x_display, stdout=output, stderr=output) as process:
        try:
            subprocess.run(SEARCH, env=x_display, check=True, stdout=output, timeout=60)
            process.send_signal(asked)
            assert process.communicate(timeout=60) == (b"", b"")
            assert process.returncode == 0
        finally:
            process.kill()
