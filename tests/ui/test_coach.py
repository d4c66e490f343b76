"""Lessons in the window: card, hints, the way back, menu, presenter mode, assistive tools."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QWindow
from PySide6.QtTest import QTest

from pcm.qa.recorder.recorder import FlowRecorder
from pcm.training.lesson import load_lessons, load_reasons
from pcm.training.plan import why_not
from pcm.ui.coach_mark import Marker, Wanted
from pcm.ui.hands.hands import Hands
from pcm.ui.hands.items import rect_of
from tests.ui.lesson_window import CARS, LessonWindow, lesson_window
from tests.ui.real_window import walk_accessible

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SMALLEST = (900, 520)


@pytest.fixture
def window() -> Iterator[LessonWindow]:
    with lesson_window("4.0") as opened:
        activate(opened)
        yield opened


def activate(opened: LessonWindow) -> None:
    opened.face.window.requestActivate()
    QTest.qWaitForWindowActive(opened.face.window, 1000)
    opened.settle()


def test_trying_shows_no_mark_until_a_hint_is_asked_for(window: LessonWindow) -> None:
    window.do("lesson link try")
    assert not window.items("coach_ring")
    window.click("coach_hint")
    assert window.items("coach_ring")
    assert "APPS" in window.text("coach_told")
    assert window.coaching.hints == 1


def test_a_wrong_touch_is_done_and_the_card_says_where_you_are(window: LessonWindow) -> None:
    window.do("lesson link try")
    window.click("key_PHONE")
    assert window.session.screen.id == "phone"
    assert window.coaching.wrong == 1
    assert "PHONE" in window.text("coach_told")
    assert not window.items("coach_ring")
    window.click("coach_hint")
    assert window.place("coach_ring").contains(window.place("key_HOME"))
    window.click_at(window.place("coach_ring").center())
    assert window.session.screen.id == "home"
    assert window.text("coach_told") == ""


def test_the_rest_is_darker_while_guided_and_works_all_the_same(window: LessonWindow) -> None:
    window.do("lesson link guide")
    lit = window.face.window.grabWindow()
    window.do("lesson show")
    window.do("lesson pause")
    plain = window.face.window.grabWindow()
    at = window.place("key_HOME").center().toPoint()
    inside = window.place("coach_ring").center().toPoint()
    assert brightness(lit, at) < brightness(plain, at)
    assert brightness(lit, inside) == brightness(plain, inside)
    window.do("lesson guide")
    window.click("key_MEDIA")
    assert window.session.screen.id == "media"


def brightness(image: QImage, at: QPoint) -> int:
    around = [
        image.pixelColor(at.x() + dx, at.y() + dy) for dx in range(-20, 21) for dy in range(9)
    ]
    return sum(colour.red() + colour.green() + colour.blue() for colour in around)


def test_a_step_that_is_a_guess_says_so(window: LessonWindow) -> None:
    window.do("lesson data-paths")
    assert load_reasons()["ways_page"]["it"] in window.text("coach_where")
    window.do("lesson link")
    assert window.text("coach_where") == "Passo 1 di 2"


def test_a_step_is_repeated_from_its_beginning(window: LessonWindow) -> None:
    window.do("lesson link guide")
    for _ in range(2):
        window.click_at(window.place("coach_ring").center())
    assert window.session.screen.id != "home"
    window.click("coach_repeat")
    assert window.session.screen.id == "home"
    assert window.place("coach_ring").contains(window.place("apps").center())


def test_the_report_at_the_end_counts_and_the_car_of_before_comes_back(
    window: LessonWindow,
) -> None:
    unit = window.session.unit
    window.do("lesson link try as Anna")
    window.click("key_PHONE")
    while not window.coaching.over:
        window.do("lesson step" if not window.coaching.done else "lesson next")
    for name in ("touches", "shortest", "wrong", "hints", "time"):
        assert window.items(f"coach_figure_{name}"), name
    assert window.text("coach_trainee") == "Anna"
    assert (window.coaching.touches, window.coaching.wrong) == (15, 1)
    window.click("coach_again")
    assert (window.coaching.step, window.coaching.touches) == (1, 0)
    window.click("coach_stop")
    assert not window.items("coach_card")
    assert window.session.unit is unit


def test_trainees_follow_each_other(window: LessonWindow) -> None:
    from pcm.training.commands import Start

    window.do("lesson link try as Anna")
    window.coach.following = [Start("link", "try", "Ben")]
    for _ in range(window.coaching.steps):
        window.do("lesson next")
    assert "Ben" in str(window.item("coach_close").property("caption"))
    window.click("coach_close")
    assert window.text("coach_trainee") == "Ben"
    assert [result.trainee for result in window.coach.results] == ["Anna"]


def test_the_card_takes_room_and_covers_nothing(window: LessonWindow) -> None:
    for size in ((1600, 860), SMALLEST):
        window.face.window.resize(*size)
        for line in ("lesson link guide", "lesson try", "lesson hint"):
            window.do(line)
            card = window.place("coach_card")
            free = QRectF(0, 0, card.width(), card.top())
            device = rect_of(window.item("pcm_display").parentItem())
            assert free.contains(device), (size, line)
        window.do("lesson stop")


@pytest.mark.parametrize("pcm", CARS)
def test_what_is_out_of_view_in_a_list_is_pointed_to(pcm: str) -> None:
    with lesson_window(pcm) as window:
        window.do("go units")  # a page of seven rows and more
        last = window.session.screen.rows[-1].id
        marker = Marker(window.face.window, window.face.coach_model.marked)
        marker.follow(Wanted((last,), True, "it"))
        mark = window.face.coach_model.marked
        assert mark.shown.arrow == "down", window.session.screen.rows
        assert mark.shown.told
        Hands(window.face).find(last)
        marker.look()
        assert (mark.shown.ringed, mark.shown.arrow) == (True, "")
        marker.follow(Wanted((window.session.screen.rows[0].id,), True, "it"))
        assert mark.shown.arrow == "up"


def test_the_menu_lists_every_lesson_and_says_why_some_are_not_for_this_car(
    window: LessonWindow,
) -> None:
    window.press(K.Key_L, CTRL)
    rows = window.face.coach_model.lessons.values  # type: ignore[attr-defined]
    assert [row.name for row in rows] == list(load_lessons())
    for row in rows:
        assert row.ready is not bool(why_not(row.name, window.session))
        assert bool(row.reason) is not row.ready
        assert row.title
        assert "{" not in row.goal
    window.press(K.Key_Escape)
    assert not window.items("lesson_menu")
    assert window.session.screen.id == "home"


def test_a_lesson_is_begun_from_the_menu_with_mouse_and_name(window: LessonWindow) -> None:
    window.click("bench_lessons")
    window.click("lesson_roaming")
    window.click("lesson_trainee")
    for letter in "Eva":
        QTest.keyClick(window.face.window, Qt.Key(ord(letter.upper())))
    assert window.session.screen.id == "home", "keys are for the name, not for the head unit"
    window.click("lesson_try")
    coaching = window.coaching
    assert (coaching.lesson, coaching.mode, coaching.trainee.upper()) == ("roaming", "try", "EVA")


def test_a_lesson_is_begun_from_the_menu_with_keys_alone(window: LessonWindow) -> None:
    names = list(load_lessons())
    window.press(K.Key_L, CTRL)
    window.press(K.Key_Down)
    window.press(K.Key_Return)
    assert (window.coaching.lesson, window.coaching.mode) == (names[1], "guide")
    window.press(K.Key_Down)
    assert window.session.screen.focus != "", "then keys are for the head unit again"


def test_a_lesson_that_is_not_for_the_car_cannot_be_begun(window: LessonWindow) -> None:
    wrong = [name for name in load_lessons() if why_not(name, window.session)]
    assert wrong
    window.press(K.Key_L, CTRL)
    for _ in range(list(load_lessons()).index(wrong[0])):
        window.press(K.Key_Down)
    window.press(K.Key_Return)
    assert window.coach.coaching is None
    assert window.items("lesson_menu")


def test_the_menu_says_why_a_lesson_does_not_begin(
    window: LessonWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    FlowRecorder(window.session, print)
    window.do("record")
    window.press(K.Key_B, CTRL)  # the panel, which tells it too, is hidden
    window.press(K.Key_L, CTRL)
    window.press(K.Key_Return)
    assert "record" in window.text("lesson_problem")
    window.do("record stop")
    window.press(K.Key_Return)
    assert window.coaching.lesson == next(iter(load_lessons()))


def test_presenter_mode_fills_the_screen_and_begins_anew(window: LessonWindow) -> None:
    window.do("lesson link guide")
    window.click_at(window.place("coach_ring").center())
    small = window.place("coach_say").height()
    window.press(K.Key_P, CTRL)
    assert window.face.window.visibility() == QWindow.Visibility.FullScreen
    assert not window.items("bench_hide")
    assert window.place("coach_say").height() > small
    window.press(K.Key_F12)
    assert (window.coaching.step, window.coaching.touches) == (1, 0)
    window.do("lesson stop")
    window.do("do link")
    window.press(K.Key_F12)
    assert window.session.do("state account").text == "not_linked"
    window.press(K.Key_Escape)
    assert window.face.window.visibility() != QWindow.Visibility.FullScreen
    assert window.items("bench_hide")


def test_the_presenters_key_means_nothing_otherwise(window: LessonWindow) -> None:
    window.do("do link")
    window.press(K.Key_F12)
    assert window.session.do("state account").text == "logged_in"


def test_assistive_tools_are_told_of_the_card_and_its_buttons(window: LessonWindow) -> None:
    window.do("lesson link try")
    QAccessible.setActive(True)
    told = set(walk_accessible(QAccessible.queryAccessibleInterface(window.face.window)))
    title = window.coaching.title
    wanted = {("Heading", title), ("Pane", title), ("AlertMessage", window.coaching.say)}
    wanted |= {("Button", word) for word in ("Avanti", "Suggerimento", "Ripeti il passo")}
    wanted |= {("RadioButton", word) for word in ("Mostra", "Guida", "Prova")}
    wanted |= {("Button", "Termina la lezione"), ("Button", "Presentazione"), ("Button", "Lezioni")}
    assert not wanted - told
    assert not [role for role, name in told if role in ("Button", "RadioButton") and not name]


def test_nothing_is_painted_while_a_card_with_a_ring_is_open(window: LessonWindow) -> None:
    window.do("lesson link guide")
    frames: list[int] = []
    window.face.window.frameSwapped.connect(lambda: frames.append(1))
    for _ in range(20):
        frames.clear()
        for _ in range(200):
            QGuiApplication.processEvents()
        if not frames:
            return
    raise AssertionError("it is painted again and again")


def test_a_step_that_was_left_out_is_not_shown_as_done(window: LessonWindow) -> None:
    window.do("lesson roaming try")
    window.click("coach_next")  # it explains: read is done
    window.click("coach_next")
    assert window.coaching.passed == (True, False)
    read, left_out, now = (dot.property("color").name() for dot in window.items("coach_dot"))
    assert len({read, left_out, now}) == 3
    assert window.items("coach_dot")[1].property("color").alpha() == 0
