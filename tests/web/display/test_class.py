"""A class looks on: the presenter at the computer of the head unit decides who steers."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from websockets.exceptions import InvalidStatus

from pcm.web.addresses import own_addresses
from tests.web.display.house import House
from tests.web.display.viewer import Viewer


@pytest.fixture
def house(qapp: object) -> Iterator[House]:
    addresses = own_addresses()
    if not addresses:
        pytest.skip("this computer has no address that others reach it by")
    house = House(addresses[0])
    yield house
    house.close()


@pytest.fixture
def presenter(house: House) -> Iterator[Viewer]:
    viewer = Viewer(house.address)
    yield viewer
    viewer.close()


@pytest.fixture
def guest(house: House, presenter: Viewer, qtbot: QtBot) -> Iterator[Viewer]:
    qtbot.waitUntil(lambda: presenter.driver == presenter.number > 0)
    viewer = Viewer(house.guest_address, cookie=house.cookie)
    qtbot.waitUntil(lambda: viewer.number > 0)
    yield viewer
    viewer.close()


def test_who_has_no_token_sees_nothing(house: House) -> None:
    with pytest.raises(InvalidStatus):
        Viewer(house.guest_address)


def test_a_guest_asks_and_the_presenter_gives_and_takes(
    presenter: Viewer, guest: Viewer, qtbot: QtBot
) -> None:
    guest.say("take")
    qtbot.waitUntil(lambda: presenter.told["steering"]["asking"] == [guest.number])
    assert guest.driver == presenter.number
    presenter.say("give", to=guest.number)
    qtbot.waitUntil(lambda: guest.driver == guest.number)
    presenter.say("take")
    qtbot.waitUntil(lambda: guest.driver == presenter.number)


def test_a_guest_steers_when_nobody_does(
    house: House, presenter: Viewer, guest: Viewer, qtbot: QtBot
) -> None:
    presenter.close()
    qtbot.waitUntil(lambda: guest.driver == 0)
    guest.say("do", line="tap nav")
    qtbot.waitUntil(lambda: house.session.screen.id == "nav")
    qtbot.waitUntil(lambda: guest.driver == guest.number)
