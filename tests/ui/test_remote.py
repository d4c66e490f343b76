"""A window from afar: what it paints is handed over, and touched as with hands."""

import json
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from models.catalogue import find_car
from pcm.headunit.session import Session
from pcm.ui.app import Window
from pcm.ui.bench_rows import VEIL
from pcm.ui.engine import start_qt
from pcm.ui.glass import KEYS, Layout, Picture
from pcm.ui.hands.items import place_in, visible
from pcm.ui.remote import Remote, _number_of

Told = list[tuple[Picture, Layout]]


@pytest.fixture(scope="module")
def window() -> Iterator[Window]:
    start_qt("offscreen", software=True)
    opened = Window(Session(find_car("718-982", 2017), 2017), speed=0, still=True)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def remote(window: Window) -> Remote:
    return Remote(window)


@pytest.fixture
def told(window: Window, remote: Remote, qtbot: QtBot) -> Iterator[Told]:
    """What is handed over: the present picture first, once nothing waits to be painted."""
    window.do("home")
    found: Told = []
    remote.watch(lambda picture, layout: found.append((picture, layout)))
    qtbot.waitUntil(lambda: calm(found, qtbot))
    del found[:-1]
    yield found
    remote.watch(None)


def calm(found: Told, qtbot: QtBot) -> bool:
    """Whether a picture came and none follows it: a machine under load paints late."""
    before = len(found)
    qtbot.wait(200)
    return 0 < before == len(found)


def middle(window: Window, name: str) -> tuple[float, float]:
    items = visible(window.window.contentItem())
    at = place_in(next(item for item in items if item.objectName() == name))
    return at.x(), at.y()


def test_nothing_is_handed_over_while_nothing_is_painted(told: Told, qtbot: QtBot) -> None:
    qtbot.wait(300)
    assert len(told) == 1


def test_a_touch_is_one_new_picture(
    window: Window, remote: Remote, told: Told, qtbot: QtBot
) -> None:
    remote.point("press", *middle(window, "nav"))
    remote.point("release", *middle(window, "nav"))
    qtbot.waitUntil(lambda: window.session.screen.id == "nav" and len(told) > 1)
    assert told[-1][0].pixels != told[0][0].pixels
    assert len(told[-1][0].pixels) == told[-1][0].line * told[-1][0].height
    display = told[-1][1].display
    assert (display.width, display.height) == pytest.approx((800, 480), rel=0.05)


def test_wheel_and_keys_arrive(window: Window, remote: Remote, told: Told) -> None:
    first = window.session.screen.focus
    remote.turn(*middle(window, "knob_right"), -1)
    assert window.session.screen.focus != first
    remote.key("ArrowUp", True)
    assert window.session.screen.focus == first
    remote.key("F2", True)
    assert window.session.screen.id == "nav"
    for nonsense in ("Hyper", "", "F99", "\n"):
        remote.key(nonsense, True)


def test_what_is_typed_arrives_with_its_sign(window: Window, remote: Remote, told: Told) -> None:
    window.do("tap phone")
    for sign in "0#":
        remote.key(sign, True)
        remote.key(sign, False)
    verbs = [json.loads(line).get("verb") for line in window.session.trace.lines[-2:]]
    assert verbs == ["type ***", "type #"]


def test_a_second_finger_is_none(window: Window, remote: Remote, told: Told) -> None:
    at = middle(window, "nav")
    remote.point("release", *at)
    remote.point("move", *at)
    for _ in range(2):
        remote.point("press", *at)
    remote.point("release", *at)
    assert window.session.screen.id == "nav"


def test_a_finger_that_is_gone_has_pressed_nothing(
    window: Window, remote: Remote, told: Told
) -> None:
    at = middle(window, "nav")
    remote.point("press", *at)
    remote.let_go()
    remote.point("release", *at)
    assert window.session.screen.id == "home"
    remote.point("press", *at)
    remote.point("release", *at)
    assert window.session.screen.id == "nav"


def test_the_panel_is_hidden_and_the_display_has_moved(
    remote: Remote, told: Told, qtbot: QtBot
) -> None:
    remote.show_panel(False)
    qtbot.waitUntil(lambda: not told[-1][1].panel)
    assert told[-1][1].display.x > told[0][1].display.x
    remote.show_panel(True)
    qtbot.waitUntil(lambda: told[-1][1].panel)


def test_no_secret_of_the_panel_is_shown(window: Window, remote: Remote) -> None:
    secret = {switch.id: switch.value for switch in window.session.bench if switch.secret}
    assert len(secret) >= 2
    rows = window.bench_model.property("rows").values
    shown = {row.name: row.value for row in rows if row.name in secret}
    assert set(shown) == set(secret)
    assert set(shown.values()) == {VEIL}


def test_qt_has_every_key_by_name() -> None:
    assert len({_number_of(name) for name in KEYS}) == len(KEYS) == 24
