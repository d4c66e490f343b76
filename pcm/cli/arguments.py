"""The command line: options, commands and their help."""

import argparse
import re
from collections.abc import Iterator
from typing import Any, NoReturn, TypeAlias

from models.errors import nearest_hint
from pcm.cli.qa_arguments import (
    crawl_command,
    flow_command,
    pictures_command,
    port_number,
    serve_command,
    walk_command,
)
from pcm.cli.training_arguments import handbook_command, lesson_command
from pcm.headunit.choice import DEFAULT_CAR, DEFAULT_COUNTRY, DEFAULT_SEED

Commands: TypeAlias = "argparse._SubParsersAction[OneLineParser]"


WEB_PORT = 8718


class OneLineParser(argparse.ArgumentParser):
    """Reports wrong use in one line, with the nearest right word."""

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does, but an option that does not exist is named before all else.

        `flow` keeps the words after -- in `after`.
        """
        known, words, after = set(self._all_options()), list(args or ()), []
        if "flow" in words and "--" in words:
            words, after = words[: words.index("--")], words[words.index("--") + 1 :]
        for word in words:
            option = word.partition("=")[0]
            if option.startswith("--") and option not in known and option != "--":
                self.error(f"unknown option {option}{nearest_hint(option, known)}")
        found = super().parse_args(words, namespace)
        found.after = after
        return found

    def _all_options(self) -> Iterator[str]:
        yield from self._option_string_actions
        for action in self._subparsers._group_actions if self._subparsers else ():
            for parser in (
                (action.choices or {}).values() if isinstance(action.choices, dict) else ()
            ):
                yield from parser._all_options()

    def error(self, message: str) -> NoReturn:
        wrong = re.search(r"invalid choice: '(.*?)' \(choose from (.*)\)", message)
        if wrong:
            known = re.findall(r"[\w-]+", wrong.group(2))
            message = f"unknown command {wrong.group(1)!r}{nearest_hint(wrong.group(1), known)}"
        self.exit(2, f"pcm: {message} (see {self.prog} --help)\n")


def build_parser() -> argparse.ArgumentParser:
    """The parser of `run_pcm.py`; without a command it opens the head unit."""
    parser = OneLineParser(
        prog="run_pcm.py",
        description="The PCM of a car on your desk: a touchscreen, or verbs on standard input.",
        epilog="run_pcm.py test runs every gate and test.",
    )
    _desk_options(parser)
    parser.add_argument(
        "--memory",
        metavar="FILE",
        help="what survives: a file, or none (the car's own in the user's data folder; none when"
        " verbs come from a file or pipe)",
    )
    _outside_options(parser)
    parser.add_argument(
        "--console", action="store_true", help="verbs on standard input instead of a window"
    )
    _web_options(parser)
    parser.add_argument(
        "--strict", action="store_true", help="console: exit status 1 for whatever was not done"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _question_commands(commands)
    _desk_commands(commands)
    flow_command(commands)
    crawl_command(commands, _desk_options)
    walk_command(commands, _desk_options)
    pictures_command(commands)
    serve_command(commands, _desk_options)
    commands.add_parser("test", help="run every gate and test")
    return parser


def _web_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--web", action="store_true", help="the head unit and My Porsche in a browser"
    )
    parser.add_argument(
        "--my-porsche", action="store_true", help="My Porsche in a browser, beside the window"
    )
    parser.add_argument(
        "--port",
        type=port_number,
        metavar="N",
        help=f"where browsers find it on this computer ({WEB_PORT}; 0: a free one)",
    )
    parser.add_argument(
        "--listen",
        metavar="ADDRESS",
        default="",
        help="let other computers in by this address of ours, with a token (none)",
    )


def _outside_options(parser: argparse.ArgumentParser) -> None:
    """What of the world is outside this process."""
    parser.add_argument(
        "--modem",
        metavar="URL",
        help="a real modem in the place of the emulated one: /dev/ttyUSB2, COM5, socket://HOST:PORT",
    )
    parser.add_argument(
        "--modem-port",
        nargs="?",
        const="pty",
        action="append",
        metavar="tcp:PORT",
        help="offer the emulated modem to other programs: as a pseudo-terminal, or by TCP from"
        " this computer",
    )
    parser.add_argument(
        "--can",
        metavar="interface=NAME,channel=C",
        help="join the car's bus to a real one: every interface of python-can, as in"
        " interface=socketcan,channel=can0 or interface=slcan,channel=/dev/ttyACM0,bitrate=500000",
    )
    parser.add_argument(
        "--can-car",
        choices=("on", "off"),
        default="on",
        help="off: the car itself sends nothing, only what comes from the bus drives the head unit",
    )
    parser.add_argument(
        "--can-log", metavar="FILE", help="write every CAN frame: .asc, .blf or .log (candump)"
    )


def _question_commands(commands: Commands) -> None:
    """Commands that answer and end, without a head unit."""
    cars = commands.add_parser("cars", help="list the cars")
    _json(cars)

    howto = commands.add_parser("howto", help="where a procedure is in a car")
    howto.add_argument(
        "procedure",
        nargs="?",
        metavar="PROCEDURE",
        help="link, roaming, end-data, remember-pin, private-mode, updates; all without",
    )
    _car_options(howto)
    _json(howto)

    diff = commands.add_parser("diff", help="what differs between the menus of two cars or years")
    for side in ("a", "b"):
        diff.add_argument(f"car_{side}", metavar="CAR")
        diff.add_argument(f"year_{side}", metavar="YEAR", type=int)
    diff.add_argument("--language", default="en", metavar="xx", help="language of the labels (en)")
    _json(diff)

    commands.add_parser("check", help="validate all content")


def _desk_commands(commands: Commands) -> None:
    """Commands that put a car on the desk."""
    shot = commands.add_parser("shot", help="a picture of a screen")
    shot.add_argument("file", metavar="FILE.png")
    shot.add_argument(
        "--path", metavar="PATH", help='where to: "APPS > OPT > Login Porsche Connect"'
    )
    _desk_options(shot)

    lesson_command(commands, _desk_options, _web_options)
    handbook_command(commands, _desk_options)

    replay = commands.add_parser("replay", help="drive a head unit from a log of its CAN bus")
    replay.add_argument("file", metavar="FILE", help=".asc, .blf or .log (candump)")
    how = replay.add_mutually_exclusive_group()
    how.add_argument("--fast", action="store_true", help="as fast as it goes")
    how.add_argument("--window", action="store_true", help="to be seen on the touchscreen")
    _desk_options(replay)


def _car_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--car", metavar="ID", help=f"id or line of the car ({DEFAULT_CAR})")
    parser.add_argument(
        "--vin", metavar="WP...", help="the car and model year that a VIN tells, as far as it does"
    )
    parser.add_argument("--year", type=int, metavar="YYYY", help="model year (the car's last)")
    parser.add_argument("--language", metavar="xx", help="it, en, de, fr, es or pt (it)")


def _desk_options(parser: argparse.ArgumentParser) -> None:
    _car_options(parser)
    parser.add_argument(
        "--country", default=DEFAULT_COUNTRY, metavar="CC", help="country of the car (IT)"
    )
    parser.add_argument(
        "--seed", type=int, default=DEFAULT_SEED, metavar="N", help="seed of all that is random (1)"
    )


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")
