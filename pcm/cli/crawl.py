"""The command `crawl`: shows how far it is, prints what was found, makes the contact sheet."""

import argparse
import sys
from pathlib import Path

from pcm.headunit.session import Session
from pcm.qa.crawl import Crawl, crawl, write_sheet
from pcm.qa.crawl.sheet import clear_folder


def show_crawl(args: argparse.Namespace, session: Session) -> int:
    """Exit status 1 when something was not reached without a reason, or went wrong."""
    folder = Path(args.pictures or args.out) if args.pictures or args.out else None
    if folder:
        clear_folder(folder)
    found = crawl(session, folder if args.pictures else None, _tell)
    _end_of_telling()
    page = write_sheet(found, folder) if folder else None
    if page is None:
        print("\n".join(_screens(found)))
    print("\n".join(_outcome(found)))
    if page:
        print(page)
    return 0 if found.sound else 1


def _screens(found: Crawl) -> list[str]:
    """A line for each screen."""
    width = max(len(screen.id) for screen in found.screens)
    return [
        f"{screen.id:<{width}}  {' > '.join(screen.path) or screen.title}"
        f"  {{{', '.join(screen.source) or ('assumed' if screen.assumed else screen.lines[-1])}}}"
        for screen in found.screens
    ]


def _outcome(found: Crawl) -> list[str]:
    lines = [f"not reached: {entry.id}: {entry.why}" for entry in found.unreached]
    lines += [f"fault: {fault}" for fault in found.faults]
    lines.append(
        f"{found.name}, {found.year}, {found.country}: {found.pages} screens,"
        f" {found.overlays} overlays, {len(found.rows)} rows, {len(found.unreached)} not reached;"
        f" {found.verbs} verbs"
    )
    return lines


def _tell(world: str, screens: int) -> None:
    """How far it is, for a person who waits."""
    if sys.stderr.isatty():
        print(f"\r{world:<12} {screens:>4} screens", end="", file=sys.stderr, flush=True)


def _end_of_telling() -> None:
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)
