"""Packages of the system: installed by root, else one command; a stand-in plays apt-get."""

import os
import sys
from pathlib import Path

import pytest

from models.errors import PcmError
from pcm.system_packages import install_packages, may_install
from pcm.ui import qt_libraries
from pcm.ui.qt_libraries import (
    DRAWING,
    WAYLAND,
    X11,
    ensure_qt_libraries,
    missing_libraries,
    needed_libraries,
)

NOWHERE = {"libpcm-no-such.so.1": "libpcm-no-such1"}
linux_only = pytest.mark.skipif(os.name == "nt", reason="apt is Linux'")


@pytest.fixture
def apt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for apt-get that notes its calls; it fails when the file `fail` is there."""
    script = tmp_path / "apt-get"
    script.write_text(
        f'#!/bin/sh\necho "$DEBIAN_FRONTEND $*" >> {tmp_path}/calls\n'
        f"if [ -e {tmp_path}/fail ]; then echo 'E: no such package' >&2; exit 100; fi\n",
        "utf-8",
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


@linux_only
def test_root_installs_after_an_update_and_says_so(apt: Path) -> None:
    said: list[str] = []
    assert install_packages(["liba", "libb"], said.append) == ""
    assert said == ["installing with apt-get (update first): liba libb"]
    assert (apt / "calls").read_text("utf-8").splitlines() == [
        "noninteractive update -qq",
        "noninteractive install -y -qq --no-install-recommends liba libb",
    ]


@linux_only
def test_apts_last_word_is_handed_on(apt: Path) -> None:
    (apt / "fail").touch()
    assert install_packages(["liba"], lambda line: None) == "E: no such package"


@linux_only
@pytest.mark.parametrize(("user", "may"), [(0, True), (1000, False)])
def test_only_root_may(apt: Path, monkeypatch: pytest.MonkeyPatch, user: int, may: bool) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: user)
    assert may_install() is may


def lack(monkeypatch: pytest.MonkeyPatch, root: bool, has_apt: bool) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(qt_libraries, "needed_libraries", lambda window: NOWHERE)
    monkeypatch.setattr(qt_libraries, "may_install", lambda: root)
    monkeypatch.setattr(qt_libraries, "has_apt", lambda: has_apt)


CASES = {
    "a user with apt": (False, True, "install them: sudo apt-get install libpcm-no-such1"),
    "a user without": (
        False,
        False,
        r"install them: sudo dnf install 'libpcm-no-such\.so\.1\(\)\(64",
    ),
    "root": (True, True, "apt-get: installed, of no use"),
}


@linux_only
@pytest.mark.parametrize("case", CASES)
def test_missing_qt_libraries_are_one_line(
    apt: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    root, has_apt, words = CASES[case]
    lack(monkeypatch, root, has_apt)
    with pytest.raises(PcmError, match=r"Qt lacks libpcm-no-such\.so\.1; " + words) as caught:
        ensure_qt_libraries(lambda line: None)
    assert "\n" not in str(caught.value)


@linux_only
def test_nothing_missing_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    ensure_qt_libraries(said.append, window=False)
    assert said == []


@linux_only
def test_what_is_missing_is_told_apart() -> None:
    assert missing_libraries({"libc.so.6": "libc6"} | NOWHERE) == NOWHERE


DISPLAYS = {
    "x11": ({"DISPLAY": ":0"}, DRAWING | X11),
    "wayland": ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, DRAWING | WAYLAND),
    "x11 asked for": ({"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "w"}, DRAWING | X11),
    "offscreen": ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, DRAWING),
    "none": ({}, DRAWING),
}


@pytest.mark.parametrize("case", DISPLAYS)
def test_a_window_needs_what_its_display_needs(monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    settings, needed = DISPLAYS[case]
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert needed_libraries(window=True) == needed
    assert needed_libraries(window=False) == DRAWING
