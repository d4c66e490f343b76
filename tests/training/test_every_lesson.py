"""Every lesson on every car and model year it is for, in every language."""

import re
from functools import cache

import pytest

from menus.howto import load_procedures
from menus.tree import Tree
from models.catalogue import LANGUAGES, Car, find_car, load_cars
from pcm.headunit.screen import Entry
from pcm.headunit.session import Session
from pcm.training.coach import LessonCoach
from pcm.training.lesson import load_lessons
from pcm.training.plan import Plan, PlannedStep, beside, derive_plan, why_not
from pcm.training.touch import Touch
from pcm.training.words import WordsOnCar

LESSONS = tuple(load_lessons())
CARS = tuple(
    (car, year) for car in load_cars().cars for year in range(car.years[0], car.years[1] + 1)
)
ONE_OF_EACH = ("718-982", "panamera-971.1", "911-992.1", "taycan-j1")
LONGEST_SAY, LONGEST_WHY = 170, 260
UNFILLED = re.compile(r"[{}]")
FIXED = ("key_HOME", "key_BACK", "key_OPT")


@cache
def idle(car: str, year: int, country: str) -> Session:
    """A car that nothing is done with but its language."""
    return Session(find_car(car), year, country)


@cache
def fitting(name: str) -> tuple[tuple[Car, int], ...]:
    country = load_lessons()[name].country or "IT"
    return tuple(
        (car, year) for car, year in CARS if not why_not(name, idle(car.id, year, country))
    )


def on_screen(touch: Touch) -> bool:
    """Whether one of the things that the touch names can be there."""
    screen, overlay = touch.before, touch.before.overlay
    rows = {row.id for row in screen.all_rows}
    keys = {f"key_{key.caption}" for key in screen.keys} | set(FIXED)
    if touch.typed:
        return isinstance(overlay, Entry) or screen.layout.value == "dialpad"
    if touch.items[0].startswith("overlay_"):
        return overlay is not None
    return bool((rows | keys) & set(touch.items)) or "knob" in touch.items[0]


def check_words(say: str, why: str, place: str) -> None:
    assert not UNFILLED.search(say + why), place
    assert say
    assert len(say) <= LONGEST_SAY, f"{place}: {len(say)} signs: {say}"
    assert len(why) <= LONGEST_WHY, f"{place}: {len(why)} signs: {why}"


def place_is_assumed(step: PlannedStep, tree: Tree) -> bool:
    """Of the last entry of a menu that the step touches."""
    items = [item for touch in step.touches for item in touch.items if item in tree]
    return bool(items) and tree.node(items[-1]).assumed == "place"


def check_plan(plan: Plan, tree: Tree, place: str) -> int:
    for step in plan.steps:
        told = step.assumed or not place_is_assumed(step, tree)
        assert told, f"{place} {step.id}: teaches an assumed place as a fact"
        check_words(step.say, step.why, f"{place} {step.id}")
        assert bool(step.touches) == bool(step.then), f"{place} {step.id}: do and then go together"
        for touch in step.touches:
            assert touch.before.overlay or not touch.before.off, place
            assert on_screen(touch), f"{place} {step.id}: {touch.items}"
    return sum(len(step.touches) for step in plan.steps)


@pytest.mark.parametrize("name", LESSONS)
def test_it_fits_every_car_it_is_for(name: str) -> None:
    """The cars take turns in the languages."""
    cars = fitting(name)
    assert cars, "for no car at all"
    touches = 0
    for number, (car, year) in enumerate(cars):
        language = LANGUAGES[number % len(LANGUAGES)]
        place = f"{name} on {car.id} {year} in {language}"
        session = Session(car, year, language=language)
        plan = derive_plan(name, session)
        touches += check_plan(plan, session.setup.tree, place)
        walk(plan, beside(session, name), place)
    assert touches >= len(cars) or not any(step.do for step in load_lessons()[name].steps)


def walk(plan: Plan, car: Session, place: str) -> None:
    """The plan done once more on another car: no goal is there before its touches are done."""
    for line in plan.start:
        assert car.do(line).ok, f"{place}: {line}"
    for step in plan.steps:
        for line in step.world:
            assert car.do(line).ok, f"{place} {step.id}: {line}"
        assert not (step.touches and holds(car, step)), f"{place} {step.id}: done before it begins"
        for touch in step.touches:
            car.do(touch.lines[0])
        assert holds(car, step), f"{place} {step.id}"


def holds(car: Session, step: PlannedStep) -> bool:
    return all(car.do(f"expect {wanted}").ok for wanted in step.then)


@pytest.mark.parametrize("name", LESSONS)
def test_its_words_fit_every_car_in_every_language(name: str) -> None:
    lesson, seen = load_lessons()[name], 0
    for car, year in fitting(name):
        session = idle(car.id, year, lesson.country or "IT")
        for language in LANGUAGES:
            assert session.do(f"language {language}").ok
            words = WordsOnCar(name, session)
            place = f"{name} on {car.id} {year} in {language}"
            check_words(
                words.fill(lesson.title[language]), words.fill(lesson.goal[language]), place
            )
            for step in lesson.steps:
                if step.fits.why_not(session.setup, words.procedures):
                    continue
                why = words.fill(step.why[language]) if step.why else ""
                check_words(words.fill(step.say[language]), why, f"{place} {step.id}")
                seen += 1
    assert seen >= len(LANGUAGES) * len(fitting(name))


def test_every_procedure_has_a_lesson() -> None:
    """One that leads through it, or that says why the car does without it."""
    written = {
        word
        for lesson in load_lessons().values()
        for step in lesson.steps
        for line in step.do
        for word in line.split()[1:]
        if line.split()[0] in ("open", "do")
    }
    assert written == set(load_procedures())


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
        assert result.sums.done, f"{car.id}: {[step.id for step in result.steps if not step.done]}"
        assert result.sums.touches == result.sums.shortest
        assert result.sums.wrong == 0


def follow(session: Session, coach: LessonCoach, most: int = 200) -> None:
    """Touch what is marked until the goal of the step is reached."""
    for _ in range(most):
        touch = coach.next_touch
        if touch is None:
            return
        session.do(touch.lines[0])
    pytest.fail(f"no end: {coach.coaching}")


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_begins_where_my_porsche_takes_its_time(name: str) -> None:
    """As in a window and in a browser, from the start."""
    for car, year in one_of_each(name):
        session, coach = begun(name, car, year)
        session.do("lesson stop")
        session.do("settle off")
        session.do("portal delay 0.8")
        answer = session.do(f"lesson {name} guide")
        assert answer.ok, answer.text
        assert coach.coaching


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
        assert result.sums.touches == 0
        assert [step.done for step in result.steps] == [not step.shortest for step in result.steps]
