"""Carries out the command line: a command, the console, or the window.

No traceback reaches the user.
"""

import argparse
import io
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event

from connectivity.can.layout import load_layout
from models.errors import PcmError
from pcm.cli import commands
from pcm.cli.arguments import build_parser
from pcm.cli.memory_files import chosen_memory
from pcm.cli.outside import open_attachments
from pcm.console.console import run_console
from pcm.headunit.attachments import Attachments
from pcm.headunit.choice import chosen_car, chosen_language
from pcm.headunit.memory.memory import Memory
from pcm.headunit.session import Session
from pcm.ui.display import display_problem
from pcm.ui.paint import paint

PORTAL_DELAY_S = 0.8
"""In a window My Porsche works a moment on each request, so that its checking is seen (assumed)."""


def run(argv: list[str]) -> int:
    """Run `argv`; 0 good, 1 a script or check that failed, 2 wrong use."""
    if sys.stdout is None or sys.stderr is None:
        return 1  # nobody can be told anything
    _forgive_signs()
    args = build_parser().parse_args(argv)
    try:
        return _run(args)
    except PcmError as error:
        print(f"pcm: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


def _forgive_signs() -> None:
    """Bytes that are no text, and signs that a terminal lacks, become a mark, no error."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _run(args: argparse.Namespace) -> int:
    match args.command:
        case "cars":
            return commands.cars(args)
        case "howto":
            return commands.show_howto(args)
        case "diff":
            return commands.show_diff(args)
        case "check":
            return commands.check(args)
        case "replay":
            return _replay(args)
        case "serve":
            return _serve(args)
        case "shot":
            return commands.shot(args, open_session(args))
        case "flow" | "crawl" | "walk" | "pictures":
            return _qa(args)
        case _:
            return _head_unit(args)


def _qa(args: argparse.Namespace) -> int:
    """QA's commands; each loads what it needs."""
    match args.command:
        case "flow":
            from pcm.cli.flow import flow

            return flow(args)
        case "crawl":
            from pcm.cli.crawl import show_crawl

            return show_crawl(args, open_session(args))
        case "pictures":
            from pcm.cli.pictures import show_pictures

            return show_pictures(args)
        case _:
            from pcm.cli.walk import show_walk

            return show_walk(args)


def _replay(args: argparse.Namespace) -> int:
    from connectivity.can.player import LogPlayer  # python-can: only this command needs it
    from pcm.cli.replay import replay

    if args.window and (problem := display_problem()):
        raise PcmError(f"{problem}: replay goes without --window")
    player = LogPlayer(Path(args.file), _say if args.window else lambda _: None)
    with closing(open_session(args, attachments=Attachments(player=player, car=False))) as session:
        if args.window:
            player.start()
            return _window(session)
        return replay(player, session, (lambda _: None) if args.fast else Event().wait)


def _serve(args: argparse.Namespace) -> int:
    from pcm.cli.serve import serve  # Robot Framework: only this command needs it

    with closing(open_session(args)) as session:
        return serve(session, args.port, _say)


def open_session(
    args: argparse.Namespace,
    memory: Memory | None = None,
    attachments: Attachments = Attachments(),  # noqa: B008  frozen
) -> Session:
    """The car that the options name, on the desk."""
    car, year = chosen_car(args.car, args.year, args.vin)
    language = chosen_language(args.language)
    session = Session(
        car,
        year,
        args.country,
        language,
        args.seed,
        painter=paint,
        memory=memory,
        attachments=attachments,
        vin=(args.vin or "").strip().upper(),
    )
    for fault in load_layout().faults:
        _say(f"{fault}; the head unit goes on without that message")
    if args.language and session.unit.state.language != language:
        session.do(f"language {language}")  # what is asked for now, whatever is remembered
    return session


def _web(args: argparse.Namespace) -> int:
    from pcm.cli.web import run_web  # starlette and uvicorn: only here
    from pcm.web.serve import Site

    site = Site(args.port, args.listen, _say)
    memory = chosen_memory(args.memory, True, _say)
    with closing(open_session(args, memory, open_attachments(args, _say))) as session:
        offer_recorder(session)
        offer_lessons(session)
        session.do("settle off")
        session.do(f"portal delay {PORTAL_DELAY_S}")
        return run_web(session, site, _say)


def _head_unit(args: argparse.Namespace) -> int:
    if args.web:
        return _web(args)
    problem = "" if args.console else display_problem()
    console = args.console or bool(problem)
    lines = sys.stdin or io.StringIO()  # closed by who started us: nothing to read
    memory = chosen_memory(args.memory, not console or lines.isatty(), _say)
    attachments = open_attachments(args, _say)
    for server in attachments.modem_servers:
        print(f"modem: {server.place}", flush=True)
    with closing(open_session(args, memory, attachments)) as session:
        offer_recorder(session)
        offer_lessons(session)
        if not console:
            return _window(session)
        if problem:
            print(f"{problem}: this is the console; say help. --console does the same.", flush=True)
        with _ended_in_order():
            return run_console(session, lines, sys.stdout, lines.isatty(), args.strict)


def offer_recorder(session: Session) -> None:
    from pcm.qa.recorder.recorder import FlowRecorder  # only where somebody can ask for it

    FlowRecorder(session, _say)


def offer_lessons(session: Session) -> None:
    from pcm.training.coach import LessonCoach

    LessonCoach(session)


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


def _window(session: Session) -> int:
    from pcm.ui.qt_libraries import ensure_qt_libraries

    ensure_qt_libraries(_say, window=True)
    from pcm.ui.app import run_window  # Qt: only when a window is wanted

    session.do("settle off")
    session.do(f"portal delay {PORTAL_DELAY_S}")
    return run_window(session)


def _say(line: str) -> None:
    print(f"pcm: {line}", file=sys.stderr, flush=True)
