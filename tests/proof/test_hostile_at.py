"""A hundred thousand hostile AT lines: nothing is raised, the screen answers, other clients too."""

from __future__ import annotations

from random import Random

from connectivity.at.modem import AtModem
from connectivity.messages.modem import Card, CardLock, CardStatus
from connectivity.outside.modem.emulator import ModemEmulator
from connectivity.outside.modem.network import Network
from connectivity.outside.modem.port import AtPort
from connectivity.outside.profiles import load_world
from pcm.headunit.report import screen_text
from tests.headunit.conftest import make_session
from tests.proof.hostile_at import lines

COUNT, BABBLE = 100_000, 20_000
FINALS = (b"OK\r", b"ERROR", b"NO CARRIER", b"BUSY")


def ask(port: AtPort, line: bytes) -> bytes:
    port.write(line)
    return port.read()


def test_any_line_is_answered_and_harms_nobody() -> None:
    session = make_session("718-982", 2020, "IT", "en")
    modem = session.world.modem
    session.do("sim insert standard")
    rough, calm = modem.open_port(), modem.open_port()
    ask(calm, b"ATE0\r")
    sent = answered = screens = 0
    for line in lines(Random(3), COUNT):
        said = ask(rough, line)
        sent += 1
        answered += any(final in said for final in FINALS)
        if sent % 100 == 0:  # a line may have made it quiet, or its end another sign (S3)
            rough.close()
            rough = modem.open_port()
        if sent % 500 == 0:
            session.do(("sim insert no_pin", "net home", "sim remove", "net abroad")[screens % 4])
            session.pass_time(1.0)
            screens += bool(screen_text(session.screen))
            assert b"OK" in ask(calm, b"AT\r"), "another client is not disturbed"
            calm.read()
    assert sent == COUNT
    assert screens == COUNT // 500
    assert answered > COUNT // 4
    assert ask(calm, b"AT+CGMI\r").endswith(b"OK\r\n")
    assert modem.ports[-2:] == [calm, rough], "what closed is gone"
    assert session.do("tap PHONE").ok


class Babble:
    """A modem that says whatever comes to its mind, and then talks sense: with a card in it."""

    gone, real = "", False

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.said = lines(Random(seed), BABBLE)
        modem = ModemEmulator("IT", Network("IT"))
        modem.insert(next(sim for sim in load_world().sims if not sim.pin_enabled))
        self.port = modem.open_port()

    def write(self, data: bytes) -> None:
        self.port.write(data)

    def read(self) -> bytes:
        """A hostile line, often with an end that looks right; the true answer is lost."""
        line = next(self.said, None)
        if line is None:
            return self.port.read()
        self.port.read()
        return line + self.random.choice(
            (b"", b"\r\nOK\r\n", b"\r\nERROR\r\n", b"\r\n+CREG: 1\r\n")
        )

    def reopen(self) -> None:
        """It was never gone."""


def test_a_modem_that_babbles_stops_nothing_and_is_understood_afterwards() -> None:
    driver = AtModem(Babble(5))
    cards: list[Card | None] = []
    for second in range(BABBLE * 2):
        driver.advance(float(second))
        cards += [event.card for event in driver.drain() if isinstance(event, CardStatus)]
    assert cards
    assert cards[-1]
    assert cards[-1].lock is CardLock.READY
