"""Command lines, editing and result codes byte by byte (V.250, 5 and 6.2)."""

import copy
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connectivity.outside.modem.commands import COMMANDS, FAMILIES
from connectivity.outside.modem.errors import CME_TEXTS
from connectivity.outside.modem.port import LONGEST_LINE
from connectivity.outside.modem.settings import PortSettings
from tests.connectivity.at.desk import heard, modem, quiet_port, say


class Case(NamedTuple):
    name: str
    sent: bytes
    said: bytes


CASES = (
    Case("echo", b"AT\r", b"AT\r\r\nOK\r\n"),
    Case("no echo", b"ATE0\rAT\r", b"ATE0\r\r\nOK\r\n\r\nOK\r\n"),
    Case("small letters", b"ate0\rat+cfun?\r", b"ate0\r\r\nOK\r\n\r\n+CFUN: 1\r\n\r\nOK\r\n"),
    Case("numeric", b"ATE0V0\rAT+CFUN?\rAT+NO=?\r", b"0\r+CFUN: 1\r\n0\r4\r"),
    Case("quiet", b"ATE0Q1\rAT+CFUN?\rAT+NO\rATQ0\r", b"\r\n+CFUN: 1\r\n\r\nOK\r\n"),
    Case("missing number is 0", b"ATEQV1\rATS3?\r", b"\r\nOK\r\n\r\n013\r\n\r\nOK\r\n"),
    Case("blanks", b"ATE0\rA T\rAT + C F U N ?\r", b"\r\nOK\r\n\r\n+CFUN: 1\r\n\r\nOK\r\n"),
    Case("garbage before the line", b"ATE0\r\x00xyzAAT\r", b"\r\nOK\r\n\r\nOK\r\n"),
    Case(
        "control characters", b"ATE0\rAT+C\x00FU\x07N?\r", b"\r\nOK\r\n\r\n+CFUN: 1\r\n\r\nOK\r\n"
    ),
    Case("backspace", b"ATE0\rATX\x08+CFUM\x08N?\r", b"\r\nOK\r\n\r\n+CFUN: 1\r\n\r\nOK\r\n"),
    Case("backspace is echoed", b"ATX\x08\r", b"ATX\x08 \x08\r\r\nOK\r\n"),
    Case("not past the prefix", b"ATE0\rAT\x08\x08\x08\x08\r", b"\r\nOK\r\n\r\nOK\r\n"),
    Case("again", b"ATE0S4?\rA/a/", b"\r\n010\r\n\r\nOK\r\n" * 3),
    Case("another backspace", b"ATE0S5=35\rAT+CFUM#N?\r", b"\r\nOK\r\n\r\n+CFUN: 1\r\n\r\nOK\r\n"),
    Case("another line end", b"ATE0S3=33\rAT!", b"!\nOK!\n" * 2),
    Case("line feeds between lines", b"ATE0\r\nAT\r\n", b"\r\nOK\r\n\r\nOK\r\n"),
)
"""Where it begins with ATE0, its echo is left out."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_bytes_in_bytes_out(case: Case) -> None:
    port = modem().open_port()
    port.write(case.sent)
    said = port.read()
    if case.sent.startswith(b"ATE") and not case.said.startswith((b"ATE", b"ate")):
        echo = case.sent.partition(b"\r")[0] + b"\r"
        assert said.startswith(echo)
        said = said.removeprefix(echo)
    assert said == case.said
    assert port.read() == b""


class Line(NamedTuple):
    """What a line answers from a modem without a card, with +CMEE=1."""

    line: str
    said: list[str]


LINES = (
    Line("AT+CFUN?;+CMEE?", ["+CFUN: 1", "+CMEE: 1", "OK"]),
    Line("ATE0+CFUN?", ["+CFUN: 1", "OK"]),
    Line("AT+CFUN?;S3?E0", ["+CFUN: 1", "013", "OK"]),
    Line("AT+CFUN?;", ["+CFUN: 1", "OK"]),
    Line("AT+CFUN?+CMEE?", ["ERROR"]),
    Line("AT+CFUN?;+CPIN?;+CMEE?", ["+CFUN: 1", "+CME ERROR: 10"]),
    Line("AT+CFUN?;+NONSENSE;+CMEE?", ["+CFUN: 1", "+CME ERROR: 100"]),
    Line("AT+NONSENSE=?", ["ERROR"]),
    Line("AT+NONSENSE?", ["+CME ERROR: 100"]),
    Line('AT+NONSENSE="a;b",1', ["+CME ERROR: 100"]),
    Line("ATB7", ["+CME ERROR: 100"]),
    Line("ATE2", ["+CME ERROR: 50"]),
    Line("AT+CFUN=7", ["+CME ERROR: 50"]),
    Line("AT+CFUN=1,0,0", ["+CME ERROR: 50"]),
    Line('AT+CFUN="1"', ["+CME ERROR: 50"]),
    Line("AT+CFUN=", ["+CME ERROR: 50"]),
    Line("AT+CFUN=1H", ["OK"]),
    Line("AT+CFUN=00000001B;+CFUN?", ["+CFUN: 1", "OK"]),
    Line('AT+CFUN="1', ["ERROR"]),
    Line("AT+CGMI?", ["ERROR"]),
    Line("AT+CGMI=1", ["ERROR"]),
    Line("AT+", ["ERROR"]),
    Line("AT;", ["ERROR"]),
    Line('at+cgdcont=4,"ip","Car";+cgdcont=4', ["OK"]),
    Line("ATS3", ["+CME ERROR: 100"]),
    Line("ATS3=200", ["+CME ERROR: 50"]),
    Line("AT\xff\xfe", ["ERROR"]),
    Line('AT+CGDCONT=5,"ip","a\\22b"', ["+CME ERROR: 50"]),
)  # fmt: skip


@pytest.mark.parametrize("case", LINES, ids=lambda case: case.line)
def test_what_a_line_answers(case: Line) -> None:
    port = quiet_port(modem(), "AT+CMEE=1")
    assert say(port, case.line) == case.said


def test_characters_in_a_string_may_be_written_as_hexadecimal() -> None:
    port = quiet_port(modem(), 'AT+CGDCONT=5,"ip","a\\2Eb"')
    assert '+CGDCONT: 5,"IP","a.b","",0,0' in say(port, "AT+CGDCONT?")


def test_a_line_that_is_too_long_is_an_error_and_not_more() -> None:
    port = quiet_port(modem())
    assert say(port, "AT" + " " * LONGEST_LINE) == ["OK"]
    assert say(port, "AT" + "E0" * LONGEST_LINE) == ["ERROR"]
    assert say(port, "AT") == ["OK"]


def test_the_profile_is_kept_and_factory_settings_come_back() -> None:
    port = quiet_port(modem(), "AT+CMEE=2;&W", "AT+CMEE=0")
    assert say(port, "ATZ+CMEE?") == ["+CMEE: 2", "OK"]
    port.write(b"AT&F\r")
    assert port.settings == PortSettings()
    assert heard(port)
    assert say(port, "AT")[0] == "AT\r", "the echo is back"


def test_identity() -> None:
    port = quiet_port(modem("no_pin"))
    assert say(port, "AT+CGMI;+CGMM;+CGMR")[-1] == "OK"
    assert say(port, "AT+CGMI") == say(port, "AT+GMI")
    assert say(port, "AT+CGMM") == say(port, "AT+GMM")
    assert say(port, "AT+CGMR") == say(port, "AT+GMR")
    [imei, _] = say(port, "AT+CGSN")
    assert imei.isdigit()
    assert len(imei) == 15
    assert say(port, "AT+CGSN=1") == [f'+CGSN: "{imei}"', "OK"]
    assert say(port, "AT+CGSN=2")[0][:22] == f'+CGSN: "{imei[:14]}'
    assert say(port, "AT+CIMI") == ["222010000000002", "OK"]
    assert say(port, "AT+CCID") == ["+CCID: 8939010000000000025", "OK"]
    assert say(port, "AT+GCAP")[0].startswith("+GCAP: ")
    assert len(say(port, "ATI")) == 4


def test_each_command_is_in_one_family_and_answers_its_test_form() -> None:
    assert sum(map(len, FAMILIES)) == len(COMMANDS) >= 40
    port = quiet_port(modem("no_pin"), "AT+CMEE=1")
    extended = [name for name in COMMANDS if name.startswith("+")]
    for name in extended:
        assert say(port, f"AT{name}=?")[-1] == "OK", name


def test_errors_are_told_in_words_when_asked_for() -> None:
    assert len(CME_TEXTS) >= 30
    port = quiet_port(modem(), "AT+CMEE=2")
    assert say(port, "AT+CPIN?") == ["+CME ERROR: SIM not inserted"]
    assert say(port, "AT+CFUN=9") == ["+CME ERROR: Incorrect parameters"]
    assert say(port, "AT+NONSENSE") == ["+CME ERROR: unknown"]


def test_clients_do_not_disturb_each_other() -> None:
    desk = modem("no_pin")
    one, two = quiet_port(desk, "AT+CREG=2"), desk.open_port()
    one.write(b"AT+CF")
    two.write(b"ATV0\r")
    one.write(b"UN?\r")
    assert heard(one) == ["+CFUN: 1", "OK"]
    assert two.read() == b"ATV0\r0\r"
    assert say(one, "AT+CREG?")[0].startswith("+CREG: 2,1,")
    two.close()
    two.close()
    desk.remove()
    assert two.read() == b""


def test_a_copy_of_the_modem_goes_its_own_way() -> None:
    desk = modem("no_pin")
    desk.air_delays = True
    port = quiet_port(desk)
    say(port, "AT+COPS=?")
    twin = copy.deepcopy(desk)
    due = desk.next_due()
    assert due
    twin.advance(due)
    assert heard(port) == []
    assert heard(twin.ports[0])[-1] == "OK"
    assert desk.next_due() == due


NOISE = st.one_of(
    st.binary(max_size=20),
    st.sampled_from([b"AT", b"\r", b"\x1a", b"\x1b", b"\x08", b'"', b";", b",", b"=", b"?", b"A/"]),
    st.sampled_from([name.encode() for name in COMMANDS]),
    st.sampled_from([b"=?", b"?", b"=1", b'="SM"', b"=0,1,2", b'="1234"', b'=1,2,"22201"']),
    st.integers(0, 300).map(lambda number: str(number).encode()),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(NOISE, max_size=40).map(b"".join), st.sampled_from(["", "standard", "no_pin"]))
def test_any_bytes_are_taken_and_the_modem_still_answers(noise: bytes, card: str) -> None:
    port = modem(card).open_port()
    port.write(noise)
    port.read()
    port.write(b"\x1b\r")
    port.settings = PortSettings(echo=False)
    port.read()
    assert say(port, "AT") == ["OK"]


@settings(max_examples=100, deadline=None)
@given(st.lists(NOISE, max_size=30).map(b"".join), st.data())
def test_a_line_split_anyhow_gives_the_same(noise: bytes, data: st.DataObject) -> None:
    whole, split = modem("no_pin").open_port(), modem("no_pin").open_port()
    whole.write(noise)
    cuts = data.draw(st.lists(st.integers(0, len(noise)), max_size=5).map(sorted))
    pieces = zip([0, *cuts], [*cuts, len(noise)], strict=True)
    said = b""
    for start, end in pieces:
        split.write(noise[start:end])
        said += split.read()
    assert said == whole.read()
