"""Which of the required packages an interpreter has; used by the start, so it must be quick.

Reads the names of the .dist-info folders: importlib.metadata would cost each start in somebody's
own environment 60 ms. Knows the signs >=, < and == and no others. Standard library only.
"""

import os
import re
import sys
import tomllib
from collections.abc import Iterable

from tools.environment import Needs

INFO = re.compile(r"(.+?)-(\d[^-]*)(-py[\d.]+)?\.(dist|egg)-info")


def requirements(needs: Needs) -> list[str]:
    """The requirement lines of pyproject.toml."""
    project = tomllib.loads((needs.root / "pyproject.toml").read_text("utf-8"))["project"]
    lines: list[str] = list(project["dependencies"])
    return lines + project["optional-dependencies"]["test"] if needs.tests else lines


def missing_packages(needs: Needs, path: list[str] | None = None) -> list[str]:
    """The requirements that no package on `path` (default: this interpreter's) fulfils."""
    found = _versions(sys.path if path is None else path)
    return [line for line in requirements(needs) if not _fulfils(found, line)]


def _versions(path: Iterable[str]) -> dict[str, str]:
    """Name -> version of what is installed; the first place counts, as it does for imports."""
    found: dict[str, str] = {}
    for folder in path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - plain names, and quick
        except OSError:
            continue
        for match in filter(None, map(INFO.fullmatch, names)):
            found.setdefault(_folded(match[1]), match[2])
    return found


def _fulfils(found: dict[str, str], requirement: str) -> bool:
    match = re.match(r"[\w.-]+", requirement)
    assert match, requirement
    version = found.get(_folded(match[0]))
    bounds = re.findall(r"(>=|<|==)\s*([\d.]+)", requirement)
    return version is not None and all(_holds(version, sign, bound) for sign, bound in bounds)


def _holds(version: str, sign: str, bound: str) -> bool:
    have, limit = (tuple(map(int, re.findall(r"\d+", text))) for text in (version, bound))
    return have >= limit if sign == ">=" else have < limit if sign == "<" else have == limit


def _folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
