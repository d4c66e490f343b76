"""The program as a process, the way scripts and pipes start it; there is never a traceback."""

import os
import subprocess
import sys
from typing import NamedTuple

from tools.environment import ROOT


class Done(NamedTuple):
    """How the process ended."""

    status: int
    out: str
    err: str


def run(*arguments: str, said: str | bytes = b"", env: dict[str, str] | None = None) -> Done:
    """Run `python -m pcm.cli`; its standard input ends after `said`."""
    done = subprocess.run(
        [sys.executable, "-m", "pcm.cli", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **(env or {})},
        input=said.encode() if isinstance(said, str) else said,
        capture_output=True,
        timeout=60,
        check=False,
    )
    out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    assert "Traceback" not in err + out
    return Done(done.returncode, out, err)


def console(said: str | bytes, *arguments: str, env: dict[str, str] | None = None) -> Done:
    """The console working off `said`."""
    return run("--console", *arguments, said=said, env=env)
