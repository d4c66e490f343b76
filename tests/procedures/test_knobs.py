"""Knobs and the computer's keyboard, in the real window: what they do, not only what they say."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from tests.procedures.cars import ALL, PCM_40, WITH_SLOT
from tests.procedures.conftest import Sit
from tests.procedures.hands import Hands

K = Qt.Key
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def press(hands: Hands, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(hands.window, key)
        hands.settle()


@pytest.mark.parametrize(("car", "year"), ALL)
def test_arrows_and_enter_open_a_screen_and_escape_leaves_it(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year)
    rows = [row.id for row in hands.screen.rows]
    press(hands, K.Key_Down, K.Key_Down, K.Key_Up)
    assert hands.screen.focus == rows[1]
    press(hands, K.Key_Return)
    assert hands.screen.id == rows[1]
    press(hands, K.Key_Escape)
    assert hands.screen.id == "home"


@pytest.mark.parametrize(("car", "year"), WITH_SLOT)
def test_the_select_knob_turns_and_presses(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year)
    rows = [row.id for row in hands.screen.rows]
    hands.turn("knob_right", -2)
    assert hands.screen.focus == rows[2]
    hands.turn("knob_right", 1)
    assert hands.screen.focus == rows[1]
    hands.touch("knob_right")
    assert hands.screen.id == rows[1]


def test_the_volume_knob_is_the_volume(sit: Sit) -> None:
    hands = sit(*PCM_40)
    focus = hands.screen.focus
    hands.turn("knob_left", 1)
    assert hands.screen.toast == hands.say("reason.volume", level=13)
    hands.touch("knob_left")
    assert hands.screen.toast == hands.say("reason.muted")
    assert hands.screen.focus == focus


@pytest.mark.requirement("R-LINK-1", "R-LINK-4")
@pytest.mark.parametrize(("car", "year"), ALL)
def test_the_car_is_linked_by_keyboard_alone(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year)
    for step in hands.howto("link").ids:
        enter(hands, step)
    portal = hands.session.world.portal
    if hands.pcm == "6.0":
        typed = [portal.owner.email, portal.owner.password, portal.owner.security_code]
    else:
        enter(hands, "enter_pairing_code")
        typed = [portal.code]
    for text in typed:
        write(hands, text)
        press(hands, K.Key_Return)
    assert hands.state("account") == "logged_in"


def write(hands: Hands, text: str) -> None:
    """Keys with the characters that they type."""
    for character in text:
        shift = Qt.KeyboardModifier.ShiftModifier if character.isupper() else NO_MODIFIER
        key = Qt.Key(ord(character.upper()))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QGuiApplication.sendEvent(hands.window, QKeyEvent(kind, key, shift, character))
    hands.settle()


def enter(hands: Hands, row: str) -> None:
    """Turn to a row and press; the option list of PCM 4.0 has its own key."""
    keys = [key.caption for key in hands.screen.keys]
    if row.endswith("_opt"):
        press(hands, Qt.Key(K.Key_F1 + keys.index("OPT")))
        return
    for _ in hands.screen.all_rows:
        if hands.screen.focus == row:
            break
        press(hands, K.Key_Down)
    assert hands.screen.focus == row
    press(hands, K.Key_Return)
