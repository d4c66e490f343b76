"""One head unit's flows, carried out by a process of their own that may crash or hang.

`Job` is what is to be done, a folder on disk; `supervise` does it: a test that takes its process
with it has failed, and a new process goes on with the rest. `python -m pcm.qa.flow.job` is how
pabot starts it; then the end of standard input means that nobody waits for the result any more.
"""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pcm.qa.flow.loss import crash_trace, derive_loss, why_ended
from pcm.qa.flow.notes import EVENTS, STOP, append_event, read_events

ROOT = Path(__file__).resolve().parents[3]
ARGUMENTS = "robot.args"
OUTPUT = "output.xml"
SAID = "said.txt"  # what the processes said on standard error, traces of crashes among it
STOP_FILE = "stop"  # beside the folders of jobs: finish the running test; NOW in it: or do not
NOW = "now"
PYTHON = (sys.executable, "-P", "-X", "faulthandler")
LOOK_EVERY_S = 0.05
BAD_INPUT = 252

Look = Callable[[], object]
"""Is called again and again while a job runs."""


@dataclass(frozen=True, slots=True)
class Job:
    """A folder with the arguments of Robot Framework in it."""

    folder: Path

    @property
    def output(self) -> Path:
        return self.folder / OUTPUT

    @property
    def stop_file(self) -> Path:
        return self.folder.parent / STOP_FILE

    def stop_asked(self) -> str | None:
        """None: go on; "": finish the running test; NOW."""
        try:
            return self.stop_file.read_text("utf-8")
        except FileNotFoundError:
            return None

    def write_arguments(self, words: list[str]) -> None:
        """One line for each: what Robot Framework calls an argument file."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / ARGUMENTS).write_text("\n".join(words) + "\n", encoding="utf-8")


def supervise(job: Job, look: Look, gone: threading.Event | None = None) -> None:
    """Run the job to its end; afterwards there is a whole output.xml, unless nothing began."""
    crashed = False
    while job.stop_asked() is None and not (gone and gone.is_set()):
        status, trace = _run_process(job, look, gone)
        if status == BAD_INPUT or _is_whole(job.output):
            break
        crashed = True
        if not _note_loss(job, status, trace):
            break
    if crashed:
        from pcm.qa.flow.rebuild import rebuild_output  # Robot Framework: only now

        rebuild_output(job.folder, job.output)


def _run_process(job: Job, look: Look, gone: threading.Event | None) -> tuple[int, str]:
    """Its exit status (negative: a signal) and what it said at its end."""
    job.output.unlink(missing_ok=True)
    said = job.folder / SAID
    start = said.stat().st_size if said.exists() else 0
    with said.open("ab") as errors:
        process = subprocess.Popen(
            [*PYTHON, "-m", "robot", "--argumentfile", str(job.folder / ARGUMENTS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            env={**os.environ, "PYTHONPATH": _python_path()},
            start_new_session=True,  # Ctrl-C is for us alone
        )
    with process:
        _wait(process, job, look, gone)
    with said.open("rb") as errors:
        errors.seek(start)
        return process.returncode, errors.read().decode("utf-8", "replace")


def _python_path() -> str:
    return os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))


def _wait(
    process: subprocess.Popen[bytes], job: Job, look: Look, gone: threading.Event | None
) -> None:
    told = False
    assert process.stdin is not None
    while True:
        with suppress(subprocess.TimeoutExpired):
            process.wait(LOOK_EVERY_S)
            return
        look()
        stop = job.stop_asked()
        if stop == NOW or (gone and gone.is_set()):
            process.kill()
        elif stop is not None and not told:
            told = True
            with suppress(BrokenPipeError):
                process.stdin.write(STOP)
                process.stdin.flush()


def _is_whole(output: Path) -> bool:
    try:
        with output.open("rb") as file:
            file.seek(max(0, output.stat().st_size - 100))
            return file.read().rstrip().endswith(b"</robot>")
    except FileNotFoundError:
        return False


def _note_loss(job: Job, status: int, trace: str) -> bool:
    """Say in the journal which tests the end of a process has cost; False when none is left."""
    why = "interrupted" if job.stop_asked() == NOW else why_ended(status, trace)
    lost = derive_loss(read_events(job.folder), why, crash_trace(trace))
    with (job.folder / EVENTS).open("a", encoding="utf-8") as file:
        for event in lost:
            append_event(file, event)
    return bool(lost)


def main(words: list[str]) -> int:
    """What pabot starts: the last word is a file of arguments that names the job's own."""
    told = Path(words[-1]).read_text("utf-8").splitlines()
    named = next(line for line in told if line.startswith("--argumentfile "))
    gone = threading.Event()

    def watch() -> None:
        while os.read(0, 1):
            pass
        gone.set()

    threading.Thread(target=watch, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started pabot says when to stop
    supervise(Job(Path(named.split(maxsplit=1)[1]).parent), lambda: None, gone)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
