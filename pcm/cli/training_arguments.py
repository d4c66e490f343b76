"""Options of the commands about lessons: lesson, handbook."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pcm.cli.arguments import Commands

Options = Callable[[argparse.ArgumentParser], None]


def lesson_command(commands: Commands, desk_options: Options, web_options: Options) -> None:
    lesson = commands.add_parser(
        "lesson", help="a lesson on a car as delivered; without a name: which there are"
    )
    lesson.add_argument("lesson", nargs="?", metavar="NAME", help="of the lesson")
    desk_options(lesson)
    ways = lesson.add_mutually_exclusive_group()
    for way, what in (
        ("show", "a hand does it"),
        ("guide", "the next touch is marked (this, unless another is said)"),
        ("try", "no marks, hints on request"),
    ):
        ways.add_argument(f"--{way}", dest="way", action="store_const", const=way, help=what)
    lesson.add_argument(
        "--trainee",
        action="append",
        default=[],
        metavar="NAME",
        help="who learns; several: one after the other",
    )
    lesson.add_argument(
        "--report", metavar="DIR", help="write there, after each lesson, how it went"
    )
    lesson.add_argument(
        "--presenter",
        action="store_true",
        help="full screen without the panel; F12 begins anew, Esc leaves it",
    )
    lesson.add_argument(
        "--console", action="store_true", help="the steps as text, verbs on standard input"
    )
    web_options(lesson)


def handbook_command(commands: Commands, desk_options: Options) -> None:
    handbook = commands.add_parser(
        "handbook", help="the lessons as an illustrated how-to for one car, to read and to print"
    )
    handbook.add_argument(
        "--out", default="handbook", metavar="DIR", help="folder of its pages (handbook)"
    )
    handbook.add_argument(
        "--lesson",
        action="append",
        default=[],
        metavar="NAME",
        help="this lesson alone, or several (all that are for the car)",
    )
    desk_options(handbook)
