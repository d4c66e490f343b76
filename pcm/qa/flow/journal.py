"""The listener of Robot Framework that keeps the journal of a job from inside its process.

It also ends a test that hangs, stops when it is told to, and ends with the one who started it.
"""

from __future__ import annotations

import faulthandler
import os
import re
import threading
from collections.abc import Iterator
from pathlib import Path

from robot import result, running
from robot.model import Message

from models.errors import nearest_hint
from pcm.headunit.verbs import VERBS
from pcm.qa.flow.notes import (
    EVENTS,
    GONE,
    STOP,
    TESTS,
    Event,
    append_event,
    read_events,
    write_line,
)
from pcm.qa.naming import NO_KEYWORD, OTHERWISE, keyword_of

STANDARD_ERROR = 2  # sys.stderr may be one of Robot Framework's, which takes no trace
_UNKNOWN = re.compile(r"No keyword with name '(.*)' found\.(?: Did you mean:((?:\n {4}.*)+))?")


class Journal:
    """The listener; `folder` is that of the job."""

    ROBOT_LISTENER_API_VERSION = 3
    ROBOT_LISTENER_PRIORITY = -1  # after the library's: tests that are not for the car are gone

    def __init__(self, folder: str, limit: str) -> None:
        self._limit = float(limit)
        self._folder = Path(folder)
        self._done = {event["test"] for event in read_events(self._folder) if "status" in event}
        self._events = (self._folder / EVENTS).open("a", encoding="utf-8")
        self._tests = (self._folder / TESTS).open("a", encoding="utf-8")
        self._stopping = False
        self._note(process=os.getpid())
        self._watch_hanging()
        threading.Thread(target=self._obey, daemon=True).start()

    def start_suite(self, data: running.TestSuite, outcome: result.TestSuite) -> None:
        """Leave out what an earlier process has done, before it crashed."""
        data.tests = [test for test in data.tests if key_of(test) not in self._done]
        data.suites = [suite for suite in data.suites if self._open_in(suite)]
        if self._stopping:
            data.tests.clear()
            data.suites.clear()
        self._note(**suite_event(data) | {"doc": outcome.doc, "metadata": dict(outcome.metadata)})
        if data.parent is None:
            self._note(ahead=[suite_event(suite) for suite in suites_in(data)])

    def end_suite(self, data: running.TestSuite, _: result.TestSuite) -> None:
        self._watch_hanging()
        self._note(closed=data.full_name)

    def start_test(self, data: running.TestCase, _: result.TestCase) -> None:
        self._watch_hanging()
        self._note(running=key_of(data), suite=data.parent.full_name, **told_of(data))

    def start_keyword(self, _: running.Keyword, outcome: result.Keyword) -> None:
        """Where a test was, should it crash; without the values, which may be secret."""
        if isinstance(outcome.parent, result.TestCase):
            self._note(step=outcome.name)

    def end_test(self, data: running.TestCase, outcome: result.TestCase) -> None:
        outcome.message = plain_message(outcome.message)
        self._tests.write(write_line({"test": key_of(data), **outcome.to_dict()}))
        self._tests.flush()
        self._note(
            test=key_of(data),
            suite=data.parent.full_name,
            name=outcome.name,
            status=outcome.status,
            message=outcome.message,
            seconds=round(outcome.elapsed_time.total_seconds(), 3),
        )
        if self._stopping:
            suite = data.parent
            suite.tests.clear()
            while suite := suite.parent:
                suite.suites.clear()

    def message(self, message: Message) -> None:
        """What Robot Framework itself has to say: a library that cannot be loaded, and the like."""
        if message.level in ("ERROR", "WARN"):
            self._note(problem=message.message, level=message.level)

    def close(self) -> None:
        faulthandler.cancel_dump_traceback_later()
        self._events.close()
        self._tests.close()

    def _open_in(self, suite: running.TestSuite) -> bool:
        return any(key_of(test) not in self._done for test in suite.all_tests)

    def _watch_hanging(self) -> None:
        """From here on so many seconds until all stacks are written and the process ends."""
        faulthandler.dump_traceback_later(self._limit, exit=True, file=STANDARD_ERROR)

    def _obey(self) -> None:
        while said := os.read(0, 1):
            self._stopping = self._stopping or said == STOP
        os._exit(GONE)

    def _note(self, **event: object) -> None:
        append_event(self._events, event)


def key_of(test: running.TestCase) -> str:
    """A name that stays the same from process to process; two tests may have the same full name."""
    return f"{test.full_name}:{test.lineno}"


def suite_event(suite: running.TestSuite) -> Event:
    """What a report must know of a suite."""
    return {
        "suite": suite.full_name,
        "parent": suite.parent.full_name if suite.parent else None,
        "name": suite.name,
        "source": str(suite.source or ""),
        "doc": suite.doc,
        "metadata": dict(suite.metadata),
        "tests": {key_of(test): told_of(test) for test in suite.tests},
    }


def suites_in(suite: running.TestSuite) -> Iterator[running.TestSuite]:
    """All that are below it, in the order in which they run."""
    for child in suite.suites:
        yield child
        yield from suites_in(child)


def told_of(test: running.TestCase) -> Event:
    return {"name": test.name, "tags": list(test.tags)}


def plain_message(message: str) -> str:
    """The words of Robot Framework for an unknown keyword in one line, as our own tools say it."""
    return _UNKNOWN.sub(_unknown_keyword, message)


def _unknown_keyword(found: re.Match[str]) -> str:
    if not found[2]:
        return f"unknown keyword {found[1]!r}{_near(found[1])}"
    near = [name.strip().removeprefix("pcm.qa.HeadUnit.") for name in found[2].strip().split("\n")]
    return f"unknown keyword {found[1]!r}; did you mean {', '.join(near)}?"


def _near(name: str) -> str:
    """Robot Framework has no near name: a verb that has another keyword, else one of ours."""
    if name.casefold() in OTHERWISE:
        return f"; did you mean {OTHERWISE[name.casefold()]}?"
    ours = [keyword_of(verb) for verb in VERBS if verb not in NO_KEYWORD]
    return "" if name.title() in ours else nearest_hint(name, ours)
