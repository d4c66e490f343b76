"""Packet data over AT: attach, contexts, addresses, events (TS 27.007, 10.1)."""

from connectivity.messages.telephony import CallPhase, Technology
from connectivity.outside.modem.network import Network
from tests.connectivity.at.desk import card, heard, modem, quiet_port, say


def test_attach_and_activation_by_hand_on_3g() -> None:
    desk = modem("no_pin", Network("IT", Technology.UMTS))
    port, watcher = quiet_port(desk), quiet_port(desk, "AT+CGEREP=2,1")
    assert say(port, "AT+CGATT?") == ["+CGATT: 0", "OK"]
    assert say(port, "AT+CGATT=1;+CGATT?;+CGACT?") == ["+CGATT: 1", "+CGACT: 1,0", "OK"]
    assert say(port, "AT+CGPADDR=1") == ["+CGPADDR: 1", "OK"]
    assert say(port, "AT+CGACT=1,1;+CGPADDR=1") == ['+CGPADDR: 1,"10.64.0.1"', "OK"]
    assert say(port, "AT+CGACT=0,1") == ["OK"]
    assert say(port, "AT+CGATT=0") == ["OK"]
    assert heard(watcher) == [
        "+CGEV: ME PDN ACT 1",
        "+CGEV: ME PDN DEACT 1",
        "+CGEV: ME DETACH",
    ]
    assert say(port, "AT+CGACT=1,1;+CGATT?") == ["+CGATT: 1", "OK"], "activation attaches first"


def test_attaching_to_lte_brings_a_context_with_it() -> None:
    port = quiet_port(modem("no_pin"))
    assert say(port, "AT+CGCONTRDP") == ["OK"]
    assert say(port, "AT+CGATT=1;+CGACT?") == ["+CGACT: 1,1", "OK"]
    [line, _] = say(port, "AT+CGCONTRDP=1")
    assert line.startswith('+CGCONTRDP: 1,5,"internet","10.64.0.1.')


def test_contexts_are_defined_told_and_removed() -> None:
    port = quiet_port(modem("no_pin", Network("IT", Technology.UMTS)), "AT+CMEE=1")
    assert say(port, 'AT+CGDCONT=3,"ipv4v6","car.example"') == ["OK"]
    assert say(port, "AT+CGDCONT?") == [
        '+CGDCONT: 1,"IP","internet","",0,0',
        '+CGDCONT: 3,"IPV4V6","car.example","",0,0',
        "OK",
    ]
    assert say(port, "AT+CGACT=1,3;+CGPADDR=3")[0].count(",") == 2, "two addresses"
    assert say(port, "AT+CGDCONT=3") == ["+CME ERROR: 3"], "it is active"
    assert say(port, "AT+CGACT=0,3;+CGDCONT=3;+CGDCONT?")[1:] == ["OK"]
    assert say(port, "AT+CGPADDR=?") == ["+CGPADDR: (1)", "OK"]
    assert say(port, "AT+CGACT=1,3") == ["+CME ERROR: 50"]
    assert say(port, 'AT+CGDCONT=9,"IP"') == ["+CME ERROR: 50"]
    assert say(port, 'AT+CGDCONT=2,"X25"') == ["+CME ERROR: 50"]
    assert [line[:20] for line in say(port, "AT+CGDCONT=?")[:-1]] == [
        '+CGDCONT: (1-8),"IP"',
        '+CGDCONT: (1-8),"IPV',
        '+CGDCONT: (1-8),"IPV',
    ]


def test_without_network_or_card_nothing_is_attached() -> None:
    desk = modem("no_pin", Network("IT", None))
    port = quiet_port(desk, "AT+CMEE=1")
    assert say(port, "AT+CGATT=1") == ["+CME ERROR: 30"]
    desk.remove()
    assert say(port, "AT+CGACT=1,1")[-1] == "+CME ERROR: 10"
    desk.insert(card("standard"))
    assert say(port, "AT+CGATT=1")[-1] == "+CME ERROR: 11"


def test_a_hole_in_the_coverage_detaches_and_the_modem_attaches_again() -> None:
    desk = modem("no_pin")
    port = quiet_port(desk, "AT+CGEREP=1", "AT+CGATT=1")
    heard(port)
    desk.set_network(Network("IT", None))
    assert heard(port) == ["+CGEV: NW DETACH"]
    assert say(port, "AT+CGATT?;+CGACT?") == ["+CGATT: 0", "+CGACT: 1,0", "OK"]
    desk.set_network(Network("IT"))
    assert heard(port) == ["+CGEV: ME PDN ACT 1"]
    assert say(port, "AT+CGATT?") == ["+CGATT: 1", "OK"]


def test_a_call_on_2g_keeps_packet_data_waiting() -> None:
    desk = modem("no_pin", Network("IT", Technology.GSM))
    port = quiet_port(desk, "AT+CMEE=1", "AT+CGEREP=1", "AT+CGACT=1,1")
    desk.set_call(CallPhase.DIALLING, "123")
    assert heard(port) == ['+CGEV: ME CLASS "CC"']
    say(port, 'AT+CGDCONT=2,"IP","second"')
    assert say(port, "AT+CGCLASS?;+CGATT?;+CGACT=1,2") == [
        '+CGCLASS: "CC"',
        "+CGATT: 1",
        "+CME ERROR: 134",
    ]
    desk.set_call(CallPhase.ENDED)
    assert heard(port)[0] == '+CGEV: ME CLASS "B"'
    assert say(port, "AT+CGACT=1,2;+CGACT?")[:3] == ["+CGACT: 1,1", "+CGACT: 2,1", "OK"]


def test_a_call_on_3g_or_lte_lets_data_run() -> None:
    for technology in (Technology.UMTS, Technology.LTE):
        desk = modem("no_pin", Network("IT", technology))
        port = quiet_port(desk, "AT+CGEREP=1")
        desk.set_call(CallPhase.ACTIVE, "123")
        assert say(port, "AT+CGACT=1,1")[0] == "OK", technology
    desk.set_call(CallPhase.ENDED)
    desk.insert(card("no_volte"))
    desk.set_call(CallPhase.ACTIVE, "123")
    assert '+CGEV: ME CLASS "CC"' in heard(port), "LTE falls back to 2G for this provider's calls"
