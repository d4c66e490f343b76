"""Voice calls over AT (TS 27.007, 6 and 7; V.250, 6.3)."""

import copy

import pytest

from connectivity.messages.telephony import CallPhase, Technology
from connectivity.outside.modem.network import Network
from tests.connectivity.at.desk import heard, modem, quiet_port, say

CALLER = "+39 049 555 0199"


def test_a_dialled_call_is_listed_answered_and_hung_up() -> None:
    desk = modem("no_pin")
    port, other = quiet_port(desk), quiet_port(desk)
    assert say(port, "ATD+39 049-555 (0199);") == ["OK"]
    assert say(other, "AT+CLCC") == ['+CLCC: 1,0,2,0,0,"+390495550199",145', "OK"]
    desk.set_call(CallPhase.ACTIVE)
    assert say(port, "AT+CLCC") == ['+CLCC: 1,0,0,0,0,"+390495550199",145', "OK"]
    assert say(port, "ATH") == ["OK"]
    assert heard(other) == ["NO CARRIER"]
    assert say(port, "AT+CLCC") == ["OK"]


def test_a_call_rings_every_five_seconds_with_the_number_where_it_is_wanted() -> None:
    desk = modem("no_pin")
    plain, clip = quiet_port(desk), quiet_port(desk, "AT+CLIP=1;+CRC=1")
    desk.set_call(CallPhase.INCOMING, CALLER)
    assert heard(plain) == ["RING"]
    assert heard(clip) == ["+CRING: VOICE", '+CLIP: "+390495550199",145,,,,0']
    desk.advance(4.9)
    assert heard(plain) == []
    desk.advance(10.0)
    assert heard(plain) == ["RING", "RING"]
    assert say(plain, "AT+CLCC") == ['+CLCC: 1,1,4,0,0,"+390495550199",145', "OK"]
    assert say(plain, "ATA") == ["OK"]
    heard(clip)
    desk.advance(60.0)
    assert heard(clip) == []
    assert desk.next_due() is None


def test_a_call_that_nobody_answers_ends() -> None:
    desk = modem("no_pin")
    port = quiet_port(desk)
    desk.set_call(CallPhase.INCOMING)
    desk.advance(1000.0)
    told = heard(port)
    assert told == ["RING"] * 36 + ["NO CARRIER"]
    assert desk.call is CallPhase.ENDED


def test_a_withheld_number_is_told_as_withheld() -> None:
    desk = modem("no_pin")
    port = quiet_port(desk, "AT+CLIP=1")
    desk.set_call(CallPhase.INCOMING)
    assert heard(port) == ["RING", '+CLIP: "",129,,,,1']


@pytest.mark.parametrize(("level", "word"), [(4, "BUSY"), (2, "NO CARRIER")])
def test_a_refused_call_is_busy_as_far_as_x_lets_it(level: int, word: str) -> None:
    desk = modem("no_pin")
    port = quiet_port(desk, f"ATX{level}")
    say(port, "ATD0495550199;")
    desk.set_call(CallPhase.ENDED)
    assert heard(port) == [word]


@pytest.mark.parametrize(
    ("card", "line", "answer"),
    [
        ("", "ATD0495550199;", "+CME ERROR: 10"),
        ("standard", "ATD0495550199;", "+CME ERROR: 11"),
        ("", "ATD112;", "OK"),
        ("standard", "ATD112;", "OK"),
        ("no_pin", "ATD*99#", "NO CARRIER"),
        ("no_pin", "ATDT0495550199", "NO CARRIER"),
        ("no_pin", "ATD;", "+CME ERROR: 27"),
        ("no_pin", "ATD12+34;", "+CME ERROR: 27"),
        ("no_pin", f"ATD{'1' * 40};", "+CME ERROR: 26"),
        ("no_pin", "ATD>7;", "+CME ERROR: 21"),
        ("no_pin", "ATA", "NO CARRIER"),
        ("no_pin", "AT+CHUP", "OK"),
        ("no_pin", "AT+VTS=1", "+CME ERROR: 3"),
        ("no_pin", "AT+CPAS", "OK"),
    ],
)
def test_what_cannot_be_called_is_refused_by_its_cause(card: str, line: str, answer: str) -> None:
    port = quiet_port(modem(card), "AT+CMEE=1")
    assert say(port, line)[-1] == answer


def test_without_network_no_call_goes_out() -> None:
    port = quiet_port(modem("no_pin", Network("IT", None)), "AT+CMEE=1")
    assert say(port, "ATD0495550199;") == ["+CME ERROR: 30"]
    assert say(port, "ATD112;") == ["NO CARRIER"]


def test_a_second_call_is_refused_while_one_runs() -> None:
    port = quiet_port(modem("no_pin"), "AT+CMEE=1")
    assert say(port, "ATD1;") == ["OK"]
    assert say(port, "ATD2;") == ["+CME ERROR: 3"]


def test_a_stored_number_is_dialled_by_its_place() -> None:
    desk = modem("standard")
    port = quiet_port(desk, "AT+CPIN=1234")
    assert say(port, "ATD>1;") == ["OK"]
    assert say(port, "AT+CLCC") == ['+CLCC: 1,0,2,0,0,"+390555550147",145', "OK"]


def test_settings_of_calls_are_each_clients_own() -> None:
    desk = modem("no_pin")
    one, two = quiet_port(desk, "AT+CLIP=1;+CLIR=2;+CRC=1"), quiet_port(desk)
    assert say(one, "AT+CLIP?;+CLIR?;+CRC?") == ["+CLIP: 1,1", "+CLIR: 2,4", "+CRC: 1", "OK"]
    assert say(two, "AT+CLIP?;+CLIR?;+CRC?") == ["+CLIP: 0,1", "+CLIR: 0,4", "+CRC: 0", "OK"]


def test_tones_and_activity_of_a_running_call() -> None:
    desk = modem("no_pin")
    port = quiet_port(desk)
    desk.set_call(CallPhase.INCOMING, CALLER)
    heard(port)
    assert say(port, "AT+CPAS") == ["+CPAS: 3", "OK"]
    assert say(port, "ATA+CPAS;+VTS=5;+VTS=#") == ["+CPAS: 4", "OK"]


def test_the_own_number_is_told() -> None:
    desk = modem("no_pin")
    assert desk.slot
    assert say(quiet_port(desk), "AT+CNUM") == [f'+CNUM: ,"{desk.slot.msisdn}",145', "OK"]


def test_a_call_on_2g_suspends_packet_data_and_gives_it_back() -> None:
    desk = modem("no_pin", Network("IT", Technology.GSM))
    port = quiet_port(desk, "AT+CMEE=1;+CGEREP=2,0;+CGREG=2", "AT+CGACT=1,1")
    assert say(port, "AT+CGATT?;+CGACT?") == ["+CGATT: 1", "+CGACT: 1,1", "OK"]
    registered = say(port, "AT+CGREG?")
    assert say(port, "ATD0495550199;") == ["OK", '+CGEV: ME CLASS "CC"']
    assert say(port, "AT+CGATT?;+CGACT?") == ["+CGATT: 1", "+CGACT: 1,1", "OK"]
    assert say(port, "AT+CGREG?") == registered
    assert say(port, "AT+CGACT=0,1;+CGACT=1,1")[0] == "+CME ERROR: 134"
    assert say(port, "AT+CHUP") == ["OK", '+CGEV: ME CLASS "B"']
    assert say(port, "AT+CGACT=1,1")[0] == "OK"


def test_a_call_on_3g_leaves_packet_data_alone() -> None:
    desk = modem("no_pin", Network("IT", Technology.UMTS))
    port = quiet_port(desk, "AT+CGEREP=2,0", "AT+CGACT=1,1")
    heard(port)
    assert say(port, "ATD0495550199;") == ["OK"]
    assert say(port, "AT+CGCLASS?") == ['+CGCLASS: "B"', "OK"]


def test_a_copy_of_the_modem_rings_on_by_itself() -> None:
    desk = modem("no_pin")
    quiet_port(desk)
    desk.set_call(CallPhase.INCOMING, CALLER)
    kept = copy.deepcopy(desk)
    desk.set_call(CallPhase.ENDED)
    kept.advance(5.0)
    assert heard(kept.ports[0]) == ["RING", "RING"]
    assert heard(desk.ports[0]) == ["RING", "NO CARRIER"]
    kept.advance(400.0)
    assert kept.call is CallPhase.ENDED
