"""What `lesson report FILE.json` says of who did what: a contract that others read."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from models.catalogue import find_car
from pcm.headunit.session import Session
from pcm.training.coach import LessonCoach

RESULT = (
    *("lesson", "title", "trainee", "mode", "car", "name", "year", "pcm", "country", "language"),
    *("seed", "steps", "done", "touches", "shortest", "wrong", "hints", "seconds"),
)
STEP = ("id", "text", "touches", "shortest", "wrong", "hints", "seconds", "done")


@pytest.fixture
def session() -> Iterator[Session]:
    with closing(Session(find_car("718-982"), 2019, language="de", seed=7)) as session:
        LessonCoach(session)
        yield session


def do(session: Session, *lines: str) -> None:
    for line in lines:
        answer = session.do(line)
        assert answer.ok, f"{line}: {answer.text}"


def to_the_end(session: Session) -> None:
    for _ in range(200):
        assert isinstance(session.coach, LessonCoach)
        if session.coach.coaching is None or session.coach.coaching.over:
            return
        do(session, "lesson step")
    raise AssertionError("no end")


def reported(session: Session, folder: Path) -> list[dict[str, Any]]:
    file = folder / "lessons.json"
    do(session, f"lesson report {file}")
    results: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))["results"]
    return results


def test_the_shortest_way(session: Session, tmp_path: Path) -> None:
    do(session, "lesson link try as Zoë")
    to_the_end(session)
    (result,) = reported(session, tmp_path)
    assert tuple(result) == RESULT
    assert {tuple(step) for step in result["steps"]} == {STEP}
    assert result["trainee"] == "Zoë"
    assert (result["car"], result["year"], result["pcm"]) == ("718-982", 2019, "4.0")
    assert (result["language"], result["seed"], result["mode"]) == ("de", 7, "try")
    assert result["done"] is True
    assert result["touches"] == result["shortest"] > 0
    assert (result["wrong"], result["hints"]) == (0, 0)
    for total in ("touches", "shortest", "wrong", "hints", "seconds"):
        summed = sum(step[total] for step in result["steps"])
        assert result[total] == pytest.approx(summed), total


def test_a_line_of_the_console_counts_as_what_it_touches(session: Session, tmp_path: Path) -> None:
    do(session, "lesson link try", "tap APPS > OPT > login_porsche_connect > enter_pairing_code")
    do(session, "lesson next", "type @code", "ok", "lesson next")
    (result,) = reported(session, tmp_path)
    assert result["touches"] == result["shortest"]


def test_wrong_touches_hints_and_time_count(session: Session, tmp_path: Path) -> None:
    do(session, "lesson link try", "tap phone", "home", "lesson hint", "pass 30 s")
    to_the_end(session)
    (result,) = reported(session, tmp_path)
    first = result["steps"][0]
    assert (first["wrong"], first["hints"]) == (1, 1)
    assert first["touches"] == first["shortest"] + 2
    assert first["seconds"] >= 30
    assert all(step["seconds"] == round(step["seconds"], 3) for step in result["steps"])


def test_a_second_hint_before_a_touch_is_the_same_one(session: Session, tmp_path: Path) -> None:
    do(session, "lesson link try", "lesson hint", "lesson hint")
    (result,) = reported(session, tmp_path)
    assert result["hints"] == 1


def test_what_is_under_way_is_in_it_once(session: Session, tmp_path: Path) -> None:
    do(session, "lesson link as Anna")
    to_the_end(session)
    do(session, "lesson log-out as Ben", "lesson step")
    told = [(each["trainee"], each["done"]) for each in reported(session, tmp_path)]
    assert told == [("Anna", True), ("Ben", False)]
    do(session, "lesson stop")
    assert [each["trainee"] for each in reported(session, tmp_path)] == ["Anna", "Ben"]


def test_who_only_looked_at_it_is_not_in_it(session: Session, tmp_path: Path) -> None:
    do(session, "lesson link as Anna", "lesson stop", "lesson link as Ben", "lesson step")
    do(session, "lesson stop")
    assert [each["trainee"] for each in reported(session, tmp_path)] == ["Ben"]


def test_no_code_is_in_it(session: Session, tmp_path: Path) -> None:
    do(session, "lesson link try as Anna")
    code = session.do("portal code").text
    to_the_end(session)
    reported(session, tmp_path)
    text = (tmp_path / "lessons.json").read_text("utf-8")
    assert len(code) >= 8
    assert code not in text
