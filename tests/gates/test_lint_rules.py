"""The linter's bans each bite, and no exception from a rule outlives its need."""

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tools.environment import ROOT

SETTINGS: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LINT = SETTINGS["tool"]["ruff"]["lint"]
BANNED: dict[str, dict[str, str]] = LINT["flake8-tidy-imports"]["banned-api"]
EXCEPTIONS = [
    (pattern, rule) for pattern, rules in LINT["per-file-ignores"].items() for rule in rules
]


def ruff(*arguments: str, cwd: Path = ROOT) -> str:
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format", "concise"]
    done = subprocess.run([*command, *arguments], cwd=cwd, capture_output=True, text=True)
    assert done.returncode < 2, done.stderr
    return done.stdout


def test_every_banned_call_is_refused_with_its_replacement(tmp_path: Path) -> None:
    modules = sorted({name.split(".")[0] for name in BANNED})
    uses = [f"A{at} = {name}" for at, name in enumerate(BANNED) if "." in name]
    sample = tmp_path / "sample.py"
    sample.write_text("\n".join([*(f"import {name}" for name in modules), *uses]), "utf-8")
    said = ruff("--config", str(ROOT / "pyproject.toml"), "--select", "TID251", str(sample))
    assert len(BANNED) >= 25
    for name, ban in BANNED.items():
        assert f"`{name}` is banned: {ban['msg']}" in said


@pytest.mark.parametrize(("pattern", "rule"), EXCEPTIONS)
def test_an_exception_that_is_no_longer_needed_goes(pattern: str, rule: str) -> None:
    folder = pattern.removesuffix("/*")
    found = ruff("--config", "lint.per-file-ignores = {}", "--select", rule, folder)
    assert rule in found, f"{pattern}: {rule} silences nothing any more; take it out"
