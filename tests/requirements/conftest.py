"""The desk of the requirement tests: `desk(car, year, country, language, seed)` makes one."""

from collections.abc import Callable

import pytest

from tests.requirements.desk import Desk

DeskMaker = Callable[..., Desk]


@pytest.fixture
def desk() -> DeskMaker:
    """A new car on the desk; see tests/requirements/desk.py."""
    return Desk
