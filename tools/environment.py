"""Finds the Python that has what the program needs and goes on with it; used by run_pcm.py alone.

The quick way of every later start: two small files are compared with the stamp in .venv, then the
program runs. All that is slow (making .venv, pip) lives in tools/install.py and is imported only
then. Standard library only.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAMP = "pcm-installed.txt"  # in .venv: what was installed for; written last of all
UNFINISHED = "pcm-installing.txt"  # in .venv during an install; stays after an interrupted one


class StartError(Exception):
    """Why the program cannot start, in one line."""


class Needs:
    """What a checkout asks for: the text of its two files, and whether the tests' tools count.

    No dataclass: importing that module costs every start 8 ms.
    """

    __slots__ = ("root", "tests", "text", "venv")

    def __init__(self, root: Path, text: str, tests: bool) -> None:
        self.root, self.text, self.tests, self.venv = root, text, tests, root / ".venv"

    def stamp(self, tests: bool) -> str:
        return f"{'test' if tests else 'runtime'}\n{base_python(self.venv)}\n{self.text}"


def read_needs(root: Path, tests: bool) -> Needs:
    """Read the two files of a checkout; raises StartError when one is missing."""
    try:
        texts = [(root / name).read_text("utf-8") for name in ("pyproject.toml", "constraints.txt")]
    except OSError as error:
        raise StartError(f"the checkout is not whole: {error.filename}: {error.strerror}") from None
    return Needs(root, "\n".join(texts), tests)


def venv_python(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def base_python(venv: Path) -> str:
    """The interpreter .venv stands on; "" when it is gone, another after a system upgrade."""
    if not (venv / "pyvenv.cfg").is_file():
        return ""
    python = venv_python(venv)
    return str(python.resolve()) if python.is_file() else ""


def is_ready(needs: Needs) -> bool:
    """Whether .venv was finished for just these needs and still stands."""
    try:
        stamp = (needs.venv / STAMP).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    wanted = (needs.stamp(tests=True),) if needs.tests else (needs.stamp(False), needs.stamp(True))
    return stamp in wanted and base_python(needs.venv) != ""


def start(argv: list[str], root: Path = ROOT) -> int:
    """Run the program with what it needs; returns its exit status (or becomes it)."""
    try:
        python = choose_python(read_needs(root, tests=argv[:1] == ["test"]))
    except StartError as error:
        say(str(error))
        return 1
    except OSError as error:
        say(f"{error.filename}: {error.strerror}")
        return 1
    except KeyboardInterrupt:
        say("interrupted; the next start finishes the installation")
        return 130
    if python is None:
        return run(argv)
    return go_on(python, root, argv)


def choose_python(needs: Needs) -> Path | None:
    """The interpreter to go on with, made when there is none; None: the one that runs now."""
    python = venv_python(needs.venv)
    here = Path(sys.executable) == python
    if not here and sys.prefix != sys.base_prefix and has_needs_here(needs):
        return None  # somebody's own environment, switched on by hand
    if not is_ready(needs):
        if not here and has_needs_here(needs):
            return None
        from tools.install import prepare_venv

        prepare_venv(needs, say)
    return None if here else python


def has_needs_here(needs: Needs) -> bool:
    """Whether the interpreter that runs now has all the packages, whoever installed them."""
    from tools.packages import missing_packages

    return not missing_packages(needs)


def go_on(python: Path, root: Path, argv: list[str]) -> int:
    command = [str(python), str(root / "run_pcm.py"), *argv]
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # closed by who started us
            stream.flush()
    if os.name == "nt":  # exec there returns to the shell at once
        import subprocess

        return subprocess.call(command)
    try:
        os.execv(command[0], command)
    except OSError as error:
        say(f"{python} does not run ({error.strerror}); delete {root / '.venv'} and start again")
        return 1


def run(argv: list[str]) -> int:
    """The program itself, in an interpreter that has what it needs."""
    if argv[:1] == ["test"]:
        from tools.gates import main as gates

        return gates(argv[1:])
    try:
        from pcm.cli import main

        return main(argv)
    except ModuleNotFoundError as error:
        if (ROOT / (error.name or "").partition(".")[0]).is_dir():
            raise  # one of ours: a fault of the program
        venv = ROOT / ".venv"
        (venv / STAMP).unlink(missing_ok=True)
        if venv.is_dir():  # pip may still believe in it: the next start makes .venv anew
            (venv / UNFINISHED).touch()
        say(f"the package {error.name} is missing; start again, and it is installed")
        return 1


def say(line: str) -> None:
    """One line for the person at the terminal; standard output stays the program's own."""
    print(f"run_pcm.py: {line}", file=sys.stderr, flush=True)
