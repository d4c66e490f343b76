"""What an invariant is: something that holds after every verb, whatever was done before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from pcm.headunit.session import Answer, Session
    from pcm.headunit.state import UnitState

Subject = TypeVar("Subject")


@dataclass(frozen=True, slots=True)
class Invariant(Generic[Subject]):
    """Of a session, or of one step: what a verb may do to the state before it.

    `broken` tells what stands there instead, "" when the invariant holds; it changes nothing.
    """

    id: str  # of the requirement it is from, or "contract"
    words: str
    broken: Callable[[Subject], str]

    @property
    def name(self) -> str:
        return f"{self.id}: {self.words}"


@dataclass(frozen=True, slots=True)
class Step:
    """One verb that was carried out: what it was, and the state before it."""

    session: Session
    line: str
    verb: str  # its words alone; "" when it is none
    answer: Answer
    before: UnitState
    traced: int  # lines that the trace had before
    backs: int  # how many times in a row BACK was pressed, with this one

    @property
    def after(self) -> UnitState:
        return self.session.unit.state


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken invariant, or an error that left the head unit; `found`: what stood there."""

    name: str
    found: str

    def __str__(self) -> str:
        return f"{self.name}; {self.found}"
