"""A lesson is given in the car's own country where that offers what it needs."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from models.catalogue import find_car
from models.markets import load_markets
from pcm.headunit.session import Session
from pcm.training.coach import LessonCoach, coaching_of
from pcm.training.lesson import load_lessons
from pcm.training.plan import derive_plan, why_not

ONE_OF_EACH = (
    ("718-982", 2018),
    ("panamera-971.1", 2018),
    ("911-992.1", 2020),
    ("taycan-j1", 2022),
)
ABROAD = ("CH", "DE")
"""Where the world takes a car that leaves its country."""


@pytest.fixture
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    with closing(Session(find_car("718-982"), 2018, getattr(request, "param", "IT"))) as session:
        LessonCoach(session)
        yield session


def go(session: Session, *lines: str) -> str:
    for line in lines:
        answer = session.do(line)
        assert answer.ok, f"{line}: {answer.text}"
    return session.setup.market.code


@pytest.mark.parametrize(
    ("session", "lesson", "given"),
    [
        ("FR", "link", "FR"),
        ("DE", "call-on-2g", "DE"),
        ("IT", "remember-pin", "AD"),
        ("AD", "remember-pin", "AD"),
        ("AD", "link", "DE"),
        ("CN", "data-paths", "IT"),
    ],
    indirect=["session"],
)
def test_abroad_only_for_what_the_own_country_does_not_offer(
    session: Session, lesson: str, given: str
) -> None:
    assert go(session, f"lesson {lesson}") == given


def test_the_next_lesson_is_at_home_again(session: Session) -> None:
    assert go(session, "lesson remember-pin", "lesson new-country") == "IT"
    assert go(session, "lesson stop") == "IT"


def test_another_language_leaves_the_lesson_where_it_is(session: Session) -> None:
    assert go(session, "lesson new-country", "lesson next", "lesson next") != "IT"
    before = coaching_of(session)
    go(session, "language de", "language it")
    assert coaching_of(session) == before


@pytest.mark.parametrize("number", range(len(ONE_OF_EACH)))
def test_it_fits_every_country(number: int) -> None:
    """The cars take turns, but where lessons go abroad to: there each is tried."""
    file, seen = load_markets(), 0
    markets = (*file.markets, file.elsewhere)
    car, year = ONE_OF_EACH[number]
    for turn, market in enumerate(markets):
        if turn % len(ONE_OF_EACH) != number and market.code not in ABROAD:
            continue
        with closing(Session(find_car(car), year, market.code)) as session:
            for name in load_lessons():
                if not why_not(name, session):
                    derive_plan(name, session)
                    seen += 1
    assert seen > len(markets)
