"""The folder of results: what stands in it, and putting the results of all jobs together."""

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from robot.api import ExecutionResult, ResultWriter
from robot.result import Result

from models.errors import PcmError
from pcm.qa.coverage import Totals, report_coverage
from pcm.qa.flow.junit import write_junit
from pcm.qa.flow.requirements import derive_matrix, matrix_documentation, render_matrix
from pcm.qa.pages import DIFFERENCES, PAGE

WORK = ".running"
OUTPUT, LOG, REPORT, JUNIT = "output.xml", "log.html", "report.html", "junit.xml"
COVERAGE, REQUIREMENTS = "coverage.html", "requirements.html"
NAMES = (
    *(OUTPUT, LOG, REPORT, JUNIT, COVERAGE, REQUIREMENTS),
    *("coverage.json", "coverage", DIFFERENCES, WORK),
)
MARKERS = (OUTPUT, WORK)
"""What only a folder of results has: that of a run, or of one that was killed."""
ALL_FLOWS = "Flows"


def prepare_folder(out: Path) -> Path:
    """Make place for new results, and the folder to work in; raises PcmError.

    What an earlier run wrote goes; a folder with anything else is somebody's own.
    """
    try:
        if out.is_dir() and any(out.iterdir()) and not any((out / n).exists() for n in MARKERS):
            raise PcmError(f"{out} holds something else than results; name another folder: --out")
        for name in NAMES:
            _remove(out / name)
        (out / WORK).mkdir(parents=True)
    except OSError as error:
        raise PcmError(f"no results can be written to {out}: {error.strerror}") from None
    return (out / WORK).resolve()


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        with suppress(FileNotFoundError):
            path.unlink()


def merge_outputs(outputs: Sequence[Path]) -> Result:
    """One result; a suite for each output when there are several."""
    result = ExecutionResult(*outputs)
    if len(outputs) > 1:
        result.suite.name = ALL_FLOWS
    return result


def write_results(result: Result, out: Path, single: bool, seen: Path) -> Totals:
    """Robot Framework's own files, JUnit's, and our pages, which report.html leads to.

    `seen`: the folder with what was seen of the menus.
    """
    coverage, matrix = report_coverage(seen, out), derive_matrix(result)
    (out / REQUIREMENTS).write_text(render_matrix(matrix), encoding="utf-8")
    suite = result.suite
    if any(row.flows for row in matrix.rows):
        suite.doc = "\n\n".join(filter(None, (suite.doc, matrix_documentation(matrix))))
    suite.metadata["Requirements"] = f"[{REQUIREMENTS}|with their flows on each car]"
    suite.metadata["Coverage"] = f"[{COVERAGE}|screens, rows and outcomes seen]"
    if (out / DIFFERENCES).is_dir():
        suite.metadata["Pictures"] = f"[{DIFFERENCES}/{PAGE}|that are not as stored]"
    result.save(out / OUTPUT)
    ResultWriter(result).write_results(
        outputdir=str(out), output=None, log=LOG, report=REPORT, xunit=None
    )
    write_junit([suite] if single else list(suite.suites), out / JUNIT)
    return coverage
