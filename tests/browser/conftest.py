"""One browser, a program for each test that asks, and a twin that knows where things are drawn."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from PySide6.QtGui import QGuiApplication

from tests.browser.program import Program
from tests.browser.twin import Twin
from tests.browser.watched import Watched
from tests.web import chromium

RESULTS = Path("results", "browser")
FAILED = pytest.StashKey[bool]()
Start = Callable[..., Program]
Profile = Callable[..., Watched]
Touch = Callable[[Page, str, int], Twin]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of them need the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(chromium.needed)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[FAILED] = report.failed
    return report


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with chromium.open_chromium() as browser:
        yield browser


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program with options."""
    programs: list[Program] = []

    def begin(*options: str) -> Program:
        programs.append(Program(tmp_path, *options))
        return programs[-1]

    yield begin
    for program in programs:
        program.close()


@pytest.fixture
def profile(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Profile]:
    """Opens a profile of the browser before a program; what is wrong in one fails the test."""
    opened: list[Watched] = []

    def open_one(program: Program, **options: object) -> Watched:
        opened.append(Watched(browser, program, **options))
        return opened[-1]

    yield open_one
    if request.node.stash.get(FAILED, False):
        RESULTS.mkdir(parents=True, exist_ok=True)
        for number, watched in enumerate(opened, 1):
            watched.picture(RESULTS / f"{request.node.name}-{number}")
    faults = [fault for watched in opened for fault in watched.faults]
    for watched in opened:
        watched.close()
    assert faults == []


@pytest.fixture
def touch(qapp: QGuiApplication) -> Iterator[Touch]:
    """A finger on the picture of a page that shows this car."""
    twins: list[Twin] = []

    def lay(page: Page, car: str, year: int) -> Twin:
        twins.append(Twin(page, car, year))
        return twins[-1]

    yield lay
    for twin in twins:
        twin.close()
