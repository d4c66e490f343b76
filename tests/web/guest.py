"""The program with --web in a process of its own, and a browser that finds fault with its pages."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request

PATIENCE_MS = 15_000
HERE = ("127.0.0.1", "localhost")


@contextmanager
def served(home: Path, *options: str, port: str = "0") -> Iterator[str]:
    """The program as a new user has it, with --web; its address. It must end without a word."""
    command = [sys.executable, "-m", "pcm.cli", "--web", "--port", port, *options]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home)},
    ) as process:
        assert process.stdout
        try:
            yield process.stdout.readline().removeprefix("web: ").strip()
        finally:
            process.send_signal(signal.SIGINT)
            assert process.communicate(timeout=60)[1] == ""


class Guest:
    """Somebody with a browser of his own; what goes wrong in it is kept in `faults`."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._context: BrowserContext = browser.new_context(viewport={"width": 1400, "height": 900})
        self._context.set_default_timeout(PATIENCE_MS)
        self._address = address
        self.faults: list[str] = []

    def open(self, path: str = "") -> Page:
        """A page of the program in a new tab."""
        page = self._context.new_page()
        page.on("console", lambda message: self.faults.append(message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", self._note_foreign)
        page.goto(self._address + path)
        return page

    def close(self) -> None:
        self._context.close()
        assert self.faults == []

    def _note_foreign(self, request: Request) -> None:
        """Nothing is fetched from anywhere else."""
        where = urlsplit(request.url)
        if where.scheme in ("http", "https", "ws") and where.hostname not in HERE:
            self.faults.append(f"asked of {where.hostname}")
