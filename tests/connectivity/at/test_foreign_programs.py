"""Programs that nobody here wrote use the modem of a running head unit: gammu and comgt."""

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from connectivity.outside.profiles import load_world
from tools.environment import ROOT

NEEDS_GAMMU = pytest.mark.skipif(
    shutil.which("gammu") is None, reason="no gammu here (Debian: gammu)"
)
NEEDS_COMGT = pytest.mark.skipif(
    shutil.which("comgt") is None, reason="no comgt here (Debian: comgt)"
)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals here")


class RunningUnit:
    """`run_pcm.py --console` with a modem port of each kind; verbs in, their answers out."""

    def __init__(self) -> None:
        options = ("--console", "--memory", "none", "--modem-port", "--modem-port", "tcp:0")
        command = [sys.executable, "-m", "pcm.cli", "--car", "718-982", *options]
        self._process = subprocess.Popen(
            command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert self._process.stdin
        assert self._process.stdout
        self._in, self._out = self._process.stdin, self._process.stdout
        self.path, self.url = (self._line().removeprefix("modem: ") for _ in range(2))
        self.do("state sim", until="absent")

    def _line(self) -> str:
        return self._out.readline().rstrip("\n")

    def do(self, verb: str, until: str = "") -> str:
        """The first line of a verb's answer, or the first that is `until`."""
        self._in.write(f"{verb}\n")
        self._in.flush()
        line = self._line()
        while until and line != until:
            assert line or self._process.poll() is None, "it ended"
            line = self._line()
        return line

    def close(self) -> None:
        self._in.close()
        self._process.wait()
        self._out.close()


@pytest.fixture
def unit() -> Iterator[RunningUnit]:
    running = RunningUnit()
    yield running
    running.close()


@pytest.fixture
def open_unit(unit: RunningUnit) -> RunningUnit:
    """With a card whose PIN is entered."""
    unit.do("sim insert no_pin")
    assert unit.do("state sim") == "ready"
    return unit


def gammu(unit: RunningUnit, place: Path, *words: str, text: str = "") -> str:
    """What gammu prints; it must succeed."""
    settings = place / "gammurc"
    settings.write_text(f"[gammu]\ndevice = {unit.path}\nconnection = at\n", "utf-8")
    command = ["gammu", "-c", str(settings), *words]
    done = subprocess.run(command, input=text, capture_output=True, text=True)
    assert done.returncode == 0, f"{words}: {done.stdout} {done.stderr}"
    return done.stdout


@NEEDS_GAMMU
def test_gammu_identifies_modem_and_network(open_unit: RunningUnit, tmp_path: Path) -> None:
    found = gammu(open_unit, tmp_path, "--identify")
    assert "Emulated modem" in found
    assert "IMEI" in found
    found = gammu(open_unit, tmp_path, "--networkinfo")
    assert "home network" in found
    assert open_unit.do("state operator") in found
    assert "GPRS                 : attached" in found


@NEEDS_GAMMU
def test_a_pin_entered_in_gammu_opens_the_card_on_the_screen(
    unit: RunningUnit, tmp_path: Path
) -> None:
    unit.do("sim insert standard")
    assert unit.do("state overlay") == "sim_pin"
    assert "Waiting for PIN" in gammu(unit, tmp_path, "--getsecuritystatus")
    pin = next(sim.pin for sim in load_world().sims if sim.name == "standard")
    gammu(unit, tmp_path, "--entersecuritycode", "PIN", pin)
    assert unit.do("state sim") == "ready"
    assert unit.do("state overlay") == "none"


@NEEDS_GAMMU
def test_gammu_sends_a_text_and_lists_what_came(open_unit: RunningUnit, tmp_path: Path) -> None:
    words = ("--sendsms", "TEXT", "+393351234567")
    gammu(open_unit, tmp_path, *words, text="Ciao dal banco")
    assert "Ciao dal banco" in open_unit.do("sms sent")
    open_unit.do('sms in "Sono in ritardo"')
    assert "Sono in ritardo" in gammu(open_unit, tmp_path, "--getallsms")
    assert open_unit.do("state unread") == "1"


@NEEDS_GAMMU
def test_a_second_program_is_not_disturbed(open_unit: RunningUnit, tmp_path: Path) -> None:
    host, number = open_unit.url.removeprefix("socket://").split(":")
    with socket.create_connection((host, int(number))) as client:
        client.sendall(b"ATE0\r")
        assert heard(client, b"OK\r\n") == b"ATE0\r\r\nOK\r\n"
        client.sendall(b"AT+CG")  # half a line, while gammu works
        assert "home network" in gammu(open_unit, tmp_path, "--networkinfo")
        client.sendall(b"MI\r")
        assert heard(client, b"OK\r\n") == b"\r\nPCM Simulator\r\n\r\nOK\r\n"


def heard(client: socket.socket, until: bytes) -> bytes:
    came = b""
    while until not in came:
        data = client.recv(4096)
        assert data, f"closed after {came!r}"
        came += data
    return came


@NEEDS_COMGT
def test_comgt_measures_the_signal_and_finds_the_network(open_unit: RunningUnit) -> None:
    for words, expected in (("sig", "Signal Quality: 24,99"), ("reg", "home network")):
        command = ["comgt", "-d", open_unit.path, words]
        done = subprocess.run(command, capture_output=True, text=True)
        assert expected.casefold() in done.stdout.casefold(), done.stdout
