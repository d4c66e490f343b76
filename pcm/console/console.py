"""Reads verbs from a text stream, prints their answers, and tells whether the script held.

Used by testers at a terminal and by scripts through a pipe. No editing, no colours.
"""

from collections.abc import Iterator
from typing import TextIO

from pcm.console.live import read_live
from pcm.headunit.report import screen_text
from pcm.headunit.session import Session


def run_console(
    session: Session, lines: TextIO, out: TextIO, prompt: bool, strict: bool = False
) -> int:
    """Work off the verbs of `lines`; 1 when an `expect` failed or a verb was unknown, else 0.

    `strict`: 1 for whatever was not done. Shows the home screen first. An interactive terminal
    gets a prompt, a script the number of a faulty line; the last line ends it. With ports to
    outside the process they are served meanwhile, and time is real.
    """
    status = 0
    print(screen_text(session.screen), file=out, flush=True)
    told = _tell_lesson(session, (), out)
    said = read_live(session, lines) if session.ports else iter(lines.readline, "")
    for number, line in enumerate(_prompted(said, out, prompt), 1):
        line = line.removeprefix("\ufeff")  # some editors begin a file with it
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        answer = session.do(line.rstrip("\r\n"))
        if answer.unknown or answer.failed or (strict and not answer.ok):
            status = 1
        mark = "" if answer.ok else "refused: " if answer.refused else "error: "
        place = f" (line {number})" if mark == "error: " and not prompt else ""
        if answer.text or mark:
            print(f"{mark}{answer.text}{place}", file=out, flush=True)
        told = _tell_lesson(session, (told, answer.text), out)
        if session.done:
            break
    return status


def _tell_lesson(session: Session, known: tuple[str, ...], out: TextIO) -> str:
    """Tell the lesson under way when there is something new in it; returns how it stands."""
    told = session.coach.told if session.coach else ""
    if told and told not in known:
        print(told, file=out, flush=True)
    return told


def _prompted(lines: Iterator[str], out: TextIO, prompt: bool) -> Iterator[str]:
    while True:
        if prompt:
            print("> ", end="", file=out, flush=True)
        line = next(lines, None)
        if line is None:
            return
        yield line
