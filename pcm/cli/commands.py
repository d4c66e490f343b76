"""The commands that answer and end: cars, howto, diff, check, shot.

Each prints and returns an exit status.
"""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from menus.diff import TreeDiff, diff_trees
from menus.howto import howto
from menus.load import load_tree
from models.catalogue import Car, load_cars
from models.errors import PcmError
from pcm.headunit.choice import chosen_car, chosen_language
from pcm.headunit.session import Session


def cars(args: argparse.Namespace) -> int:
    """List the catalogue."""
    found = load_cars().cars
    if args.json:
        print(json.dumps([car_value(car) for car in found], ensure_ascii=False))
        return 0
    ids = max(len(car.id) for car in found)
    names = max(len(car.name) for car in found)
    for car in found:
        years = f"{car.years[0]}-{car.years[1]}"
        print(f"{car.id:<{ids}}  {car.name:<{names}}  {years}  PCM {car.pcm}")
    return 0


def car_value(car: Car) -> dict[str, object]:
    """The public contract of `cars --json`."""
    return {
        "id": car.id,
        "line": car.line,
        "generation": car.generation,
        "years": list(car.years),
        "pcm": car.pcm,
    }


def show_howto(args: argparse.Namespace) -> int:
    """Tell where procedures are in a car."""
    car, year = chosen_car(args.car, args.year, args.vin)
    found = howto(car, year, chosen_language(args.language), args.procedure)
    if args.json:
        print(json.dumps([item.as_json() for item in found], ensure_ascii=False))
        return 0
    for item in found:
        print(f"{item.procedure}: {' > '.join(item.path) or '-'}")
        for note in (item.note, item.assumed):
            if note:
                print(f"    {note}")
        print(f"    {', '.join(item.source)}")
    return 0


def show_diff(args: argparse.Namespace) -> int:
    """Compare the menus of two cars or years."""
    language = chosen_language(args.language)
    trees = [
        load_tree(*chosen_car(name, year))
        for name, year in ((args.car_a, args.year_a), (args.car_b, args.year_b))
    ]
    found = diff_trees(trees[0], trees[1], language)
    if args.json:
        print(json.dumps(asdict(found), ensure_ascii=False))
        return 0
    print(diff_text(found) or "no difference")
    return 0


def diff_text(found: TreeDiff) -> str:
    """A line for each difference."""

    def shown(path: tuple[str, ...]) -> str:
        return " > ".join(path)

    lines = [f"+ {shown(entry.path)}" for entry in found.added]
    lines += [f"- {shown(entry.path)}" for entry in found.removed]
    lines += [f"moved {shown(entry.before)} -> {shown(entry.after)}" for entry in found.moved]
    lines += [f"renamed {shown(e.path)}: {e.before} -> {e.after}" for e in found.renamed]
    lines += [f"changed {shown(e.path)}: {e.before} -> {e.after}" for e in found.changed]
    return "\n".join(lines)


def check(args: argparse.Namespace) -> int:
    """Validate all content."""
    from menus.check import check_content  # reads every file: only this command needs it
    from pcm.cli.asset_check import check_assets
    from pcm.headunit.vocabulary import vocabulary

    faults = [*check_content(vocabulary()), *check_assets()]
    for fault in faults:
        print(fault)
    count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    print(count if faults else "content is sound")
    return 1 if faults else 0


def shot(args: argparse.Namespace, session: Session) -> int:
    """Picture a screen: home, or where a path leads."""
    verbs = ([f"tap {args.path}"] if args.path else []) + ["shot " + args.file]
    for verb in verbs:
        answer = session.do(verb)
        if not answer.ok:
            raise PcmError(answer.text)
    print(Path(args.file))
    return 0
