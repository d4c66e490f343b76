"""What runs before the packages are there imports the standard library alone."""

import ast
import sys
from pathlib import Path

import pytest

from tools.environment import ROOT

EARLY = {
    "run_pcm.py",
    "tools/__init__.py",
    "tools/environment.py",
    "tools/install.py",
    "tools/packages.py",
    "pcm/__init__.py",
    "pcm/origin.py",
    "pcm/system_packages.py",
}
AFTER = {"tools.gates", "pcm.cli"}  # imported once everything is installed


def imported(source: str) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or ".")
    return names


def strangers(source: str) -> set[str]:
    early = {path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in EARLY}
    return {
        name
        for name in imported(source) - early - AFTER
        if name.split(".")[0] not in sys.stdlib_module_names
    }


@pytest.mark.parametrize("path", sorted(EARLY))
def test_the_start_needs_the_standard_library_alone(path: str) -> None:
    assert strangers((ROOT / path).read_text("utf-8")) == set()


def test_a_stranger_would_be_seen() -> None:
    source = (
        "import os, yaml\nfrom PySide6.QtCore import Qt\ndef late():\n    import models.content\n"
    )
    assert strangers(source) == {"yaml", "PySide6.QtCore", "models.content"}


def test_an_old_python_can_read_as_far_as_the_message() -> None:
    source = Path(ROOT / "run_pcm.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 7))
    assert not any(
        isinstance(node, ast.JoinedStr | ast.AnnAssign) for node in ast.walk(ast.parse(source))
    )
