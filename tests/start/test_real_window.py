"""Qt opens a real X window with the libraries that the start asks for."""

import subprocess
import sys

import pytest

PROGRAM = """
from PySide6.QtGui import QGuiApplication, QWindow
application = QGuiApplication([])
window = QWindow()
window.exposeEvent = lambda event: application.exit(0 if window.isExposed() else 3)
window.show()
print(application.platformName())
raise SystemExit(application.exec())
"""


@pytest.mark.real_window
def test_qt_opens_an_x_window(x_display: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=x_display, capture_output=True, text=True
    )
    assert (done.stdout, done.returncode) == ("xcb\n", 0), done.stderr
