"""The driver of the window itself: touches that go wrong are told, windows are used again, pictures
hold no secrets.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from models.catalogue import find_car
from models.errors import PcmError
from pcm.headunit.procedure import procedure_lines
from pcm.headunit.screen import Entry
from pcm.headunit.session import Session
from pcm.qa.touches import Ears, Touches
from pcm.qa.window_driver import WindowDriver
from pcm.ui.hands.hands import Hands
from pcm.ui.hands.items import in_view
from pcm.ui.hands.windows import sit_down, stand_up

pytestmark = pytest.mark.usefixtures("qapp")
WIDE, COMPACT = ("cayenne-9y0", 2019), ("718-982", 2019)


def make_session(car: str, year: int) -> Session:
    return Session(find_car(car, year), year, language="en")


@pytest.fixture
def hands() -> Iterator[Hands]:
    made = sit_down(make_session(*COMPACT))
    yield made
    stand_up(made)


@pytest.fixture
def touches(hands: Hands) -> Touches:
    ears = Ears()
    hands.session.observers.append(ears)
    return Touches(hands, ears)


def test_a_key_that_cannot_be_touched_is_told(hands: Hands, touches: Touches) -> None:
    key = hands.shown("key_PHONE")
    assert key is not None
    key.setEnabled(False)
    answer = touches.do("key PHONE")
    key.setEnabled(True)
    assert answer.failed
    assert answer.text.startswith("the touch for 'key PHONE' did nothing: key_PHONE cannot")


def test_a_touch_that_does_nothing_is_told(hands: Hands, touches: Touches) -> None:
    hands.face.screen_model.acted.disconnect(hands.face.do)
    answer = touches.do("tap sound")
    hands.face.screen_model.acted.connect(hands.face.do)
    assert (answer.failed, answer.text) == (True, "the touch for 'tap sound' did nothing")
    assert touches.do("tap bass").ok


def test_a_touch_that_does_something_else_is_told(hands: Hands, touches: Touches) -> None:
    def also(line: str) -> None:
        hands.face.do("key CAR")

    hands.face.screen_model.acted.connect(also)
    answer = touches.do("tap sound")
    hands.face.screen_model.acted.disconnect(also)
    assert (answer.failed, answer.text) == (True, "the touch for 'tap sound' did 'key CAR'")


def test_what_is_typed_and_secret_is_in_no_message(hands: Hands, touches: Touches) -> None:
    code = hands.session.world.portal.code
    for line in ("tap APPS > OPT > Login Porsche Connect", "tap enter_pairing_code"):
        assert touches.do(line).ok
    hands.face.screen_model.acted.disconnect(hands.face.do)
    answer = touches.do(f"type {code}")
    hands.face.screen_model.acted.connect(hands.face.do)
    assert answer.failed
    assert not any(sign.isdigit() for sign in answer.text)


def test_hands_say_what_is_on_the_display_instead(hands: Hands) -> None:
    with pytest.raises(PcmError, match=r"is called nosuch; the display says .*NAV"):
        hands.touch("nosuch")


def test_a_window_is_used_again_and_two_at_once_are_two() -> None:
    first = sit_down(make_session(*WIDE))
    second = sit_down(make_session(*COMPACT))
    assert first.window is not second.window
    second.session.do("tap sound")
    second.face.show()
    stand_up(second)
    third = sit_down(make_session(*COMPACT))
    assert third.window is second.window
    assert third.screen.id == "home"
    assert "Bass" not in third.texts()
    stand_up(third)
    stand_up(first)


def test_lists_start_at_their_top_in_a_window_that_is_used_again() -> None:
    for _ in range(2):
        session = make_session(*COMPACT)
        session.do("tap phone")
        made = sit_down(session)
        first, last = (session.screen.rows[at].id for at in (1, -1))
        top = made.shown(first)
        assert top is not None
        assert in_view(top)
        made.find(last)
        assert not in_view(top)
        stand_up(made)


def test_a_window_does_not_grow_from_car_to_car() -> None:
    counts = []
    for _ in range(3):
        for car in (COMPACT, WIDE):
            made = sit_down(make_session(*car))
            counts.append(len(made.window.findChildren(QObject)))
            stand_up(made)
    assert counts[2:4] == counts[4:]


@pytest.mark.parametrize("car", [WIDE, COMPACT])
def test_a_picture_is_the_display_without_secrets(car: tuple[str, int], tmp_path: Path) -> None:
    pictures = []
    for code in ("@code", "@wrong 8"):
        driver = WindowDriver(make_session(*car))
        for line in procedure_lines(driver.session, "link"):
            if line.startswith("type"):
                break
            driver.do(line)
        driver.do(f"type {code}")
        entry = driver.session.screen.overlay
        assert isinstance(entry, Entry)
        assert len(entry.shown) == 8
        driver.picture(tmp_path / "typed.png")
        driver.do("erase")
        driver.picture(tmp_path / "erased.png")
        pictures += [QImage(str(tmp_path / f"{name}.png")) for name in ("typed", "erased")]
        driver.close()
    typed, erased, other, other_erased = pictures
    assert round(typed.width() / typed.height(), 1) == (2.7 if car == WIDE else 1.7)
    assert (typed, erased) == (other, other_erased)
    assert typed != erased


def test_a_picture_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    driver = WindowDriver(make_session(*COMPACT))
    with pytest.raises(PcmError, match="cannot be written"):
        driver.picture(tmp_path / "none" / "x.png")
    driver.close()
