"""A lesson stands on a car of its own: that of before comes back, its memory is untouched."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from models.catalogue import find_car
from pcm.headunit.memory.memory import Memory
from pcm.headunit.session import Session
from pcm.training.coach import LessonCoach


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    memory = Memory(lambda _: tmp_path / "memory.sqlite", lambda _: None)
    with closing(Session(find_car("718-982"), 2019, memory=memory)) as session:
        LessonCoach(session)
        yield session


def said(session: Session, line: str) -> str:
    answer = session.do(line)
    assert answer.ok, answer.text
    return answer.text


def test_what_was_done_before_comes_back(session: Session) -> None:
    said(session, "do link")
    unit = session.unit
    said(session, "lesson link")
    assert said(session, "state account") == "not_linked"
    said(session, "lesson stop")
    assert session.unit is unit
    assert said(session, "state account") == "logged_in"


def test_the_memory_does_not_hear_of_a_lesson(session: Session, tmp_path: Path) -> None:
    said(session, "do link")
    kept = (tmp_path / "memory.sqlite").read_bytes()
    said(session, "lesson link")
    said(session, "language de")
    assert (tmp_path / "memory.sqlite").read_bytes() == kept
    session.close()  # in the middle of it
    again = Memory(lambda _: tmp_path / "memory.sqlite", lambda _: None)
    with closing(Session(find_car("718-982"), 2019, memory=again)) as next_one:
        assert said(next_one, "state account") == "logged_in"
        assert next_one.unit.state.language == "it"


def test_another_car_ends_the_lesson(session: Session) -> None:
    said(session, "lesson link")
    said(session, "model taycan-j1 2022")
    assert session.coach is not None
    assert "lesson step: no lesson is under way" in session.do("lesson step").text
    assert session.setup.car.id == "taycan-j1"
    assert session.memory is not None
