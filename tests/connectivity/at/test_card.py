"""PIN, PUK, tries and locks over AT (TS 27.007, 8.3, 8.65, 7.4, 7.5)."""

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
