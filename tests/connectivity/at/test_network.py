"""Registration, operators, signal, IMS over AT (TS 27.007, 7.2, 7.3, 8.5, 8.9, 8.71, 10.1.20)."""

import pytest

from connectivity.messages.telephony import CallPhase, Technology
from connectivity.networks import find_country, load_networks
from connectivity.outside.modem.network import Network
from connectivity.outside.modem.service import IN_SERVICE, radio, registration
from models.markets import load_markets
from tests.connectivity.at.desk import card, heard, modem, quiet_port, say


def test_registration_tells_as_much_as_each_client_asked_for() -> None:
    desk = modem("no_pin")
    silent, short, long = (quiet_port(desk, f"AT+CREG={mode}") for mode in range(3))
    assert say(silent, "AT+CREG?") == ["+CREG: 0,1", "OK"]
    assert say(short, "AT+CREG?") == ["+CREG: 1,1", "OK"]
    [line, _] = say(long, "AT+CREG?")
    assert line.startswith('+CREG: 2,1,"')
    assert line.endswith(",7"), "E-UTRAN"
    desk.set_network(Network("FR", Technology.GSM))
    assert heard(silent) == []
    assert heard(short) == ["+CREG: 5"]
    [line] = heard(long)
    assert line.startswith('+CREG: 5,"')
    assert line.endswith(",0"), "GSM"
    desk.set_network(Network("FR", None))
    assert heard(long) == ["+CREG: 2"]


def test_each_kind_of_network_has_its_command() -> None:
    desk = modem("no_pin", Network("IT", Technology.GSM))
    port = quiet_port(desk)
    assert say(port, "AT+CGREG?;+CEREG?") == ["+CGREG: 0,1", "+CEREG: 0,4", "OK"]
    desk.set_network(Network("IT", Technology.LTE))
    assert say(port, "AT+CGREG?;+CEREG?") == ["+CGREG: 0,4", "+CEREG: 0,1", "OK"]


def test_a_subscription_without_data_is_refused_for_packets_alone() -> None:
    desk = modem("voice_only")
    port = quiet_port(desk, "AT+CMEE=1")
    assert say(port, "AT+CREG?;+CEREG?") == ["+CREG: 0,1", "+CEREG: 0,3", "OK"]
    assert say(port, "AT+CGATT=1") == ["+CME ERROR: 107"]
    say(port, "AT+CEREG=3")
    assert say(port, "AT+CEREG?")[0].endswith(",7,0,7"), "cause: data services not allowed"
    desk.set_network(Network("IT", Technology.UMTS))
    heard(port)
    assert say(port, "AT+CGREG?;+CEREG?")[:2] == ["+CGREG: 0,3", "+CEREG: 3,4"]


@pytest.mark.parametrize(
    ("style", "name"), [(0, "TIM"), (1, "TIM"), (2, "22201")], ids=["long", "short", "numeric"]
)
def test_the_operator_is_told_and_taken_in_all_formats(style: int, name: str) -> None:
    port = quiet_port(modem("no_pin"), f"AT+COPS=3,{style}")
    assert say(port, "AT+COPS?") == [f'+COPS: 0,{style},"{name}",7', "OK"]
    assert say(port, f'AT+COPS=1,{style},"{name}"') == ["OK"]
    assert say(port, "AT+COPS?") == [f'+COPS: 1,{style},"{name}",7', "OK"]
    assert say(port, "AT+COPS=0;+COPS?")[0] == f'+COPS: 0,{style},"{name}",7'


def test_a_scan_tells_every_network_and_whether_it_may_be_used() -> None:
    desk = modem("no_pin", Network("DE"))
    port = quiet_port(desk)
    [line, _] = say(port, "AT+COPS=?")
    assert line.startswith('+COPS: (2,"Telekom","Telekom","26201",7),')
    assert '(1,"Vodafone.de","Vodafone","26202",7)' in line
    assert '(3,"o2 - de","o2 - de","26203",0)' in line
    assert line.endswith(",,(0-4),(0-2)")
    desk.set_network(Network("DE", Technology.GSM))
    assert ",7)" not in say(port, "AT+COPS=?")[0]


def test_a_selection_by_hand_can_fail() -> None:
    desk = modem("no_pin", Network("DE"))
    port = quiet_port(desk, "AT+CMEE=1")
    assert say(port, 'AT+COPS=1,2,"22201"') == ["+CME ERROR: 30"], "not heard here"
    assert say(port, "AT+COPS?")[0] == '+COPS: 0,2,"26201",7'
    assert say(port, 'AT+COPS=1,2,"26203"') == ["+CME ERROR: 32"], "no roaming agreement"
    assert say(port, "AT+CREG?;+COPS?") == ["+CREG: 0,3", "+COPS: 1", "OK"]
    assert say(port, 'AT+COPS=4,2,"26203"') == ["OK"], "else automatic"
    assert say(port, "AT+COPS?")[0] == '+COPS: 0,2,"26201",7'
    assert say(port, 'AT+COPS=1,2,"26202",0') == ["OK"], "2G where LTE is"
    assert say(port, "AT+COPS?")[0] == '+COPS: 1,2,"26202",0'
    desk.set_network(Network("IT"))
    assert say(port, "AT+CREG?;+COPS?") == ["+CREG: 0,2", "+COPS: 1", "OK"], "looks for it"
    assert say(port, "AT+COPS=2;+CREG?;+COPS?") == ["+CREG: 0,0", "+COPS: 2", "OK"]


def test_a_scan_takes_its_time_on_air_and_any_character_ends_it() -> None:
    desk = modem("no_pin")
    desk.air_delays = True
    port, other = quiet_port(desk, "AT+CMEE=1", "AT+CREG=1"), quiet_port(desk)
    assert say(port, "AT+COPS=?;+CSQ") == []
    assert say(other, "AT+CSQ") == ["+CSQ: 24,99", "OK"], "another client is not kept waiting"
    due = desk.next_due()
    assert due
    desk.set_network(Network("IT", None))
    desk.advance(due - 0.1)
    assert heard(port) == []
    desk.advance(due)
    assert heard(port) == ["+COPS: ,,(0-4),(0-2)", "+CSQ: 99,99", "OK", "+CREG: 2"]
    assert say(port, "AT+COPS=?") == []
    port.write(b"\n")
    assert heard(port) == [], "the tail of the line"
    port.write(b" ")
    assert heard(port) == ["+CME ERROR: 52"]
    assert desk.next_due() is None


def test_signal_follows_the_bars() -> None:
    desk = modem("no_pin")
    port = quiet_port(desk, "AT+CMER=3,0,0,2")
    strengths = []
    for bars in range(5):
        desk.set_network(Network("IT", Technology.LTE, bars))
        strengths.append(int(say(port, "AT+CSQ")[-2].split()[1].split(",")[0]))
    assert strengths == sorted(strengths)
    assert len(set(strengths)) == 5
    desk.set_network(Network("IT", Technology.GSM, 4))
    assert "+CESQ: 46,99,255,255,255,255" in say(port, "AT+CESQ")
    desk.set_network(Network("IT", Technology.UMTS, 4))
    assert say(port, "AT+CESQ") == ["+CESQ: 99,99,51,255,255,255", "OK"]
    desk.set_network(Network("IT", None))
    assert heard(port) == ["+CIEV: 2,0", "+CIEV: 3,0"]
    assert say(port, "AT+CSQ;+CESQ") == ["+CSQ: 99,99", "+CESQ: 99,99,255,255,255,255", "OK"]


def test_indicators_follow_call_and_roaming() -> None:
    desk = modem("no_pin")
    port = quiet_port(desk, "AT+CMER=3,0,0,2")
    assert say(port, "AT+CIND?") == ["+CIND: 5,5,1,0,0,0", "OK"]
    desk.set_call(CallPhase.INCOMING, "123")
    desk.set_call(CallPhase.ACTIVE)
    desk.set_call(CallPhase.ENDED)
    told = [line for line in heard(port) if line.startswith("+CIEV")]
    assert told == ["+CIEV: 6,1", "+CIEV: 4,1", "+CIEV: 6,0", "+CIEV: 4,0"]
    desk.set_network(Network("CH"))
    assert heard(port) == ["+CIEV: 5,1"]
    assert say(port, "AT+CMER?") == ["+CMER: 3,0,0,2,0", "OK"]


def test_ims_tells_whether_a_call_and_data_run_together() -> None:
    desk = modem("no_pin")
    port = quiet_port(desk, "AT+CIREG=2")
    assert say(port, "AT+CIREG?") == ["+CIREG: 2,1,1", "OK"]
    desk.set_network(Network("IT", Technology.UMTS))
    assert heard(port) == ["+CIREGU: 0"]
    desk.set_network(Network("IT", Technology.LTE))
    desk.insert(card("no_volte"))
    heard(port)
    assert say(port, "AT+CIREG?") == ["+CIREG: 2,0", "OK"]


def test_every_market_has_networks_and_a_foreign_card_finds_one_in_each() -> None:
    countries = load_networks().countries
    codes = [country.code for country in countries]
    assert len(codes) == len(set(codes)) >= 55
    assert {market.code for market in load_markets().markets} <= set(codes)
    numbers = [op.numeric for code in codes for op in find_country(code).operators]
    assert len(numbers) == len(set(numbers)) >= 140
    desk = modem("no_pin")
    for code in (*codes, "QQ"):
        desk.set_network(Network(code))
        assert registration(desk.state).status in IN_SERVICE, code
        assert radio(desk.state)
    assert registration(desk.state).operator == "Mobile QQ"
