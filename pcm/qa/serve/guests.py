"""Gives those who come through the server the keywords, done by a hand at the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pcm.headunit.session import Answer
from pcm.qa.library import HeadUnit
from pcm.qa.serve.remote import RemoteLibrary
from pcm.qa.serve.rpc import answer_call
from pcm.qa.serve.server import RemoteServer
from pcm.qa.window_driver import HandDriver

if TYPE_CHECKING:
    from pcm.ui.app import Window


class GuestDriver(HandDriver):
    """A hand at a window that people see and touch, too; its time is real, and passes for both."""

    def do(self, line: str) -> Answer:
        """A program does not wait for what is on the air, as a person does."""
        self.session.real_time = False
        try:
            return super().do(line)
        finally:
            self.session.real_time = True


def serve_keywords(server: RemoteServer, window: Window) -> None:
    """From now on the server's guests have the keywords, in this window."""
    from pcm.ui.hands.hands import Hands

    window.session.real_time = True
    unit = HeadUnit()
    unit.take(GuestDriver(Hands(window)))
    remote = RemoteLibrary(unit, lambda: _notice(server))
    server.attach(partial(answer_call, methods=remote.methods))


def _notice(server: RemoteServer) -> str:
    refused = ", ".join(f"{n} x {s.value} {s.phrase}" for s, n in server.refused.items())
    return f"Requests refused since the start: {refused or 'none'}."
