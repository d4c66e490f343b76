"""All invariants, and who looks at them after each verb.

A flow asks for them by its variable ${INVARIANTS}; the walk always does.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

from pcm.headunit.errors import UnknownVerbError
from pcm.headunit.masking import masked_text
from pcm.headunit.session import Answer, Session
from pcm.headunit.state import UnitState
from pcm.headunit.verbs import find_verb
from pcm.qa.walk.contract import CONTRACT
from pcm.qa.walk.data_rules import DATA
from pcm.qa.walk.invariant import Fault, Invariant, Step, Subject
from pcm.qa.walk.rules import RULES
from pcm.qa.walk.step_rules import STEPS

STATES = (*DATA, *RULES, *CONTRACT)
"""Hold of a session at any time, in the order in which they are looked at."""
BACKS = ("back", "key back")
Doing = Callable[[str], Answer]


def fault_of(session: Session) -> Fault | None:
    """The first invariant that does not hold now; None when all do."""
    return next((f for i in STATES if (f := _look(i, session))), None)


def _look(invariant: Invariant[Subject], subject: Subject) -> Fault | None:
    try:
        found = invariant.broken(subject)
    except Exception as error:  # noqa: BLE001  whatever it is, the screen cannot be had
        return error_of(error)
    return Fault(invariant.name, found) if found else None


def error_of(error: Exception) -> Fault:
    """An error that should never have come out, by its kind and place."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).stem}.{last.name}"
    return Fault(f"contract: nothing is raised; {type(error).__name__} in {place}", str(error))


class BrokenError(AssertionError):
    """What always holds does not; in the invariant's words."""

    ROBOT_SUPPRESS_NAME = True


class Watch:
    """An observer of a session: looks after each verb, and keeps the first fault."""

    def __init__(self) -> None:
        self.fault: Fault | None = None
        self._before: list[tuple[UnitState, int]] = []
        self._backs = 0

    def do(self, session: Session, do: Doing, line: str) -> Answer | None:
        """Carry out a line; None when an error came instead of an answer."""
        try:
            return do(line)
        except Exception as error:  # noqa: BLE001  whatever it is, it is what is looked for
            self._keep(session, error_of(error))
            return None

    def demand(self, session: Session, do: Doing, line: str) -> Answer:
        """The same; raises BrokenError when something does not hold."""
        answer = self.do(session, do, line)
        if self.fault or answer is None:
            raise BrokenError(str(self.fault))
        return answer

    def begin(self, session: Session, line: str) -> None:  # noqa: ARG002  as every observer
        self._before.append((session.unit.state, len(session.trace.lines)))

    def end(self, session: Session, line: str, answer: Answer) -> None:
        before, traced = self._before.pop()
        back = " ".join(line.split()).casefold() in BACKS
        self._backs = self._backs + 1 if back else 0
        step = Step(session, line, _verb(line), answer, before, traced, self._backs)
        if self.fault is None:
            steps = (f for i in STEPS if (f := _look(i, step)))
            self._keep(session, next(steps, None) or fault_of(session))

    def passed(self, session: Session, seconds: float) -> None:  # noqa: ARG002  as every observer
        if self.fault is None:
            self._keep(session, fault_of(session))

    def _keep(self, session: Session, fault: Fault | None) -> None:
        """The first one, without secrets."""
        if fault and self.fault is None:
            self.fault = Fault(fault.name, masked_text(session, fault.found))


def _verb(line: str) -> str:
    try:
        return find_verb(line.strip())[0]
    except UnknownVerbError:
        return ""
