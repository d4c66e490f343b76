"""What a step of a lesson is about: whether that is reached, whether an answer is part of it."""

from __future__ import annotations

from models.errors import PcmError
from pcm.headunit.errors import ExpectationError
from pcm.headunit.session import Answer, Session
from pcm.headunit.verbs import run_line


def is_meant(answer: Answer, then: tuple[str, ...]) -> bool:
    """Whether a touch did what its step is about: it was done, or refused for the step's reason."""
    return answer.ok or (answer.refused and f"problem {answer.reason}" in then)


def is_reached(session: Session, then: tuple[str, ...]) -> bool:
    """Whether all that should be true then is true now; nothing of it stands in the trace."""
    return all(_holds(session, wanted) for wanted in then)


def _holds(session: Session, wanted: str) -> bool:
    try:
        run_line(session, f"expect {wanted}")
    except (ExpectationError, PcmError):
        return False
    return True
