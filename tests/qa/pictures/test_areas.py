"""Pictures say what stands where in them, those of the window too, at its own size."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from models.catalogue import find_car
from pcm.headunit.session import Session
from pcm.ui.app import Window
from pcm.ui.areas import KEY
from pcm.ui.engine import start_qt
from pcm.ui.hands.hands import Hands
from pcm.ui.painter import Painter

CARS = (("718-982", 2019), ("cayenne-9y0", 2020), ("taycan-j1", 2024))
Areas = dict[str, list[list[int]]]


@pytest.fixture(params=CARS, ids=lambda car: str(car[0]))
def session(request: pytest.FixtureRequest) -> Session:
    car, year = request.param
    return Session(find_car(car, year), year, "IT", "en")


@pytest.fixture
def hands(qapp: QGuiApplication, session: Session) -> Iterator[Hands]:
    start_qt()
    window = Window(session, still=True)
    yield Hands(window)
    window.close()


def areas(image: QImage) -> Areas:
    found: Areas = json.loads(image.text(KEY))
    return found


def test_a_picture_knows_the_clock_and_every_row(session: Session) -> None:
    seen = areas(Painter().picture(session.screen))
    assert {row.id for row in session.screen.rows} <= set(seen)
    (clock,) = seen["header_clock"]
    assert clock[2] > 20
    assert clock[3] > 10


def test_the_window_knows_them_where_it_draws_them(session: Session, hands: Hands) -> None:
    drawn, plain = hands.picture(), Painter().picture(session.screen)
    here, there = areas(drawn), areas(plain)
    assert set(here) == set(there)
    scale = drawn.width() / plain.width()
    assert len(here) > 8
    for name, boxes in here.items():
        for box, other in zip(boxes, there[name], strict=True):
            assert box == pytest.approx([value * scale for value in other], abs=2 + scale), name
