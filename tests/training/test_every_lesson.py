"""Every lesson on every car and model year it is for, in every language.

Whoever strays is led back to its goal, or told to repeat the step.
"""

import re
from collections import Counter
from functools import cache
from random import Random

import pytest

from menus.tree import Tree
from models.catalogue import LANGUAGES, Car, load_cars
from pcm.headunit.screen import Entry, Screen
from pcm.headunit.session import Session
from pcm.training.coach import LessonCoach
from pcm.training.lesson import load_lessons
from pcm.training.plan import Plan, PlannedStep, derive_plan, why_not
from pcm.training.touch import Touch

LESSONS = tuple(load_lessons())
CARS = tuple(
    (car, year) for car in load_cars().cars for year in range(car.years[0], car.years[1] + 1)
)
ONE_OF_EACH = ("718-982", "panamera-971.1", "911-992.1", "taycan-j1")
LONGEST_SAY, LONGEST_WHY = 170, 260
FAITHFUL = re.compile(r"[{}]")  # of a name that was not filled in
FIXED = ("key_HOME", "key_BACK", "key_OPT")


def fitting(name: str) -> list[tuple[Car, int]]:
    return [(car, year) for car, year in CARS if not why_not(name, Session(car, year))]


def on_screen(touch: Touch) -> bool:
    """Whether one of the things that the touch names can be there."""
    screen, overlay = touch.before, touch.before.overlay
    rows = {row.id for row in screen.all_rows}
    keys = {f"key_{key.caption}" for key in screen.keys} | set(FIXED)
    if touch.typed:
        return isinstance(overlay, Entry) or screen.layout.value == "dialpad"
    if any(item.startswith("overlay_") for item in touch.items):
        return overlay is not None
    return (
        bool(rows & set(touch.items)) or bool(keys & set(touch.items)) or "knob" in touch.items[0]
    )


def check_words(step: PlannedStep, place: str) -> None:
    assert not FAITHFUL.search(step.say + step.why), place
    assert len(step.say) <= LONGEST_SAY, f"{place}: {len(step.say)} signs: {step.say}"
    assert len(step.why) <= LONGEST_WHY, f"{place}: {len(step.why)} signs: {step.why}"


def check_plan(plan: Plan, place: str) -> int:
    for step in plan.steps:
        check_words(step, f"{place} {step.id}")
        assert bool(step.touches) == bool(step.then), f"{place} {step.id}: do and then go together"
        for touch in step.touches:
            assert touch.before.overlay or not touch.before.off, place
            assert on_screen(touch), f"{place} {step.id}: {touch.items}"
    return sum(len(step.touches) for step in plan.steps)


@pytest.mark.parametrize("name", LESSONS)
def test_it_fits_every_car_it_is_for(name: str) -> None:
    cars = fitting(name)
    assert cars, "for no car at all"
    touches = Counter[str]()
    for number, (car, year) in enumerate(cars):
        language = LANGUAGES[number % len(LANGUAGES)]
        place = f"{name} on {car.id} {year} in {language}"
        touches[car.id] += check_plan(
            derive_plan(name, Session(car, year, language=language)), place
        )
    assert len(touches) == len({car.id for car, _ in cars})


@pytest.mark.parametrize("name", LESSONS)
def test_its_words_fit_in_every_language(name: str) -> None:
    """On one car of each generation; the cars above take turns in the languages."""
    seen = 0
    for car, year in one_of_each(name):
        for language in LANGUAGES:
            plan = derive_plan(name, Session(car, year, language=language))
            check_plan(plan, f"{name} on {car.id} in {language}")
            assert plan.title
            assert plan.goal
            seen += 1
    assert seen >= len(LANGUAGES)


@cache
def one_of_each(name: str) -> tuple[tuple[Car, int], ...]:
    """One car of each generation that it is for, in its last fitting model year."""
    found = {car: year for car, year in fitting(name) if car.id in ONE_OF_EACH}
    return tuple(found.items())


def begun(name: str, car: Car, year: int) -> tuple[Session, LessonCoach]:
    session = Session(car, year)
    coach = LessonCoach(session)
    answer = session.do(f"lesson {name} try")
    assert answer.ok, answer.text
    return session, coach


def go_on(session: Session, line: str) -> None:
    answer = session.do(line)
    assert answer.ok, f"{line}: {answer.text}"


@pytest.mark.parametrize("name", LESSONS)
def test_what_it_asks_for_is_not_there_before(name: str) -> None:
    for car, year in one_of_each(name):
        session, coach = begun(name, car, year)
        while (now := coach.coaching) and not now.over:
            asks = coach.next_touch is not None
            assert not (asks and now.done), f"step {now.step} on {car.id} is done before it begins"
            follow(session, coach)
            go_on(session, "lesson next")
        result = coach.results[-1]
        assert result.done, f"{car.id}: {[step.id for step in result.steps if not step.done]}"
        assert result.total("touches") == result.total("shortest")
        assert result.total("wrong") == 0


def follow(session: Session, coach: LessonCoach, most: int = 200) -> None:
    """Touch what is marked until the goal of the step is reached."""
    for _ in range(most):
        touch = coach.next_touch
        if touch is None:
            return
        session.do(touch.lines[0])
    pytest.fail(f"no end: {coach.coaching}")


@pytest.mark.parametrize("name", LESSONS)
def test_whoever_strays_is_led_back(name: str) -> None:
    strayed = 0
    for car, year in one_of_each(name):
        session, coach = begun(name, car, year)
        random = Random(f"{name} {car.id}")
        while (now := coach.coaching) and not now.over:
            if coach.next_touch:
                for _ in range(random.randrange(1, 4)):
                    session.do(random.choice(harmless(session.screen, session.setup.tree)))
                    strayed += 1
                follow(session, coach)
            go_on(session, "lesson next")
        assert coach.results[-1].done, f"{car.id}: {coach.results[-1].steps}"
    if any(step.do for step in load_lessons()[name].steps):
        assert strayed > 0


def harmless(screen: Screen, tree: Tree) -> list[str]:
    """Touches that lead elsewhere, and change nothing that only another lesson could put right."""
    pages = [
        f"tap {row.id}"
        for row in screen.all_rows
        if row.id in tree and row.enabled and row.kind.value in ("page", "options", "choice")
    ]
    wrong = ["type 9"] if isinstance(screen.overlay, Entry) else []
    return [*(pages if screen.overlay is None else []), *wrong, "home", "back"]


@pytest.mark.parametrize("name", LESSONS)
def test_who_leaves_a_step_out_may_go_on(name: str) -> None:
    """In a window, where My Porsche takes its time; the lesson does what the next step needs."""
    for car, year in one_of_each(name):
        session, coach = begun(name, car, year)
        session.do("settle off")
        session.do("portal delay 0.8")
        while (now := coach.coaching) and not now.over:
            go_on(session, "lesson next")
        result = coach.results[-1]
        assert result.total("touches") == 0
        assert [step.done for step in result.steps] == [not step.shortest for step in result.steps]
