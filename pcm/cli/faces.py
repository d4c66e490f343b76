"""Starts the face that is asked for: the window, the console, a browser."""

import argparse
import io
import os
import signal
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from typing import TYPE_CHECKING, TextIO

from models.errors import PcmError
from pcm.cli.arguments import WEB_PORT
from pcm.cli.desk import say, take_real_time
from pcm.cli.lesson import attended_desk
from pcm.cli.memory_files import chosen_memory
from pcm.console.console import run_console
from pcm.headunit.session import Session
from pcm.ui.display import display_problem

if TYPE_CHECKING:
    from pcm.ui.app import Window


def head_unit(args: argparse.Namespace) -> int:
    """The face that is asked for; without a display and without a script it is the browser."""
    lines = sys.stdin or io.StringIO()  # closed by who started us: nothing to read
    problem = "" if args.console or args.web else display_problem()
    if args.console and args.web:
        raise PcmError("--web is a face of its own: without --console")
    if _presents(args) and (args.console or args.web or problem):
        raise PcmError(f"--presenter is for the window alone{problem and ': ' + problem}")
    if args.web or (problem and not args.my_porsche and not _holds_script(lines)):
        if problem:
            print(f"{problem}: a browser shows the head unit; --console reads verbs.", flush=True)
        return _web(args)
    if args.port is not None and not args.my_porsche:
        raise PcmError("--port is where browsers find it: with --web or --my-porsche")
    if args.listen:
        raise PcmError("--listen lets others at the head unit in the browser: with --web")
    return _own_face(args, lines, problem)


def _web(args: argparse.Namespace) -> int:
    """The head unit and My Porsche in browsers."""
    from pcm.cli.web import run_web  # starlette and uvicorn: only where asked for
    from pcm.web.serve import Site

    with closing(Site(_port(args), args.listen, say)) as site:
        memory = chosen_memory(args.memory, True, say)
        with attended_desk(args, memory) as session:
            take_real_time(session)
            return run_web(session, site, say)


def _port(args: argparse.Namespace) -> int:
    return WEB_PORT if args.port is None else int(args.port)


def _own_face(args: argparse.Namespace, lines: TextIO, problem: str) -> int:
    """The window, or the console; with My Porsche in a browser when that is asked for."""
    console = args.console or bool(problem)
    with ExitStack() as opened:
        memory = chosen_memory(args.memory, not console or lines.isatty(), say)
        if not args.my_porsche:
            session = opened.enter_context(attended_desk(args, memory))
            if console:
                return _console(session, lines, problem, args)
            return window(session, present=_presents(args))
        from pcm.cli.web import serve_portal
        from pcm.web.desk import PlainFace
        from pcm.web.serve import Site

        site = opened.enter_context(closing(Site(_port(args), "", say)))
        session = opened.enter_context(attended_desk(args, memory, (site.desk,)))
        if not console:
            return window(session, lambda opened: serve_portal(site, opened), _presents(args))
        serve_portal(site, PlainFace(session))
        return _console(session, lines, problem, args)


def _console(session: Session, lines: TextIO, problem: str, args: argparse.Namespace) -> int:
    """The console; problem: why it is no window, "" when it was asked for."""
    if problem:
        print(f"{problem}: this is the console; say help. --console does the same.", flush=True)
    with _ended_in_order():
        return run_console(session, lines, sys.stdout, lines.isatty(), args.strict)


def window(
    session: Session, invite: Callable[["Window"], None] | None = None, present: bool = False
) -> int:
    """Open it; who is invited is given the window that is open."""
    from pcm.ui.qt_libraries import ensure_qt_libraries

    ensure_qt_libraries(say, window=True)
    from pcm.ui.app import run_window  # Qt: only when a window is wanted

    take_real_time(session)
    return run_window(session, invite, present)


def _presents(args: argparse.Namespace) -> bool:
    """Whether presenter mode is asked for."""
    return args.command == "lesson" and bool(args.presenter)


def _holds_script(lines: TextIO) -> bool:
    """Whether verbs come from a file or a pipe: then nobody waits for a face."""
    try:
        kind = os.fstat(lines.fileno()).st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(kind) or stat.S_ISFIFO(kind)


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Who asks the program to end gets a log and a memory that are closed. Qt would not notice."""

    def end(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
