"""Who looks over a session's shoulder: the recorder, the coverage of menus.

A session tells its observers of every verb; they change nothing. watcher.py tells more.
"""

from __future__ import annotations

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
