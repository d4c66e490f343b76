"""The display in words: all that is on it, nothing that is secret."""

import json
from dataclasses import asdict

import pytest

from models.catalogue import find_car
from pcm.headunit.session import Session
from pcm.training.coach import LessonCoach
from pcm.training.commands import Start
from pcm.web.display.mirror import derive_mirror
from pcm.web.display.view import MirrorView

CARS = (("718-982", 2017), ("cayenne-9y0", 2019), ("911-992.1", 2020), ("taycan-j1", 2021))


def on_desk(car: str = "718-982", year: int = 2017) -> Session:
    return Session(find_car(car, year), year, language="en")


def lines(mirror: MirrorView) -> list[str]:
    overlay = mirror.overlay
    return [button.line for button in (overlay.buttons if overlay else mirror.rows)]


@pytest.mark.parametrize(("car", "year"), CARS)
def test_every_row_is_a_button_that_does_what_a_touch_does(car: str, year: int) -> None:
    session = on_desk(car, year)
    rows = session.screen.all_rows
    mirror = derive_mirror(session)
    assert len(rows) >= 6
    assert lines(mirror) == [f"tap {row.id}" for row in rows]
    assert mirror.title == session.screen.title
    assert [key.line for key in mirror.keys] == [f"key {k.caption}" for k in session.screen.keys]
    for row in rows:
        session.do("home")
        assert session.do(f"tap {row.id}").ok or not row.enabled


def test_what_lies_over_the_page_is_all_there_is() -> None:
    session = on_desk()
    session.do("open link")
    mirror = derive_mirror(session)
    assert mirror.overlay
    assert mirror.overlay.title
    assert "tap nav" not in lines(mirror)
    assert {"type 1", "erase", "ok", "cancel"} <= set(lines(mirror))
    assert mirror.rows == ()


def test_a_dark_display_says_nothing() -> None:
    session = on_desk()
    session.do("car ignition off")
    mirror = derive_mirror(session)
    assert mirror.off
    assert (mirror.title, mirror.status, mirror.rows) == ("", (), ())


@pytest.mark.parametrize(("car", "year"), CARS)
def test_secrets_are_dots_while_they_are_typed(car: str, year: int) -> None:
    session = on_desk(car, year)
    session.do("open link")
    fields = 0
    while session.screen.overlay is not None and fields < 4:
        fields += 1
        if derive_mirror(session).fill:
            field = getattr(session.screen.overlay, "id", "")
            placeholder = {"email": "@email", "password": "@password", "pairing_code": "@code"}
            session.do(f"type {placeholder.get(field, '@security-code')}")
        said = json.dumps(asdict(derive_mirror(session)))
        found = session.world.secrets.findall(said)
        assert not found, field
        session.do("ok")
    assert fields >= 1


def test_the_first_signs_of_a_secret_are_dots_too() -> None:
    session = on_desk()
    session.do("open link")
    session.do("type @code[:3]")
    overlay = derive_mirror(session).overlay
    assert overlay
    assert "•••" in overlay.words


def test_a_lesson_is_read_with_it() -> None:
    session = on_desk()
    coach = LessonCoach(session)
    assert derive_mirror(session).lesson == ()
    session.do("lesson link guide")
    coaching = coach.coaching
    assert coaching
    assert derive_mirror(session).lesson[1] == coaching.say


def test_at_its_end_it_says_how_the_lesson_went_and_who_is_next() -> None:
    session = on_desk()
    coach = LessonCoach(session)
    session.do("lesson link try as Anna")
    coach.following.append(Start("link", "try", "Bruno"))
    session.do("tap phone")
    while not (coach.coaching and coach.coaching.over):
        assert session.do("lesson step").ok
    mirror = derive_mirror(session)
    assert mirror.lesson[0] == "Link your car · Anna · Lesson finished"
    assert "Detours: 1" in mirror.lesson[-1]
    lessons = {button.line: button.label for button in mirror.lessons}
    assert lessons["lesson next"] == "Now Bruno"
    assert "lesson hint" not in lessons
