"""The head unit over real WebSockets: pictures, touches, several viewers, who steers."""

import socket
from collections.abc import Callable, Iterator

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from pcm.ui.frames import take_picture
from pcm.ui.hands.items import place_in, visible
from pcm.web.display.packing import unpack_picture
from tests.web.display.house import House
from tests.web.display.viewer import Viewer

Come = Callable[..., Viewer]


@pytest.fixture(scope="module")
def opened(qapp: object) -> Iterator[House]:
    house = House()
    yield house
    house.close()


@pytest.fixture
def house(opened: House) -> House:
    opened.window.do("home")
    opened.refused.clear()
    return opened


@pytest.fixture
def come(house: House, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> Iterator[Come]:
    """Lets a viewer come, and waits until he has seen something; the server must not fail."""
    came: list[Viewer] = []

    def one(lame: bool = False) -> Viewer:
        viewer = Viewer(house.address, lame)
        came.append(viewer)
        qtbot.waitUntil(lambda: bool(viewer.pictures and viewer.told["screen"]))
        return viewer

    yield one
    for viewer in came:
        viewer.close()
    qtbot.waitUntil(lambda: not house.watched)
    assert [record.getMessage() for record in caplog.records] == []


def place(house: House, name: str) -> tuple[float, float]:
    items = visible(house.window.window.contentItem())
    at = place_in(next(item for item in items if item.objectName() == name))
    return at.x(), at.y()


def seen(house: House) -> Image.Image:
    return unpack_picture(take_picture(house.window.window))


def test_what_is_put_together_is_the_window_pixel_by_pixel(
    house: House, come: Come, qtbot: QtBot
) -> None:
    viewer = come()
    for line in ("tap nav", "home", "knob right 1", "tap phone", "type 1", "home", "tap map"):
        house.window.do(line)
        qtbot.waitUntil(lambda: viewer.picture == seen(house))
    whole = viewer.pictures[0][1]
    assert min(size for _, size in viewer.pictures) < whole / 4


def test_nothing_is_sent_while_nothing_changes(house: House, come: Come, qtbot: QtBot) -> None:
    viewer = come()
    qtbot.waitUntil(lambda: viewer.picture == seen(house))
    qtbot.wait(300)
    before = len(viewer.pictures)
    qtbot.wait(700)
    house.window.window.update()  # painted once more, as it was
    qtbot.wait(300)
    assert len(viewer.pictures) == before


def test_a_touch_does_what_a_touch_does(house: House, come: Come, qtbot: QtBot) -> None:
    viewer = come()
    viewer.tap(place(house, "nav"))
    qtbot.waitUntil(lambda: viewer.title == house.session.screen.title == "NAV")
    assert any('"verb": "tap nav"' in line for line in house.session.trace.lines)
    viewer.say("key", name="Escape", down=True)
    qtbot.waitUntil(lambda: house.session.screen.id == "home")
    focus = house.session.screen.focus
    x, y = place(house, "knob_right")
    viewer.say("turn", x=x, y=y, notches=-1)
    qtbot.waitUntil(lambda: house.session.screen.focus != focus)
    viewer.say("do", line="tap phone")
    qtbot.waitUntil(lambda: viewer.title == house.session.screen.title != "HOME")


def test_one_steers_and_the_others_look_on(house: House, come: Come, qtbot: QtBot) -> None:
    first, second = come(), come()
    qtbot.waitUntil(lambda: second.driver == first.number != second.number)
    second.tap(place(house, "nav"))
    second.say("do", line="tap phone")
    first.tap(place(house, "map"))
    qtbot.waitUntil(lambda: second.title == "MAP")
    assert house.session.screen.id == "map"
    second.say("take")
    qtbot.waitUntil(lambda: first.driver == second.number)
    second.say("do", line="home")
    qtbot.waitUntil(lambda: house.session.screen.id == "home")


def test_a_driver_who_is_gone_leaves_the_wheel_and_presses_nothing(
    house: House, come: Come, qtbot: QtBot
) -> None:
    first, second = come(), come()
    x, y = place(house, "nav")
    first.say("point", act="press", x=x, y=y)
    first.socket.socket.close()
    qtbot.waitUntil(lambda: second.driver == 0)
    assert house.session.screen.id == "home"
    second.tap(place(house, "map"))
    qtbot.waitUntil(lambda: second.driver == second.number)
    qtbot.waitUntil(lambda: house.session.screen.id == "map")


def test_who_is_gone_while_pictures_come_is_missed_by_nobody(
    house: House, come: Come, qtbot: QtBot
) -> None:
    good, gone = come(), come()
    for line in ("tap nav", "home", "tap map", "home"):
        before = len(good.pictures)
        house.window.do(line)
        if line == "tap map":
            gone.socket.socket.shutdown(socket.SHUT_RDWR)
        qtbot.waitUntil(lambda before=before: len(good.pictures) > before)  # type: ignore[misc]
    qtbot.waitUntil(lambda: good.told["steering"]["viewers"] == [good.number])


def test_who_draws_nothing_costs_the_others_nothing(house: House, come: Come, qtbot: QtBot) -> None:
    good, lame = come(), come(lame=True)
    pages = ("tap nav", "home", "tap map", "home", "tap phone", "home", "tap car", "home")
    for line in pages:
        before = len(good.pictures)
        house.window.do(line)
        qtbot.waitUntil(lambda before=before: len(good.pictures) > before)  # type: ignore[misc]
    assert len(lame.pictures) == 2
    lame.lame = False
    lame.say("ack", version=lame.pictures[-1][0])
    qtbot.waitUntil(lambda: lame.picture == seen(house))
    assert len(lame.pictures) == 3


@pytest.mark.parametrize("bad", ["", "{", '{"say":"steal"}', b"\x00\xff", "x" * 2000])
def test_what_is_malformed_is_counted_and_ends_it(
    house: House, come: Come, qtbot: QtBot, bad: str | bytes
) -> None:
    viewer = come()
    for _ in range(3):
        viewer.socket.send(bad)
    qtbot.waitUntil(viewer.closed.is_set)
    assert house.refused == ["malformed message"] * 3
    assert viewer.socket.close_code == 1008


def test_what_is_too_big_is_counted_and_ends_it(house: House, come: Come, qtbot: QtBot) -> None:
    viewer = come()
    viewer.socket.send("x" * 1_000_000)
    qtbot.waitUntil(lambda: viewer.closed.is_set() and bool(house.refused))
    assert house.refused == ["too many bytes"]
    assert viewer.socket.close_code == 1009


def test_what_is_no_frame_is_counted_and_ends_it(house: House, come: Come, qtbot: QtBot) -> None:
    viewer = come()
    viewer.socket.socket.sendall(b"\xff" * 9)
    qtbot.waitUntil(lambda: viewer.closed.is_set() and bool(house.refused))
    assert house.refused == ["malformed message"]
    assert viewer.socket.close_code == 1002


def test_what_belongs_into_a_field_is_filled_in_and_told_to_nobody(
    house: House, come: Come, qtbot: QtBot
) -> None:
    viewer = come()
    house.window.do("portal code new")
    house.window.do("open link")
    qtbot.waitUntil(lambda: viewer.told["screen"]["fill"])
    viewer.say("do", line="type 1")
    viewer.say("fill")
    code = house.session.world.portal.code
    qtbot.waitUntil(lambda: getattr(house.session.screen.overlay, "shown", "") == code)
    qtbot.waitUntil(lambda: "•" * 8 in str(viewer.told["screen"]["overlay"]))
    assert code not in str(viewer.told)


def test_the_panel_is_hidden_for_all(house: House, come: Come, qtbot: QtBot) -> None:
    viewer = come()
    before = viewer.told["layout"]["display"]
    viewer.say("panel", shown=False)
    qtbot.waitUntil(lambda: viewer.told["layout"]["panel"] is False)
    assert viewer.told["layout"]["display"] != before
    viewer.say("panel", shown=True)
    qtbot.waitUntil(lambda: viewer.told["layout"]["display"] == before)


def test_another_car_is_another_display(house: House, come: Come, qtbot: QtBot) -> None:
    viewer = come()
    before = viewer.told["layout"]["display"]
    house.window.do("model taycan-j1")
    qtbot.waitUntil(lambda: viewer.told["layout"]["display"] != before)
    qtbot.waitUntil(lambda: viewer.picture == seen(house))
    house.window.do("model 718-982")


def test_no_secret_of_the_world_is_in_what_a_viewer_is_told(
    house: House, come: Come, qtbot: QtBot
) -> None:
    viewer = come()
    house.window.do("model taycan-j1")
    house.window.do("open link")
    steps = 0
    while house.session.screen.overlay is not None and steps < 6:
        steps += 1
        viewer.say("fill")
        viewer.say("do", line="ok")
        said = house.session.screen
        qtbot.waitUntil(lambda said=said: house.session.screen is not said)  # type: ignore[misc]
        assert not house.session.world.secrets.search(str(viewer.told))
    assert steps >= 3
    house.window.do("model 718-982")
