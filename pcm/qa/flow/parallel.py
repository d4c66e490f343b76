"""Jobs side by side: pabot hands them out to as many processes as were asked for.

pabot gives out suites times argument files. One process for each head unit keeps the cost of
starting low, so pabot sees one suite that stands in for all, and an argument file for each job;
what it starts for them is our supervisor. Its own words stay in its log, its results unused.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from pcm.qa.flow.job import ARGUMENTS, LOOK_EVERY_S, ROOT, Job, Look

STAND_IN = "*** Test Cases ***\nStand In\n    No Operation\n"
LOG = "pabot.log"


def run_jobs(jobs: Sequence[Job], processes: int, work: Path, look: Look) -> None:
    """Carry all jobs out; a job without an output.xml afterwards was not begun."""
    suite = work / "queue.robot"
    suite.write_text(STAND_IN, encoding="utf-8")
    files = [
        word
        for number, job in enumerate(jobs, 1)
        for word in (f"--argumentfile{number}", str(job.folder / ARGUMENTS))
    ]
    supervisor = [sys.executable, "-P", "-m", "pcm.qa.flow.job"]
    command = [sys.executable, "-P", "-m", "pabot.pabot", "--processes", str(processes)]
    command += ["--no-pabotlib", "--no-rebot", "--pabotconsole", "none"]
    command += ["--command", *supervisor, "--end-command", *files]
    command += ["--outputdir", str(work / "pabot"), str(suite)]
    with (work / LOG).open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            command,
            cwd=work,  # pabot leaves a file with the names of suites behind
            stdin=subprocess.PIPE,  # its end tells the supervisors that we are gone
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            start_new_session=True,  # Ctrl-C is for us alone: pabot would kill what runs
        )
    with process:
        while process.returncode is None:
            with suppress(subprocess.TimeoutExpired):
                process.wait(LOOK_EVERY_S)
            look()
