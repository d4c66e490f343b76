"""Short messages over AT (TS 27.005), in text and in PDU mode."""

import pytest

from connectivity.messages.modem import CardLock
from connectivity.outside.modem.delivery import CAPACITY, deliver
from connectivity.outside.modem.emulator import ModemEmulator
from connectivity.outside.modem.network import Network
from connectivity.outside.modem.port import AtPort
from connectivity.sms.address import Address
from connectivity.sms.parts import Joiner
from connectivity.sms.pdu import Submit, decode_deliver, split_centre
from connectivity.sms.text import plain_text
from tests.connectivity.at.desk import card, heard, modem, quiet_port, say

SENDER = "+390495550199"
TIME = "26/03/16,10:42:00+04"
TEXT_MODE = ("AT+CMEE=1", "AT+CMGF=1")


def send(port: AtPort, line: str, text: str, end: str = "\x1a") -> list[str]:
    assert say(port, line) == ["> "]
    port.write(f"{text}{end}".encode("latin-1"))
    return [line for line in heard(port) if line != "> "]


def test_a_message_that_comes_is_announced_listed_read_and_deleted() -> None:
    desk = modem("no_pin")
    port, silent = quiet_port(desk, *TEXT_MODE, "AT+CNMI=2,1"), quiet_port(desk, *TEXT_MODE)
    deliver(desk, SENDER, "Tyres are ready")
    assert heard(port) == ['+CMTI: "SM",1']
    assert heard(silent) == []
    shown = f'"{SENDER}",,"{TIME}"'
    assert say(silent, "AT+CMGL") == [f'+CMGL: 1,"REC UNREAD",{shown}', "Tyres are ready", "OK"]
    assert say(port, "AT+CMGL") == ["OK"]
    assert say(port, "AT+CMGR=1") == [f'+CMGR: "REC READ",{shown}', "Tyres are ready", "OK"]
    assert say(port, "AT+CMGD=1") == ["OK"]
    assert say(port, "AT+CMGR=1") == ["+CMS ERROR: 321"]


def test_headers_are_shown_where_they_are_wanted() -> None:
    desk = modem("no_pin")
    port = quiet_port(desk, *TEXT_MODE, "AT+CSDH=1")
    deliver(desk, SENDER, "Hi")
    header = f'"{SENDER}",,"{TIME}",145'
    assert say(port, "AT+CMGR=1")[0] == (
        f'+CMGR: "REC UNREAD",{header},4,0,0,"+395550900000",145,2'
    )
    assert say(port, 'AT+CMGL="ALL"')[0] == f'+CMGL: 1,"REC READ",{header},2'


def test_in_pdu_mode_the_whole_message_is_told() -> None:
    desk = modem("no_pin")
    port = quiet_port(desk, "AT+CNMI=2,2")
    deliver(desk, SENDER, "жду")
    start, pdu = heard(port)
    centre, rest = split_centre(bytes.fromhex(pdu))
    assert start == f"+CMT: ,{len(rest)}"
    assert centre == Address.of("+395550900000")
    assert decode_deliver(rest).body.text == "жду"
    assert say(port, "AT+CMGL=4") == ["OK"], "routed to its client, it is not stored"


def test_a_client_that_wants_the_place_has_the_message_stored() -> None:
    desk = modem("no_pin")
    place, whole = quiet_port(desk, "AT+CNMI=2,1"), quiet_port(desk, *TEXT_MODE, "AT+CNMI=2,2")
    deliver(desk, SENDER, "both")
    assert heard(place) == ['+CMTI: "SM",1']
    assert heard(whole) == [f'+CMT: "{SENDER}",,"{TIME}"', "both"]
    assert say(whole, "AT+CMGR=1")[1] == "both"


def test_a_long_message_comes_in_parts_that_join() -> None:
    desk = modem("no_pin")
    port = quiet_port(desk, "AT+CNMI=2,1")
    text = "lang " * 80
    assert deliver(desk, SENDER, text) == 3
    assert heard(port) == [f'+CMTI: "SM",{n}' for n in (1, 2, 3)]
    joiner, found = Joiner(), ""
    for line in say(port, "AT+CMGL=4")[1:-1:2]:
        body = decode_deliver(split_centre(bytes.fromhex(line))[1]).body
        found = joiner.take(SENDER, body) or found
    assert found == text


def test_a_text_is_sent_and_its_reference_told() -> None:
    desk = modem("no_pin")
    port = quiet_port(desk, *TEXT_MODE)
    assert send(port, f'AT+CMGS="{SENDER}"', "Arrivo\rsubito") == ["+CMGS: 1", "OK"]
    assert send(port, 'AT+CMGS="0495550126",145', "due") == ["+CMGS: 2", "OK"]
    assert [(m.to, m.text) for m in desk.state.sent] == [
        (SENDER, "Arrivo\nsubito"),
        ("+0495550126", "due"),
    ]
    assert send(port, f'AT+CMGS="{SENDER}"', "no", end="\x1b") == ["OK"]
    assert len(desk.state.sent) == 2


def test_a_pdu_is_sent_when_its_length_is_right() -> None:
    desk = modem("no_pin")
    port = quiet_port(desk, "AT+CMEE=1")
    pdu = Submit(Address.of(SENDER), plain_text("Grüße €")).encode()
    assert send(port, f"AT+CMGS={len(pdu)}", f"00{pdu.hex()}") == ["+CMGS: 1", "OK"]
    assert desk.state.sent[-1].text == "Grüße €"
    assert send(port, f"AT+CMGS={len(pdu) + 1}", f"00{pdu.hex()}") == ["+CMS ERROR: 304"]
    assert send(port, f"AT+CMGS={len(pdu)}", "no hex") == ["+CMS ERROR: 304"]


@pytest.mark.parametrize(
    ("charset", "written", "text"),
    [
        ("GSM", "\x04\x05 e", "èé e"),
        ("UCS2", "00E800E920AC", "èé€"),
        ("8859-1", "èé", "èé"),
        ("UTF-8", "èé€".encode().decode("latin-1"), "èé€"),
        ("HEX", "04051B65", "èé€"),
        ("IRA", "abc", "abc"),
    ],
)
def test_text_is_written_and_read_in_the_clients_characters(
    charset: str, written: str, text: str
) -> None:
    desk = modem("no_pin")
    port = quiet_port(desk, *TEXT_MODE, f'AT+CSCS="{charset}"')
    number = "002B00330039" if charset == "UCS2" else "2B3339" if charset == "HEX" else "+39"
    assert send(port, f'AT+CMGS="{number}"', written) == ["+CMGS: 1", "OK"]
    assert desk.state.sent[-1].text == text
    assert desk.state.sent[-1].to == "+39"
    deliver(desk, SENDER, text)
    assert say(port, "AT+CMGR=1")[1] == written


def test_unicode_messages_are_written_in_hexadecimal() -> None:
    desk = modem("no_pin")
    port = quiet_port(desk, *TEXT_MODE, "AT+CSMP=17,167,0,8")
    assert send(port, f'AT+CMGS="{SENDER}"', "0436") == ["+CMGS: 1", "OK"]
    assert desk.state.sent[-1].text == "ж"
    deliver(desk, SENDER, "ж")
    assert say(port, "AT+CMGR=1")[1] == "0436"
    assert say(port, "AT+CSMP?") == ["+CSMP: 17,167,0,8", "OK"]


@pytest.mark.parametrize(
    ("inserted", "line", "answer"),
    [
        ("", "AT+CMGL", "+CMS ERROR: 310"),
        ("standard", "AT+CMGL", "+CMS ERROR: 311"),
        ("no_pin", "AT+CMGR=51", "+CMS ERROR: 321"),
        ("no_pin", "AT+CMGR=0", "+CMS ERROR: 321"),
        ("no_pin", 'AT+CMGL="NEW"', "+CMS ERROR: 305"),
        ("no_pin", 'AT+CMGS="Porsche"', "+CMS ERROR: 305"),
        ("no_pin", "AT+CMSS=3", "+CMS ERROR: 321"),
        ("no_pin", 'AT+CPMS="XX"', "+CMS ERROR: 302"),
        ("no_pin", "AT+CNMI=9", "+CMS ERROR: 305"),
    ],
)
def test_refusals_are_told_by_the_errors_of_messages(inserted: str, line: str, answer: str) -> None:
    assert say(quiet_port(modem(inserted), *TEXT_MODE), line) == [answer]


def test_a_text_that_is_too_long_is_refused() -> None:
    port = quiet_port(modem("no_pin"), *TEXT_MODE)
    assert send(port, f'AT+CMGS="{SENDER}"', "x" * 161) == ["+CMS ERROR: 305"]
    assert send(port, f'AT+CMGS="{SENDER}"', "x" * 160) == ["+CMGS: 1", "OK"]


def test_without_network_nothing_is_sent_and_what_comes_waits() -> None:
    desk = modem("no_pin", Network("IT", None))
    port = quiet_port(desk, *TEXT_MODE, "AT+CNMI=2,1")
    assert send(port, f'AT+CMGS="{SENDER}"', "hello?") == ["+CMS ERROR: 331"]
    deliver(desk, SENDER, "waiting")
    assert heard(port) == []
    desk.set_network(Network("IT"))
    assert '+CMTI: "SM",1' in heard(port)


def test_messages_wait_for_the_pin() -> None:
    desk = modem("standard")
    port = quiet_port(desk, "AT+CNMI=2,1")
    deliver(desk, SENDER, "waiting")
    assert desk.inserted.lock is CardLock.SIM_PIN
    assert desk.inserted.messages == ()
    assert '+CMTI: "SM",1' in say(port, "AT+CPIN=1234")


def test_a_full_card_takes_no_more_until_there_is_room() -> None:
    desk = modem("no_pin")
    port = quiet_port(desk, *TEXT_MODE, "AT+CNMI=2,1")
    for n in range(CAPACITY["SM"] + 2):
        deliver(desk, SENDER, str(n))
    assert heard(port)[-1] == f'+CMTI: "SM",{CAPACITY["SM"]}'
    assert say(port, "AT+CPMS?")[0].startswith('+CPMS: "SM",50,50,')
    assert send(port, f'AT+CMGW="{SENDER}"', "no room") == ["+CMS ERROR: 322"]
    assert say(port, "AT+CMGD=7") == ["OK", '+CMTI: "SM",7']
    assert say(port, "AT+CMGD=1,4") == ["OK", '+CMTI: "SM",1']


def test_messages_can_be_kept_in_the_modem() -> None:
    desk = modem("no_pin")
    port = quiet_port(desk, *TEXT_MODE, "AT+CNMI=2,1")
    assert say(port, 'AT+CPMS="ME","ME","ME"') == ["+CPMS: 0,100,0,100,0,100", "OK"]
    deliver(desk, SENDER, "stays")
    assert heard(port) == ['+CMTI: "ME",1']
    desk.remove()
    desk.insert(card("voice_only"))
    heard(port)
    assert say(port, "AT+CMGR=1")[1] == "stays"


def test_messages_are_written_listed_by_kind_and_sent_from_the_store() -> None:
    desk = modem("no_pin")
    port = quiet_port(desk, *TEXT_MODE)
    assert send(port, f'AT+CMGW="{SENDER}"', "draft") == ["+CMGW: 1", "OK"]
    assert say(port, 'AT+CMGL="STO UNSENT"') == [
        f'+CMGL: 1,"STO UNSENT","{SENDER}",,',
        "draft",
        "OK",
    ]
    assert say(port, 'AT+CMSS=1,"0495550126"') == ["+CMSS: 1", "OK"]
    assert desk.state.sent[-1].to == "0495550126"
    assert say(port, 'AT+CMGL="STO UNSENT"') == ["OK"]
    assert say(port, 'AT+CMGD=1,1;+CMGL="STO SENT"')[1] == "draft"
    assert say(port, 'AT+CMGD=1,2;+CMGL="ALL"') == ["OK"]


def test_a_message_to_the_own_number_comes_back() -> None:
    desk = modem("no_pin")
    port = quiet_port(desk, *TEXT_MODE, "AT+CNMI=2,1")
    told = send(port, f'AT+CMGS="{desk.inserted.msisdn}"', "echo")
    assert told == ["+CMGS: 1", "OK", '+CMTI: "SM",1']


def test_sending_takes_its_time_on_air() -> None:
    desk = ModemEmulator("IT", Network("IT"), air_delays=True)
    desk.insert(card("no_pin"))
    port = quiet_port(desk, *TEXT_MODE)
    assert send(port, f'AT+CMGS="{SENDER}"', "slow") == []
    desk.advance(desk.next_due() or 0.0)
    assert heard(port) == ["+CMGS: 1", "OK"]


def test_the_service_centre_belongs_to_the_card() -> None:
    desk = modem("no_pin")
    port = quiet_port(desk, *TEXT_MODE)
    assert say(port, 'AT+CSCA="+39111";+CSCA?') == ['+CSCA: "+39111",145', "OK"]
    assert say(port, 'AT+CSCA=""') == ["+CMS ERROR: 305"]
    assert say(quiet_port(desk), "AT+CSCA?") == ['+CSCA: "+39111",145', "OK"]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("AT+CMGF=?", "+CMGF: (0,1)"),
        ("AT+CNMI=?", "+CNMI: (0-3),(0-2),(0),(0),(0,1)"),
        ("AT+CNMI=2,1;+CNMI?", "+CNMI: 2,1,0,0,0"),
        ("AT+CPMS=?", '+CPMS: ("SM","ME"),("SM","ME"),("SM","ME")'),
        ("AT+CSMS?", "+CSMS: 0,1,1,0"),
        ("AT+CSMS=0", "+CSMS: 1,1,0"),
        ("AT+CMMS=1;+CMMS?", "+CMMS: 1"),
        ("AT+CMGL=?", "+CMGL: (0-4)"),
        ("AT+CMGD=?", "+CMGD: (),(0-4)"),
        ("AT+CSCS?", '+CSCS: "IRA"'),
    ],
)
def test_forms_that_ask(line: str, answer: str) -> None:
    assert say(quiet_port(modem("no_pin")), line) == [answer, "OK"]


def test_the_clock_follows_the_session_and_can_be_set() -> None:
    desk = modem()
    port = quiet_port(desk, "AT+CMEE=1")
    desk.advance(90.0)
    assert say(port, "AT+CCLK?") == ['+CCLK: "26/03/16,10:43:30+04"', "OK"]
    assert say(port, 'AT+CCLK="27/01/01,00:00:00+04"') == ["OK"]
    desk.advance(150.0)
    assert say(port, "AT+CCLK?") == ['+CCLK: "27/01/01,00:01:00+04"', "OK"]
    for wrong in ("", "27/13/01,00:00:00+04", "27/01/01,00:00:00+99", "27/01/01", "x" * 40):
        assert say(port, f'AT+CCLK="{wrong}"') == ["+CME ERROR: 50"]
