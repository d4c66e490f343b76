"""Reads verbs from a text stream, prints their answers, and tells whether the script held.

Used by testers at a terminal and by scripts through a pipe. No editing, no colours.
"""

from typing import TextIO

from pcm.headunit.report import screen_text
from pcm.headunit.session import Session


def run_console(session: Session, lines: TextIO, out: TextIO, prompt: bool) -> int:
    """Work off the verbs of `lines`; 1 when an `expect` failed or a verb was unknown, else 0.

    Shows the home screen first. An interactive terminal gets a prompt; the last line ends it.
    """
    status = 0
    print(screen_text(session.screen), file=out, flush=True)
    while not session.done:
        if prompt:
            print("> ", end="", file=out, flush=True)
        line = lines.readline()
        if not line:
            break
        line = line.removeprefix("\ufeff")  # some editors begin a file with it
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        answer = session.do(line.rstrip("\r\n"))
        if answer.unknown or answer.failed:
            status = 1
        mark = "" if answer.ok else "refused: " if answer.refused else "error: "
        if answer.text or mark:
            print(f"{mark}{answer.text}", file=out, flush=True)
    return status
