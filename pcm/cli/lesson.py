"""The command `lesson`: the head unit with a lesson begun; at the end how it went is written.

The faces are those of the first command, with a desk that somebody attends to.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from connectivity.ports import Port
from models.errors import PcmError
from pcm.cli.desk import open_desk, open_session
from pcm.handbook.folder import open_folder
from pcm.headunit.memory.memory import Memory
from pcm.headunit.session import Session
from pcm.training.coach import LessonCoach, find_coach
from pcm.training.commands import LONGEST_NAME, Start
from pcm.training.lesson import find_lesson

REPORTS = ("lessons.json", "lessons.html")


def lesson(args: argparse.Namespace) -> int:
    """Begin it in the face that is asked for; without a name tell which there are."""
    if not args.lesson:
        return list_lessons(args)
    from pcm.cli.faces import head_unit

    find_lesson(args.lesson)
    args.memory = "none"  # what this car remembers is no business of a lesson
    return head_unit(args)


def list_lessons(args: argparse.Namespace) -> int:
    """Which there are, for this car and for others."""
    session = open_session(args)
    print(LessonCoach(session).take(""))
    return 0


@contextmanager
def attended_desk(
    args: argparse.Namespace, memory: Memory | None, ports: tuple[Port, ...] = ()
) -> Iterator[Session]:
    """The car on the desk; of the command `lesson` with the lesson begun."""
    folder = _report_folder(args)
    with closing(open_desk(args, memory, ports)) as session:
        coach = find_coach(session)
        assert coach is not None  # on every desk
        if args.command == "lesson":
            _begin(args, session, coach, folder)
        try:
            yield session
        finally:
            if folder is not None:
                for file in _write(coach, folder):
                    print(file, flush=True)


def _begin(
    args: argparse.Namespace, session: Session, coach: LessonCoach, folder: Path | None
) -> None:
    names = [_name(name) for name in args.trainee] or [""]
    starts = [Start(args.lesson, args.way or "guide", name) for name in names]
    first = starts[0]
    who = f" as {first.trainee}" if first.trainee else ""
    answer = session.do(f"lesson {first.lesson} {first.mode}{who}")
    if not answer.ok:
        raise PcmError(answer.text)
    coach.following = starts[1:]
    if folder is not None:
        coach.kept = lambda: _write(coach, folder)  # whatever ends the program


def _name(name: str) -> str:
    words = " ".join(name.split())
    if not words or len(words) > LONGEST_NAME:
        raise PcmError(f"--trainee {name!r}: a name of up to {LONGEST_NAME} letters")
    return words


def _report_folder(args: argparse.Namespace) -> Path | None:
    """Where the report goes; tried before the lesson, not after it."""
    if args.command != "lesson" or not args.report:
        return None
    folder = Path(args.report)
    open_folder(folder, f"--report {folder}")
    return folder


def _write(coach: LessonCoach, folder: Path) -> list[Path]:
    """How all lessons went so far; raises PcmError."""
    files = [folder / name for name in REPORTS]
    for file in files:
        coach.take(f"report {file}")
    return files
