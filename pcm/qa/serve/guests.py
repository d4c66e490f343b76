"""Gives those who come through the server the keywords, carried out in the window that is open."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from pcm.headunit.session import Answer, Session
from pcm.qa.library import HeadUnit
from pcm.qa.masking import masked_screen
from pcm.qa.serve.remote import RemoteLibrary
from pcm.qa.serve.rpc import answer_call
from pcm.qa.serve.server import RemoteServer


class GuestDriver:
    """Drives a head unit that people see and touch, too; its time is real, and passes for both."""

    def __init__(self, session: Session, do: Callable[[str], Answer]) -> None:
        self.session, self._do = session, do

    def do(self, line: str) -> Answer:
        """A program does not wait for what is on the air, as a person does."""
        self.session.real_time = False
        try:
            return self._do(line)
        finally:
            self.session.real_time = True

    def picture(self, file: Path) -> None:
        if self.session.painter:
            self.session.painter(masked_screen(self.session), file)

    def close(self) -> None:
        """The window stays open."""


def serve_keywords(server: RemoteServer, session: Session, do: Callable[[str], Answer]) -> None:
    """From now on the server's guests have the keywords; `do` carries out a line in the window."""
    session.real_time = True
    unit = HeadUnit()
    unit.take(GuestDriver(session, do))
    remote = RemoteLibrary(unit, lambda: _notice(server))
    server.attach(partial(answer_call, methods=remote.methods))


def _notice(server: RemoteServer) -> str:
    refused = ", ".join(f"{n} x {s.value} {s.phrase}" for s, n in server.refused.items())
    return f"Requests refused since the start: {refused or 'none'}."
