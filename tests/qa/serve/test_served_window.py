"""`run_pcm.py serve` as a process: Robot's own client, curl, noise, and how it ends."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from robot.errors import RemoteError
from robot.libraries.Remote import Remote

from tests.console.program import run
from tools.environment import ROOT

CAR = ("--car", "718-982", "--year", "2019", "--language", "en")
UNSEEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


class Served:
    """A window that is driven from here."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout is not None
        self.process = process
        line = process.stdout.readline()
        assert line.startswith("serve: http://pcm:"), line
        self.url = line.removeprefix("serve: ").strip()
        self.token, _, place = self.url.removeprefix("http://pcm:").partition("@")
        self.address = ("127.0.0.1", int(place.rpartition(":")[2]))

    def end(self, how: signal.Signals = signal.SIGTERM) -> str:
        """Ask it to end; what it said on standard error."""
        self.process.send_signal(how)
        return self.process.communicate()[1]


@contextmanager
def serving() -> Iterator[Served]:
    """Its process; killed at the end if it still runs."""
    command = [sys.executable, "-m", "pcm.cli", "serve", *CAR]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **UNSEEN},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Served(process)
        finally:
            process.kill()


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with serving() as made:
        yield made


def client(url: str) -> Any:
    """Robot's own; it has no types."""
    return Remote(url)  # type: ignore[no-untyped-call]


def run_keyword(url: str, name: str, *cells: str) -> Any:
    return client(url).run_keyword(name, cells, {})


def test_robots_own_client_drives_the_window() -> None:
    """Among peers that say nothing, half a request, noise and too much; then Ctrl-C."""
    with serving() as made:
        others = [socket.create_connection(made.address) for _ in range(20)]
        for number, other in enumerate(others):
            other.sendall((b"", b"POST / HTTP/1.1\r\n", bytes(range(256)) * 20, b"x")[number % 4])
        unit = client(made.url)
        assert "Expect Row" in unit.get_keyword_names()
        assert unit.get_keyword_arguments("Knob") == ["direction", "steps=1"]
        unit.run_keyword("Network Is", ["abroad", "CH", "LTE"], {"bars": 3})
        run_keyword(made.url, "Tap", "APPS > OPT > Login Porsche Connect")
        run_keyword(made.url, "Tap", "enter_pairing_code")
        run_keyword(made.url, "Type", "@code")
        run_keyword(made.url, "Ok")
        run_keyword(made.url, "Expect State", "user", "Giulia Bianchi")
        trace = run_keyword(made.url, "Trace")
        assert '"verb": "key OPT"' in trace  # the way there by touch
        assert trace.count('"verb": "type ***"') == 8
        with pytest.raises(RemoteError, match=r"unknown row 'Romaing'[^\n]*\nOn the screen"):
            run_keyword(made.url, "Tap", "Romaing")
        for other in others:
            other.close()
        said = made.end(signal.SIGINT)
    assert made.process.returncode == 0
    assert "Traceback" not in said
    assert made.token not in said


def test_a_wrong_token_is_refused_counted_and_said() -> None:
    with serving() as made:
        with pytest.raises(RuntimeError, match="401"):
            client(made.url.replace(made.token, "0" * 32)).get_keyword_names()
        doc = client(made.url).get_keyword_documentation("__intro__")
        said = made.end(signal.SIGTERM)
    assert "2 x 401 Unauthorized" in doc  # Robot's client tries a second method
    assert "refused a request: wrong token (1 so far)" in said
    assert made.token not in said
    assert made.process.returncode == 0


def test_nobody_can_read_the_token_from_the_list_of_processes(served: Served) -> None:
    if not Path("/proc").is_dir():
        pytest.skip("no /proc here")
    folder = Path("/proc", str(served.process.pid))
    for name in ("cmdline", "environ"):
        assert served.token.encode() not in (folder / name).read_bytes()


def test_the_example_for_a_shell_links_the_car(served: Served) -> None:
    if not shutil.which("curl"):
        pytest.skip("no curl here")
    done = subprocess.run(
        ["sh", str(ROOT / "docs" / "examples" / "drive.sh")],
        env={**os.environ, "PCM_URL": served.url},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "Giulia Bianchi" in done.stdout.splitlines()
    assert "== APPS > OPT > Login Porsche Connect ==" in done.stdout


def test_pass_time_moves_the_clock_of_the_window(served: Served) -> None:
    first = run_keyword(served.url, "State", "clock")
    run_keyword(served.url, "Pass Time", "2 h")
    later = run_keyword(served.url, "State", "clock")
    assert int(later[:2]) == (int(first[:2]) + 2) % 24


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--port", "70000"], "'70000' is no port from 1 to 65535"),
        (["--port", "x"], "'x' is no port"),
        (["--car", "718-9999"], "unknown car '718-9999'; did you mean 718-982"),
        (["--prot", "1"], "unknown option --prot; did you mean --port"),
    ],
)
def test_wrong_use_is_one_line(arguments: list[str], words: str) -> None:
    done = run("serve", *arguments, env=UNSEEN)
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert words in done.err


def test_a_port_in_use_is_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("serve", "--port", str(port), env=UNSEEN)
    assert done.status == 2
    assert done.err == f"pcm: --port: port {port} is in use by another program\n"
