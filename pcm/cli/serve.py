"""`serve`: a window that people see and other programs drive with the keywords of a flow.

Its address and token are told on standard output, what it refuses on standard error.
"""

import secrets  # noqa: TID251  a token that nobody can guess is the one thing that has no seed
import time
from collections.abc import Callable

from pcm.headunit.session import Session
from pcm.qa.serve.guests import serve_keywords
from pcm.qa.serve.server import RemoteServer
from pcm.ui.display import display_problem


def serve(session: Session, port: int, say: Callable[[str], None]) -> int:
    """Until the window is closed; raises PcmError when the port cannot be had."""
    token = secrets.token_hex(16)
    now = time.monotonic  # noqa: TID251  how long a peer is silent is real time
    server = RemoteServer(port, token, now, say)
    try:
        return _run(session, server, say)
    finally:
        server.close()


def _run(session: Session, server: RemoteServer, say: Callable[[str], None]) -> int:
    from pcm.ui.qt_libraries import ensure_qt_libraries

    problem = display_problem()
    ensure_qt_libraries(say, window=not problem)
    from pcm.ui.app import run_served_window

    if problem:
        say(f"{problem}: the window is drawn where nobody sees it")
    print(f"serve: {server.url}", flush=True)
    return run_served_window(
        session, server, lambda window: serve_keywords(server, window), bool(problem)
    )
