"""Measures a long run of flows: a thousand tests in one process neither grow nor slow down.

`python -m benchmarks flows` prints the table; the flows are made up here.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from robot.api import ExecutionResult

TESTS, SOME = 1000, 100
STEPS = (
    "Tap    phone",
    "Back",
    "Network Is    abroad    CH",
    "Car Speed    50",
    "Pass Time    10 min",
    "Screen Should Be    home",
    "Phone Pair",
)
USED = (
    "${used}=    Evaluate    open('/proc/self/statm').read().split()[1], time.process_time()"
    "    modules=time"
)
PAGE_KIB = 4
RATIO_BUDGET = 1.25
"""Of the last hundred tests to the second hundred: time, and memory."""


def write_flows(file: Path) -> None:
    """A thousand tests; each tells what memory and processor time its process has used."""
    body = "".join(
        f"    {step}\n" for step in (*STEPS, USED, "Set Test Message    ${used}[0] ${used}[1]")
    )
    tests = "".join(f"Flow {number}\n{body}" for number in range(1, TESTS + 1))
    head = "*** Settings ***\nLibrary    pcm.qa.HeadUnit\n\n*** Test Cases ***\n"
    file.write_text(head + tests, encoding="utf-8")


def run_flows(folder: Path) -> list[tuple[float, float]]:
    """MiB and seconds that the process had used at the end of each test."""
    write_flows(folder / "many.robot")
    command = [sys.executable, "-m", "pcm.cli", "flow", str(folder / "many.robot")]
    subprocess.run([*command, "--out", str(folder / "out")], check=True, capture_output=True)
    tests = ExecutionResult(folder / "out" / "output.xml").suite.all_tests
    words = (test.message.split() for test in tests)
    return [(int(pages) * PAGE_KIB / 1024, float(seconds)) for pages, seconds in words]


def main() -> None:
    """Measure and print."""
    with TemporaryDirectory() as folder:
        tests = run_flows(Path(folder))
    assert len(tests) == TESTS
    early, late = tests[SOME - 1 : 2 * SOME], tests[-SOME - 1 :]
    memory = [part[-1][0] for part in (early, late)]
    times = [(part[-1][1] - part[0][1]) / SOME * 1000 for part in (early, late)]
    for what, (before, after), unit in (
        ("a test of flows, early and late in 1,000", times, "ms"),
        ("memory of the process, early and late", memory, "MiB"),
    ):
        missed = "" if after / before <= RATIO_BUDGET else "MISSED"
        shown = f"{before:.1f} {after:.1f} {unit}"
        print(f"{what:<40} {shown:>16}  budget x{RATIO_BUDGET}  {missed}".rstrip())


if __name__ == "__main__":
    main()
