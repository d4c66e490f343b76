"""What a key of the computer's keyboard means on the screen shown: a verb line, or nothing.

Pure; called by WindowModel for keys that no focused item took.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from menus.node import Layout
from pcm.headunit.screen import Dialog, Entry, Progress, Screen, Slider
from pcm.ui.knob import press_verb, turn_verb

Key = Qt.Key

TURNS: dict[int, int] = {
    Key.Key_Up: -1,
    Key.Key_Left: -1,
    Key.Key_Down: 1,
    Key.Key_Right: 1,
}
PAGES: dict[int, int] = {Key.Key_PageUp: -1, Key.Key_PageDown: 1}
VOLUME: dict[int, int] = {
    Key.Key_Plus: 1,
    Key.Key_Minus: -1,
    Key.Key_VolumeUp: 1,
    Key.Key_VolumeDown: -1,
}
CONFIRM = (Key.Key_Return, Key.Key_Enter, Key.Key_Select)
FUNCTION_KEYS = 10


@dataclass(frozen=True, slots=True)
class Press:
    """One key press: Qt's key number, the character it types, and if Ctrl, Alt or Meta is down."""

    key: int
    text: str = ""
    command: bool = False


def derive_verb(press: Press, screen: Screen) -> str:
    """The verb line for a key press; "" when the key means nothing here."""
    if press.command:
        return ""
    if isinstance(screen.overlay, Entry):
        return _entry_verb(press, screen.overlay)
    if press.key in CONFIRM:
        return "ok" if isinstance(screen.overlay, Dialog | Slider) else press_verb("right")
    if press.key in (Key.Key_Escape, Key.Key_Backspace, Key.Key_Back):
        return "cancel" if _can_cancel(screen) else "back"
    return _general_verb(press, screen)


def _entry_verb(press: Press, entry: Entry) -> str:
    if press.key in CONFIRM:
        return "ok"
    if press.key == Key.Key_Escape:
        return "cancel"
    if press.key == Key.Key_Backspace:
        return "erase"
    typed = press.text
    if len(typed) != 1 or not typed.isprintable() or entry.locked:
        return ""
    return f"type {typed}" if _dialled(typed) or not entry.keypad else ""


def _dialled(typed: str) -> bool:
    """Whether a number pad takes it; the plus sign has no key of its own there."""
    return len(typed) == 1 and typed.isascii() and (typed.isdigit() or typed in "*#+")


def _general_verb(press: Press, screen: Screen) -> str:
    if screen.layout is Layout.DIALPAD and not screen.overlay and _dialled(press.text):
        return f"type {press.text}"
    if press.key in TURNS:
        return turn_verb("right", TURNS[press.key])
    if press.key in VOLUME:
        return turn_verb("left", VOLUME[press.key])
    if press.key in (Key.Key_Home, Key.Key_HomePage):
        return "home"
    at = press.key - Key.Key_F1
    if 0 <= at < FUNCTION_KEYS and at < len(screen.keys):
        return f"key {screen.keys[at].caption}"
    return ""


def _can_cancel(screen: Screen) -> bool:
    match screen.overlay:
        case Dialog(cancel=cancel) | Progress(cancel=cancel):
            return bool(cancel)
        case Slider():
            return True
    return False
