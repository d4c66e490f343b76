"""What the start says when it cannot install, and which packages it finds missing."""

import importlib.util
import subprocess
from pathlib import Path

import pytest

from tests.start.sample_checkout import Checkout
from tools import install
from tools.environment import StartError, read_needs
from tools.install import prepare_venv
from tools.packages import missing_packages

SAYINGS = {
    "OSError: [Errno 28] No space left on device": "the disk is full",
    "WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnection'": "no net",
    "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied": "to write",
    "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'))": "not trusted",
    "ERROR: No matching distribution found for tiny>=9": "does not have all of them",
    "Command '['python', '-m', 'ensurepip']' returned non-zero exit status 1.": "python3-venv",
    "ERROR: something new\nhint: read on": "something new",
    "": "it ended with 3",
}


@pytest.mark.parametrize("said", SAYINGS)
def test_each_cause_has_its_line(
    bare: Checkout, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    def fail(command: list[str], cwd: Path) -> "subprocess.CompletedProcess[str]":
        return subprocess.CompletedProcess(command, 3, "", said)

    monkeypatch.setattr(install, "_run", fail)
    with pytest.raises(StartError) as caught:
        prepare_venv(read_needs(bare.root, tests=False), lambda line: None)
    text = str(caught.value)
    assert SAYINGS[said] in text
    assert "\n" not in text


def test_without_the_venv_module_it_names_the_one_command(
    bare: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(install, "may_install", lambda: False)
    monkeypatch.setattr(install, "has_apt", lambda: True)
    with pytest.raises(StartError, match=r"sudo apt-get install python3\.\d+-venv$"):
        prepare_venv(read_needs(bare.root, tests=False), lambda line: None)


def test_a_folder_that_cannot_be_written(bare: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(StartError, match=r"cannot make \.venv: .*\.venv: Permission denied"):
        prepare_venv(read_needs(bare.root, tests=False), lambda line: None)


@pytest.mark.parametrize(
    ("asked", "fulfilled"),
    [
        ("pytest", True),
        ("PyTest>=1.0", True),
        ("pytest>=1,<1000", True),
        ("pytest>=1000", False),
        ("pytest>=1,<2", False),
        ("pytest_qt>=4", True),
        ("no-such-package", False),
    ],
)
def test_a_requirement_is_compared_with_what_is_there(
    bare: Checkout, asked: str, fulfilled: bool
) -> None:
    bare.write_needs("1.0", asked=asked)
    assert missing_packages(read_needs(bare.root, tests=False)) == ([] if fulfilled else [asked])
