"""The driver against modems that are slow, noisy, poor or away."""

import copy
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connectivity.at import commands
from connectivity.at.channel import LoopChannel
from connectivity.at.modem import AGAIN_S, AtModem
from connectivity.messages.modem import (
    Card,
    CardLock,
    CardStatus,
    DataContext,
    EnterPin,
    EnterPuk,
    ModemLink,
    ModemRequest,
    PowerOn,
    Registered,
    Registration,
    UseData,
)
from connectivity.messages.telephony import (
    AnswerCall,
    CallPhase,
    CallStatus,
    Dial,
    HangUp,
    Technology,
    TextMessage,
)
from connectivity.outside.modem.network import Network
from tests.connectivity.at import desk
from tests.connectivity.at.scripted import READY_IN_ITALY, ScriptedModem, last_of, settled

CARD = CardStatus(Card("8939010000000000017", CardLock.READY, 3, 10, True, "Card", True, True))
AT_HOME = Registration(Registered.HOME, "Rete Blu", "IT", Technology.LTE, 3)


def test_card_and_registration_come_from_what_the_modem_answers() -> None:
    events = settled(AtModem(ScriptedModem(READY_IN_ITALY)))
    assert events == [CARD, AT_HOME]


@pytest.mark.parametrize("kind", ["echo", "numeric"])
def test_a_modem_that_echoes_or_answers_in_numbers_is_understood(kind: str) -> None:
    modem = ScriptedModem(READY_IN_ITALY, echo=kind == "echo", numeric=kind == "numeric")
    assert settled(AtModem(modem)) == [CARD, AT_HOME]
    assert modem.heard.count("ATE0Q0V1") <= 2, "it does not begin again and again"


def test_a_modem_that_was_reset_is_set_up_again() -> None:
    modem = ScriptedModem(READY_IN_ITALY)
    driver = AtModem(modem)
    settled(driver)
    modem.echo, count = True, modem.heard.count("AT+CREG=2")
    modem.say('+CREG: 5,"00A1","0000B2C4",7')
    settled(driver)
    assert modem.heard.count("AT+CREG=2") == count + 1


def test_what_a_modem_lacks_is_done_without() -> None:
    script = dict(READY_IN_ITALY)
    for line in ("AT+CPINR", "AT+CCID", 'AT+CLCK="SC",2', "AT+CEREG?", "AT+CIREG?"):
        del script[line]
    script["AT+CRSM=176,12258,0,0,10"] = ('+CRSM: 144,0,"98931000000000000071"', "OK")
    script["AT+CRSM=176,28486,0,0,17"] = ("+CME ERROR: 4",)
    for line in ("AT+CEREG=2", "AT+CIREG=1", "AT+CGEREP=2,1", "AT+CNMI=2,1", "AT+CMER=3,0,0,1"):
        script[line] = ("ERROR",)
    events = settled(AtModem(ScriptedModem(script)))
    card = last_of(events, CardStatus).card
    assert card
    assert card.iccid == "89390100000000000017"
    assert last_of(events, Registration) == AT_HOME


def test_noise_between_the_lines_changes_nothing() -> None:
    script: dict[str, Sequence[str]] = {
        line: (*("\x00\xff~~", "+CREG: x,y", "+COPS:", "+CSQ: ,", "> "), *answer)
        for line, answer in READY_IN_ITALY.items()
    }
    assert settled(AtModem(ScriptedModem(script))) == [CARD, AT_HOME]


@settings(max_examples=200)
@given(st.lists(st.binary(max_size=60), max_size=12))
def test_whatever_bytes_come_the_driver_goes_on(pieces: list[bytes]) -> None:
    modem = ScriptedModem(READY_IN_ITALY)
    driver = AtModem(modem)
    settled(driver)
    for piece in pieces:
        modem.out += piece
        settled(driver)
    modem.say("+CPIN: SIM PIN")
    modem.script["AT+CPIN?"] = ("+CPIN: SIM PIN", "OK")
    settled(driver)
    modem.script["AT+CPIN?"] = ("+CPIN: READY", "OK")
    modem.say("+CPIN: READY")
    assert CARD in settled(driver)


def test_lines_cut_anyhow_are_put_together() -> None:
    class OneByteAtATime(ScriptedModem):
        def read(self) -> bytes:
            said, self.out = self.out[:1], self.out[1:]
            return said

    assert settled(AtModem(OneByteAtATime(READY_IN_ITALY))) == [CARD, AT_HOME]


def test_a_code_that_comes_while_something_is_asked_is_taken() -> None:
    script = dict(READY_IN_ITALY)
    script["AT+CIREG?"] = ('+CREG: 5,"00A1","0000B2C3",7', "+CIREG: 1,1", "OK")
    modem = ScriptedModem(script)
    events = settled(AtModem(modem))
    assert last_of(events, Registration).status is Registered.ROAMING


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        (EnterPin("1234"), 'AT+CPIN="1234"'),
        (EnterPuk("12345678", "4321"), 'AT+CPIN="12345678","4321"'),
        (Dial("+39 049 555"), "ATD+39049555;"),
        (AnswerCall(), "ATA"),
        (HangUp(), "AT+CHUP"),
        (PowerOn(), "AT+CFUN=1,1"),
        (UseData(True), "AT+CGATT=1"),
        (UseData(False), "AT+CGATT=0"),
    ],
)
def test_what_the_head_unit_wants_becomes_a_command(request_: ModemRequest, line: str) -> None:
    modem = ScriptedModem(READY_IN_ITALY)
    driver = AtModem(modem)
    settled(driver)
    driver.send(request_)
    settled(driver)
    assert line in modem.heard


def test_a_pin_stands_in_no_repr() -> None:
    modem = ScriptedModem(READY_IN_ITALY)
    driver = AtModem(modem)
    driver.send(EnterPin("24689"))
    assert "24689" not in repr(driver.exchange.__dict__ | {"channel": None})


def test_a_pin_is_said_once_even_when_nobody_answers() -> None:
    modem = ScriptedModem(READY_IN_ITALY | {"AT+CPIN?": ("+CPIN: SIM PIN", "OK")})
    driver = AtModem(modem)
    settled(driver)
    modem.mute = True
    driver.send(EnterPin("1234"))
    settled(driver)
    for second in range(60):
        driver.advance(float(second))
        settled(driver)
    assert modem.heard.count('AT+CPIN="1234"') == 1


def test_a_slow_answer_reaches_its_own_command() -> None:
    modem = ScriptedModem(READY_IN_ITALY)
    driver = AtModem(modem)
    settled(driver)
    modem.mute = True
    modem.say("+CREG: 2")
    settled(driver)
    driver.advance(60.0)  # the look at the operator was said twice
    modem.mute = False
    late = READY_IN_ITALY[commands.NETWORK.text]
    modem.say(*late)
    modem.say(*late)
    events = settled(driver)
    for second in range(61, 70):
        driver.advance(float(second))
        events += settled(driver)
    assert driver.exchange.idle
    assert driver.facts.operator == "Rete Blu"
    assert driver.facts.bars == 3


def test_a_command_that_is_never_answered_is_left_out() -> None:
    class Stubborn(ScriptedModem):
        def write(self, data: bytes) -> None:
            if data == b"AT+CIREG?\r":
                self.heard.append("AT+CIREG?")
            else:
                super().write(data)

    modem = Stubborn(READY_IN_ITALY)
    driver = AtModem(modem)
    events = settled(driver)
    for second in range(60):
        driver.advance(float(second))
        events += settled(driver)
    assert modem.heard.count("AT+CIREG?") == 2
    assert AT_HOME in events


def test_a_modem_that_falls_silent_is_told_and_comes_back_by_itself() -> None:
    modem = ScriptedModem(READY_IN_ITALY)
    driver = AtModem(modem)
    settled(driver)
    modem.mute = True
    driver.send(HangUp())
    events, second = settled(driver), 0
    while ModemLink("silent") not in events:
        second += 1
        assert second < 100
        driver.advance(float(second))
        events += settled(driver)
    assert events[-2:] == [CardStatus(None), Registration()]
    driver.send(Dial("112"))
    driver.send(EnterPin("1234"))
    assert settled(driver) == [CallStatus(CallPhase.ENDED, "112"), CardStatus(None)]
    modem.mute = False
    events = []
    for later in range(second, second + 3 * int(AGAIN_S) + 6):
        driver.advance(float(later))
        events += settled(driver)
    assert events == [ModemLink(), CARD, AT_HOME]


def test_a_modem_that_is_pulled_out_is_told_and_comes_back_by_itself() -> None:
    modem = ScriptedModem(READY_IN_ITALY)
    driver = AtModem(modem)
    driver.send(UseData(True))
    settled(driver)
    modem.gone = "unplugged"
    assert settled(driver) == [ModemLink("gone"), CardStatus(None), Registration()]
    for second in range(20):
        driver.advance(float(second))
        assert not settled(driver)
    modem.gone, before = "", len(modem.heard)
    driver.advance(21.0)
    driver.advance(24.0)
    assert settled(driver)[:3] == [ModemLink(), DataContext(False, True), CARD]
    assert "AT+CGATT=1" in modem.heard[before:], "what was wanted is wanted still"


def test_a_restart_takes_its_time_without_alarm() -> None:
    modem = ScriptedModem(READY_IN_ITALY | {"AT+CFUN=1,1": ("OK",)}, real=True)
    driver = AtModem(modem)
    settled(driver)
    driver.send(PowerOn())
    modem.mute = False
    settled(driver)
    modem.gone = "re-enumerating"
    for second in range(12):
        driver.advance(float(second))
        assert not [e for e in settled(driver) if isinstance(e, ModemLink)]
    modem.gone = ""
    events = []
    for second in range(12, 20):
        driver.advance(float(second))
        events += settled(driver)
    assert not [event for event in events if isinstance(event, ModemLink)]


def test_a_card_pulled_without_a_word_is_noticed_by_asking() -> None:
    modem = ScriptedModem(READY_IN_ITALY, real=True)
    driver = AtModem(modem)
    settled(driver)
    modem.script["AT+CPIN?"] = ("+CME ERROR: 10",)
    events = []
    for second in range(8):
        driver.advance(float(second))
        events += settled(driver)
    assert events == [CardStatus(None), Registration()]
    modem.script["AT+CPIN?"] = READY_IN_ITALY["AT+CPIN?"]
    for second in range(8, 16):
        driver.advance(float(second))
        events += settled(driver)
    assert events[2:] == [CARD, AT_HOME]


def test_a_jump_of_virtual_time_is_no_time_for_a_modem_outside() -> None:
    modem = ScriptedModem(READY_IN_ITALY, real=True)
    driver = AtModem(modem)
    settled(driver)
    modem.mute = True
    driver.send(HangUp())
    settled(driver)
    driver.advance(24 * 3600.0)
    assert not settled(driver)
    assert driver.next_due() is None


def test_a_call_is_told_from_ringing_to_its_end() -> None:
    modem = ScriptedModem(READY_IN_ITALY | {"AT+CHUP": ("OK",), "ATA": ("OK",)})
    driver = AtModem(modem)
    settled(driver)
    modem.script["AT+CLCC"] = ('+CLCC: 1,1,4,0,0,"+39049555",145', "OK")
    modem.say("RING", '+CLIP: "+39049555",145')
    assert settled(driver) == [CallStatus(CallPhase.INCOMING, "+39049555")]
    modem.say("RING")
    assert not settled(driver)
    modem.script["AT+CLCC"] = ('+CLCC: 1,1,0,0,0,"+39049555",145', "OK")
    driver.send(AnswerCall())
    assert settled(driver) == [CallStatus(CallPhase.ACTIVE, "+39049555")]
    modem.script["AT+CLCC"] = ("OK",)
    modem.say("NO CARRIER")
    assert settled(driver) == [CallStatus(CallPhase.ENDED)]


def test_a_call_that_cannot_be_made_ends_with_its_number() -> None:
    driver = AtModem(ScriptedModem(READY_IN_ITALY | {"ATD112;": ("NO CARRIER",)}))
    settled(driver)
    driver.send(Dial("112"))
    assert settled(driver) == [CallStatus(CallPhase.ENDED, "112")]


@pytest.mark.parametrize(
    ("answers", "event"),
    [
        ({"AT+CGATT=1": ("+CME ERROR: 107",)}, DataContext(False, True, 107)),
        (
            {"AT+CGATT=1": ("OK",), "AT+CGDCONT?": ("OK",), "AT+CGACT=1,1": ("+CME ERROR: 148",)},
            DataContext(False, True, 148),
        ),
        (
            {
                "AT+CGATT=1": ("OK",),
                "AT+CGDCONT?": ('+CGDCONT: 1,"IP","internet"', "OK"),
                "AT+CGACT=1,1": ("OK",),
            },
            DataContext(True),
        ),
    ],
)
def test_data_is_attached_or_refused_with_the_cause(
    answers: dict[str, tuple[str, ...]], event: DataContext
) -> None:
    modem = ScriptedModem(READY_IN_ITALY | answers)
    driver = AtModem(modem)
    settled(driver)
    driver.send(UseData(True))
    assert settled(driver) == [event]
    defined = 'AT+CGDCONT=1,"IP",""' in modem.heard
    assert defined is (answers.get("AT+CGDCONT?") == ("OK",)), "a card's own context stays"


def test_a_subscription_without_data_stays_so_after_detaching() -> None:
    script = dict(READY_IN_ITALY)
    script["AT+CGREG?"] = ('+CGREG: 2,3,"00A1","0000B2C3",7', "OK")
    script["AT+CEREG?"] = ("+CEREG: 2,3", "OK")
    modem = ScriptedModem(script)
    driver = AtModem(modem)
    card = last_of(settled(driver), CardStatus).card
    assert card
    assert not card.has_data
    modem.say("+CGREG: 0", "+CEREG: 0")
    assert not settled(driver)


def test_a_copy_goes_its_own_way() -> None:
    driver = AtModem(ScriptedModem(READY_IN_ITALY))
    settled(driver)
    twin = copy.deepcopy(driver)
    twin.send(EnterPin("1234"))
    assert settled(twin) == [CARD]
    assert not settled(driver)


def test_a_text_message_is_read_from_its_place() -> None:
    modem = ScriptedModem(READY_IN_ITALY)
    driver = AtModem(modem)
    settled(driver)
    hello = "07917283010010F5040BC87238880900F10000993092516195800AE8329BFD4697D9EC37"
    modem.script['AT+CPMS="SM"'] = ("+CPMS: 1,50,1,50,1,50", "OK")
    modem.script["AT+CMGR=4"] = ("+CMGR: 0,,24", hello, "OK")
    modem.script["AT+CMGR=5"] = ("+CMS ERROR: 321",)
    modem.say('+CMTI: "SM",4', '+CMTI: "SM",5')
    texts = settled(driver)
    assert [event.text for event in texts if isinstance(event, TextMessage)] == ["hellohello"]
    modem.say("+CMT: ,24", hello, "+CMT: ,1", "nonsense")
    assert [event for event in settled(driver) if isinstance(event, TextMessage)] == texts


@pytest.mark.parametrize("command", ["AT+CGATT=0", "AT+CGACT=0,1"])
def test_data_that_another_session_ends_is_begun_again(command: str) -> None:
    made = desk.modem("no_pin", Network("IT", Technology.UMTS))
    driver = AtModem(LoopChannel(made.open_port()))
    driver.send(UseData(True))
    settled(driver)
    other = desk.quiet_port(made)
    assert desk.say(other, command) == ["OK"]
    settled(driver)
    assert "+CGATT: 1" in desk.say(other, "AT+CGATT?")
    assert "+CGACT: 1,1" in desk.say(other, "AT+CGACT?")
    driver.send(UseData(False))
    settled(driver)
    assert "+CGATT: 0" in desk.say(other, "AT+CGATT?"), "what the head unit ends stays ended"
