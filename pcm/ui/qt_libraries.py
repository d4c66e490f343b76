"""Qt's system libraries on Linux: asked for before a window or picture, installed where allowed.

Called by the commands that draw, never by those that do not. Loading a library here costs nothing
extra: Qt loads the same ones next. Imports no Qt.
"""

import ctypes
import os
import sys
from collections.abc import Iterable

from models.errors import PcmError
from pcm.system_packages import (
    Say,
    has_apt,
    install_command,
    install_packages,
    may_install,
)

# What the libraries of PySide6-Essentials 6.11 need: library -> package of Debian and Ubuntu.
DRAWING = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libzstd.so.1": "libzstd1",
    "libz.so.1": "zlib1g",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
}
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


def ensure_qt_libraries(say: Say, window: bool = True) -> None:
    """Have every library that Qt needs to draw (`window`: on this display too) or raise PcmError.

    The error's one line holds the one command that installs them.
    """
    if sys.platform != "linux":
        return
    missing = missing_libraries(needed_libraries(window))
    if not missing:
        return
    packages = sorted(set(missing.values()))
    if not may_install():
        raise PcmError(f"Qt lacks {', '.join(missing)}; install them: {command_for(missing)}")
    problem = install_packages(packages, say)
    left = missing_libraries(missing)
    if left:
        raise PcmError(f"Qt lacks {', '.join(left)}; apt-get: {problem or 'installed, of no use'}")


def needed_libraries(window: bool) -> dict[str, str]:
    """For pictures only the drawing ones; for a window those of its display server too."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    needed = dict(DRAWING)
    if not window:
        return needed
    if platform.startswith("wayland") or (not platform and os.environ.get("WAYLAND_DISPLAY")):
        needed |= WAYLAND
    elif platform == "xcb" or (not platform and os.environ.get("DISPLAY")):
        needed |= X11
    return needed


def missing_libraries(libraries: dict[str, str]) -> dict[str, str]:
    """Those that the system's loader does not find."""
    return {name: package for name, package in libraries.items() if not _loads(name)}


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def command_for(missing: dict[str, str]) -> str:
    """The one command of this system: apt by package, else dnf by library, as RPM knows them."""
    if has_apt():
        return install_command(sorted(set(missing.values())))
    return f"sudo dnf install {_quoted(missing)} (or what your system calls them)"


def _quoted(names: Iterable[str]) -> str:
    return " ".join(f"'{name}()(64bit)'" for name in names)
