"""The program as a user starts it for browsers: a process, with a home of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

from tools.environment import ROOT

PATIENCE_S = 60
DEAF = "QT_", "XDG_", "DISPLAY", "WAYLAND_"
"""What of this computer's environment has no say."""


class Program:
    """`run_pcm.py --web` with these options; `home`: where it keeps what it remembers."""

    def __init__(self, home: Path, *options: str) -> None:
        self._home, self._options = home, options
        self._process = self._start("0")
        self.address = self._find_address()
        self.over = False  # it was ended, as it should be at last

    @property
    def port(self) -> int:
        return int(self.address.rstrip("/").rpartition(":")[2])

    def kill(self) -> None:
        """Nobody is told."""
        self._process.kill()
        self._process.communicate()

    def start_again(self) -> None:
        """Where it was before."""
        self._process = self._start(str(self.port))
        assert self._find_address() == self.address

    def read_line(self) -> str:
        """What it prints next."""
        assert self._process.stdout
        return self._process.stdout.readline()

    def end(self) -> str:
        """As Ctrl-C does; what it has said of faults and refusals."""
        self.over = True
        self._process.send_signal(signal.SIGINT)
        said = self._process.communicate(timeout=PATIENCE_S)[1]
        assert self._process.returncode == 0, said
        return said

    def close(self) -> None:
        self.over = True
        self._process.kill()
        self._process.communicate()

    def _start(self, port: str) -> subprocess.Popen[str]:
        ours = {name: value for name, value in os.environ.items() if not name.startswith(DEAF)}
        return subprocess.Popen(
            [sys.executable, "-m", "pcm.cli", "--web", "--port", port, *self._options],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=self._home,
            env=ours | {"HOME": str(self._home), "PYTHONPATH": str(ROOT)},
        )

    def _find_address(self) -> str:
        found = re.fullmatch(r"web: (http://127\.0\.0\.1:\d+/)\n", self.read_line())
        assert found, self._process.communicate(timeout=PATIENCE_S)
        return found[1]
