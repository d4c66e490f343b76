"""What the computer's keyboard means: pure, by case table."""

from dataclasses import replace
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt

from menus.node import Layout
from pcm.headunit.screen import Dialog, Overlay, Progress, Slider
from pcm.ui.keyboard import Press, derive_verb
from tests.ui.desk import PIN, make_screen

K = Qt.Key
DIALOG = Dialog("costs", "Roaming", "Costi", "OK", "Annulla")
NOTICE = replace(DIALOG, cancel="")
SLIDER = Slider("bass", "Bassi", -5, 5, 1, 0, "", "OK")
PROGRESS = Progress("check", "Verifica", "...", "Annulla")
PLAIN = replace(PIN, id="email", keypad=False, boxes=0, secret=False)


class Case(NamedTuple):
    name: str
    press: Press
    overlay: Overlay | None
    verb: str


CASES = (
    Case("down turns the knob", Press(K.Key_Down), None, "knob right 1"),
    Case("up turns it back", Press(K.Key_Up), None, "knob left 1"),
    Case("page down scrolls without a verb", Press(K.Key_PageDown), None, ""),
    Case("enter presses the knob", Press(K.Key_Return, "\r"), None, "knob press"),
    Case("escape is back", Press(K.Key_Escape), None, "back"),
    Case("backspace is back", Press(K.Key_Backspace), None, "back"),
    Case("home", Press(K.Key_Home), None, "home"),
    Case("the first function key", Press(K.Key_F1), None, "key HOME"),
    Case("the fourth function key", Press(K.Key_F4), None, "key PHONE"),
    Case("plus is louder", Press(K.Key_Plus, "+"), None, "volume up 1"),
    Case("letters mean nothing on a list", Press(K.Key_A, "a"), None, ""),
    Case("commands are not typed", Press(K.Key_A, "a", command=True), PLAIN, ""),
    Case("a digit in a keypad", Press(K.Key_7, "7"), PIN, "type 7"),
    Case("a letter in a keypad", Press(K.Key_A, "a"), PIN, ""),
    Case("a foreign digit in a keypad", Press(K.Key_7, "٧"), PIN, ""),
    Case("a letter in an entry", Press(K.Key_A, "A"), PLAIN, "type A"),
    Case("an at sign in an entry", Press(K.Key_At, "@"), PLAIN, "type @"),
    Case("plus in an entry is typed", Press(K.Key_Plus, "+"), PLAIN, "type +"),
    Case(
        "nothing is typed while moving", Press(K.Key_7, "7"), replace(PIN, locked="In marcia"), ""
    ),
    Case("backspace erases in an entry", Press(K.Key_Backspace, "\b"), PIN, "erase"),
    Case("escape cancels an entry", Press(K.Key_Escape), PIN, "cancel"),
    Case("enter tells what is missing", Press(K.Key_Return, "\r"), PIN, "ok"),
    Case("enter confirms", Press(K.Key_Return, "\r"), replace(PIN, ok_enabled=True), "ok"),
    Case("enter answers a dialog", Press(K.Key_Enter, "\r"), DIALOG, "ok"),
    Case("escape cancels a dialog", Press(K.Key_Escape), DIALOG, "cancel"),
    Case("escape leaves a notice", Press(K.Key_Escape), NOTICE, "back"),
    Case("escape stops what runs", Press(K.Key_Escape), PROGRESS, "cancel"),
    Case("arrows move a slider", Press(K.Key_Right), SLIDER, "knob right 1"),
    Case("enter closes a slider", Press(K.Key_Return, "\r"), SLIDER, "ok"),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_key_means_verb(case: Case) -> None:
    assert derive_verb(case.press, make_screen(overlay=case.overlay)) == case.verb


def test_function_keys_end_with_the_keys_there_are() -> None:
    screen = make_screen("6.0")
    assert len(screen.keys) < 10
    assert derive_verb(Press(K.Key_F10), screen) == ""


def test_digits_and_plus_dial_on_the_telephone_page() -> None:
    phone = replace(make_screen(), layout=Layout.DIALPAD)
    assert derive_verb(Press(K.Key_Plus, "+"), phone) == "type +"
    assert derive_verb(Press(K.Key_3, "3"), phone) == "type 3"
    assert derive_verb(Press(K.Key_Minus, "-"), phone) == "volume down 1"
    assert derive_verb(Press(K.Key_Plus, "+"), replace(phone, overlay=DIALOG)) == "volume up 1"
