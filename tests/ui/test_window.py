"""The whole window offscreen, driven by real mouse, wheel and key events over a fake session."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from pcm.headunit.screen import Dialog
from tests.ui.bench_samples import BENCH
from tests.ui.desk import PIN, Desk, make_screen, open_desk, walk

GENERATIONS = ("4.0", "4.1", "5.0", "6.0")
K = Qt.Key
SOFT_CORNERS = (
    200  # bytes: soft pixels of a round corner that is painted twice; a lost line has 900
)


@pytest.fixture(scope="module")
def shared_desk() -> Iterator[Desk]:
    desk = open_desk(make_screen())
    yield desk
    desk.close()


@pytest.fixture
def desk(shared_desk: Desk) -> Desk:
    """The window as it opens: PCM 4.0, panel shown, nothing open, nothing reported."""
    shared_desk.window.resize(1600, 860)
    shared_desk.window.setProperty("benchShown", True)
    shared_desk.bench_model.closeChoice()
    shared_desk.item("stage").forceActiveFocus()
    shared_desk.show(make_screen(), BENCH)
    shared_desk.verbs.clear()
    return shared_desk


@pytest.mark.parametrize("pcm_name", GENERATIONS)
def test_every_hard_key_reports_its_verb(desk: Desk, pcm_name: str) -> None:
    desk.show(make_screen(pcm_name))
    captions = [key.caption for key in desk.screen.keys]
    assert captions
    for caption in captions:
        desk.click(f"key_{caption}")
    assert desk.verbs == [f"key {caption}" for caption in captions]


@pytest.mark.parametrize(("pcm_name", "knobs"), [("4.0", 2), ("4.1", 1), ("5.0", 1), ("6.0", 0)])
def test_each_generation_has_its_knobs(desk: Desk, pcm_name: str, knobs: int) -> None:
    desk.show(make_screen(pcm_name))
    names = [i.objectName() for i in walk(desk.window.contentItem()) if i.isVisible()]
    assert sum(name.startswith("knob_") for name in names) == knobs
    assert names.count("pcm_display") == 1


def test_wheel_over_a_knob_turns_it(desk: Desk) -> None:
    desk.wheel("knob_right", -120)
    desk.wheel("knob_right", 120)
    desk.wheel("knob_left", 240)
    assert desk.verbs == ["knob right 1", "knob left 1", "volume up 1", "volume up 1"]


def test_a_press_on_a_knob(desk: Desk) -> None:
    desk.click("knob_right")
    assert desk.verbs == ["knob press"]


def test_a_finger_turns_a_knob(desk: Desk) -> None:
    centre, left = desk.centre("knob_right"), Qt.MouseButton.LeftButton
    QTest.mousePress(desk.window, left, pos=centre + QPoint(0, -40))
    for x, y in ((20, -36), (36, -20), (40, 0), (36, 20)):
        QTest.mouseMove(desk.window, centre + QPoint(x, y))
        desk.settle()
    QTest.mouseRelease(desk.window, left, pos=centre + QPoint(36, 20))
    desk.settle()
    assert desk.verbs
    assert set(desk.verbs) == {"knob right 1"}


def test_a_touch_on_the_display_is_a_tap(desk: Desk) -> None:
    desk.click("row_1")
    assert desk.verbs == ["tap row_1"]


def test_keyboard_moves_and_leaves(desk: Desk) -> None:
    for key in (K.Key_Down, K.Key_Up, K.Key_Return, K.Key_Escape, K.Key_Home, K.Key_F4):
        desk.press(key)
    assert desk.verbs == [
        "knob right 1",
        "knob left 1",
        "knob press",
        "back",
        "home",
        "key PHONE",
    ]


def test_digits_go_into_an_entry_even_after_the_panel_was_used(desk: Desk) -> None:
    desk.show(make_screen(overlay=PIN))
    desk.click("bench_speed")
    assert desk.focused() == "bench_speed"
    desk.write("3")
    desk.press(K.Key_Return)
    desk.write("12")
    desk.press(K.Key_Backspace)
    assert desk.verbs == ["car speed 3", "type 1", "type 2", "erase"]


def test_a_hidden_panel_gives_the_keyboard_back(desk: Desk) -> None:
    desk.show(make_screen(overlay=PIN))
    desk.click("bench_speed")
    desk.press(K.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.property("benchShown") is False
    desk.write("1")
    assert desk.verbs == ["type 1"]
    desk.click("bench_show")
    assert desk.window.property("benchShown") is True


def test_a_touch_on_the_display_gives_the_keyboard_back(desk: Desk) -> None:
    desk.click("bench_speed")
    desk.click("row_0")
    desk.verbs.clear()
    desk.press(K.Key_Down)
    assert desk.verbs == ["knob right 1"]


def test_escape_in_a_field_gives_the_old_value_back(desk: Desk) -> None:
    desk.click("bench_speed")
    desk.write("77")
    desk.press(K.Key_Escape)
    assert desk.item("bench_speed").property("text") == "0"
    assert desk.verbs == []


def test_the_tick_applies_a_field(desk: Desk) -> None:
    desk.click("bench_speed")
    desk.write("50")
    desk.click("bench_speed_apply")
    assert desk.verbs == ["car speed 50"]
    assert desk.focused() == "stage"


def test_panel_switches_act(desk: Desk) -> None:
    desk.click("bench_ignition")
    desk.click("bench_locked")
    assert desk.verbs == ["car ignition off"]


def test_a_section_is_folded_by_touch_and_unfolded_by_keyboard(desk: Desk) -> None:
    below = desk.centre("bench_code").y()
    desk.click("bench_section_2")
    with pytest.raises(AssertionError):
        desk.item("bench_hotspot")
    assert desk.centre("bench_code").y() < below
    desk.item("bench_section_2").forceActiveFocus()
    desk.press(K.Key_Space)
    assert desk.centre("bench_code").y() == below
    assert desk.verbs == []


def test_a_long_list_is_searched_by_keyboard(desk: Desk) -> None:
    desk.click("bench_country")
    assert desk.focused() == "bench_search"
    desk.write("svi")
    desk.click("option_CH")
    assert desk.verbs == ["bench country CH"]
    desk.press(K.Key_Down)
    assert desk.verbs[-1] == "knob right 1"


def test_a_short_list_is_walked_by_keyboard(desk: Desk) -> None:
    desk.click("bench_year")
    desk.press(K.Key_Up)
    desk.press(K.Key_Return)
    assert desk.verbs == ["bench year 2017"]


def test_escape_closes_an_open_list_only(desk: Desk) -> None:
    desk.click("bench_country")
    desk.press(K.Key_Escape)
    assert desk.verbs == []
    assert not desk.bench_model.shown.choice_open


def test_tab_reaches_all_that_acts_and_comes_round(desk: Desk) -> None:
    seen: list[str] = []
    for _ in range(100):
        desk.press(K.Key_Tab)
        if desk.focused() in seen:
            break
        seen.append(desk.focused())
    expected = {f"key_{key.caption}" for key in desk.screen.keys}
    expected |= {"knob_left", "knob_right", "row_0", "bench_hide", "bench_why", "bench_speed"}
    expected |= {s.id for s in BENCH if s.enabled and s.kind != "info"}
    assert not expected - set(seen)
    assert not {"bench_locked", "bench_services"} & set(seen)


def test_tab_scrolls_the_panel_to_what_it_reaches(desk: Desk) -> None:
    desk.window.resize(1100, 560)
    desk.settle()
    for _ in range(100):
        desk.press(K.Key_Tab)
        if desk.focused() == "bench_code":
            break
    top = desk.item("bench_code").mapToScene(desk.item("bench_code").boundingRect().topLeft())
    assert 0 < top.y() < 560


def test_return_on_a_focused_key_presses_it(desk: Desk) -> None:
    desk.item("key_MEDIA").forceActiveFocus()
    desk.press(K.Key_Return)
    desk.press(K.Key_Space)
    assert desk.verbs == ["key MEDIA", "key MEDIA"]


def test_focused_knob_turns_with_arrows(desk: Desk) -> None:
    desk.item("knob_left").forceActiveFocus()
    desk.press(K.Key_Right)
    desk.press(K.Key_Left)
    assert desk.verbs == ["volume up 1", "volume down 1"]


def test_refusal_and_last_verb_stand_in_the_foot(desk: Desk) -> None:
    desk.bench_model.answered("tap roaming", False, "Nessuna SIM inserita")
    desk.settle()
    assert desk.item("bench_answer").property("text") == "Nessuna SIM inserita"
    assert desk.item("bench_verb").property("text") == "tap roaming"
    desk.bench_model.answered("back", True, "")
    desk.settle()
    with pytest.raises(AssertionError):
        desk.item("bench_answer")


def test_sources_are_toggled(desk: Desk) -> None:
    seen: list[bool] = []
    desk.window_model.sourcesToggled.connect(lambda: seen.append(True))
    desk.press(K.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert seen == [True]


def top_row(desk: Desk) -> int:
    """The number of the first row that is in view."""
    display = desk.item("pcm_display")
    top = display.mapRectToScene(display.boundingRect()).top()
    rows = [i for i in walk(display) if i.objectName().startswith("row_") and i.isVisible()]
    return min(
        int(row.objectName().removeprefix("row_"))
        for row in rows
        if row.mapRectToScene(row.boundingRect()).top() > top
    )


def test_page_keys_scroll_a_long_list(desk: Desk) -> None:
    rows = tuple(replace(desk.screen.rows[0], id=f"row_{n}", label=f"Riga {n}") for n in range(30))
    desk.show(make_screen(rows=rows))
    first = top_row(desk)
    desk.press(K.Key_PageDown)
    assert top_row(desk) > first
    desk.press(K.Key_PageUp)
    assert top_row(desk) == first
    assert desk.verbs == []


def test_full_screen_and_back(desk: Desk) -> None:
    desk.press(K.Key_F11)
    assert desk.window.visibility() == desk.window.Visibility.FullScreen
    desk.press(K.Key_F11)
    assert desk.window.visibility() == desk.window.Visibility.Windowed


@pytest.mark.parametrize("size", [(1600, 860), (1366, 768), (1000, 600), (2300, 900)])
@pytest.mark.parametrize("pcm_name", GENERATIONS)
def test_the_head_unit_fits_the_window(desk: Desk, pcm_name: str, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    desk.show(make_screen(pcm_name))
    stage = desk.item("stage")
    display = desk.item("pcm_display")
    area = display.mapRectToScene(display.boundingRect())
    assert area.left() >= 0
    assert area.right() <= stage.width()
    assert area.bottom() <= stage.height()
    assert area.width() > stage.width() * 0.55 or area.height() > stage.height() * 0.5


def test_an_overlay_does_not_take_the_hard_keys(desk: Desk) -> None:
    desk.show(make_screen(overlay=Dialog("d", "Titolo", "Testo", "OK", "Annulla")))
    desk.click("key_HOME")
    assert desk.verbs == ["key HOME"]


def test_keys_and_caption_follow_the_car(desk: Desk) -> None:
    first = desk.item("key_HOME")
    desk.show(replace(make_screen(), title="Altro"))
    assert desk.item("key_HOME") is first
    desk.show(make_screen("5.0"))
    assert "PCM 5.0" in str(desk.item("window_caption").property("text"))


def count_differences(one: QImage, other: QImage) -> int:
    """How many bytes of two pictures differ."""
    assert one.size() == other.size()
    first, second = bytes(one.constBits()), bytes(other.constBits())
    step = one.bytesPerLine()
    lines = [(first[at : at + step], second[at : at + step]) for at in range(0, len(first), step)]
    return sum(a != b for x, y in lines if x != y for a, b in zip(x, y, strict=True))


@pytest.mark.parametrize("size", [(1600, 860), (1366, 768), (1000, 600)])
@pytest.mark.parametrize("pcm_name", GENERATIONS)
def test_repainting_leaves_nothing_behind(desk: Desk, pcm_name: str, size: tuple[int, int]) -> None:
    """The software renderer repaints parts only; scaled lines thinner than a pixel leave holes."""
    desk.window.resize(*size)
    day = make_screen(pcm_name, night=False)
    desk.show(day)
    first = desk.window.grabWindow().copy()
    desk.show(replace(day, focus="row_1"))
    desk.show(replace(day, night=True))
    desk.show(day)
    assert count_differences(desk.window.grabWindow(), first) < SOFT_CORNERS
    desk.window.setProperty("benchShown", False)
    desk.settle()
    desk.window.setProperty("benchShown", True)
    desk.settle()
    assert count_differences(desk.window.grabWindow(), first) < SOFT_CORNERS
