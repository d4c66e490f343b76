"""Runs flows: on every head unit that was asked for, and writes the report.

The command `flow` says what is wanted; see job.py for how one head unit's flows are carried out.
"""

import shutil
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TextIO

from models.errors import PcmError
from pcm.qa.flow.combinations import Combination
from pcm.qa.flow.job import NOW, OUTPUT, SAID, Job, supervise
from pcm.qa.flow.loss import derive_loss
from pcm.qa.flow.notes import EVENTS, append_event, read_events
from pcm.qa.flow.parallel import LOG, run_jobs
from pcm.qa.flow.progress import Progress, count_words, coverage_words
from pcm.qa.flow.rebuild import rebuild_output
from pcm.qa.flow.results import REPORT, WORK, merge_outputs, prepare_folder, write_results
from pcm.qa.flow.sources import (
    count_tests,
    find_sources,
    flow_files,
    load_suite,
    parse_options,
    syntax_faults,
)
from pcm.qa.pages import DIFFERENCES

INTERRUPTED = 253
COVERAGE_FOLDER = "coverage"  # in the folder to work in: what each process has seen
LISTENER = "pcm.qa.flow.journal.Journal"
SIGNALS = (signal.SIGINT, signal.SIGTERM)
STOPPING = "stopping after the running tests; Ctrl-C again stops them too"


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be run, and how."""

    files: tuple[str, ...]
    combinations: tuple[Combination, ...]
    out: Path
    jobs: int
    seed: int | None = None
    window: bool = False
    pictures: bool = False
    limit_s: float = 120.0  # real seconds until a test is held to hang
    robot_options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """A head unit, how many tests there are for it, and the job that runs them."""

    combination: Combination
    tests: int
    job: Job


def run_flows(request: Request, terminal: TextIO) -> int:
    """Returns an exit status as Robot Framework's; raises PcmError before anything has run."""
    sources = find_sources(request.files)
    if faults := [fault for file in flow_files(sources) for fault in syntax_faults(file)]:
        raise PcmError("\n".join(faults))
    options = parse_options(list(request.robot_options))
    suite = load_suite(sources, options)
    counts = {each: count_tests(suite, each) for each in request.combinations}
    chosen = [each for each, count in counts.items() if count]
    if not chosen:
        whom = ", ".join(dict.fromkeys(each.car for each in counts))
        raise PcmError(f"no test of {', '.join(request.files)} applies to {whom}")
    work = prepare_folder(request.out)
    tasks = [
        Task(each, counts[each], Job(work / str(number))) for number, each in enumerate(chosen, 1)
    ]
    for task in tasks:
        task.job.write_arguments(_arguments(request, task, sources, len(tasks) == 1))
    names = {task.job.folder: task.combination.name for task in tasks}
    progress = Progress(names, sum(task.tests for task in tasks), terminal)
    left_out = [each.name for each, count in counts.items() if not count]
    if left_out:
        progress.say(f"no test applies to {', '.join(left_out)}")
    with _obeying_signals(work, progress) as stop:
        _carry_out(tasks, request.jobs, work, progress)
        return _finish(tasks, request, progress, bool(stop))


def _arguments(request: Request, task: Task, sources: Sequence[Path], single: bool) -> list[str]:
    """Those of Robot Framework; the user's own come first, so that they cannot undo ours."""
    variables = dict(task.combination.variables)
    if request.seed is not None:
        variables["SEED"] = str(request.seed)
    variables |= {
        name: "yes"
        for name, wanted in (("WINDOW", request.window), ("PICTURES", request.pictures))
        if wanted
    }
    variables["COVERAGE"] = str(task.job.folder.parent / COVERAGE_FOLDER)
    variables["DIFFERENCES"] = str((request.out / DIFFERENCES).resolve())
    words = list(request.robot_options)
    for name, value in variables.items():
        words += ["--variable", f"{name}:{value}"]
    if not single:
        words += ["--name", task.combination.name]
    words += ["--listener", f"{LISTENER};{task.job.folder};{request.limit_s:g}"]
    words += ["--outputdir", str(task.job.folder), "--output", OUTPUT, "--console", "quiet"]
    words += ["--log", "NONE", "--report", "NONE", "--xunit", "NONE"]
    return words + [str(path.resolve()) for path in sources]


@contextmanager
def _obeying_signals(work: Path, progress: Progress) -> Iterator[list[int]]:
    """Ctrl-C ends the run in order: once after the running tests, twice at once."""
    heard: list[int] = []

    def hear(number: int, _: FrameType | None) -> None:
        heard.append(number)
        Job(work / "any").stop_file.write_text(NOW if len(heard) > 1 else "", encoding="utf-8")
        if len(heard) == 1:
            progress.say(STOPPING)

    before = {number: signal.signal(number, hear) for number in SIGNALS}
    try:
        yield heard
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _carry_out(tasks: Sequence[Task], processes: int, work: Path, progress: Progress) -> None:
    jobs = [task.job for task in tasks]
    if processes > 1 and len(jobs) > 1:
        run_jobs(jobs, min(processes, len(jobs)), work, progress.look)
    else:
        for job in jobs:
            supervise(job, progress.look)
    progress.look()
    progress.close()


def _finish(tasks: Sequence[Task], request: Request, progress: Progress, stopped: bool) -> int:
    """Put the results together and say what came out."""
    if not stopped:
        for task in tasks:
            if not task.job.output.exists():
                _give_up(task.job)
    done = [task for task in tasks if task.job.output.exists()]
    if not done:
        progress.say("interrupted before the first test")
        return INTERRUPTED
    result = merge_outputs([task.job.output for task in done])
    counts = result.suite.statistics
    if stopped:
        planned = sum(task.tests for task in tasks)
        result.suite.metadata["Interrupted"] = f"{counts.total} of {planned} tests ran"
    seen = request.out / WORK / COVERAGE_FOLDER
    coverage = write_results(result, request.out, len(tasks) == 1, seen)
    shutil.rmtree(request.out / WORK)
    progress.say(
        coverage_words(coverage), count_words(counts.passed, counts.failed, counts.skipped)
    )
    if stopped:
        progress.say(f"interrupted: {result.suite.metadata['Interrupted']}")
    progress.say(str(request.out / REPORT))
    return INTERRUPTED if stopped else result.return_code


def _give_up(job: Job) -> None:
    """Nothing came of a job: it has failed, in the words of those who were to do it."""
    files = [job.folder / SAID, job.folder.parent / LOG]
    said = [file.read_text("utf-8", "replace").split("\n") for file in files if file.exists()]
    last = next((line for lines in said for line in reversed(lines) if line.strip()), "")
    lost = derive_loss(read_events(job.folder), f"nothing could be run: {last}", "")
    with (job.folder / EVENTS).open("a", encoding="utf-8") as file:
        for event in lost:
            append_event(file, event)
    rebuild_output(job.folder, job.output)
