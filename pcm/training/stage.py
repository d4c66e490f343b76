"""The car that a lesson is given on: as delivered, in the world of each step, put right on request.

Used by the coach, which counts nothing of what is done here. Changes the session and the run.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from models.errors import PcmError
from pcm.headunit.screen import Progress
from pcm.headunit.session import Session
from pcm.training.goal import is_meant, is_reached
from pcm.training.guide import REPEAT
from pcm.training.plan import lesson_country
from pcm.training.run import Run

STEP_BEGIN = "lesson step"
"""The saved state that `repeat` goes back to."""
WAIT_S, MOST_WAITS = 0.5, 40
"""How long the head unit may work on what the lesson does itself."""
NEWS_S = 2.0
"""Until what the world did is known in the car, where that takes its time."""


class Stage:
    """acts: the lesson itself does something now: that is nobody's touch."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.acts = False

    def open(self, run: Run) -> None:
        """The car as delivered, where the lesson is given, at the first step; raises PcmError."""
        session, language = self._session, self._session.unit.state.language
        setup, works_s = session.setup, session.world.portal.state.works_s
        country = lesson_country(run.plan.name, session)
        session.put_on_desk(setup.car, setup.year, country, language, fresh=True)
        self._do_all([f"portal delay {works_s}"] if works_s else [])
        for line in run.plan.start:
            self._do_all([line])
            self._await_work()
        self._enter(run, 0)
        self._begin(run)

    def advance(self, run: Run) -> bool:
        """To the next step; what was left out, or undone, is first done as the plan has it.

        False: something done before this step stands in the way.
        """
        number, left_out = run.number, bool(run.step.touches) and not run.done
        for set_right in (left_out, True):
            run.number = number
            with suppress(PcmError):  # the world may not follow from where the driver is
                if set_right:
                    self._set_right(run)
                self._enter(run, number + 1)
                self._begin(run)
                return True
        return False

    def repeat(self, run: Run) -> bool:
        """The step anew; False: something done before it stands in the way."""
        if run.lost and run.repeated:
            return False
        self._session.restore(STEP_BEGIN)
        run.finished = False
        run.at_step(run.number)
        run.repeated = True
        run.look(self._session)
        return True

    def _enter(self, run: Run, number: int) -> None:
        """The world of a step; raises PcmError when that, or the way, does not begin here."""
        run.at_step(number)
        run.repeated = False
        self._do_all(run.step.world)
        if run.step.world and self._session.real_time:
            self._session.pass_time(NEWS_S)
        if run.step.touches and run.next(self._session).line == REPEAT:
            raise PcmError(f"lesson {run.plan.name}: {run.step.id} cannot be begun here")

    def _await_work(self) -> None:
        """A touch, or HOME, would put an end to what the head unit is about."""
        for _ in range(MOST_WAITS):
            if not isinstance(self._session.screen.overlay, Progress):
                return
            self._session.pass_time(WAIT_S)

    def _begin(self, run: Run) -> None:
        self._session.save(STEP_BEGIN)
        run.seen_s = self._session.unit.state.now
        run.look(self._session)

    def _set_right(self, run: Run) -> None:
        """The step as the plan has it, from its beginning on; raises PcmError."""
        self._session.restore(STEP_BEGIN)
        self._do_all((touch.lines[0] for touch in run.step.touches), run.step.then)
        for _ in range(MOST_WAITS):
            if is_reached(self._session, run.step.then):
                return
            self._session.pass_time(WAIT_S)

    def _do_all(self, lines: Iterable[str], then: tuple[str, ...] = ()) -> None:
        """`then`: what the step of these lines is about, which may be a refusal."""
        self.acts = True
        try:
            for line in lines:
                answer = self._session.do(line)
                if not is_meant(answer, then):
                    raise PcmError(f"lesson: {line}: {answer.text}")
        finally:
            self.acts = False
