"""Touches on the display leave as verb lines; a disabled or covered thing reports nothing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from pcm.headunit.screen import Screen
from tests.ui.screens import PCMS, SLIDER, all_screens
from tests.ui.stage import Stage

SCREENS = all_screens()

TOUCHES = [
    ("list", "roaming", "tap roaming"),
    ("home", "phone", "tap phone"),
    ("apps", "web_radio", "tap web_radio"),
    ("map", "destination", "tap destination"),
    ("player", "next", "tap next"),
    ("phone", "contacts", "tap contacts"),
    ("phone", "digit_5", "type 5"),
    ("phone", "digit_*", "type *"),
    ("list", "header_back", "back"),
    ("code", "digit_7", "type 7"),
    ("code", "key_erase", "erase"),
    ("code", "overlay_cancel", "cancel"),
    ("pin", "overlay_ok", "ok"),
    ("number", "digit_#", "type #"),
    ("number", "key_erase", "erase"),
    ("password", "kb_a", "type a"),
    ("password", "kb_0", "type 0"),
    ("password", "kb_space", "type  "),
    ("password", "kb_always_@", "type @"),
    ("password", "key_erase", "erase"),
    ("dialog", "overlay_ok", "ok"),
    ("dialog", "overlay_cancel", "cancel"),
    ("note", "overlay_ok", "ok"),
    ("progress", "overlay_cancel", "cancel"),
    ("slider", "slider_plus", f"set {SLIDER.value + SLIDER.step}"),
    ("slider", "slider_minus", f"set {SLIDER.value - SLIDER.step}"),
    ("slider", "slider_track", "set 50"),
    ("slider", "overlay_ok", "ok"),
]


def sample(pcm: str, name: str) -> Screen:
    return SCREENS[f"{pcm}_{name}"]


@pytest.mark.parametrize("pcm", PCMS)
@pytest.mark.parametrize(("name", "item", "line"), TOUCHES)
def test_a_touch_is_a_verb_line(stage: Stage, pcm: str, name: str, item: str, line: str) -> None:
    stage.show(sample(pcm, name)).click(item)
    assert stage.lines == [line]


@pytest.mark.parametrize("pcm", PCMS[1:])
def test_side_bar_and_options_button(stage: Stage, pcm: str) -> None:
    stage.show(sample(pcm, "list")).click("key_MEDIA")
    stage.click("device_options")
    assert stage.lines == ["key MEDIA", "tap device_options"]


def test_the_small_display_has_keys_and_options_outside(stage: Stage) -> None:
    stage.show(sample("4.0", "list"))
    assert not stage.shows("key_MEDIA")
    assert not stage.shows("device_options")


@pytest.mark.parametrize("pcm", PCMS)
@pytest.mark.parametrize("name", ["code", "moving"])
def test_ok_is_off_until_the_entry_is_complete(stage: Stage, pcm: str, name: str) -> None:
    """A touch on it is told all the same, so that the entry says why."""
    stage.show(sample(pcm, name))
    assert stage.find("overlay_ok").property("ready") is False
    stage.click("overlay_ok")
    assert stage.lines == ["ok"]


@pytest.mark.parametrize("pcm", PCMS)
@pytest.mark.parametrize("name", ["dialog", "slider", "progress"])
def test_nothing_below_an_overlay_can_be_touched(stage: Stage, pcm: str, name: str) -> None:
    stage.show(sample(pcm, "list"))
    item = stage.find("mobile_data")
    at = item.mapToScene(item.boundingRect().topLeft()).toPoint()
    at.setX(at.x() + 30)
    at.setY(at.y() + 10)
    stage.click_at(at)
    assert stage.lines == ["tap mobile_data"]
    stage.show(sample(pcm, name)).click_at(at)
    assert stage.lines == []


@pytest.mark.parametrize("pcm", PCMS[1:])
@pytest.mark.parametrize("name", ["dialog", "code"])
def test_an_overlay_does_not_take_the_side_bar(stage: Stage, pcm: str, name: str) -> None:
    stage.show(sample(pcm, name)).click("key_HOME")
    assert stage.lines == ["key HOME"]


@pytest.mark.parametrize("pcm", PCMS)
def test_a_dark_display_takes_no_touches(stage: Stage, pcm: str) -> None:
    stage.show(sample(pcm, "off"))
    stage.click_at(stage.window.geometry().center() - stage.window.position())
    assert stage.lines == []


def test_only_the_drawer_can_be_touched_when_it_is_open(stage: Stage) -> None:
    stage.show(sample("4.0", "drawer")).click("services")
    behind = stage.find("web_radio")
    stage.click_at(behind.mapToScene(behind.boundingRect().center()).toPoint())
    assert stage.lines == ["tap services"]


def test_a_locked_row_still_reports_so_that_its_reason_is_told(stage: Stage) -> None:
    stage.show(sample("5.0", "list")).click("apn")
    assert stage.lines == ["tap apn"]


@pytest.mark.parametrize("pcm", PCMS)
def test_the_keyboard_writes_capitals_and_symbols(stage: Stage, pcm: str) -> None:
    stage.show(sample(pcm, "password"))
    for key in ("kb_shift", "kb_Q", "kb_w", "kb_symbols", "kb_!", "kb_symbols", "kb_e"):
        stage.click(key)
    assert stage.lines == ["type Q", "type w", "type !", "type e"]


@pytest.mark.parametrize(("language", "first"), [("de", "kb_z"), ("fr", "kb_a"), ("it", "kb_y")])
def test_letters_lie_as_in_the_language(stage: Stage, language: str, first: str) -> None:
    stage.show(sample("5.0", "dialog"))
    stage.show(replace(sample("5.0", "email"), language=language))
    assert top_of(stage, first) == top_of(stage, "kb_e")


def test_rows_change_in_place(stage: Stage) -> None:
    screen = sample("5.0", "list")
    stage.show(screen)
    before = {row.id: stage.find(row.id) for row in screen.rows[:4]}
    changed = (replace(screen.rows[0], value=False, text="Off"), *screen.rows[1:])
    stage.show(replace(screen, rows=changed, focus="preferred"))
    after = {row.id: stage.find(row.id) for row in screen.rows[:4]}
    assert all(after[name] is item for name, item in before.items())
    frame: QObject = after["preferred"]
    assert frame.property("selected") is True


def test_the_focused_row_is_kept_in_view(stage: Stage) -> None:
    screen = sample("4.0", "list")
    for row in (*screen.rows, *reversed(screen.rows)):
        stage.show(replace(screen, focus=row.id))
        below = stage.display.height() - stage.find(row.id).height()
        assert 0 <= top_of(stage, row.id) <= below, row.id


def test_another_page_starts_at_its_top(stage: Stage) -> None:
    screen = sample("4.0", "list")
    stage.show(replace(screen, focus="reset"))
    stage.show(replace(screen, id="other", focus=""))
    assert top_of(stage, "mobile_data") > 0


def test_page_up_and_down_scroll(stage: Stage) -> None:
    stage.show(replace(sample("4.0", "list"), id="fresh", focus=""))
    at = top_of(stage, "mobile_data")
    stage.model.scrollPage(1)
    stage.settle()
    assert stage.shows("reset")
    stage.model.scrollPage(-1)
    stage.settle()
    assert top_of(stage, "mobile_data") == at


def top_of(stage: Stage, name: str) -> float:
    item = stage.find(name)
    return item.mapToScene(item.boundingRect().topLeft()).y()
