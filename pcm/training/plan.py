"""The shortest way through a lesson on one car: done once on a car as delivered, touch by touch.

Used by the running lesson, by CI for every car, year and language, and by the handbook.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.content import KeyPath
from models.errors import PcmError
from models.markets import find_market
from pcm.headunit.screen import Screen
from pcm.headunit.session import Session
from pcm.training.goal import is_meant
from pcm.training.lesson import Step, describe_reason, find_lesson, load_reasons
from pcm.training.touch import Touch, derive_touch, single_lines
from pcm.training.words import WordsOnCar, procedures_of


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step with its touches and its words in the language of the head unit.

    assumed: why it is a guess, "" when it is none. before, after: what the display shows when the
    world of the step is made, and when it is done.
    """

    id: str
    world: tuple[str, ...]
    then: tuple[str, ...]
    say: str
    why: str
    source: tuple[str, ...]
    assumed: str
    touches: tuple[Touch, ...]
    before: Screen
    after: Screen


@dataclass(frozen=True, slots=True)
class Plan:
    """A lesson on one car. start: the verb lines that make its world."""

    name: str
    title: str
    goal: str
    start: tuple[str, ...]
    steps: tuple[PlannedStep, ...]
    source: tuple[str, ...]

    @property
    def shortest(self) -> int:
        """How many touches it takes."""
        return sum(len(step.touches) for step in self.steps)


def lesson_country(name: str, session: Session) -> str:
    """The car's own country, unless the lesson needs what another one offers."""
    own, wanted = session.home.market, find_lesson(name).country
    if wanted is None or find_market(wanted).offer == own.offer:
        return own.code
    return wanted


def beside(session: Session, name: str) -> Session:
    """A car as that of the session, as delivered, where the lesson is given; nobody sees it."""
    setup = session.home
    return Session(
        setup.car,
        setup.year,
        lesson_country(name, session),
        session.unit.state.language,
        session.seed,
        vin=setup.vin,
    )


def why_not(name: str, session: Session) -> str:
    """What keeps the session's car from this lesson; "" when it is for it."""
    lesson, setup = find_lesson(name), session.home
    return lesson.fits.why_not(setup, procedures_of(setup, session.unit.state.language))


def lesson_words(name: str, session: Session) -> tuple[str, str]:
    """Title and goal of a lesson for the session's car, in the language of its head unit."""
    lesson, words = find_lesson(name), WordsOnCar(name, session)
    language = session.unit.state.language
    return words.fill(lesson.title[language]), words.fill(lesson.goal[language])


def derive_plan(name: str, session: Session) -> Plan:
    """The plan of a lesson for a car as that of the session.

    Raises PcmError with file, line and key for what does not fit the car.
    """
    lesson, car = find_lesson(name), beside(session, name)
    if reason := why_not(name, car):
        raise PcmError(f"lesson {name}: not for {car.setup.car.name} ({describe_reason(reason)})")
    words = WordsOnCar(name, car)
    rehearsal = _Rehearsal(words)
    for index, line in enumerate(lesson.start):
        rehearsal.carry_out(line, ("start", index))
    steps = tuple(
        rehearsal.planned(number, step)
        for number, step in enumerate(lesson.steps)
        if not step.fits.why_not(car.setup, words.procedures)
    )
    language = car.unit.state.language
    title, goal = words.fill(lesson.title[language]), words.fill(lesson.goal[language])
    return Plan(name, title, goal, lesson.start, steps, lesson.source)


class _Rehearsal:
    """The steps of one lesson, carried out on a car that nobody sees."""

    def __init__(self, words: WordsOnCar) -> None:
        self.words, self.car = words, words.car

    def planned(self, number: int, step: Step) -> PlannedStep:
        key = ("steps", number)
        for index, line in enumerate(step.world):
            self.carry_out(line, (*key, "world", index))
        before, language = self.car.screen, self.car.unit.state.language
        touches = tuple(
            touch
            for index, line in enumerate(step.do)
            for touch in self._touched(line, (*key, "do", index), step.then)
        )
        for index, wanted in enumerate(step.then):
            self.carry_out(f"expect {wanted}", (*key, "then", index))
        return PlannedStep(
            step.id,
            step.world,
            step.then,
            self.words.fill(step.say[language]),
            self.words.fill(step.why[language]) if step.why else "",
            step.source,
            load_reasons()[step.assumed][language] if step.assumed else "",
            touches,
            before,
            self.car.screen,
        )

    def _touched(self, line: str, key: KeyPath, then: tuple[str, ...]) -> Iterator[Touch]:
        for touch in self._touches(line, key):
            self.carry_out(touch.lines[0], key, then)
            yield touch

    def _touches(self, line: str, key: KeyPath) -> Iterator[Touch]:
        """Each is to be carried out before the next is asked for."""
        try:
            for single in single_lines(self.car, line):
                yield derive_touch(self.car, single)
        except PcmError as error:
            raise self.words.fault(key, line, str(error)) from None

    def carry_out(self, line: str, key: KeyPath, then: tuple[str, ...] = ()) -> None:
        answer = self.car.do(line)
        if not is_meant(answer, then):
            raise self.words.fault(key, line, answer.text)
