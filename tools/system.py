"""What the tests want of the system: Qt's libraries, an X server, programs that use the modem.

Used by tools/gates.py before pytest. Installs where it may and says so; tests skip what is missing.
"""

import shutil
import sys

from pcm.system_packages import Say, has_apt, install_command, install_packages, may_install
from pcm.ui.qt_libraries import DRAWING, X11, missing_libraries

PROGRAMS = {"Xvfb": "xvfb", "gammu": "gammu", "comgt": "comgt", "chromium": "chromium"}
"""Programs of the system -> their package; tests that use one are skipped without it."""


def prepare_drawing(say: Say) -> None:
    """Install what is missing; say what stays so, and that tests are skipped."""
    if sys.platform != "linux":
        return
    packages = wanted_packages()
    if not packages:
        return
    if may_install():
        problem = install_packages(packages, say)
    else:
        problem = f"not root; {install_command(packages)}" if has_apt() else "no apt here"
    missing = ", ".join(wanted_packages())
    if missing:
        cannot = (
            "Qt cannot draw" if missing_libraries(DRAWING) else "tests that use them are skipped"
        )
        say(f"{cannot}, missing {missing}: {problem}")


def wanted_packages() -> list[str]:
    """The packages of Debian that are missing here."""
    wanted = set(missing_libraries(DRAWING | X11).values())
    wanted |= {package for name, package in PROGRAMS.items() if shutil.which(name) is None}
    return sorted(wanted)
