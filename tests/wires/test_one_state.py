"""One state, seen at once on the screen, on the modem's port, on the car's bus and in `state`.

A real window, a foreign AT client over TCP and a foreign node on the bus, in one run.
"""

import re
import socket
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import can
import cantools
import pytest
from cantools.database.can import Database
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from connectivity.can.link import CanLink
from connectivity.outside.modem_server import open_server
from models.catalogue import find_car
from pcm.headunit.attachments import Attachments
from pcm.headunit.session import Session
from pcm.ui.app import Window
from pcm.ui.engine import start_qt
from tests.procedures.hands import Hands

DBC = next((Path(__file__).parents[2] / "assets" / "dbc").glob("*.dbc"))
CHANNEL = "one-state"
CAR = ("cayenne-9y0", 2019, "AL")  # PCM 5.0 where there is no embedded SIM


class Desk:
    """The window with hands before it, an AT client and a node on the bus."""

    def __init__(self, qtbot: QtBot, port: int) -> None:
        self.qtbot = qtbot
        self.modem = socket.create_connection(("127.0.0.1", port))
        self.modem.setblocking(False)
        self.node = can.Bus(interface="virtual", channel=CHANNEL)
        layout = cantools.database.load_file(DBC)
        assert isinstance(layout, Database)
        self.layout = layout
        self._heard = b""

    def ask(self, command: str) -> str:
        """What the modem answers to a command, without its result code."""
        self._heard = b""
        self.modem.sendall(f"{command}\r".encode())
        self.qtbot.waitUntil(self._answered)
        return self._heard.decode().replace("\r\n", "\n")

    def _answered(self) -> bool:
        with suppress(BlockingIOError):
            self._heard += self.modem.recv(4096)
        return bool(re.search(rb"\r\n(OK|.*ERROR.*)\r\n", self._heard))

    def status(self, **wanted: str) -> None:
        """Wait until the head unit's status frame says all this."""
        seen: dict[str, object] = {}

        def told() -> bool:
            while frame := self.node.recv(timeout=0):
                try:
                    message = self.layout.get_message_by_frame_id(frame.arbitration_id)
                except KeyError:
                    continue
                if message.name == "PCM_STATUS_01":
                    signals = message.decode(bytes(frame.data))
                    assert isinstance(signals, dict)
                    seen.update(signals)
            return all(str(seen.get(f"PCM_{name}")) == value for name, value in wanted.items())

        self.qtbot.waitUntil(told)

    def send(self, name: str, **signals: float) -> None:
        """A foreign node says something of the car."""
        message = self.layout.get_message_by_name(name)
        every = dict.fromkeys((signal.name for signal in message.signals), 0.0)
        data = message.encode({**every, **signals}, strict=False)
        extended = message.is_extended_frame
        self.node.send(
            can.Message(arbitration_id=message.frame_id, data=data, is_extended_id=extended)
        )

    def close(self) -> None:
        self.modem.close()
        self.node.shutdown()


@pytest.fixture
def hands(qapp: QGuiApplication) -> Iterator[Hands]:
    start_qt()
    server = open_server("tcp:0")
    link = CanLink(f"interface=virtual,channel={CHANNEL}")
    attachments = Attachments(modem_servers=(server,), can=link)
    name, year, country = CAR
    session = Session(find_car(name, year), year, country, attachments=attachments)
    with closing(session):
        window = Window(session, still=True)
        yield Hands(window)
        window.close()


@pytest.fixture
def desk(hands: Hands, qtbot: QtBot) -> Iterator[Desk]:
    place = hands.session.attachments.modem_servers[0].place
    made = Desk(qtbot, int(place.rpartition(":")[2]))
    yield made
    made.close()


@pytest.mark.requirement("R-ROAM-1")
def test_abroad_with_roaming_is_one_state_everywhere(hands: Hands, desk: Desk) -> None:
    hands.choose("bench_sim_card", "no_pin")
    hands.choose("bench_place", "abroad CH LTE bars 4")
    assert "+CREG: 0,5\n" in desk.ask("ATE0+CREG?")
    assert "+CGATT: 0\n" in desk.ask("AT+CGATT?")
    desk.status(Registrierung="roaming", Roaming="0", Datenweg="none")
    assert (hands.state("registration"), hands.state("data")) == ("roaming", "none")

    hands.walk("roaming")
    hands.touch("overlay_ok")

    values = {"operator": "Swisscom", "country": "CH"}
    assert hands.reads(hands.say("roaming.on", **values)), hands.texts()
    assert hands.screen.header.roaming
    assert "+CGATT: 1\n" in desk.ask("AT+CGATT?")
    assert "+CREG: 0,5\n" in desk.ask("AT+CREG?")
    desk.status(Registrierung="roaming", Roaming="1", Datenweg="inserted")
    assert (hands.state("roaming"), hands.state("data")) == ("on", "inserted")

    hands.session.do("net home")  # the same by a verb
    assert "+CREG: 0,1\n" in desk.ask("AT+CREG?")
    desk.status(Registrierung="home", Roaming="0", Datenweg="inserted")
    hands.face.show()
    assert not hands.screen.header.roaming


@pytest.mark.requirement("R-DATA-4")
def test_a_call_from_the_modems_port_stops_data_for_all(hands: Hands, desk: Desk) -> None:
    hands.choose("bench_sim_card", "no_pin")
    hands.choose("bench_technology", "home 2G bars 4")
    desk.status(Datenweg="inserted", Anruf="idle")
    desk.ask("ATD+39065550101;")
    hands.choose("bench_sim_call", "answer")
    desk.status(Datenweg="none", Anruf="active")
    assert (hands.state("call"), hands.state("data")) == ("active", "none")
    desk.ask("AT+CHUP")
    desk.status(Datenweg="inserted", Anruf="idle")
    desk.qtbot.waitUntil(lambda: hands.state("data") == "inserted")


def test_a_foreign_node_stands_for_the_cars_own(hands: Hands, desk: Desk) -> None:
    hands.session.do("car bus silent ESP_01")
    desk.send("ESP_01", ESP_v_Signal=50.0)
    desk.qtbot.waitUntil(lambda: hands.state("speed") == "50.0")
    assert hands.screen.header.locked_moving
    assert hands.state("moving") == "on"
