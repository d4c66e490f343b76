"""Whoever strays in a lesson is led back to it; what is gone takes a repetition."""

import random
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from models.catalogue import find_car
from pcm.headunit.session import Session
from pcm.training.coach import LessonCoach
from pcm.training.coaching import Coaching
from pcm.training.lesson import load_lessons
from pcm.training.plan import why_not

CARS = (("718-982", 2019), ("panamera-971.1", 2018), ("macan-95b.2", 2021), ("taycan-j1", 2022))
MOST_STRAYS, MOST_TOUCHES = 30, 500


@contextmanager
def lesson(car: str, year: int, name: str) -> Iterator[tuple[Session, LessonCoach]]:
    with closing(Session(find_car(car), year, language="it")) as session:
        coach = LessonCoach(session)
        answer = session.do(f"lesson {name} guide")
        assert answer.ok, answer.text
        yield session, coach


def shown(coach: LessonCoach) -> Coaching:
    assert coach.coaching is not None
    return coach.coaching


def finish_step(session: Session, coach: LessonCoach) -> None:
    """Touch what is marked until the step is done."""
    for _ in range(MOST_TOUCHES):
        if shown(coach).done:
            return
        answer = session.do("lesson step")
        assert answer.ok, answer.text
    raise AssertionError(f"no end: {shown(coach)}")


def stray(session: Session, chance: random.Random) -> None:
    """Touch something, anything but what puts the car on the desk anew."""
    rows = [row.id for row in session.screen.all_rows if not row.id.startswith("language")]
    session.do(chance.choice(["back", "home", "cancel", *(f"tap {row}" for row in rows)]))


@pytest.mark.parametrize("name", load_lessons())
def test_who_strays_gets_to_the_end_all_the_same(name: str) -> None:
    seen = 0
    for car, year in CARS:
        with closing(Session(find_car(car), year, language="it")) as session:
            if why_not(name, session):
                continue
        with lesson(car, year, name) as (session, coach):
            chance, strays, touches = random.Random(f"{name} {car}"), 0, 0
            while not shown(coach).over:
                touches += 1
                assert touches < MOST_TOUCHES, f"{car}: {shown(coach)}"
                if not shown(coach).done and strays < MOST_STRAYS and chance.random() < 0.25:
                    strays += 1
                    stray(session, chance)
                answer = session.do("lesson step")
                assert answer.ok, f"{car}: {shown(coach)}: {answer.text}"
            assert coach.results[-1].sums.done, f"{car}: {coach.results[-1].steps}"
            seen += 1
    assert seen > 0


def test_a_closed_entry_is_opened_again() -> None:
    with lesson("718-982", 2019, "link-fails") as (session, coach):
        finish_step(session, coach)
        session.do("lesson next")
        assert session.do("cancel").ok
        assert session.do("home").ok
        assert shown(coach).line == "tap apps"
        finish_step(session, coach)
        assert session.do("expect problem link_code_replaced").ok


def test_what_was_typed_in_the_step_before_is_typed_again() -> None:
    with lesson("718-982", 2019, "link-fails") as (session, coach):
        while shown(coach).step < shown(coach).steps:
            finish_step(session, coach)
            session.do("lesson next")
        assert session.do("cancel").ok  # now the code is gone, of which OK alone was to be touched
        finish_step(session, coach)
        assert session.do("expect state account logged_in").ok


def test_a_declined_call_takes_a_repetition() -> None:
    with lesson("718-982", 2019, "call-on-2g") as (session, coach):
        assert session.do("cancel").ok
        assert shown(coach).line == "lesson repeat"
        assert shown(coach).items == ("coach_repeat",)
        assert shown(coach).note == "Da qui non si può proseguire. Ripeta il passo."
        assert session.do("lesson repeat").ok
        assert session.do("expect overlay incoming_call").ok
        finish_step(session, coach)


def test_what_was_spoilt_in_an_earlier_step_takes_the_lesson_anew() -> None:
    with lesson("macan-95b.2", 2021, "private-mode-why") as (session, coach):
        finish_step(session, coach)
        session.do("lesson next")
        finish_step(session, coach)
        assert session.do("go private_mode").ok
        assert session.do("tap private_mode").ok  # off again
        session.do("lesson next")
        for _ in range(MOST_TOUCHES):
            session.do("lesson step")
            if shown(coach).step == 1:
                break
        assert shown(coach).step == 1
        assert session.do("expect overlay none").ok


def test_a_world_that_does_not_fit_any_more_takes_the_lesson_anew() -> None:
    with lesson("718-982", 2019, "data-paths") as (session, coach):
        assert session.do("go bluetooth").ok
        assert session.do("tap bluetooth").ok  # no phone can be paired, as a later step does
        finish_step(session, coach)
        session.do("lesson next")
        assert shown(coach).step == 2
        assert session.do("lesson next").ok
        assert shown(coach).step == 1
        assert session.do("expect state bluetooth off").ok
        assert session.do("phone pair").ok


def test_the_same_entry_opened_from_elsewhere_leads_back() -> None:
    with lesson("taycan-j1", 2022, "second-user") as (session, coach):
        while session.screen.overlay is None:
            finish_step(session, coach)
            session.do("lesson next")
        step = shown(coach).step
        session.do("cancel")
        session.do("go set_up_account")
        assert session.do("tap set_up_account").ok
        finish_step(session, coach)
        assert shown(coach).step == step


def test_a_wrong_sign_is_said_to_be_erased() -> None:
    with lesson("718-982", 2019, "link") as (session, coach):
        finish_step(session, coach)
        session.do("lesson next")
        session.do("type 9")
        assert shown(coach).note == session.unit.view.texts.say("lesson.erase")
        assert shown(coach).items == ("key_erase",)
