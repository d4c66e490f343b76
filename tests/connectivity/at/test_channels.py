"""The driver over real bytes: a pseudo-terminal, TCP, a modem that is pulled out; and bad names."""

import os
import pty
import socket
import tty
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from connectivity.at.modem import AtModem
from connectivity.at.serial_channel import SerialChannel
from connectivity.messages.modem import CardStatus, ModemEvent, ModemLink, Registered, Registration
from connectivity.ports import AwayError
from models.errors import PcmError
from tests.connectivity.at.scripted import READY_IN_ITALY, ScriptedModem, last_of

TURNS = 20000


class FarEnd:
    """A scripted modem at the other end of a file descriptor, until it is unplugged."""

    def __init__(self, fileno: int) -> None:
        self.fileno, self.modem = fileno, ScriptedModem(READY_IN_ITALY)
        os.set_blocking(fileno, False)

    def serve(self) -> None:
        with suppress(OSError):  # nothing to read, or nobody has the other side open
            self.modem.write(os.read(self.fileno, 4096))
        if said := self.modem.read():
            os.write(self.fileno, said)


def talk(driver: AtModem, serve: Callable[[], None], until: type[ModemEvent]) -> list[ModemEvent]:
    """Both ends take turns until an event of a kind came."""
    events: list[ModemEvent] = []
    for _ in range(TURNS):
        serve()
        driver.channel.serve()  # type: ignore[attr-defined]
        events += driver.drain()
        if any(isinstance(event, until) for event in events):
            return events
    raise AssertionError(f"{until.__name__} never came: {events}")


@pytest.fixture
def line() -> Iterator[tuple[FarEnd, str]]:
    """A pseudo-terminal pair: a modem at one end, the path of the other."""
    master, slave = os.openpty()
    tty.setraw(slave)
    path = os.ttyname(slave)
    os.close(slave)
    yield FarEnd(master), path
    os.close(master)


def test_the_driver_speaks_over_a_serial_line(line: tuple[FarEnd, str]) -> None:
    far, path = line
    channel = SerialChannel(path)
    driver = AtModem(channel)
    events = talk(driver, far.serve, Registration)
    assert last_of(events, Registration).status is Registered.HOME
    assert channel.filenos()
    channel.close()


def test_the_driver_speaks_over_tcp() -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    channel = SerialChannel(f"socket://127.0.0.1:{listener.getsockname()[1]}")
    connection, _ = listener.accept()
    driver, far = AtModem(channel), FarEnd(connection.fileno())
    events = talk(driver, far.serve, Registration)
    assert last_of(events, CardStatus).card
    connection.close()
    listener.close()
    assert talk(driver, lambda: None, ModemLink) == [
        ModemLink("gone"), CardStatus(None), Registration(),
    ]  # fmt: skip
    assert channel.filenos() is None
    driver.advance(100.0)
    assert channel.gone, "nobody listens any more"


def test_a_modem_that_is_pulled_out_and_put_back_goes_on_by_itself(tmp_path: Path) -> None:
    place = tmp_path / "modem"
    ends: list[FarEnd] = []

    def plug_in() -> None:
        master, slave = os.openpty()
        tty.setraw(slave)
        place.unlink(missing_ok=True)
        place.symlink_to(os.ttyname(slave))
        os.close(slave)
        ends.append(FarEnd(master))

    plug_in()
    driver = AtModem(SerialChannel(str(place)))
    talk(driver, ends[0].serve, Registration)
    os.close(ends[0].fileno)
    place.unlink()
    assert talk(driver, lambda: None, ModemLink)[0] == ModemLink("gone")
    driver.advance(10.0)
    assert driver.link.why == "gone"
    plug_in()
    driver.advance(20.0)
    events = talk(driver, ends[1].serve, Registration)
    assert ModemLink() in events
    assert last_of(events, CardStatus).card
    os.close(ends[1].fileno)


def test_one_program_at_a_time(line: tuple[FarEnd, str]) -> None:
    first = SerialChannel(line[1])
    with pytest.raises(PcmError, match="in use by another program"):
        SerialChannel(line[1])
    first.close()
    SerialChannel(line[1]).close()


@pytest.mark.parametrize(
    ("url", "may_come"),
    [
        ("/dev/ttyNOWHERE7", True),
        ("socket://127.0.0.1:1", True),
        ("sokcet://127.0.0.1:1", False),
        ("socket://127.0.0.1", False),
        ("/", False),
        ("", False),
    ],
)
def test_a_modem_that_is_away_may_come_a_wrong_address_never(url: str, may_come: bool) -> None:
    with pytest.raises(PcmError) as caught:
        SerialChannel(url)
    assert isinstance(caught.value, AwayError) == may_come


def test_a_modem_that_is_awaited_is_there_when_it_comes(tmp_path: Path) -> None:
    ends, place = pty.openpty(), tmp_path / "modem"
    channel = SerialChannel(str(place), awaited=True)
    assert channel.gone
    place.symlink_to(os.ttyname(ends[1]))
    channel.reopen()
    assert not channel.gone
    channel.close()
    for end in ends:
        os.close(end)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("/dev/ttyNOWHERE7", "there is no port '/dev/ttyNOWHERE7'"),
        ("sokcet://127.0.0.1:1", "did you mean socket"),
        ("socket://127.0.0.1:1", "nothing answers at socket://127.0.0.1:1"),
        ("socket://127.0.0.1", "names no port"),
        ("socket://127.0.0.1:99999", "a PORT to 65535"),
        ("/dev/null", "/dev/null is no serial port"),
        ("/", "/ is no serial port"),
        ("", "there is no port ''"),
    ],
)
def test_a_port_that_cannot_be_had_is_one_clear_line(url: str, words: str) -> None:
    with pytest.raises(PcmError) as caught:
        SerialChannel(url)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "Errno" not in str(caught.value)


def test_a_modem_that_takes_nothing_does_not_block(line: tuple[FarEnd, str]) -> None:
    channel = SerialChannel(line[1])
    for _ in range(2000):
        channel.write(b"AT+CREG?\r")
    assert channel.gone == ""
    channel.close()
