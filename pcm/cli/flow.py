"""The command `flow`: reads its options and hands over to pcm.qa.flow."""

import argparse
import os
import sys
from pathlib import Path

from models.errors import PcmError
from pcm.qa.flow.combinations import Combination, derive_combinations, parse_matrix
from pcm.qa.flow.job import BAD_INPUT
from pcm.qa.flow.run import Request, run_flows

SHORTEST_LIMIT_S = 1


def flow(args: argparse.Namespace) -> int:
    """Exit status as Robot Framework's: failures up to 250, 252 bad input, 253 interrupted."""
    try:
        return run_flows(_request(args), sys.stdout)
    except PcmError as error:
        print("\n".join(f"pcm: {line}" for line in str(error).splitlines()), file=sys.stderr)
        return BAD_INPUT


def _request(args: argparse.Namespace) -> Request:
    if args.jobs is not None and args.jobs < 1:
        raise PcmError(f"--jobs {args.jobs}: at least 1 is needed")
    if args.limit < SHORTEST_LIMIT_S:
        raise PcmError(f"--limit {args.limit:g}: at least {SHORTEST_LIMIT_S} s are needed")
    return Request(
        files=tuple(args.files),
        combinations=_combinations(args),
        out=Path(args.out),
        jobs=args.jobs or os.cpu_count() or 1,
        seed=args.seed,
        window=args.window,
        pictures=args.pictures,
        limit_s=args.limit,
        robot_options=tuple(args.after),
    )


def _combinations(args: argparse.Namespace) -> tuple[Combination, ...]:
    matrix = parse_matrix(args.matrix) if args.matrix else {}
    for key, option in (("countries", args.country), ("languages", args.language)):
        if key in matrix and option:
            raise PcmError(f"{option} and the {key} of --matrix: say it once")
    cars = tuple(filter(None, (args.cars or args.car or "").split(",")))
    if args.cars is not None and not cars:
        raise PcmError("--cars: write all, or ids with commas between them")
    return derive_combinations(
        matrix.get("cars", cars),
        args.year,
        matrix.get("countries", (args.country,) if args.country else ()),
        matrix.get("languages", (args.language,) if args.language else ()),
    )
