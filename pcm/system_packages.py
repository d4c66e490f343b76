"""Installs packages of the system where that is allowed (root with apt), else names the command.

Used by the start (venv), the window (Qt's libraries) and the gates (Xvfb). Standard library only.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence

Say = Callable[[str], None]


def may_install() -> bool:
    """Whether this process is root on a system with apt."""
    return has_apt() and os.geteuid() == 0


def has_apt() -> bool:
    return sys.platform == "linux" and shutil.which("apt-get") is not None


def install_command(packages: Sequence[str]) -> str:
    """What a person types to install them."""
    return f"sudo apt-get install {' '.join(packages)}"


def install_packages(packages: Sequence[str], say: Say) -> str:
    """Install with apt; returns "" when that worked, else apt's own last word."""
    say(f"installing with apt-get (update first): {' '.join(packages)}")
    _apt("update", "-qq")  # a stale list may still do, so its failure is not yet one
    return _apt("install", "-y", "-qq", "--no-install-recommends", *packages)


def _apt(*arguments: str) -> str:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        ["apt-get", *arguments], env=environment, capture_output=True, text=True, errors="replace"
    )
    if done.returncode == 0:
        return ""
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    return lines[-1] if lines else f"apt-get {arguments[0]} ended with {done.returncode}"
