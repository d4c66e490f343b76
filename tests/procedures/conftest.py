"""The window of the touch tests: `sit(car, year, country)` sits down in front of one."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.procedures.hands import Hands

Sit = Callable[..., Hands]


@pytest.fixture
def sit(qtbot: QtBot) -> Iterator[Sit]:
    """Makes a window over a new car; closes what was opened."""
    opened: list[Hands] = []

    def make(car: str, year: int, country: str = "IT") -> Hands:
        opened.append(Hands(qtbot, car, year, country))
        return opened[-1]

    yield make
    for hands in opened:
        hands.close()
