"""With a port to outside the process the console serves it while nobody types."""

import io
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from connectivity.at.serial_channel import SerialChannel
from connectivity.can.log import read_log
from connectivity.ports import KEEP_S, pause_between, wait_for
from models.catalogue import find_car
from pcm.console.console import run_console
from pcm.headunit.session import Session
from tests.echo_port import Echo
from tools.environment import ROOT


def session_with(echo: Echo) -> Session:
    return Session(find_car("718-982", 2020), 2020, ports=(echo,))


def ask(echo: Echo, got: list[bytes]) -> None:
    echo.program.sendall(b"ping")
    got.append(echo.program.recv(100))


def test_ports_are_served_while_the_console_waits_for_a_line(echo: Echo) -> None:
    read, write = os.pipe()
    got: list[bytes] = []

    def type_lines() -> None:
        with os.fdopen(write, "w") as keyboard:
            for line in ("state car", "state year"):
                ask(echo, got)
                print(line, file=keyboard, flush=True)
            ask(echo, got)

    typist, out = threading.Thread(target=type_lines), io.StringIO()
    typist.start()
    with os.fdopen(read) as lines:
        status = run_console(session_with(echo), lines, out, prompt=False)
    typist.join()
    assert status == 0
    assert out.getvalue().splitlines()[-2:] == ["718-982", "2020"]
    assert got == [b"ping"] * 3


def test_wait_serves_the_ports_and_lets_real_time_go_by(echo: Echo) -> None:
    session, got = session_with(echo), list[bytes]()
    program = threading.Thread(target=ask, args=(echo, got))
    program.start()
    run_console(session, io.StringIO("wait 0.2 s\n"), io.StringIO(), prompt=False)
    program.join()
    assert got == [b"ping"]
    assert session.unit.state.now >= 0.2


def test_without_ports_wait_is_pass() -> None:
    session = Session(find_car("718-982", 2020), 2020)
    assert session.do("wait 10 min").text == "10:52"


def test_waiting_ends_with_input(echo: Echo) -> None:
    echo.program.sendall(b"x")
    wait_for((echo,), 3600.0)
    echo.serve()
    assert echo.program.recv(10) == b"x"


def test_a_modem_that_is_gone_costs_no_polling() -> None:
    pty = pytest.importorskip("pty")
    master, slave = pty.openpty()
    modem = SerialChannel(os.ttyname(slave))
    os.close(slave)
    os.close(master)
    modem.serve()
    assert modem.gone
    assert pause_between((modem,)) == KEEP_S
    wait_for((modem,), 0.0)
    modem.close()


@pytest.mark.skipif(sys.platform == "win32", reason="ends a program without asking")
def test_a_program_that_is_asked_to_end_leaves_a_whole_log(tmp_path: Path) -> None:
    log = tmp_path / "drive.blf"
    with subprocess.Popen(
        [sys.executable, "-m", "pcm.cli", "--console", "--can-log", str(log)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as program:  # fmt: skip
        assert program.stdin
        assert program.stdout
        print("pass 2 s", "state car", sep="\n", file=program.stdin, flush=True)
        while "718-982" not in program.stdout.readline():
            pass
        program.terminate()
        assert program.wait() == 128 + signal.SIGTERM
    assert len(list(read_log(log))) > 100
