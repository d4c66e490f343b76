"""Head unit and modem see the same: what is set on one side is found on the other."""

from collections.abc import Sequence
from typing import cast

import pytest

from connectivity.at.serial_channel import SerialChannel
from connectivity.data_path import Path
from connectivity.outside.modem.emulator import ModemEmulator
from connectivity.outside.modem_server import TcpServer
from models.catalogue import find_car
from models.reasons import Reason
from pcm.headunit.attachments import Attachments
from pcm.headunit.session import Session
from tests.connectivity.at.scripted import OK, READY_IN_ITALY, ScriptedModem
from tests.headunit.conftest import make_session


def ask(modem: ModemEmulator, line: str) -> str:
    """What another program at this modem is answered."""
    port = modem.open_port()
    port.write(f"ATE0\rAT+CREG=2\r{line}\r".encode())
    said = port.read().decode()
    port.close()
    return said.split("OK")[2].strip()


def done(session: Session, *lines: str) -> None:
    for line in lines:
        answer = session.do(line)
        assert answer.ok, f"{line}: {answer.text}"


@pytest.fixture
def abroad() -> Session:
    """A 718 abroad with an open card, roaming off."""
    session = make_session("718-982", 2020)
    done(session, "sim insert standard", "type @pin", "ok", "net abroad CH")
    return session


def test_roaming_is_seen_at_the_modem(abroad: Session) -> None:
    modem = abroad.world.modem
    assert ask(modem, "AT+CREG?").startswith("+CREG: 2,5,")
    assert ask(modem, "AT+CGATT?") == "+CGATT: 0"
    done(abroad, "net home")
    assert ask(modem, "AT+CGATT?") == "+CGATT: 1"
    done(abroad, "net abroad CH")
    assert ask(modem, "AT+CGATT?") == "+CGATT: 0"
    abroad.unit.set_plain("roaming", True)
    abroad.pump()
    assert ask(modem, "AT+CGATT?") == "+CGATT: 1"
    assert "+CGACT: 1,1" in ask(modem, "AT+CGACT?")


def test_a_pin_entered_by_another_program_opens_the_card() -> None:
    session = make_session("718-982", 2020)
    done(session, "sim insert standard", "expect overlay sim_pin")
    card = session.world.modem.slot
    assert card
    assert ask(session.world.modem, 'AT+CPIN="0001"').startswith("ERROR")
    session.pump()
    assert session.do("state pin_tries").text == "2"
    ask(session.world.modem, f'AT+CPIN="{card.pin}"')
    session.pump()
    done(session, "expect state sim ready", "expect overlay none")


def test_the_embedded_sim_detaches_while_another_path_carries_data() -> None:
    session = make_session("718-982", 2020)
    done(session, "net home")
    embedded = session.world.embedded
    assert ask(embedded, "AT+CGATT?") == "+CGATT: 1"
    done(session, "sim insert standard", "type @pin", "ok", "expect state data inserted")
    assert ask(embedded, "AT+CGATT?") == "+CGATT: 0"
    assert ask(session.world.modem, "AT+CGATT?") == "+CGATT: 1"
    done(session, "sim remove", "expect state data embedded")
    assert ask(embedded, "AT+CGATT?") == "+CGATT: 1"


def test_a_call_on_2g_leaves_the_card_attached() -> None:
    session = make_session("718-982", 2020)
    done(session, "sim insert standard", "type @pin", "ok", "net home 2G", "sim call out")
    done(session, "expect state data none")
    assert ask(session.world.modem, "AT+CGATT?") == "+CGATT: 1"
    done(session, "sim call end", "expect state data inserted")


class RealModem(ScriptedModem):
    """Stands at a serial port."""

    url = "/dev/ttyTEST"


def scripted(**script: Sequence[str]) -> tuple[Session, ScriptedModem]:
    """A car with a modem outside: no emulator, its answers are the script's."""
    data = {"AT+CGATT=1": OK, "AT+CGDCONT?": OK, 'AT+CGDCONT=1,"IP",""': OK, "AT+CGACT=1,1": OK}
    modem = RealModem({**READY_IN_ITALY, "AT+CFUN=1,1": OK, **data, **script}, real=True)
    attachments = Attachments(cast(SerialChannel, modem))
    return Session(find_car("718-982", 2020), 2020, attachments=attachments), modem


def test_the_card_of_a_real_modem_is_in_the_menus() -> None:
    session, _ = scripted()
    done(session, "expect state sim ready", "expect state operator Rete Blu", "expect state bars 3")


@pytest.mark.parametrize("verb", ["sim insert", "sim remove", "sim pin 1234", "sim call in"])
def test_with_a_real_modem_cards_are_not_moved_from_here(verb: str) -> None:
    session, _ = scripted()
    answer = session.do(verb)
    assert answer.refused
    assert "/dev/ttyTEST" in answer.text
    disabled = [
        s for s in session.bench if s.id in ("bench_sim_card", "bench_sim_remove", "bench_sim_call")
    ]
    assert len(disabled) == 3
    assert all("/dev/ttyTEST" in switch.reason for switch in disabled)


def test_data_that_the_network_refuses_name_the_cause() -> None:
    session, _ = scripted(**{"AT+CGATT=1": ("+CME ERROR: 107",)})
    done(session, "expect state modem ready")
    assert session.unit.state.inserted_refused == 107
    reason = session.unit.view.data_path.reason(Path.INSERTED)
    assert reason == Reason.of("data_refused", cause=107)


def test_a_modem_that_is_pulled_out_is_a_message_and_a_reason() -> None:
    session, modem = scripted()
    done(session, "pass 40 s")
    modem.gone = "unplugged"
    session.pump()
    assert session.screen.toast == session.unit.view.texts.say("reason.modem_gone")
    done(session, "expect state modem gone", "expect state sim absent")
    assert session.unit.view.data_path.reason(Path.INSERTED) == Reason.of("modem_gone")
    modem.gone = ""
    for _ in range(10):
        session.tick(1.0)
    done(session, "expect state modem ready", "expect state sim ready")


def test_other_programs_go_on_after_a_restore() -> None:
    server = TcpServer(0)
    attachments = Attachments(modem_servers=(server,))
    session = Session(find_car("718-982", 2020), 2020, attachments=attachments)
    done(session, "save here", "sim insert standard", "restore here")
    assert len(session.world.modem.ports) == 1, "nobody is connected"
    done(session, "sim insert standard", "expect overlay sim_pin")
    server.close()
