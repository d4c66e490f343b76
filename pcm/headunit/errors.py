"""Refusals of the head unit: a reason that the faces put into words."""

from models.errors import PcmError
from models.reasons import Reason


class RefusedError(PcmError):
    """The head unit does not do this now; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason.key)


class UnknownVerbError(PcmError):
    """A line that is no verb."""


class ExpectationError(PcmError):
    """An `expect` that is not true; the text says what is there instead."""
