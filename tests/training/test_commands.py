"""What follows the verb `lesson`: what it means, what is said to what is wrong."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from models.catalogue import find_car
from models.errors import PcmError, UnknownNameError
from pcm.headunit.session import Session
from pcm.qa.recorder.recorder import FlowRecorder
from pcm.training.coach import LessonCoach
from pcm.training.commands import ACTS, LONGEST_NAME, Act, Report, Start, parse_command
from pcm.training.lesson import load_lessons

LESSONS = ("link", "roaming", "services")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("", None),
        ("link", Start("link", "guide")),
        ("link show", Start("link", "show")),
        ("link as Anna", Start("link", "guide", "Anna")),
        ("link try as  Anna  Lena ", Start("link", "try", "Anna Lena")),
        ("link try as Bas as Basil", Start("link", "try", "Bas as Basil")),
        (f"link as {'x' * 99}", Start("link", "guide", "x" * LONGEST_NAME)),
        ("report a b.json", Report("a b.json")),
        ("show", Act("show")),
        *((word, Act(word)) for word in ACTS),
    ],
)
def test_what_is_meant(words: str, meant: Start | Report | Act | None) -> None:
    assert parse_command(words, LESSONS) == meant


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("lnik", "unknown lesson 'lnik'; did you mean link?"),
        ("nxt", "did you mean next"),
        ("next step", "unknown lesson 'next'"),
        ("link tyr", "unknown way of a lesson 'tyr'; did you mean try?"),
        ("link Anna", "unknown way of a lesson 'Anna'"),
    ],
)
def test_the_nearest_right_name_is_told(words: str, told: str) -> None:
    with pytest.raises(UnknownNameError) as raised:
        parse_command(words, LESSONS)
    assert told in str(raised.value)


@pytest.mark.parametrize("words", ["link as", "link try as", "link try as  "])
def test_a_trainee_has_a_name(words: str) -> None:
    with pytest.raises(PcmError, match="usage: lesson NAME"):
        parse_command(words, LESSONS)


@pytest.fixture
def session() -> Iterator[Session]:
    with closing(Session(find_car("taycan-j1"), 2022, language="en")) as session:
        LessonCoach(session)
        yield session


def refusal(session: Session, line: str) -> str:
    answer = session.do(line)
    assert not answer.ok
    assert "\n" not in answer.text
    return answer.text


@pytest.mark.parametrize("word", ACTS)
def test_without_a_lesson_nothing_goes_on(session: Session, word: str) -> None:
    assert f"lesson {word}: no lesson is under way" in refusal(session, f"lesson {word}")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("lesson roaming", "not for Taycan (1st) (it has no roaming)"),
        ("lesson sevices", "unknown lesson 'sevices'; did you mean services?"),
        ("lesson report x.json", "no lesson was given yet"),
    ],
)
def test_what_cannot_be_begun_changes_nothing(session: Session, line: str, told: str) -> None:
    unit = session.unit
    assert told in refusal(session, line)
    assert session.unit is unit
    assert isinstance(session.coach, LessonCoach)
    assert session.coach.coaching is None


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("lessons.txt", "name a file that ends in .json or .html"),
        ("no/such/folder.json", "No such file or directory"),
    ],
)
def test_a_report_that_cannot_be_written(
    session: Session, tmp_path: Path, file: str, told: str
) -> None:
    assert session.do("lesson link").ok
    path = tmp_path / file
    assert told in refusal(session, f"lesson report {path}")
    assert list(tmp_path.iterdir()) == []


def test_no_lesson_is_begun_while_a_flow_is_recorded(session: Session, tmp_path: Path) -> None:
    FlowRecorder(session, pytest.fail)
    assert session.do(f"record {tmp_path / 'x.robot'}").ok
    assert "record stop, then begin the lesson" in refusal(session, "lesson link")
    assert session.do("record stop").ok
    assert session.do("lesson link").ok


def test_the_list_has_every_lesson_and_says_which_are_not_for_the_car(session: Session) -> None:
    lines = session.do("lesson").text.splitlines()
    assert [line.split()[0] for line in lines] == list(load_lessons())
    assert any(line.endswith("(not for this car: it has no roaming)") for line in lines)
