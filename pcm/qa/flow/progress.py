"""What a person at a terminal sees of running flows: a line for each test as it ends.

Reads the journals, so it is the same whether one process works or many.
"""

from pathlib import Path
from typing import TextIO

from pcm.qa.coverage import Totals
from pcm.qa.flow.notes import EVENTS, Event, read_lines

MARGIN = 6
FEW_CARS = 3
ERASE_LINE = "\r\x1b[K"


class Progress:
    """Tells of all jobs; `names`: folder of a job -> how its lines begin."""

    def __init__(self, names: dict[Path, str], total: int, out: TextIO) -> None:
        self._names, self._total, self._out = names, total, out
        self._counts = out.isatty()
        self._read = dict.fromkeys(names, 0)
        self._suites: dict[tuple[Path, str], str] = {}
        self._problems: set[str] = set()
        self.ended = self.failed = 0

    def look(self) -> None:
        """Tell what is new."""
        for folder in self._names:
            for event, place in read_lines(folder / EVENTS, self._read[folder]):
                self._read[folder] = place
                self._hear(folder, event)
        self._out.flush()

    def close(self) -> None:
        """All tests have ended; what is said now stands alone."""
        if self._counts:
            self._out.write(ERASE_LINE)
        self._counts = False
        self._out.flush()

    def say(self, *lines: str) -> None:
        """Lines above the running count."""
        erase = ERASE_LINE if self._counts else ""
        self._out.write(erase + "".join(f"{line}\n" for line in lines))
        if self._counts:
            failed = f", {self.failed} failed" if self.failed else ""
            self._out.write(f"{self.ended} of {self._total}{failed}")

    def _hear(self, folder: Path, event: Event) -> None:
        if "tests" in event:
            self._suites[folder, event["suite"]] = event["name"] if event["parent"] else ""
        elif "status" in event:
            self._tell_test(folder, event)
        elif "problem" in event:
            words = event["problem"].splitlines()[0]
            if words not in self._problems:
                self._problems.add(words)
                self.say(f"{event['level']:<{MARGIN}}{words}")

    def _tell_test(self, folder: Path, event: Event) -> None:
        self.ended += 1
        self.failed += event["status"] == "FAIL"
        place = (self._names[folder], self._suites.get((folder, event["suite"]), ""), event["name"])
        lines = [f"{event['status']:<{MARGIN}}{' | '.join(filter(None, place))}"]
        if event["status"] != "PASS" and event["message"]:
            lines.append(" " * MARGIN + event["message"].splitlines()[0])
        self.say(*lines)


def coverage_words(totals: Totals) -> str:
    """The table of a few cars, of many the sum."""
    lines = totals.text.splitlines()
    if len(totals.cars) <= FEW_CARS:
        return "\n".join(lines)
    sum_ = len(totals.cars) + 1
    return "\n".join([lines[0], *lines[sum_:]])


def count_words(passed: int, failed: int, skipped: int) -> str:
    """`812 tests, 810 passed, 2 failed`."""
    total = passed + failed + skipped
    words = [f"{total} test{'' if total == 1 else 's'}", f"{passed} passed", f"{failed} failed"]
    return ", ".join(words + ([f"{skipped} skipped"] if skipped else []))
