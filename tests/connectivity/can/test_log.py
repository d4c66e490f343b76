"""Logs of the bus: what is written is read again, whatever the format; broken ones say where."""

import itertools
from pathlib import Path

import pytest

from connectivity.can.log import SUFFIXES, CanLog, LogError, read_log
from models.catalogue import find_car
from models.errors import PcmError
from pcm.headunit.attachments import Attachments
from pcm.headunit.session import Session


def record(path: Path) -> None:
    attachments = Attachments(can_log=CanLog(path))
    session = Session(find_car("718-982"), 2020, attachments=attachments)
    for line in ("pass 1 s", "car speed 50", "pass 1 s"):
        session.do(line)
    session.close()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_period_of_every_message_is_in_the_log(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"drive{suffix}"
    record(path)
    frames = list(read_log(path))
    speeds = [(time, data) for time, (id_, data) in frames if id_ == 0x100]
    assert 100 <= len(speeds) <= 105
    assert {data[1] & 15 for _, data in speeds} == set(range(16))
    start_s = 0.05  # the car's first words to My Porsche are on the air so long
    assert frames[-1][0] == pytest.approx(start_s + 2.0, abs=0.03)
    assert {id_ for _, (id_, _) in frames} >= {0x3C0, 0x9F310001, 0x9F310002}


def test_an_unknown_format_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(PcmError, match=r"ends with \.asc, \.blf, \.log"):
        CanLog(tmp_path / "drive.txt")


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(PcmError, match="No such file"):
        CanLog(tmp_path / "no" / "drive.asc")


def test_a_line_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "drive.log"
    path.write_text(
        "(0.0) can0 3C0#15092300\n(0.1) can0 3XX#00\n(0.2) can0 3C0#DE022300\n", "utf-8"
    )
    with pytest.raises(LogError) as error:
        list(read_log(path))
    assert str(error.value).startswith(f"{path}:2: ")
    assert not error.value.cut_off


@pytest.mark.parametrize("suffix", [".log", ".blf"])
def test_a_log_that_is_cut_off_gives_what_is_there(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"drive{suffix}"
    record(path)
    whole = len(list(read_log(path)))
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 2 // 3 - 2])
    frames = list(itertools.islice(read_log(path), 20))  # what is there is given
    faults = []
    try:
        list(read_log(path))
    except LogError as error:
        faults.append(error.cut_off)
    assert len(frames) == 20 < whole
    assert faults in ([], [True])


@pytest.mark.parametrize("time", ["nan", "inf", "-inf", "99999999999999999.0"])
def test_a_time_that_is_none_is_named(time: str, tmp_path: Path) -> None:
    path = tmp_path / "drive.log"
    path.write_text(f"(1.0) can0 3C0#15092300\n({time}) can0 3C0#DE022300\n", "utf-8")
    with pytest.raises(LogError) as error:
        list(read_log(path))
    assert f"drive.log:2: cannot be read from here on ({float(time):g}" in str(error.value)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_full_disk_ends_the_log_with_one_line(suffix: str, tmp_path: Path) -> None:
    path, told = tmp_path / f"drive{suffix}", list[str]()
    path.symlink_to("/dev/full")
    session = Session(
        find_car("718-982"), 2020, attachments=Attachments(can_log=CanLog(path, told.append))
    )
    assert session.do("pass 5 min").ok
    assert session.do("car speed 50").text == "50 km/h"
    session.close()
    assert told == [f"{path}: the log ends here: No space left on device"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_rubbish_is_one_line(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"rubbish{suffix}"
    path.write_bytes(b"\xff\xfe\x00rubbish\n" * 50)
    with pytest.raises(LogError) as error:
        list(read_log(path))
    assert "\n" not in str(error.value)
    assert not error.value.cut_off
