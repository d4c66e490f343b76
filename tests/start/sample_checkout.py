"""A small checkout: the real run_pcm.py, one handmade package, a program telling about itself."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.environment import ROOT

PROGRAM = '''"""Tells which Python runs it, with what."""
import json, sys
def main(argv):
    import tiny
    print(json.dumps({"prefix": sys.prefix, "argv": argv, "tiny": tiny.VERSION}))
    return 7
'''
PARTS = ("pcm/__init__.py", "pcm/origin.py", "pcm/system_packages.py", "run_pcm.py")
BASE = str(getattr(sys, "_base_executable", sys.executable))


@dataclass(frozen=True, slots=True)
class Checkout:
    """A checkout at `root`; `shelf` is the folder that pip finds packages in."""

    root: Path
    shelf: Path

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    def command(self, *arguments: str, python: str = BASE) -> list[str]:
        return [python, str(self.root / "run_pcm.py"), *arguments]

    def environment(self, **changes: str) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
        return {**kept, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": self.shelf.as_uri(), **changes}

    def start(
        self, *arguments: str, python: str = BASE, **changes: str
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            self.command(*arguments, python=python),
            env=self.environment(**changes),
            cwd=self.shelf,
            capture_output=True,
            text=True,
        )

    def popen(self) -> "subprocess.Popen[str]":
        """A start in a process group of its own, to be cut off."""
        return subprocess.Popen(
            self.command(),
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def write_needs(self, version: str, asked: str = "tiny>=1") -> None:
        (self.root / "constraints.txt").write_text(f"tiny=={version}\n", "utf-8")
        (self.root / "pyproject.toml").write_text(
            f'[project]\ndependencies = ["{asked}"]\n[project.optional-dependencies]\ntest = []\n',
            "utf-8",
        )


def make_checkout(folder: Path) -> Checkout:
    checkout = Checkout(folder / "a checkout", folder / "shelf")
    checkout.shelf.mkdir(parents=True)
    for part in PARTS:
        target = checkout.root / part
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / part, target)
    shutil.copytree(ROOT / "tools", checkout.root / "tools", ignore=lambda *_: {"__pycache__"})
    (checkout.root / "pcm" / "cli").mkdir()
    (checkout.root / "pcm" / "cli" / "__init__.py").write_text(PROGRAM, "utf-8")
    checkout.write_needs("1.0")
    for version in ("1.0", "2.0"):
        write_wheel(checkout.shelf, version)
    return checkout


def write_wheel(shelf: Path, version: str) -> None:
    """A whole wheel of one module, as pip takes it."""
    info = f"tiny-{version}.dist-info"
    files = {
        "tiny.py": f"VERSION = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},,\n" for name in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(shelf / f"tiny-{version}-py3-none-any.whl", "w") as wheel:
        for name, text in {**files, f"{info}/RECORD": record}.items():
            wheel.writestr(name, text)


def answer(done: "subprocess.CompletedProcess[str]") -> dict[str, Any]:
    """What the program told about itself; its exit status must have come through."""
    assert done.returncode == 7, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told
