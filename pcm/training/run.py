"""A lesson under way: where it is in its plan, and what the trainee has done so far."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pcm.headunit.screen import Progress
from pcm.headunit.session import Session
from pcm.training.goal import is_reached
from pcm.training.guide import REPEAT, Next, Way, derive_next, derive_way
from pcm.training.mode import Mode
from pcm.training.plan import Plan, PlannedStep
from pcm.training.result import Result, StepResult
from pcm.training.spot import derive_here, derive_spot
from pcm.training.touch import Touch, derive_touch

STEADY = ("knob left", "knob right", "volume", "erase")
"""Touches that lead nowhere and so never away."""
MOST_ROUNDS = 2
"""How often a step is led through before it is given up: what is not in it stands in the way."""


@dataclass(slots=True)
class Run:
    """One trainee in one lesson."""

    plan: Plan
    mode: Mode
    trainee: str
    results: list[StepResult]
    number: int = 0  # of the step, from 0
    planned: int = 0  # touches of its plan that are done
    rounds: int = 0  # how often all of them were done, yet not the step
    repeated: bool = False  # the step has begun anew
    hinted: bool = False
    strayed: bool = False  # the last touch led away
    paused: bool = False
    finished: bool = False
    seen_s: float = 0.0  # of the head unit's clock, when it was looked at last
    kept: int | None = None  # which of the coach's results is this run's

    @staticmethod
    def of(plan: Plan, mode: Mode, trainee: str) -> Run:
        """At its beginning."""
        blank = [StepResult(s.id, s.say, shortest=len(s.touches)) for s in plan.steps]
        return Run(plan, mode, trainee, blank)

    @property
    def step(self) -> PlannedStep:
        return self.plan.steps[self.number]

    @property
    def score(self) -> StepResult:
        """How the step went so far."""
        return self.results[self.number]

    @score.setter
    def score(self, score: StepResult) -> None:
        self.results[self.number] = score

    @property
    def done(self) -> bool:
        """Whether the goal of the step is reached."""
        return self.score.done

    @property
    def lost(self) -> bool:
        """Whether the step cannot be done any more, whatever is touched."""
        return self.rounds >= MOST_ROUNDS

    def at_step(self, number: int) -> None:
        """At the beginning of a step."""
        self.number, self.planned, self.rounds = number, 0, 0
        self.hinted = self.strayed = False
        self.score = replace(self.score, done=False)

    def look(self, session: Session) -> None:
        """Note the time that has gone by, and whether the goal of the step is reached now."""
        if self.done or self.finished:
            return
        now = session.unit.state.now
        passed_s, self.seen_s = max(0.0, now - self.seen_s), now
        self.score = replace(self.score, seconds=round(self.score.seconds + passed_s, 3))
        if self.step.then and is_reached(session, self.step.then):
            self.score = replace(self.score, done=True)
            self.strayed = False

    def hint(self) -> None:
        """Show the next touch though nothing is marked; asked for twice it is the same one."""
        if self.mode == "try" and not self.hinted and not self.done:
            self.hinted = True
            self.score = replace(self.score, hints=self.score.hints + 1)

    def next(self, session: Session) -> Next:
        """What leads on from where the driver is."""
        if self.lost:
            return Next(REPEAT, None)
        here = derive_here(session.unit.state)
        return derive_next(self._way, self.planned, here, session.setup.tree)

    @property
    def _way(self) -> Way:
        steps = self.plan.steps[: self.number + 1]
        return derive_way([(bool(step.world), step.touches) for step in steps])

    def next_touch(self, session: Session) -> Touch | None:
        """The same as a touch; None when the step asks for none, or none yet."""
        if self.done or self.finished or not self.step.touches or self.waits(session):
            return None
        found = self.next(session)
        if found.index is not None:
            return self.step.touches[found.index]
        return derive_touch(session, found.line)

    def waits(self, session: Session) -> bool:
        """Whether the head unit works: then it is waited for, not led away from."""
        if self.done or self.finished or not isinstance(session.screen.overlay, Progress):
            return False
        spot = derive_spot(session.unit.state)
        return all(touch.spot != spot for touch in self.step.touches)

    def count(self, line: str, wanted: Next, session: Session, touches: int) -> None:
        """The trainee has touched something, where `wanted` would have led on.

        touches: a line that was typed may be several.
        """
        planned = None if wanted.index is None else self.step.touches[wanted.index]
        right = line in planned.lines if planned else line == wanted.line
        if right and wanted.index is not None:
            self.planned = wanted.index + 1
        if self.planned >= len(self.step.touches):
            self.planned, self.rounds = 0, self.rounds + 1
        now = self.next(session).index
        nearer = now is not None and (wanted.index is None or now > wanted.index)
        self.strayed = not (right or nearer or line.startswith(STEADY))
        if not self.strayed and not line.startswith("type "):
            self.hinted = False  # a hint is for one touch, or for all that is typed
        self.score = replace(
            self.score,
            touches=self.score.touches + touches,
            wrong=self.score.wrong + self.strayed,
        )

    def result(self, session: Session) -> Result:
        """How it went so far."""
        setup = session.setup
        return Result(
            lesson=self.plan.name,
            title=self.plan.title,
            trainee=self.trainee,
            mode=self.mode,
            car=setup.car.id,
            name=setup.car.name,
            year=setup.year,
            pcm=setup.car.pcm,
            country=setup.market.code,
            language=session.unit.state.language,
            seed=session.seed,
            steps=tuple(self.results),
        )
