"""The command `pictures`: compares two folders, accepts what is new."""

import argparse
from pathlib import Path

from pcm.qa.pages import PAGE
from pcm.qa.pictures.check import How, accept, compare_folders
from pcm.qa.pictures.picture import parse_masks, parse_tolerance


def show_pictures(args: argparse.Namespace) -> int:
    """Exit status 1 when pictures differ."""
    return _accept(args) if args.deed == "accept" else _compare(args)


def _compare(args: argparse.Namespace) -> int:
    how = How(parse_tolerance(args.tolerance), parse_masks(args.mask))
    out = Path(args.out)
    count, found = compare_folders(Path(args.was), Path(args.now), out, how)
    for each in found:
        print(f"{each.kind:<9}  {each.name}: {each.words}")
    print(f"{count} pictures, {len(found)} not as before")
    print(out / PAGE)
    return 1 if found else 0


def _accept(args: argparse.Namespace) -> int:
    done = accept(Path(args.out), args.names)
    print("\n".join(done) or "nothing to accept")
    return 0
