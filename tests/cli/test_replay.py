"""A log drives a head unit: as fast as it goes or paced by its own time; broken logs are told."""

from pathlib import Path

import pytest

from connectivity.can.log import CanLog
from connectivity.can.player import LogPlayer
from models.catalogue import find_car
from pcm.cli.replay import drive
from pcm.cli.run import run
from pcm.headunit.attachments import Attachments
from pcm.headunit.session import Session


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A drive: ignition on from the start, 50 km/h from second 1 on."""
    path = tmp_path / "drive.asc"
    session = Session(find_car("718-982"), 2020, attachments=Attachments(can_log=CanLog(path)))
    for line in ("pass 1 s", "car speed 50", "car gear D", "pass 1 s"):
        session.do(line)
    session.close()
    return path


def test_the_log_drives_the_head_unit(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["replay", str(log), "--fast", "--year", "2020"]) == 0
    said = capsys.readouterr().out
    assert "0.000  ignition: on" in said
    assert "speed: 50" in said
    assert "gear: D" in said
    assert "can_lost: none" in said.splitlines()[-80:]
    assert "can_unknown_id: 0" in said.splitlines()  # the head unit's own frames are in the log
    assert "data_refused: {" not in said


def test_pacing_waits_as_long_as_the_log(log: Path) -> None:
    player, waits = LogPlayer(log, lambda _: None), list[float]()
    session = Session(find_car("718-982"), 2020, attachments=Attachments(player=player, car=False))
    drive(player, session, waits.append)
    assert sum(waits) == pytest.approx(2.0, abs=0.1)
    assert session.do("state speed").text == "50.0"


def test_a_log_is_played_by_the_time_of_the_window(log: Path) -> None:
    told: list[str] = []
    player = LogPlayer(log, told.append)
    session = Session(find_car("718-982"), 2020, attachments=Attachments(player=player, car=False))
    assert session.do("state ignition").text == "off"
    player.start()
    session.tick(0.5)
    assert session.do("state ignition").text == "on"
    assert session.do("state speed").text == "0.0"
    session.tick(1.0)
    assert session.do("state speed").text == "50.0"
    assert told == []
    session.tick(0.6)
    assert [line.split()[1] for line in told] == ["frames"]


def test_a_log_that_is_cut_off_is_used_as_far_as_it_goes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cut.log"
    path.write_text("(0.0) can0 3C0#15092300\n(0.1) can", "utf-8")
    assert run(["replay", str(path), "--fast"]) == 0
    said = capsys.readouterr().out
    assert "what stands before it was used" in said
    assert "ignition: on" in said


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("no.log", None, "No such file"),
        ("drive.txt", "", "a CAN log ends with"),
        ("bad.log", "(0.0) can0 3XX#00\n(0.0) can0 3C0#15092300\n", "bad.log:1: "),
    ],
)
def test_a_log_that_does_not_parse_is_one_line(
    name: str, text: str | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    if text is not None:
        path.write_text(text, "utf-8")
    for how in ("--fast", "--window"):
        assert run(["replay", str(path), how]) == 2
        error = capsys.readouterr().err
        assert (said if how == "--fast" else "") in error
        assert len(error.strip().splitlines()) == 1
