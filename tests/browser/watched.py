"""A profile of the browser of which all is noted that a user must never see or must not happen."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

from tests.browser.program import Program

PATIENCE_MS = 20_000
HERE = "127.0.0.1"
DRAWN = "() => Number(document.querySelector('canvas').dataset.version) > 0"


class Watched:
    """A fresh profile; `faults` of its pages: what the console says, what fails, what leaves us."""

    def __init__(self, browser: Browser, program: Program, **options: object) -> None:
        self.context = browser.new_context(**options)  # type: ignore[arg-type]  # as Playwright's
        self.context.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)
        self.address, self.faults = program.address, list[str]()
        self._program, self.lost = program, False  # lost: the server is away on purpose
        self.context.on("console", self._hear)
        self.context.on("weberror", lambda fault: self.faults.append(str(fault.error)))
        self.context.on("request", self._see)
        self.context.on("requestfailed", self._miss)

    def open(self, path: str = "") -> Page:
        page = self.context.new_page()
        page.goto(self.address + path)
        return page

    def open_unit(self) -> Page:
        """The page of the head unit, with its picture."""
        page = self.open()
        page.wait_for_function(DRAWN)
        return page

    def picture(self, file: Path) -> None:
        """What each page shows, beside each other's names."""
        for number, page in enumerate(self.context.pages, 1):
            page.screenshot(path=file.with_name(f"{file.name}-{number}.png"))

    def close(self) -> None:
        self.context.close()

    def _hear(self, message: ConsoleMessage) -> None:
        self._note(f"console: {message.text}")

    def _see(self, request: Request) -> None:
        place = urlsplit(request.url)
        if place.scheme in ("http", "https") and place.hostname != HERE:
            self.faults.append(f"asked for outside: {request.url}")

    def _miss(self, request: Request) -> None:
        self._note(f"failed: {request.url}: {request.failure}")

    def _note(self, fault: str) -> None:
        """Pages that have no server any more say so."""
        if not (self.lost or self._program.over):
            self.faults.append(fault)
