"""What no file may hold: addresses of package registries, paths of one machine, keys, heaps."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.environment import ROOT

LIMIT_BYTES = 1_000_000
OUTSIDE = {".git", ".venv", "__pycache__", "build"}
CACHES = re.compile(r"\.\w+_cache|\.hypothesis|.*\.egg-info")
FORBIDDEN = {
    "a package registry's address": r"pypi\.(org|py)|pythonhosted|/opt/pypi|--(extra-)?index-url",
    "a path of one machine": r"(?<![\w.~])/(work|root|home/\w+)/(?!\s)",
    "a file address": r"file://",
    "a folder beside the checkout": r"\.\./shared",
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE KEY",
}
SAMPLES = {
    "a package registry's address": "pip install --index-url x",
    "a path of one machine": "cd /root/x",
    "a file address": "file:///etc/passwd",
    "a folder beside the checkout": "see ../shared/notes",
    "a private key": "-----BEGIN RSA PRIVATE KEY-----",
}


def files() -> Iterator[Path]:
    """Every file of the checkout but this one, which spells out what it forbids."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in OUTSIDE and not CACHES.match(name)]
        paths = (Path(folder) / name for name in names if name != ".git")  # a work tree beside
        yield from (path for path in paths if path != Path(__file__))


def findings(text: str) -> list[str]:
    return [what for what, pattern in FORBIDDEN.items() if re.search(pattern, text)]


def test_no_file_holds_what_it_must_not() -> None:
    seen, faults = 0, []
    for path in files():
        data = path.read_bytes()
        seen += 1
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            faults += [f"{path.relative_to(ROOT)}:{number}: {what}" for what in findings(line)]
    assert seen > 60
    assert faults == []


def test_no_file_is_a_heap() -> None:
    heaps = [f"{path.relative_to(ROOT)}" for path in files() if path.stat().st_size > LIMIT_BYTES]
    assert heaps == [], f"over {LIMIT_BYTES} bytes"


@pytest.mark.parametrize("what", FORBIDDEN)
def test_each_would_be_seen(what: str) -> None:
    assert findings(SAMPLES[what]) == [what]


def test_every_python_package_is_on_the_line() -> None:
    aside = {"tests", "tools", "benchmarks"}
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages - aside == {"models", "menus", "connectivity", "pcm"}
