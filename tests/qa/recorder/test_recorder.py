"""What is recorded at a console: it plays back at once, holds no secret, loses nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

import pytest

from models.catalogue import find_car
from pcm.headunit.memory.memory import Memory
from pcm.headunit.session import Session
from pcm.qa.recorder.recorder import FlowRecorder
from tests.qa.recorder.replaying import play, steps, traced

LINK = "tap APPS > OPT > Login Porsche Connect"


class Desk:
    """A session with a recorder; what the recorder tells by itself is in `told`."""

    def __init__(self, car: str = "718-982", year: int = 2019, language: str = "en") -> None:
        self.session = Session(find_car(car, year), year, language=language)  # type: ignore[arg-type]
        self.told: list[str] = []
        self.recorder = FlowRecorder(self.session, self.told.append)

    def do(self, *lines: str) -> None:
        for line in lines:
            self.session.do(line)

    def body(self, file: Path) -> list[str]:
        text = file.read_text("utf-8").partition("*** Test Cases ***\n")[2]
        return [line.strip() for line in text.splitlines()[1:]]


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.session.close()


def test_a_long_session_plays_back_with_the_same_trace(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "long.robot"
    desk.do(LINK, "tap enter_pairing_code", "type 1234", "ok", "type 5678", "ok", "cancel")
    desk.do("screen", "tap enter_pairing_code", f"record {file}", "type @code", "ok")
    desk.do("sim insert standard", "type 99", "type 99", "ok", "type @pin", "ok")
    desk.do("net abroad CH LTE bars 3", "tap PHONE > OPT > SET PHONE", "tap roaming", "tap roaming")
    desk.do("ok", "phone pair", "phone call in +39 055 555 0188", "cancel", "pass 5 s", "why")
    desk.do("sim pin 8642", "car restart", 'sms in "The car is = ready" Anna', "car speed 50")
    desk.do(LINK, "tap enter_pairing_code", "language de", "preset call_on_2g", "save a")
    desk.do("car speed 0", "restore a", "wheel volume up 2", "key PHONE", "knob right 2")
    desk.do("model taycan-j1 2024", "portal security-code 1357", "do private-mode", "record stop")
    found = play(file)
    assert steps(found) == steps(traced(desk.session))
    assert len(steps(found)) == 40
    assert "Portal Security Code    @new" in desk.body(file)
    secrets = desk.session.world.secrets
    assert secrets.findall(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("lines", "flow"),
    [
        (["type @code"], ["Type    @code"]),
        (["type {0}", "type {1}", "type {2}"], ["Type    @code[:3]"]),
        (["type {0}", "erase", "type {0}"], ["Type    @code[:1]", "Erase", "Type    @code[:1]"]),
        (["type @code[:2]", "state", "type @code[2:]"], ["Type    @code"]),
        (["type @code[:2]", "back", LINK], None),
        (["type 99", "type 9"], ["Type    @wrong 3"]),
        (
            ["type @code", "type 1"],
            ["Type    @code", "Expect Refused    type @wrong 1    too_long"],
        ),
        (["type abc"], ["Expect Refused    type ?    digits_only"]),
        (["type @pni", "type @code"], ["Type    @code"]),
        (["type @wrong 8", "ok", "type @code"], None),
    ],
)
def test_what_is_typed_stands_as_what_it_is(
    desk: Desk, tmp_path: Path, lines: list[str], flow: list[str] | None
) -> None:
    file, code = tmp_path / "a.robot", desk.session.world.portal.code
    desk.do(LINK, "tap enter_pairing_code", f"record {file}")
    done = len(desk.body(file))
    assert desk.body(file)[done - 1] == "# Recorded from here on:"
    desk.do(*(line.format(*code) if "{" in line else line for line in lines))
    assert flow is None or desk.body(file)[done:] == flow
    assert code not in file.read_text("utf-8")


def test_letters_and_blanks_are_typed_again() -> None:
    desk = Desk("taycan-j1", 2024)
    desk.do("tap Settings > Account > Set up account", "type @", "type x", "type  ", "type  ")
    typed = [line for line in desk.recorder.lines if line.startswith("Type")]
    assert typed == ["Type    @", "Type    x", "Type    ${SPACE}", "Type    ${SPACE}"]
    desk.do("type y")
    assert desk.recorder.lines[-2:] == ("Type    @", r"Type    x \ y")
    email = desk.session.world.portal.owner.email
    desk.do(*["erase"] * 5, *(f"type {sign}" for sign in email), "ok", "type @password")
    typed = [line for line in desk.recorder.lines if line.startswith("Type")]
    assert typed[-2:] == ["Type    @email", "Type    @password"]


def test_a_verb_is_in_the_file_before_it_is_carried_out(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.robot"
    desk.do(f"record {file}")

    def crash(*_: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr("pcm.headunit.session.run_line", crash)
    with pytest.raises(ZeroDivisionError):
        desk.session.do("key PHONE")
    assert desk.body(file)[-1] == "Key    PHONE"


@pytest.mark.parametrize(
    ("before", "line", "told"),
    [
        ([], "record a.txt", "usage: record FILE.robot"),
        ([], "record there.robot", "there.robot: there is such a file; name another one"),
        ([], "record no/where/a.robot", "no/where/a.robot: there is no folder no/where"),
        ([], "record stop", "nothing is being recorded; say record FILE.robot"),
        (["record a.robot"], "record b.robot", "a.robot is being recorded; say record stop"),
    ],
)
def test_what_cannot_be_recorded_is_one_line(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: list[str], line: str,
    told: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    Path("there.robot").touch()
    desk.do(*before)
    answer = desk.session.do(line)
    assert not answer.ok
    assert answer.text == told


def test_a_free_name_is_found(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    desk.do("record", "record stop", "record")
    assert desk.recorder.file == Path("recording-2.robot")
    assert "#" not in Path("recording-1.robot").read_text("utf-8")
    assert "\nRecording 2\n" in Path("recording-2.robot").read_text("utf-8")


def test_another_car_on_the_desk_begins_the_flow_anew(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "a.robot"
    desk.do("key PHONE", "model taycan-j1 2024", "key HOME", f"record {file}", "year 2023")
    text = file.read_text("utf-8")
    assert re.search(r"\$\{CAR\} +taycan-j1\n\$\{YEAR\} +2024\n", text)
    assert "PHONE" not in text
    assert desk.body(file)[-1] == "Year    2023"


class FullDisk(FileIO):
    """A file on a disk that has room for the head of a flow alone."""

    def write(self, data: bytes) -> int:  # type: ignore[override]
        if data.startswith(b"*"):
            return super().write(data)
        raise OSError(28, "No space left on device")


def test_a_full_disk_ends_the_recording_and_nothing_else(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.robot"
    monkeypatch.setattr("pcm.qa.recorder.sheet.FileIO", FullDisk)
    desk.do(f"record {file}")
    assert desk.session.do("key PHONE").ok
    assert desk.recorder.file is None
    assert desk.told == [f"{file}: No space left on device; the recording has ended"]


def test_time_stands_where_it_counts(desk: Desk) -> None:
    """A page may be opened earlier; while an answer is on the air it may not."""
    desk.do("settle off", "portal delay 0.8", "model taycan-j1 2024")
    assert desk.recorder.lines[0] == "Settle    off"
    desk.session.tick(7.25)
    desk.do("key HOME", "portal delay 0.8")
    assert desk.recorder.lines[2:] == ("Key    HOME", "Pass Time    7.25 s", "Portal Delay    0.8")
    desk.do("do link")
    desk.session.tick(0.25)
    desk.do("home")
    assert desk.recorder.lines[-4:-2] == ("Pass Time    0.25 s", "Home")
    desk.do("phone pair")
    desk.session.tick(3)
    desk.do("home", "key PHONE")  # a message is shown meanwhile
    assert desk.recorder.lines[-4:-2] == ("Pass Time    3 s", "Home")
    desk.session.tick(0.004)
    desk.session.tick(0.003)
    desk.do("car lock")
    assert desk.recorder.lines[-2:] == ("Pass Time    0.007 s", "Car Lock")


def test_a_car_that_remembers_is_recorded_after_a_reset(tmp_path: Path) -> None:
    flow, kept = tmp_path / "a.robot", tmp_path / "memory.sqlite"
    car = find_car("718-982", 2019)
    for told in ("recording to ", "a flow starts with a car as delivered"):
        memory = Memory(lambda _: kept, pytest.fail)
        session = Session(car, 2019, memory=memory)
        FlowRecorder(session, pytest.fail)
        assert session.do(f"record {flow}").text.startswith(told)
        session.do("key PHONE")
        if session.remembers:
            session.do("reset")
            assert session.do(f"record {tmp_path / 'b.robot'}").ok
        session.close()
