"""The command `walk`: shows how far it is, tells what broke, shrunk and as a flow."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from time import perf_counter

from models.errors import PcmError
from models.markets import find_market
from pcm.headunit.choice import chosen_car, chosen_language
from pcm.qa.walk.flow_file import write_flow
from pcm.qa.walk.shrink import shortest_way
from pcm.qa.walk.walker import Desk, Failing, Outcome, walk


def show_walk(args: argparse.Namespace) -> int:
    """Exit status 1 when something did not hold."""
    car, year = chosen_car(args.car, args.year, args.vin)
    country = find_market(args.country).code
    desk = Desk(car, year, country, chosen_language(args.language), args.seed)
    file = Path(args.out or f"walk-{car.id}-{year}-{args.seed}.robot")
    _check_place(file)
    start = perf_counter()
    found = walk(desk, args.steps, lambda done: _tell(done, args.steps))
    print(_outcome(desk, found, perf_counter() - start))
    if found.failing is None:
        return 0
    shortest = shortest_way(desk, found.failing)
    print("\n".join(_failure(found.failing, shortest)))
    try:
        write_flow(file, desk, shortest)
    except OSError as error:
        raise PcmError(f"{file}: {error.strerror}") from None
    print(file)
    return 1


def _check_place(file: Path) -> None:
    """Before a long walk, not after it."""
    if file.suffix != ".robot":
        raise PcmError(f"--out {file}: a flow is a FILE.robot")
    if not file.parent.is_dir():
        raise PcmError(f"--out {file}: there is no folder {file.parent}")


def _outcome(desk: Desk, found: Outcome, seconds: float) -> str:
    held = "broke" if found.failing else "all held"
    return (
        f"{desk.car.id} {desk.year} {desk.country} {desk.language}, seed {desk.seed}:"
        f" {found.steps:,} steps, {held}; {len(found.pages)} of {found.all_pages} screens,"
        f" {found.steps / seconds:,.0f} steps/s"
    )


def _failure(failing: Failing, shortest: Failing) -> list[str]:
    many, few = len(failing.lines), len(shortest.lines)
    verbs = "1 verb" if few == 1 else f"{few} verbs"
    return [
        str(shortest.fault),
        f"the last {many} steps shrunk to {verbs}, from the car as delivered:",
        *(f"  {line}" for line in shortest.lines),
    ]


def _tell(done: int, steps: int) -> None:
    """How far it is, for a person who waits."""
    if sys.stderr.isatty():
        print(f"\r{done:,} of {steps:,} steps", end="\r", file=sys.stderr, flush=True)
