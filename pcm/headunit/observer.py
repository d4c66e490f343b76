"""Who looks over a session's shoulder: the recorder, the coverage of menus.

A session tells its observers of every verb; they change nothing. watcher.py tells more.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pcm.headunit.session import Answer, Session


class Observer(Protocol):
    """Is told of each verb before and after, and of time that has gone by without one."""

    def begin(self, session: Session, line: str) -> None:
        """The verb line is about to be carried out."""

    def end(self, session: Session, line: str, answer: Answer) -> None:
        """It was carried out, or refused."""

    def passed(self, session: Session, seconds: float) -> None:
        """Real time of the window has gone by."""


class Recorder(Observer, Protocol):
    """Writes what is done as a flow; a face that offers it hangs it on its session."""

    @property
    def file(self) -> Path | None:
        """What is being written; None while nothing is."""

    def start(self, session: Session, name: str) -> Path:
        """Write all that was done so far and from now on; without a name a free one is found.

        Raises PcmError when it cannot.
        """

    def stop(self) -> Path:
        """The flow is whole; raises PcmError when none is being recorded."""


class Coach(Protocol):
    """Gives lessons on the car of a session; a face that offers them hangs it there."""

    def take(self, words: str) -> str:
        """What the verb `lesson` says to it -> its answer; raises PcmError."""

    @property
    def told(self) -> str:
        """The lesson under way in words; "" while none is."""
