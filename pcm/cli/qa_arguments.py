"""The options of QA's commands, one function a command; called by arguments.py."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pcm.cli.arguments import Commands

Options = Callable[[argparse.ArgumentParser], None]


def flow_command(commands: Commands) -> None:
    """`flow`: scripted flows on one head unit or many."""
    flow = commands.add_parser(
        "flow",
        help="run flows of Robot Framework and write their report",
        epilog="What stands after -- goes to Robot Framework: -- --include R-ROAM-2",
    )
    flow.add_argument("files", nargs="+", metavar="FILE", help=".robot files, or folders of them")
    which = flow.add_mutually_exclusive_group()
    which.add_argument("--car", metavar="ID", help="id or line of the car (the flow's, 718-982)")
    which.add_argument("--cars", metavar="all|ID,ID", help="all cars, or these")
    which.add_argument(
        "--matrix",
        metavar="cars=ID,ID,countries=CC,CC,languages=xx,xx",
        help="every car in every country and language",
    )
    flow.add_argument("--year", type=int, metavar="YYYY", help="model year (the car's last)")
    flow.add_argument("--country", metavar="CC", help="country of the car (the flow's, IT)")
    flow.add_argument("--language", metavar="xx", help="it, en, de, fr, es or pt (the flow's, it)")
    flow.add_argument("--seed", type=int, metavar="N", help="seed of all that is random (1)")
    flow.add_argument("--window", action="store_true", help="on the real window, by mouse")
    flow.add_argument("--pictures", action="store_true", help="a picture at every step")
    flow.add_argument(
        "--jobs", type=int, metavar="N", help="head units side by side (one for each core)"
    )
    flow.add_argument(
        "--limit", type=float, default=120.0, metavar="S", help="a longer test hangs (120)"
    )
    flow.add_argument(
        "--out", default="results", metavar="DIR", help="the report's folder (results)"
    )


def crawl_command(commands: Commands, desk_options: Options) -> None:
    """`crawl`: every screen of a car."""
    crawl = commands.add_parser(
        "crawl", help="visit every screen of a car, tell what is not reached"
    )
    where = crawl.add_mutually_exclusive_group()
    where.add_argument(
        "--pictures", metavar="DIR", help="a contact sheet: a page and a picture of every screen"
    )
    where.add_argument("--out", metavar="DIR", help="the page without pictures")
    desk_options(crawl)


def walk_command(commands: Commands, desk_options: Options) -> None:
    """`walk`: at random, under the invariants."""
    walk = commands.add_parser(
        "walk", help="walk at random and look after each step whether all that must hold does"
    )
    walk.add_argument(
        "--steps", type=steps_number, default=2000, metavar="N", help="verbs to be done (2000)"
    )
    walk.add_argument(
        "--out", metavar="FILE.robot", help="the flow of a failure (walk-CAR-YEAR-SEED.robot)"
    )
    desk_options(walk)


def steps_number(text: str) -> int:
    """At least one step."""
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number of steps")


def pictures_command(commands: Commands) -> None:
    """`pictures`: compared with those before, and accepted."""
    pictures = commands.add_parser("pictures", help="compare pictures of screens, accept new ones")
    deeds = pictures.add_subparsers(dest="deed", metavar="compare|accept", required=True)
    compare = deeds.add_parser("compare", help="two folders of pictures, as of two crawls")
    compare.add_argument("was", metavar="BEFORE", help="folder of the pictures as they were")
    compare.add_argument("now", metavar="AFTER", help="folder of the pictures as they are")
    compare.add_argument(
        "--tolerance", default="", metavar="T", help="8 (of 255 in a channel), 0.5%% (of pixels)"
    )
    compare.add_argument(
        "--mask", default="", metavar="M", help="clock,toast,ROW or x,y,width,height: not compared"
    )
    compare.add_argument(
        "--out", default="differences", metavar="DIR", help="the page's folder (differences)"
    )
    accept = deeds.add_parser("accept", help="store the new pictures in place of the old ones")
    accept.add_argument("out", metavar="DIR", help="folder of the page, or of a flow's results")
    accept.add_argument("names", nargs="*", metavar="NAME", help="these alone (all)")


def serve_command(commands: Commands, desk_options: Options) -> None:
    """`serve`: a window for other programs."""
    serve = commands.add_parser(
        "serve", help="let other programs drive the window (Robot's remote protocol, XML-RPC)"
    )
    serve.add_argument(
        "--port",
        type=port_number,
        default=0,
        metavar="N",
        help="on this computer alone (a free one)",
    )
    desk_options(serve)


def port_number(text: str) -> int:
    """A TCP port; 0 is any free one."""
    if re.fullmatch("[0-9]{1,5}", text) and int(text) <= 65535:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no port from 1 to 65535, nor 0 for a free one")
