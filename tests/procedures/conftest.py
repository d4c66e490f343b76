"""The window of the touch tests: `sit(car, year, country)` puts a new car on the desk before it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication

from models.catalogue import find_car
from pcm.headunit.session import Session
from pcm.ui.app import Window
from pcm.ui.engine import start_qt
from tests.procedures.cars import PCM_40
from tests.procedures.hands import Hands

Sit = Callable[..., Hands]


@pytest.fixture(scope="package")
def hands(qapp: QGuiApplication) -> Iterator[Hands]:
    """The hands before the one real window of all tests of the package."""
    start_qt()
    car, year = PCM_40
    window = Window(Session(find_car(car, year), year), still=True)
    yield Hands(window)
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def sit(hands: Hands) -> Sit:
    """Sits down in a new car; the hands are the same in every car."""

    def make(car: str, year: int, country: str = "IT") -> Hands:
        return hands.sit(car, year, country)

    return make
