"""What all tests share: Qt draws without a screen, Hypothesis tries the same cases on every run."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from pcm.ui.qt_libraries import X11, missing_libraries
from tests.echo_port import Echo

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.load_profile("same")


@pytest.fixture(scope="session")
def qapp_cls() -> "type[QGuiApplication]":
    """The face needs no widgets; a test that only drew may have made the application before."""
    from PySide6.QtGui import QGuiApplication  # Qt: only for the tests of the face

    return QGuiApplication


@pytest.fixture
def echo() -> Iterator[Echo]:
    """A port to outside the process that answers what it is sent."""
    port = Echo()
    yield port
    port.close()


@pytest.fixture(scope="session")
def x_display() -> Iterator[dict[str, str]]:
    """The environment for a process with a real window: a private X server, no window manager.

    For tests marked real_window; skips with the reason where there can be none.
    """
    if sys.platform != "linux" or shutil.which("Xvfb") is None:
        pytest.skip("no Xvfb here (Debian: xvfb)")
    missing = missing_libraries(X11)
    if missing:
        pytest.skip(f"Qt cannot open an X window here: {', '.join(missing)} missing")
    read, write = os.pipe()
    screen = ["-screen", "0", "2400x1200x24", "-nolisten", "tcp"]
    # A number of this process alone: a server that ends takes away the socket of its number, also
    # when the next one has just taken it.
    number = f":{1000 + os.getpid() % 30000}"
    command = ["Xvfb", number, "-displayfd", str(write), *screen]
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as numbers:
            display = f":{numbers.readline().strip()}"
        yield {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        server.terminate()
