"""Carries out the command line: a command, the console, or the window.

No traceback reaches the user.
"""

import argparse
import io
import os
import sys
from contextlib import closing
from pathlib import Path
from threading import Event

from models.errors import PcmError
from pcm.cli import commands
from pcm.cli.arguments import build_parser
from pcm.cli.desk import open_session, say
from pcm.cli.faces import head_unit, window
from pcm.cli.lesson import lesson
from pcm.headunit.attachments import Attachments
from pcm.ui.display import display_problem


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
        case "handbook" | "lesson":
            return _training(args)
        case "flow" | "crawl" | "walk" | "pictures":
            return _qa(args)
        case _:
            return head_unit(args)


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


def _training(args: argparse.Namespace) -> int:
    if args.command == "lesson":
        return lesson(args)
    from pcm.cli.handbook import show_handbook  # Jinja: only who asks for pages needs it

    return show_handbook(args, open_session(args))


def _replay(args: argparse.Namespace) -> int:
    from connectivity.can.player import LogPlayer  # python-can: only this command needs it
    from pcm.cli.replay import replay

    if args.window and (problem := display_problem()):
        raise PcmError(f"{problem}: replay goes without --window")
    player = LogPlayer(Path(args.file), say if args.window else lambda _: None)
    with closing(open_session(args, attachments=Attachments(player=player, car=False))) as session:
        if args.window:
            player.start()
            return window(session)
        return replay(player, session, (lambda _: None) if args.fast else Event().wait)


def _serve(args: argparse.Namespace) -> int:
    from pcm.cli.serve import serve  # Robot Framework: only this command needs it

    with closing(open_session(args)) as session:
        return serve(session, args.port, say)
