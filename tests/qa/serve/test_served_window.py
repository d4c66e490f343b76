"""`run_pcm.py serve` as a process: Robot's own client, curl, noise, and how it ends."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
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
        return self.process.communicate(timeout=60)[1]


@pytest.fixture
def served() -> Iterator[Served]:
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


def test_robots_own_client_drives_the_window(served: Served) -> None:
    """Among peers that say nothing, half a request, noise and too much."""
    others = [socket.create_connection(served.address) for _ in range(20)]
    for number, other in enumerate(others):
        other.sendall((b"", b"POST / HTTP/1.1\r\n", bytes(range(256)) * 20, b"x")[number % 4])
    unit = Remote(served.url)
    assert "Expect Row" in unit.get_keyword_names()
    assert unit.get_keyword_arguments("Knob") == ["direction", "steps=1"]
    unit.run_keyword("Network Is", ["abroad", "CH", "LTE"], {"bars": 3})
    unit.run_keyword("Tap", ["APPS > OPT > Login Porsche Connect"], {})
    unit.run_keyword("Tap", ["enter_pairing_code"], {})
    unit.run_keyword("Type", ["@code"], {})
    unit.run_keyword("Ok", [], {})
    unit.run_keyword("Expect State", ["user", "Giulia Bianchi"], {})
    with pytest.raises(Exception, match=r"unknown row 'Romaing'; did you mean .*\n.*On the screen"):
        unit.run_keyword("Tap", ["Romaing"], {})
    for other in others:
        other.close()
    said = served.end(signal.SIGINT)
    assert served.process.returncode == 0
    assert "Traceback" not in said
    assert served.token not in said


def test_a_wrong_token_is_refused_counted_and_said(served: Served) -> None:
    for _ in range(2):
        with pytest.raises(Exception, match="401"):
            Remote(served.url.replace(served.token, "0" * 32)).get_keyword_names()
    doc = Remote(served.url).get_keyword_documentation("__intro__")
    assert "4 x 401 Unauthorized" in doc  # Robot's client tries a second method
    said = served.end()
    assert "refused a request: wrong token (1 so far)" in said
    assert served.token not in said


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


def test_time_passes_by_itself_and_by_pass_time(served: Served) -> None:
    unit = Remote(served.url)
    first = unit.run_keyword("State", ["clock"], {})
    unit.run_keyword("Pass Time", ["2 h"], {})
    later = unit.run_keyword("State", ["clock"], {})
    assert later != first
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
