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
    """What the events tell."""

    open: dict[str, dict[str, Event]] = field(default_factory=dict)  # suite -> its tests
    done: set[str] = field(default_factory=set)
    running: Event | None = None
    step: str = ""

    def hear(self, event: Event) -> None:
        match event:
            case {"tests": tests, "suite": suite}:
                self.open[suite] = tests
            case {"closed": suite}:
                self.open.pop(suite, None)
            case {"running": _}:
                self.running, self.step = event, ""
            case {"step": step}:
                self.step = step
            case {"status": _, "test": test}:
                self.done.add(test)
                self.running = None


def derive_loss(events: Iterable[Event], why: str, trace: str) -> list[Event]:
    """The tests that have failed with the process: the one that ran, else the rest of the suite
    that was open, whose setup was at work; none when that was all.
    """
    story = Story()
    for event in events:
        story.hear(event)
    words = why + (f" in the keyword {story.step}" if story.running and story.step else "")
    message = "\n".join(filter(None, (words, trace)))
    return [{**test, "status": "FAIL", "message": message, "seconds": 0.0} for test in _lost(story)]


def _lost(story: Story) -> list[Event]:
    """The key, suite, name and tags of each."""
    if story.running:
        told = story.running
        return [
            {name: told[name] for name in ("suite", "name", "tags")} | {"test": told["running"]}
        ]
    for suite, tests in reversed(story.open.items()):
        rest = [
            {"test": key, "suite": suite, **told}
            for key, told in tests.items()
            if key not in story.done
        ]
        if rest:
            return rest
    suite = next(reversed(story.open), "")
    key = f"{suite}.{BEFORE_ALL}"
    if key in story.done:
        return []
    return [{"test": key, "suite": suite, "name": BEFORE_ALL, "tags": []}]


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
