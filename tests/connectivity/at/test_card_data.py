"""What is stored on the card: its phone book (TS 27.007, 8.11 to 8.14) and its files (8.18)."""

import pytest

from connectivity.outside.modem.port import AtPort
from connectivity.sms.address import digits_of
from tests.connectivity.at.desk import modem, quiet_port, say

HOME = '+CPBR: 1,"+390555550147",145,"Casa"'


def test_the_cards_contacts_are_read_found_and_counted() -> None:
    port = quiet_port(modem("standard"), "AT+CPIN=1234")
    assert say(port, "AT+CPBS?") == ['+CPBS: "SM",3,250', "OK"]
    assert say(port, "AT+CPBR=1") == [HOME, "OK"]
    assert len(say(port, "AT+CPBR=1,250")) == 4
    assert say(port, "AT+CPBR=4,250") == ["OK"]
    assert say(port, 'AT+CPBF="uf"') == ['+CPBF: 2,"+39025550163",145,"Ufficio"', "OK"]
    assert say(port, "AT+CPBR=?") == ["+CPBR: (1-250),20,14", "OK"]
    assert say(port, "AT+CPBW=?") == ["+CPBW: (1-250),20,(129,145),14", "OK"]


def test_entries_are_written_replaced_and_deleted_and_stay_on_the_card() -> None:
    desk = modem("no_pin")
    port, other = quiet_port(desk), quiet_port(desk, 'AT+CSCS="UCS2"')
    assert say(port, 'AT+CPBW=,"0495550126",129,"Porsche"') == ["OK"]
    assert say(port, 'AT+CPBW=3,"39",145,"a""b"')[-1] == "ERROR"
    assert say(port, 'AT+CPBW=3,"39",145,"a\\22b"') == ["OK"]
    assert say(port, "AT+CPBR=1,3") == [
        '+CPBR: 1,"0495550126",129,"Porsche"',
        '+CPBR: 3,"+39",145,"a\\22b"',
        "OK",
    ]
    assert say(other, "AT+CPBR=1") == [
        '+CPBR: 1,"0495550126",129,"0050006F00720073006300680065"',
        "OK",
    ]
    assert say(port, "AT+CPBW=1;+CPBR=1") == ["OK"]
    desk.remove()
    assert desk.state.drawer[0].phone_book[0].name == 'a"b'


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("AT+CPBR=251", 21),
        ("AT+CPBR=0", 21),
        ('AT+CPBS="XX"', 3),
        ('AT+CPBF="zz"', 22),
        (f'AT+CPBW=1,"{"1" * 21}"', 26),
        ('AT+CPBW=1,"12x"', 27),
        (f'AT+CPBW=1,"12",129,"{"n" * 15}"', 24),
        ('AT+CPBS="ON";+CPBW=1,"12"', 3),
    ],
)
def test_what_a_phone_book_refuses(line: str, code: int) -> None:
    port = quiet_port(modem("no_pin"), "AT+CMEE=1")
    assert say(port, line) == [f"+CME ERROR: {code}"]


def test_a_full_phone_book_takes_no_more() -> None:
    port = quiet_port(modem("no_pin"), "AT+CMEE=1")
    for _ in range(250):
        assert say(port, 'AT+CPBW=,"12"') == ["OK"]
    assert say(port, 'AT+CPBW=,"12"') == ["+CME ERROR: 20"]


def test_the_own_number_has_its_phone_book() -> None:
    desk = modem("no_pin")
    port = quiet_port(desk, 'AT+CPBS="ON"')
    assert say(port, "AT+CPBR=1") == [f'+CPBR: 1,"{desk.inserted.msisdn}",145,""', "OK"]


def test_files_tell_what_the_card_is() -> None:
    desk = modem("no_pin")
    port, card = quiet_port(desk), desk.inserted
    iccid = bytes.fromhex(said(port, "176,12258,0,0,10"))
    assert digits_of(iccid) == card.iccid
    imsi = bytes.fromhex(said(port, "176,28423,0,0,9"))
    assert (imsi[0], digits_of(imsi[1:])[1:]) == (8, card.imsi)
    assert (card.imsi[:5], len(card.imsi)) == ("22201", 15)
    assert bytes.fromhex(said(port, "176,28486,0,0,17")) == b"\x01TIM" + b"\xff" * 13
    assert said(port, "176,28589,0,0,4") == "00000002"
    record = bytes.fromhex(said(port, "178,28480,1,4,28"))
    assert f"+{digits_of(record[16:])}" == card.msisdn
    assert said(port, "192,12258,0,0,0") == "620C8202412183022FE28002000A"
    assert said(port, "176,12258,0,8,2") == iccid[8:].hex().upper()


def said(port: AtPort, values: str) -> str:
    answer, result = say(port, f"AT+CRSM={values}")
    assert result == "OK"
    start, data, _ = answer.split('"')
    assert start == "+CRSM: 144,0,"
    return data


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ("176,28416,0,0,1", "106,130"),
        ("176,12258,0,0,11", "108,10"),
        ("176,12258,0,0,0", "108,10"),
        ("176,12258,0,99,1", "107,0"),
        ("178,12258,1,4,10", "105,129"),
        ("178,28480,2,4,28", "106,131"),
        ("214,12258,0,0,1", "105,130"),
        ("99,12258", "109,0"),
        ("242", "144,0"),
    ],
)
def test_status_words_say_why_a_file_is_not_read(values: str, word: str) -> None:
    assert say(quiet_port(modem("no_pin")), f"AT+CRSM={values}") == [f"+CRSM: {word}", "OK"]


def test_a_locked_card_shows_its_number_but_not_its_subscriber() -> None:
    port = quiet_port(modem("standard"))
    assert said(port, "176,12258,0,0,10")
    assert say(port, "AT+CRSM=176,28423,0,0,9") == ["+CRSM: 105,130", "OK"]
