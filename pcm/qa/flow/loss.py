"""What a process took with it when it crashed or hung: which tests, and in what words.

Pure: works on the events of a journal.
"""

import re
import signal
from collections.abc import Iterable
from dataclasses import dataclass, field

from pcm.qa.flow.notes import Event

TRACE = re.compile(r"^(?:Fatal Python error|Timeout \(|Traceback )", re.MULTILINE)
TRACE_LINES = 40
BEFORE_ALL = "Start of the flows"
"""Stands for a test in the report, when a process ends before it has said what it will do."""


@dataclass(slots=True)
class Story:
    """What the events tell of the last process; `done` of all of them."""

    open: dict[str, Event] = field(default_factory=dict)  # suites, outer ones first
    ahead: dict[str, Event] = field(default_factory=dict)  # suites that have not begun
    done: set[str] = field(default_factory=set)
    running: Event | None = None
    step: str = ""

    def hear(self, event: Event) -> None:
        match event:
            case {"process": _}:
                self.open, self.ahead, self.running = {}, {}, None
            case {"ahead": suites}:
                self.ahead = {suite["suite"]: suite for suite in suites}
            case {"tests": _, "suite": suite}:
                self.open[suite] = event
                self.ahead.pop(suite, None)
            case {"closed": suite}:
                self.open.pop(suite, None)
            case {"running": _}:
                self.running, self.step = event, ""
            case {"step": step}:
                self.step = step
            case {"status": _, "test": test}:
                self.done.add(test)
                self.running = None

    def rest_of(self, suite: Event) -> list[Event]:
        """The key, suite, name and tags of each of its tests that are still to be done."""
        return [
            {"test": key, "suite": suite["suite"], **told}
            for key, told in suite["tests"].items()
            if key not in self.done
        ]


def derive_loss(events: Iterable[Event], why: str, trace: str) -> list[Event]:
    """What is to be noted: the tests that have failed with the process, and suites that they need.

    That is the test that ran, else the rest of the suite that was open, whose setup was at work,
    else the suite that came next, which was being loaded; nothing when that was all.
    """
    story = Story()
    for event in events:
        story.hear(event)
    suites, tests = _lost(story)
    words = why + (f" in the keyword {story.step}" if story.running and story.step else "")
    message = "\n".join(filter(None, (words, trace)))
    return suites + [
        {**test, "status": "FAIL", "message": message, "seconds": 0.0} for test in tests
    ]


def _lost(story: Story) -> tuple[list[Event], list[Event]]:
    """Suites, and tests."""
    if told := story.running:
        names = ("suite", "name", "tags")
        return [], [{name: told[name] for name in names} | {"test": told["running"]}]
    for suite in reversed(story.open.values()):
        if rest := story.rest_of(suite):
            return [], rest
    for name, suite in story.ahead.items():
        if rest := story.rest_of(suite):
            outer = [each for each in story.ahead if f"{name}.".startswith(f"{each}.")]
            return [story.ahead[each] for each in outer], rest
    name = next(iter(story.open), "")
    key = f"{name}.{BEFORE_ALL}"
    if key in story.done:
        return [], []
    return [], [{"test": key, "suite": name, "name": BEFORE_ALL, "tags": []}]


def why_ended(status: int, said: str) -> str:
    """How a process ended that did not come to its end."""
    if hung := re.search(r"^Timeout \((\d+):(\d+):(\d+)", said, re.MULTILINE):
        hours, minutes, seconds = map(int, hung.groups())
        return f"hung for {hours * 3600 + minutes * 60 + seconds} s"
    if status >= 0:
        return f"crashed: the process ended with status {status}"
    try:
        name = f" ({signal.Signals(-status).name})"
    except ValueError:
        name = ""
    return f"crashed: signal {-status}{name}"


def crash_trace(said: str) -> str:
    """Python's own trace in what a process said, the first lines of it."""
    found = TRACE.search(said)
    return "\n".join(said[found.start() :].splitlines()[:TRACE_LINES]) if found else ""
