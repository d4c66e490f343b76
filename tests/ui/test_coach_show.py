"""Show me: a hand goes to each item and touches it; it waits, goes on, and is not put off."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from pcm.ui import coach_words
from pcm.ui.coach_words import Pace
from tests.ui.lesson_window import CARS, LessonWindow, lesson_window

QUICK = Pace(touch_s=0.02, typing_s=0.01, press_s=0.005, read_sign_s=0, read_least_s=0.02)
LONG_MS = 30_000


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    face = coach_words.load_lesson_face().model_copy(update={"pace": QUICK})
    monkeypatch.setattr(coach_words, "load_lesson_face", lambda: face)


@pytest.fixture
def window(quick: None) -> Iterator[LessonWindow]:
    with lesson_window("4.0") as opened:
        yield opened


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("pcm", CARS)
def test_the_hand_carries_a_lesson_to_its_end(pcm: str, qtbot: QtBot) -> None:
    hands: set[tuple[float, float]] = set()
    with lesson_window(pcm) as window:
        mark = window.face.coach_model.marked
        mark.pressedChanged.connect(lambda: hands.add((mark.shown.hand_x, mark.shown.hand_y)))
        window.do("lesson link show")
        qtbot.waitUntil(lambda: window.coaching.over, timeout=LONG_MS)
        assert window.coaching.touches == window.coaching.shortest
        assert window.coaching.wrong == 0
        assert len(hands) >= 5
        window.settle()
        assert not window.items("coach_hand")


def test_the_hand_rests_while_paused_and_does_one_touch_on_request(
    window: LessonWindow, qtbot: QtBot
) -> None:
    window.do("lesson link show")
    window.click("coach_pause")
    qtbot.wait(150)
    assert window.coaching.touches == 0
    window.click("coach_touch")
    assert window.coaching.touches == 1
    qtbot.wait(150)
    assert window.coaching.touches == 1
    window.click("coach_pause")
    qtbot.waitUntil(lambda: window.coaching.over, timeout=LONG_MS)


def test_somebody_who_touches_in_between_does_no_harm(window: LessonWindow, qtbot: QtBot) -> None:
    window.do("lesson link show")
    for key in ("key_PHONE", "key_MEDIA"):
        qtbot.wait(40)
        window.click(key)
    qtbot.waitUntil(lambda: window.coaching.over, timeout=LONG_MS)
    assert window.session.do("state account").text == "logged_in"


def test_the_hand_waits_while_the_menu_of_lessons_is_open(
    window: LessonWindow, qtbot: QtBot
) -> None:
    window.do("lesson link show")
    window.face.coach_model.openMenu(True)
    qtbot.wait(150)
    assert window.coaching.touches == 0
    window.face.coach_model.openMenu(False)
    qtbot.waitUntil(lambda: window.coaching.over, timeout=LONG_MS)


def test_what_my_porsche_takes_its_time_for_is_waited_for(
    window: LessonWindow, qtbot: QtBot
) -> None:
    window.face.do("settle off")
    window.do("lesson link show")
    window.face.do("portal delay 2")
    qtbot.waitUntil(lambda: window.coaching.waits, timeout=LONG_MS)
    qtbot.wait(100)
    assert window.coaching.wrong == 0
    assert window.text("coach_told")
    window.face.do("pass 5 s")
    qtbot.waitUntil(lambda: window.coaching.over, timeout=LONG_MS)
    assert window.coaching.touches == window.coaching.shortest
