"""A long session with the mouse at the real window, recorded by the panel's button and played back.

Time is the window's: it goes by between the touches, and answers take their time.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from models.catalogue import find_car
from pcm.headunit.session import Session
from pcm.qa.recorder.recorder import FlowRecorder
from pcm.ui.app import Window
from pcm.ui.engine import start_qt
from tests.procedures.hands import Hands
from tests.qa.recorder.replaying import assert_same, play, steps, traced

SPEED = 20.0
"""Seconds of the head unit in a real one: My Porsche's answer is soon there."""


class WaitingHands(Hands):
    """Hands that can wait: the timer of the window lets time go by."""

    def __init__(self, face: Window, qtbot: QtBot) -> None:
        super().__init__(face, "en")
        self.qtbot = qtbot

    def wait_for(self, state: str, value: str) -> None:
        self.qtbot.waitUntil(lambda: self.state(state) == value)
        self.settle()


@pytest.fixture
def hands(
    qapp: QGuiApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[WaitingHands]:
    """Before a window as the program opens it, in a folder of its own."""
    start_qt()
    monkeypatch.chdir(tmp_path)
    session = Session(find_car("718-982", 2019), 2019, language="en")
    FlowRecorder(session, pytest.fail)
    session.do("settle off")
    session.do("portal delay 0.8")
    window = Window(session, speed=SPEED, still=True)
    yield WaitingHands(window, qtbot)
    window.close()
    session.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def link_by_code(hands: WaitingHands) -> None:
    """First with a wrong code, one digit corrected on the way."""
    hands.open_link()
    hands.type_on_keypad("12345678")
    hands.touch("overlay_ok")
    hands.wait_for("wrong_codes", "1")
    code = hands.code()
    wrong = "0" if code[2] != "0" else "1"
    hands.touch(f"digit_{code[0]}")  # what was refused gives way
    hands.type_on_keypad(code[1] + wrong)
    hands.erase(1)
    hands.type_on_keypad(code[2:])
    hands.touch("overlay_ok")
    hands.wait_for("account", "logged_in")


def roam_abroad(hands: WaitingHands) -> None:
    hands.choose("bench_sim_card", "standard")
    hands.type_on_keypad("1111")
    hands.touch("overlay_ok")
    hands.erase(4)
    hands.type_on_keypad(hands.session.world.modem.slot.pin)  # type: ignore[union-attr]
    hands.touch("overlay_ok")
    hands.wait_for("sim", "ready")
    hands.choose("bench_place", "abroad CH LTE bars 4")
    hands.walk("roaming")
    hands.touch("overlay_ok")
    hands.wait_for("data", "inserted")


def link_by_porsche_id(hands: WaitingHands) -> None:
    owner = hands.session.world.portal.owner
    hands.open_link()
    hands.type_on_keyboard(owner.email)
    hands.touch("overlay_ok")
    hands.type_on_keyboard(owner.password)
    hands.touch("overlay_ok")
    hands.type_on_keypad(hands.session.world.portal.security_code(owner))
    hands.touch("overlay_ok")
    hands.wait_for("account", "logged_in")


def test_what_a_hand_did_plays_back(hands: WaitingHands, tmp_path: Path) -> None:
    hands.touch("key_MAP")
    hands.touch("bench_record")
    assert hands.face.bench_model.shown.recording == "recording-1.robot"
    link_by_code(hands)
    roam_abroad(hands)
    hands.touch("bench_pair")
    hands.choose("bench_language", "de")
    hands.touch("key_PHONE")
    hands.touch("bench_restart")
    hands.choose("bench_car", "taycan-j1")
    hands.language = "de"
    link_by_porsche_id(hands)
    hands.walk("private-mode")
    hands.touch("bench_record")
    assert hands.face.bench_model.shown.answer.startswith("recorded in /")
    hands.session.close()
    file = tmp_path / "recording-1.robot"
    ours, theirs = steps(traced(hands.session)), steps(play(file))
    assert_same(ours, theirs)
    assert sum(step[1] == played[1] for step, played in zip(ours, theirs, strict=True)) >= 12
    text = file.read_text("utf-8")
    assert hands.session.world.secrets.findall(text) == []
    assert "Type    @code[2:]" in text
    assert "Type    @password" in text
    assert len(ours) > 40
