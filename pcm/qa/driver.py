"""What carries out the verb lines of a flow: a plain head unit, or a hand at the real window.

Both take the same lines; in the window those of the driver become touches of the mouse.
"""

from pathlib import Path
from typing import Protocol

from pcm.headunit.masking import masked_screen
from pcm.headunit.session import Answer, Session


class Driver(Protocol):
    """One head unit that a flow drives. Time is virtual: it passes by `pass` alone."""

    @property
    def session(self) -> Session: ...

    def do(self, line: str) -> Answer:
        """Carry out one verb line; never raises for what a flow can say."""

    def picture(self, file: Path) -> None:
        """Write what is on the screen as PNG, without secrets; raises PcmError."""

    def close(self) -> None:
        """The head unit is no longer needed."""


class PlainDriver:
    """The head unit alone, without a window; thousands of lines a second."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def do(self, line: str) -> Answer:
        return self.session.do(line)

    def picture(self, file: Path) -> None:
        if self.session.painter:
            self.session.painter(masked_screen(self.session), file)

    def close(self) -> None:
        self.session.close()
