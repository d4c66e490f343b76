"""The command `handbook`: the lessons of a car as pages with pictures."""

import argparse
from pathlib import Path

from pcm.handbook.book import write_handbook
from pcm.headunit.session import Session


def show_handbook(args: argparse.Namespace, session: Session) -> int:
    """Write it and say where it begins."""
    written = write_handbook(session, tuple(dict.fromkeys(args.lesson)), Path(args.out))
    print(f"lessons: {written.lessons}, pictures: {written.pictures}")
    print(written.index)
    return 0
