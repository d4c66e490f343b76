"""Wrong passwords at My Porsche: who guesses must wait. Time is the server's and passed in."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

FREE = 5
"""So many may be wrong, for one Porsche ID from one computer."""
WAIT_S = 30.0
"""Then so long after each further one; the page says half a minute."""
MOST = 1000

Who = tuple[str, str]
"""The computer, and the Porsche ID: "" for all that do not exist."""


@dataclass(frozen=True, slots=True)
class Guess:
    """How many were wrong, and until when no other is looked at."""

    wrong: int = 0
    until: float = 0.0


class Tries:
    """The newest guesses; the oldest are forgotten when there are too many."""

    def __init__(self) -> None:
        self._guesses: OrderedDict[Who, Guess] = OrderedDict()

    def must_wait(self, who: Who, now: float) -> bool:
        return now < self._guesses.get(who, Guess()).until

    def note(self, who: Who, right: bool, now: float) -> None:
        """A password was looked at."""
        wrong = self._guesses.pop(who, Guess()).wrong + 1
        if right:
            return
        self._guesses[who] = Guess(wrong, now + WAIT_S if wrong >= FREE else 0.0)
        while len(self._guesses) > MOST:
            self._guesses.popitem(last=False)
