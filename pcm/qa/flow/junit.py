"""The result as JUnit's XML: one testsuite for each head unit, so that any reader understands it.

Robot Framework's own puts suites into suites, which few readers know.
"""

from pathlib import Path
from xml.etree import ElementTree

from robot.result import TestCase, TestSuite


def write_junit(suites: list[TestSuite], file: Path) -> None:
    """A testsuite for each of the suites, with all tests below it."""
    root = ElementTree.Element("testsuites")
    for suite in suites:
        root.append(_suite_element(suite))
    for name in ("tests", "failures", "skipped"):
        root.set(name, str(sum(int(element.get(name, "0")) for element in root)))
    ElementTree.indent(root)
    ElementTree.ElementTree(root).write(file, encoding="utf-8", xml_declaration=True)


def _suite_element(suite: TestSuite) -> ElementTree.Element:
    counts = suite.statistics
    element = ElementTree.Element(
        "testsuite",
        name=suite.name,
        tests=str(counts.total),
        failures=str(counts.failed),
        errors="0",
        skipped=str(counts.skipped),
        time=f"{suite.elapsed_time.total_seconds():.3f}",
    )
    if suite.start_time:
        element.set("timestamp", suite.start_time.isoformat(timespec="seconds"))
    element.extend(_test_element(test) for test in suite.all_tests)
    return element


def _test_element(test: TestCase) -> ElementTree.Element:
    element = ElementTree.Element(
        "testcase",
        classname=test.parent.full_name if test.parent else "",
        name=test.name,
        time=f"{test.elapsed_time.total_seconds():.3f}",
    )
    for kind, told in (("failure", test.failed), ("skipped", test.skipped)):
        if told:
            message = _allowed(test.message)
            first = message.splitlines()[0] if message else ""
            ElementTree.SubElement(element, kind, message=first).text = message
    return element


def _allowed(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(sign for sign in text if sign in "\t\n" or sign >= " ")
