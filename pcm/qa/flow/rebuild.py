"""The result of a job whose process crashed: what ran, by its journal, and what the crash cost."""

from datetime import timedelta
from pathlib import Path

from robot.result import Result, TestCase, TestSuite

from pcm.qa.flow.notes import TESTS, Event, read_events, read_lines

NAMELESS = "Flows"


def rebuild_output(folder: Path, output: Path) -> None:
    """Write the output.xml that the crashed processes could not."""
    whole = {line.pop("test"): line for line, _ in read_lines(folder / TESTS)}
    result, suites = Result(), dict[str, TestSuite]()
    for event in read_events(folder):
        if "tests" in event:
            _open_suite(event, result, suites)
        elif "status" in event:
            suite = suites.get(event["suite"]) or result.suite
            suite.tests.append(_test(event, whole))
        elif "problem" in event:
            result.errors.messages.create(event["problem"], event["level"])
    result.suite.name = result.suite.name or NAMELESS
    result.save(output)


def _open_suite(event: Event, result: Result, suites: dict[str, TestSuite]) -> None:
    name = event["suite"]
    if name in suites:
        return  # a later process went on with it
    parent = suites.get(event["parent"] or "")
    suite = parent.suites.create() if parent else result.suite
    suite.name, suite.doc, suite.metadata = event["name"], event["doc"], event["metadata"]
    suite.source = event["source"] or None
    suites[name] = suite


def _test(event: Event, whole: dict[str, Event]) -> TestCase:
    if event["test"] in whole:
        return TestCase.from_dict(whole[event["test"]])
    return TestCase(
        name=event["name"],
        status=event["status"],
        message=event["message"],
        tags=event.get("tags", ()),
        elapsed_time=timedelta(seconds=event["seconds"]),
    )
