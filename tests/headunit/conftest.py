"""Sessions and verb lines for the tests of the head unit."""

from collections.abc import Callable

import pytest

from models.catalogue import find_car
from pcm.headunit.session import Session

SessionMaker = Callable[..., Session]
ONE_CAR_A_GENERATION = (
    ("718-982", 2020),
    ("panamera-971.1", 2018),
    ("cayenne-9y0", 2020),
    ("taycan-j1", 2024),
)


@pytest.fixture
def session() -> SessionMaker:
    """Makes a session: car, year, country, language, seed."""
    return make_session


def make_session(car: str = "718-982", year: int = 2020, *rest: object) -> Session:
    return Session(find_car(car, year), year, *rest)  # type: ignore[arg-type] # as Session takes it
