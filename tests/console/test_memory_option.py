"""The option --memory and the user's data folder, as processes see them."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pcm.cli.arguments import build_parser
from pcm.cli.desk import open_session
from pcm.cli.memory_files import chosen_memory, data_folder
from tests.console.program import console, run
from tools.environment import ROOT

SET = "volume up 3\ntap SOUND\n"
FOUND = "expect screen sound\n"


def test_a_named_memory_survives_the_process(tmp_path: Path) -> None:
    memory = str(tmp_path / "car.sqlite")
    assert console(SET, "--memory", memory).status == 0
    assert console(FOUND, "--memory", memory).status == 0
    assert [path.name for path in tmp_path.iterdir()] == ["car.sqlite"]


@pytest.mark.parametrize("arguments", [(), ("--memory", "none")])
def test_a_script_starts_as_delivered(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    env = {"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}
    for _ in range(2):
        done = console("expect screen home\n" + SET, *arguments, env=env)
        assert done.status == 0
    assert list(tmp_path.iterdir()) == []


def test_a_shot_keeps_nothing(tmp_path: Path) -> None:
    env = {"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}
    assert run("shot", str(tmp_path / "home.png"), env=env).status == 0
    assert list(tmp_path.rglob("*.sqlite")) == []


def test_an_interactive_console_has_the_memory_of_its_car(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    pty = pytest.importorskip("pty")
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "pcm.cli", "--console", "--year", "2020", "--country", "DE"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=slave, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        os.close(slave)
        os.write(master, (SET + "quit\n").encode())
        _, err = process.communicate(timeout=60)
    os.close(master)
    assert (process.returncode, err) == (0, b"")
    folder = tmp_path / "pcm-simulator"
    assert [path.name for path in folder.iterdir()] == ["718-982-2020-DE.sqlite"]
    args = build_parser().parse_args(["--year", "2020", "--country", "DE"])
    session = open_session(args, chosen_memory(None, True, print))
    assert session.screen.id == "sound"
    session.close()


def test_another_car_lies_beside_the_named_file(tmp_path: Path) -> None:
    memory = str(tmp_path / "car.sqlite")
    assert console(f"model taycan-j1 2024\n{SET}", "--memory", memory).status == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["car-taycan-j1-2024-IT.sqlite", "car.sqlite"]
    assert console(f"model taycan-j1 2024\n{FOUND}", "--memory", memory).status == 0


def test_the_remembered_language_gives_way_to_the_one_asked_for(tmp_path: Path) -> None:
    memory = str(tmp_path / "car.sqlite")
    console("language de\n", "--memory", memory)
    assert "TELEFON" in console("tap PHONE\nscreen\n", "--memory", memory).out.upper()
    args = ["--memory", memory, "--language", "fr"]
    session = open_session(build_parser().parse_args(args), chosen_memory(memory, False, print))
    assert session.unit.state.language == "fr"
    session.close()


def test_two_programs_on_one_file(tmp_path: Path) -> None:
    memory = str(tmp_path / "car.sqlite")
    command = [sys.executable, "-m", "pcm.cli", "--console", "--memory", memory]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdin
        assert first.stdout
        first.stdin.write("volume up 3\nstate sim\n")
        first.stdin.flush()
        while first.stdout.readline() != "absent\n":
            pass
        second = console("volume up 1\ntap SOUND\nexpect screen sound\n", "--memory", memory)
        assert second.status == 0
        assert second.err == (
            f"pcm: Another program uses the memory car.sqlite: nothing is kept [{memory}]\n"
        )
        first.communicate("tap SOUND\n", timeout=60)
    assert console(FOUND, "--memory", memory).status == 0


def test_a_killed_program_has_kept_what_it_answered(tmp_path: Path) -> None:
    memory = str(tmp_path / "car.sqlite")
    command = [sys.executable, "-m", "pcm.cli", "--console", "--memory", memory]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(SET + "state sim\n")
        process.stdin.flush()
        while process.stdout.readline() != "absent\n":
            pass
        process.send_signal(signal.SIGTERM)
    assert console(FOUND, "--memory", memory).status == 0


@pytest.mark.parametrize(
    ("memory", "words"),
    [
        ("{folder}", "cannot be used: nothing is kept"),
        ("{folder}/nowhere/car.sqlite", "No such file or directory"),
        ("/dev/full", "nothing is kept"),
        ("/proc/version", "nothing is kept"),
    ],
)
def test_a_memory_that_cannot_be_is_one_line(tmp_path: Path, memory: str, words: str) -> None:
    done = console(SET + FOUND, "--memory", memory.format(folder=tmp_path))
    assert done.status == 0
    assert len(done.err.splitlines()) == 1
    assert words in done.err


@pytest.mark.parametrize("memory", ["", " ", "a\0b"])
def test_a_name_that_is_none_is_wrong_use(memory: str, capsys: pytest.CaptureFixture[str]) -> None:
    from pcm.cli import main

    assert main(["--console", "--memory", memory]) == 2
    assert capsys.readouterr().err == "pcm: --memory takes a file or none\n"


def test_a_home_that_is_not_there_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    said: list[str] = []
    session = open_session(build_parser().parse_args([]), chosen_memory(None, True, said.append))
    assert len(said) == 1
    assert "nothing is kept" in said[0]
    assert session.do("volume up 3").ok


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the folder of another platform")
def test_a_relative_data_home_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    """XDG base directory specification: such a path is invalid."""
    monkeypatch.setenv("XDG_DATA_HOME", "here")
    monkeypatch.setenv("HOME", "/people/somebody")
    assert data_folder() == Path("/people/somebody/.local/share/pcm-simulator")
