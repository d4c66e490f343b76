"""Real buses: other programs see the car and the head unit, and drive it; a dead one comes back."""

import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import can
import pytest

from connectivity.can.link import CanLink
from models.catalogue import find_car
from models.errors import PcmError
from pcm.headunit.attachments import Attachments
from pcm.headunit.session import Session

CHANNEL = "pcm-test"
VIRTUAL = f"interface=virtual,channel={CHANNEL}"
GROUP = f"239.{os.getpid() >> 8 & 255}.{os.getpid() & 255}.77"  # two runs at once stay apart
UDP = f"interface=udp_multicast,channel={GROUP}"


@pytest.fixture
def other() -> Iterator[can.BusABC]:
    """Somebody else on the same virtual bus."""
    with can.Bus(interface="virtual", channel=CHANNEL) as bus:
        yield bus


def session_on(text: str, car: bool = True) -> Session:
    return Session(find_car("718-982"), 2020, attachments=Attachments(can=CanLink(text), car=car))


def ids(bus: can.BusABC) -> set[int]:
    found = set()
    while message := bus.recv(0):
        found.add(message.arbitration_id)
    return found


def test_another_program_sees_car_and_head_unit(other: can.BusABC) -> None:
    session = session_on(VIRTUAL)
    assert {0x3C0, 0x100, 0x6B4, 0x1F310001, 0x1F310002} <= ids(other)
    session.do("car speed 50")
    assert {0x100, 0x30B} <= ids(other)
    session.close()


def test_another_program_drives_the_head_unit(other: can.BusABC) -> None:
    session = session_on(VIRTUAL, car=False)
    assert session.do("state ignition").text == "off"
    on = can.Message(arbitration_id=0x3C0, data=bytes.fromhex("15092300"), is_extended_id=False)
    other.send(on)
    session.serve()
    assert session.do("state ignition").text == "on"
    for line in ("car speed 50", "car restart", "wheel ok"):
        answer = session.do(line)
        assert answer.refused
        assert answer.text == session.unit.view.texts.say("reason.foreign_car")
    panel = {switch.id: switch for switch in session.bench}
    assert panel["bench_ignition"].on, "as the bus tells"
    assert not panel["bench_ignition"].enabled
    assert not panel["bench_wheel_ok"].enabled
    assert panel["bench_pass"].enabled
    session.close()


def test_what_is_passed_does_not_flood_the_bus(other: can.BusABC) -> None:
    session = session_on(VIRTUAL)
    ids(other)
    session.do("pass 1 h")
    count = 0
    while other.recv(0):
        count += 1
    assert 15 <= count <= 200
    session.close()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nonsense", "is not KEY=VALUE"),
        ("channel=can0", "name an interface"),
        ("interface=virtal,channel=1", "did you mean virtual"),
        ("interface=slcan,channel=/dev/there_is_none", "could not open port"),
        ("interface=kvaser,channel=0", "driver of this interface is not installed"),
    ],
)
def test_an_interface_that_cannot_be_had_is_one_clear_line(text: str, said: str) -> None:
    with pytest.raises(PcmError) as error:
        CanLink(text)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems mix the groups of a port")
def test_two_desks_in_two_groups_do_not_hear_each_other() -> None:
    try:
        ours, theirs = session_on(UDP, car=False), session_on(f"{UDP[:-2]}78")
    except PcmError as error:
        pytest.skip(f"no multicast here: {error}")
    theirs.do("car speed 50")
    ours.serve()
    assert ours.do("state can_frames").text == "0"
    ours.close()
    theirs.close()


@pytest.mark.parametrize(
    "raised", [struct.error, AssertionError, OverflowError, IndexError, EOFError]
)
def test_whatever_a_driver_raises_is_one_clear_line(
    raised: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    """udp_multicast with hop_limit=x raises the first, and leaves a socket open."""

    def bus(**_: object) -> can.BusABC:
        raise raised("not an\ninteger")

    monkeypatch.setattr(can, "Bus", bus)
    with pytest.raises(
        PcmError, match=r"^--can interface=virtual,channel=pcm-test: not an integer$"
    ):
        CanLink(VIRTUAL)


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs pseudo-terminals")
def test_an_slcan_adapter_drives_the_head_unit_and_its_end_is_told() -> None:
    ours, theirs = os.openpty()
    name = os.ttyname(theirs)
    session = session_on(f"interface=slcan,channel={name},sleep_after_open=0", car=False)
    for noise in (b"t3\rT1F\rt3C08XX\rT\r", b"\xff\xff\r"):
        os.write(ours, noise)
        session.serve()
    os.write(ours, b"z\r\r" * 20 + b"t3C0415092300\r")  # behind acknowledgements
    session.serve()
    assert session.do("state can_bus").text == "up"
    assert session.do("state ignition").text == "on"
    os.close(ours)
    os.close(theirs)
    for _ in range(5):
        session.serve()
    assert session.do("state can_bus").text == "down"
    assert session.screen.toast == session.unit.view.texts.say("reason.can_down")
    session.do("pass 10 s")
    assert session.do("state ignition").text == "off"
    assert int(session.do("state can_unsent").text) > 0
    session.close()


def test_a_foreign_program_in_another_process_logs_and_plays(tmp_path: Path) -> None:
    """python-can's own player over udp_multicast, which every system has."""
    log = tmp_path / "drive.log"
    log.write_text("(0.0) can0 3C0#15092300\n(0.1) can0 3C0#DE022300\n", "utf-8")
    try:
        session = session_on(UDP, car=False)
    except PcmError as error:
        pytest.skip(f"no multicast here: {error}")
    command = [sys.executable, "-m", "can.player", "-i", "udp_multicast", "-c", GROUP]
    subprocess.run([*command, str(log)], check=True, capture_output=True)
    session.serve()
    assert session.do("state ignition").text == "on"
    session.close()
