"""Whether a window can be opened here; asked before Qt, which would end the program."""

import ctypes
import os
import sys

UNSEEN = ("offscreen", "minimal", "minimalegl", "vnc")
"""Qt's platforms that show nothing on a screen."""


def display_problem() -> str:
    """Why no window can be opened, in a few words; "" when one can."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in UNSEEN:
        return f"No display (QT_QPA_PLATFORM={platform})"
    if not sys.platform.startswith("linux") or platform not in ("", "xcb"):
        return ""
    if os.environ.get("WAYLAND_DISPLAY") and not platform:
        return ""
    display = os.environ.get("DISPLAY")
    if not display:
        return "No display"
    return "" if _x_server_answers() else f"The display {display} does not answer"


def _x_server_answers() -> bool:
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return True  # Qt's libraries are missing as a whole: they are installed or named next
    x11.XOpenDisplay.restype = ctypes.c_void_p
    connection = x11.XOpenDisplay(None)
    if not connection:
        return False
    x11.XCloseDisplay(ctypes.c_void_p(connection))
    return True
