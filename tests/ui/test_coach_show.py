"""Show me: a hand goes to each item and touches it; it waits, goes on, and is not put off."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF
from pytestqt.qtbot import QtBot

from pcm.headunit.session import Answer, Session
from pcm.ui import coach_words
from pcm.ui.coach_words import Pace
from tests.ui.lesson_window import CARS, LessonWindow, lesson_window

QUICK = Pace(touch_s=0.04, typing_s=0.03, press_s=0.02, read_sign_s=0, read_least_s=0.02)
CALM = QUICK.model_copy(update={"touch_s": 0.6})
LONG_MS = 30_000


def set_pace(monkeypatch: pytest.MonkeyPatch, pace: Pace) -> None:
    face = coach_words.load_lesson_face().model_copy(update={"pace": pace})
    monkeypatch.setattr(coach_words, "load_lesson_face", lambda: face)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    set_pace(monkeypatch, QUICK)


@pytest.fixture
def window(quick: None) -> Iterator[LessonWindow]:
    with lesson_window("4.0") as opened:
        yield opened


class Watch:
    """Hears of each verb while the hand presses; sees whether it lies on what is marked then."""

    def __init__(self, window: LessonWindow) -> None:
        self._mark, self._hand = window.face.coach_model.marked, window.face.coach_model.pointing
        self.mine = False  # somebody else touches
        self.touches = 0
        self.beside: list[str] = []
        window.session.observers.append(self)

    def begin(self, session: Session, line: str) -> None:
        seen, hand = self._mark.shown, self._hand.shown
        if self.mine or not hand.pressed:
            return
        self.touches += 1
        ring = QRectF(seen.x, seen.y, seen.width, seen.height)
        if not (seen.ringed and ring.contains(QPointF(hand.x, hand.y))):
            self.beside.append(line)

    def end(self, session: Session, line: str, answer: Answer) -> None:
        """Begun is enough."""

    def passed(self, session: Session, seconds: float) -> None:
        """Time is no touch."""


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("pcm", CARS)
def test_the_hand_carries_a_lesson_to_its_end(pcm: str, qtbot: QtBot) -> None:
    with lesson_window(pcm) as window:
        hand = Watch(window)
        window.do("lesson link show")
        qtbot.waitUntil(lambda: window.coaching.over, timeout=LONG_MS)
        assert window.coaching.touches == window.coaching.shortest
        assert window.coaching.wrong == 0
        assert hand.touches == window.coaching.shortest
        assert not hand.beside
        window.settle()
        assert not window.items("coach_hand")


def test_a_lesson_is_shown_that_was_chosen_with_the_mouse(
    window: LessonWindow, qtbot: QtBot
) -> None:
    window.click("bench_lessons")
    window.click("lesson_link")
    window.click("lesson_show")
    qtbot.waitUntil(lambda: window.coaching.over, timeout=LONG_MS)
    assert (window.coaching.mode, window.coaching.wrong) == ("show", 0)


def test_the_hand_glides_where_nothing_else_moves(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Who watches from a browser must see where it goes."""
    set_pace(monkeypatch, CALM)
    places: set[float] = set()
    with lesson_window("4.0") as window:

        def look() -> None:
            places.update(hand.x() for hand in window.items("coach_hand"))

        window.face.window.frameSwapped.connect(look)
        window.do("lesson link show")
        qtbot.waitUntil(lambda: window.coaching.touches > 1, timeout=LONG_MS)
        at_rest = window.coaching.touches + 1
        assert len(places) > 2 * at_rest


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
    hand = Watch(window)
    window.do("lesson link show")
    for key in ("key_PHONE", "key_MEDIA"):
        with qtbot.waitSignal(window.face.coach_model.pointing.pressedChanged, timeout=LONG_MS):
            pass
        hand.mine = True
        window.click(key)
        hand.mine = False
    qtbot.waitUntil(lambda: window.coaching.over, timeout=LONG_MS)
    assert not hand.beside
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
