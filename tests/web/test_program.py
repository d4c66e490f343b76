"""The program as users start it for browsers: what it prints, how it ends, what it never tells."""

import http.client
import os
import re
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from urllib.parse import urlencode

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from connectivity.outside.profiles import load_world
from pcm.cli.run import run
from tests.web.site import HERE

COMMAND = [sys.executable, "-m", "pcm.cli", "--memory", "none", "--port", "0"]
PATIENCE_S = 60
SERVICE_RESTART = 1012


@contextmanager
def started(*options: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [*COMMAND, *options],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | environment,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def port_of(process: subprocess.Popen[str]) -> int:
    """Where it serves, as it prints it."""
    assert process.stdout
    for line in process.stdout:
        if found := re.fullmatch(r"(?:web|My Porsche): http://127\.0\.0\.1:(\d+)/\S*\n", line):
            return int(found[1])
    raise AssertionError("no address was printed")


def test_without_a_display_it_is_the_browsers() -> None:
    without = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    with started(**without) as process:
        assert process.stdout
        first = process.stdout.readline()
        assert first.startswith("No display: a browser shows the head unit; --console ")
        assert port_of(process)


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_and_tells_who_looks_on(asked: signal.Signals) -> None:
    with started("--web") as process:
        at = f"{HERE}:{port_of(process)}"
        with (
            looking_on(at, "/display") as viewer,
            looking_on(at, "/my-porsche/changes") as reader,
            socket.create_connection((HERE, int(at.rpartition(":")[2]))) as half,
        ):
            half.sendall(b"GET / HT")
            viewer.recv(timeout=PATIENCE_S)
            process.send_signal(asked)
            for page in (viewer, reader):
                with suppress(ConnectionClosed):
                    while True:
                        page.recv(timeout=PATIENCE_S)
                assert page.close_code == SERVICE_RESTART
        assert process.communicate(timeout=PATIENCE_S)[1] == ""
        assert process.returncode == 0


@contextmanager
def looking_on(at: str, path: str) -> Iterator[ClientConnection]:
    with connect(f"ws://{at}{path}", origin=Origin(f"http://{at}"), compression=None) as page:
        yield page


VANISHED = 25


def test_browsers_that_vanish_are_no_fault() -> None:
    """In the middle of what they say, and of what they are told."""
    cut = struct.pack("ii", 1, 0)  # closing says nothing more, as a computer that is switched off
    with started("--web") as process:
        at = f"{HERE}:{port_of(process)}"
        for turn in range(VANISHED):
            for path in ("/display", "/my-porsche/changes"):
                with suppress(ConnectionClosed), looking_on(at, path) as page:
                    for _ in range(turn % 4):
                        page.send(b"{" if turn % 2 else "{")
                    page.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, cut)
                    page.socket.close()
        process.send_signal(signal.SIGINT)
        told = process.communicate(timeout=PATIENCE_S)[1].splitlines()
    assert told
    assert all(line.startswith("pcm: web: refused: malformed message") for line in told), told


def test_no_secret_is_told() -> None:
    owner = load_world().owner
    with started("--web", "--car", "taycan-j1") as process:
        visitor = Visitor(port_of(process))
        for password in ("an odd guess", owner.password):
            visitor.send("/my-porsche/sign-in", email=owner.email, password=password)
        assert owner.name in visitor.open("/my-porsche")
        visitor.send("/my-porsche/security-code", code="4711", again="4711")
        process.send_signal(signal.SIGINT)
        told = "".join(process.communicate(timeout=PATIENCE_S))
    assert "a wrong password at My Porsche" in told
    for secret in (owner.password, "an odd guess", "4711"):
        assert secret not in told
        assert not any(secret in page for page in visitor.pages)


class Visitor:
    """A browser without scripts: keeps its cookie and all it was shown."""

    def __init__(self, port: int) -> None:
        self._port, self._cookie = port, ""
        self.pages: list[str] = []

    def open(self, path: str) -> str:
        return self._ask("GET", path, None)

    def send(self, path: str, **fields: str) -> str:
        """Fill in the form of this page."""
        found = re.search(r'name="csrf" value="(\w+)"', self.open(path))
        assert found
        return self._ask("POST", path, urlencode({"csrf": found[1], **fields}))

    def _ask(self, method: str, path: str, body: str | None) -> str:
        headers = {
            "Cookie": self._cookie,
            "Origin": f"http://{HERE}:{self._port}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        with closing(http.client.HTTPConnection(HERE, self._port, timeout=PATIENCE_S)) as line:
            line.request(method, path, body, headers)
            answer = line.getresponse()
            page = str(answer.headers) + answer.read().decode()
        assert answer.status < 400, page
        if cookie := answer.headers["set-cookie"]:
            self._cookie = cookie.partition(";")[0]
        self.pages.append(page)
        return page


def test_a_port_that_another_program_has_is_one_line() -> None:
    with started("--web") as first:
        port = port_of(first)
        with started("--web", "--port", str(port)) as second:
            _, said = second.communicate(timeout=PATIENCE_S)
            assert second.returncode == 2
    assert said == (
        f"pcm: --port: port {port} is in use by another program; name another one, 0 takes a free"
        " one\n"
    )


WRONG = {
    "--web --console": "--web is a face of its own: without --console",
    "lesson link --presenter --web": "--presenter is for the window alone",
    "lesson link --presenter --console": "--presenter is for the window alone",
    "--console --listen 192.0.2.1": "--listen lets others at the head unit in the browser",
    "--console --port 8000": "--port is where browsers find it: with --web or --my-porsche",
    "--web --port 80000": "argument --port: '80000' is no port from 1 to 65535",
    "--web --listen banana": "--listen: 'banana' is no IP address",
    "--web --prot 8000": "unknown option --prot; did you mean --port",
}


def status_of(line: str) -> object:
    try:
        return run(line.split())
    except SystemExit as ended:
        return ended.code


@pytest.mark.parametrize("line", WRONG)
def test_what_does_not_go_is_one_line(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(line) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"pcm: {WRONG[line]}")
    assert said.count("\n") == 1


def test_only_who_serves_loads_the_server() -> None:
    script = (
        "import sys, pcm.cli.run, pcm.ui.app, pcm.console.console\n"
        "print([name for name in ('starlette', 'uvicorn', 'websockets', 'segno')"
        " if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
