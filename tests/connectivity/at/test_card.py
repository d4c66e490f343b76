"""PIN, PUK, tries and locks over AT (TS 27.007, 8.3, 8.65, 7.4, 7.5)."""

from connectivity.outside.modem.emulator import BUILT_IN_IMEI, ModemEmulator
from connectivity.outside.modem.network import Network
from connectivity.outside.modem.numbering import luhn_digit
from connectivity.outside.profiles import load_world
from tests.connectivity.at.desk import heard, modem, quiet_port, say


def test_a_wrong_pin_costs_a_try_and_every_client_hears_of_it() -> None:
    desk = modem("standard")
    one, two = quiet_port(desk, "AT+CMEE=1"), quiet_port(desk)
    assert say(one, "AT+CPIN?") == ["+CPIN: SIM PIN", "OK"]
    assert say(one, 'AT+CPIN="1111"') == ["+CME ERROR: 16", "+CPIN: SIM PIN"]
    assert heard(two) == ["+CPIN: SIM PIN"]
    assert say(two, 'AT+CPINR="SIM PIN"') == ["+CPINR: SIM PIN,2,3", "OK"]
    assert say(two, "AT+CPIN=1234") == ["OK", "+CPIN: READY"]
    assert heard(one) == ["+CPIN: READY"]


def test_what_is_no_pin_costs_no_try() -> None:
    port = quiet_port(modem("standard"), "AT+CMEE=1")
    for wrong in ("123", "123456789", "12a4", '"12 34"', "", '"1234","5678"'):
        assert say(port, f"AT+CPIN={wrong}") == ["+CME ERROR: 50"], wrong
    assert say(port, 'AT+CPINR="SIM P*"')[:2] == ["+CPINR: SIM PIN,3,3", "+CPINR: SIM PUK,10,10"]
    assert say(port, "AT+CPIN=1234")[0] == "OK"
    assert say(port, "AT+CPIN=1234") == ["+CME ERROR: 3"], "none is asked for"


def test_without_power_the_card_cannot_be_read_and_forgets_that_it_was_opened() -> None:
    port = quiet_port(modem("standard"), "AT+CMEE=1", "AT+CPIN=1234", "AT+CREG=1")
    assert say(port, "AT+CFUN=4") == ["OK", "+CREG: 0"]
    assert say(port, "AT+CPIN?;+COPS=?") == ["+CPIN: READY", "+CME ERROR: 55"]
    assert say(port, "AT+CFUN=1") == ["OK", "+CREG: 1"], "the radio alone was off"
    say(port, "AT+CFUN=0")
    assert say(port, "AT+CPIN?") == ["+CME ERROR: 55"]
    assert say(port, "AT+CFUN=1;+CFUN?") == ["+CFUN: 1", "OK", "+CPIN: SIM PIN"]


def test_the_built_in_card_needs_no_pin_and_is_another_modem() -> None:
    world = load_world()
    network = Network("DE")
    built_in = ModemEmulator("DE", network, built_in=world.built_in_sim, imei=BUILT_IN_IMEI)
    port, other = quiet_port(built_in), quiet_port(modem())
    assert say(port, "AT+CPIN?;+CREG?") == ["+CPIN: READY", "+CREG: 0,1", "OK"]
    assert say(port, "AT+CIMI")[0].startswith("26201")
    assert say(port, "AT+CCID")[0].startswith("+CCID: 8949")
    imeis = [say(client, "AT+CGSN")[0] for client in (port, other)]
    assert len(set(imeis)) == 2
    assert all(luhn_digit(imei[:-1]) == imei[-1] for imei in imeis)


def test_the_puk_opens_the_card_and_sets_a_pin() -> None:
    desk = modem("standard")
    port = quiet_port(desk, "AT+CMEE=1")
    answers = [say(port, "AT+CPIN=1111")[0] for _ in range(3)]
    assert answers == ["+CME ERROR: 16", "+CME ERROR: 16", "+CME ERROR: 12"]
    assert say(port, "AT+CPIN?") == ["+CPIN: SIM PUK", "OK"]
    assert say(port, "AT+CPIN=1234") == ["+CME ERROR: 12"], "a PUK takes a new PIN with it"
    assert say(port, 'AT+CPIN="00000000","5555"')[0] == "+CME ERROR: 16"
    assert say(port, 'AT+CPIN="12345678","5555"') == ["OK", "+CPIN: READY"]
    assert say(port, "AT+CFUN=1,1") == ["OK", "+CPIN: SIM PIN"]
    assert say(port, "AT+CPIN=5555")[0] == "OK"


def test_ten_wrong_puks_kill_the_card() -> None:
    port = quiet_port(modem("standard"), "AT+CMEE=2")
    for _ in range(3):
        say(port, "AT+CPIN=1111")
    for _ in range(10):
        last = say(port, 'AT+CPIN="00000000","5555"')
    assert last[0] == "+CME ERROR: SIM failure"
    assert say(port, "AT+CPIN?") == ["+CME ERROR: SIM failure"]
    assert say(port, 'AT+CPINR="SIM PUK"') == ["+CPINR: SIM PUK,0,10", "OK"]


def test_the_pin_is_switched_off_and_on_and_changed() -> None:
    port = quiet_port(modem("standard"), "AT+CMEE=1", "AT+CPIN=1234")
    assert say(port, 'AT+CLCK="SC",2') == ["+CLCK: 1", "OK"]
    assert say(port, 'AT+CLCK="SC",0,"9999"')[0] == "+CME ERROR: 16"
    assert say(port, 'AT+CLCK="SC",0,"1234"')[0] == "OK"
    assert say(port, 'AT+CLCK="SC",2') == ["+CLCK: 0", "OK"]
    assert say(port, "AT+CFUN=1,1") == ["OK", "+CPIN: READY"]
    assert say(port, 'AT+CPWD="SC","1234","2222"') == ["+CME ERROR: 3"], "a PIN that is off"
    assert say(port, 'AT+CLCK="SC",1,"1234"')[0] == "OK"
    assert say(port, 'AT+CPWD="SC","9999","2222"')[0] == "+CME ERROR: 16"
    assert say(port, 'AT+CPWD="SC","1234","2222"')[0] == "OK"
    say(port, "AT+CFUN=1,1")
    assert say(port, "AT+CPIN=2222")[0] == "OK"
    assert say(port, 'AT+CLCK="ZZ",2') == ["+CME ERROR: 4"]
    assert say(port, "AT+CLCK=?;+CPWD=?") == ['+CLCK: ("SC")', '+CPWD: ("SC",8)', "OK"]


def test_without_a_card_each_command_says_so_in_the_words_that_were_asked_for() -> None:
    port = quiet_port(modem())
    for mode, words in enumerate(("ERROR", "+CME ERROR: 10", "+CME ERROR: SIM not inserted")):
        say(port, f"AT+CMEE={mode}")
        for line in ("AT+CPIN?", "AT+CPINR", "AT+CIMI", "AT+CCID", 'AT+CLCK="SC",2'):
            assert say(port, line) == [words], line
