"""What is refused stands on the display in its own words, and nothing typed before is lost."""

import pytest

from pcm.headunit.screen import Dialog
from tests.procedures.cars import (
    ABROAD,
    ALL,
    NO_COVERAGE,
    NO_EMBEDDED,
    PCM_40,
    PCM_41_SET,
    PCM_50,
    PCM_60,
    WITH_SLOT,
)
from tests.procedures.conftest import Sit
from tests.procedures.hands import Hands

BY_CODE = (PCM_40, PCM_41_SET, PCM_50)
TWO_G = "home 2G bars 4"  # words of the options of the panel
WRONG_CODE = "00000000"


def type_all(hands: Hands) -> str:
    """Type what links this car up to the last field; what then stands in it."""
    if hands.session.setup.generation.login == "pairing_code":
        code = hands.code()
        hands.type_on_keypad(code)
        return code
    for field in ("email", "password"):
        hands.type_on_keyboard(hands.panel_value(f"bench_{field}"))
        hands.touch("overlay_ok")
    hands.type_on_keypad(hands.panel_value("bench_security_code"))
    return "••••"


def assert_refused(hands: Hands, reason: str, typed: str, **values: str | int) -> None:
    """The entry is still open with what was typed, and the reason stands in it whole."""
    entry = hands.entry()
    assert entry.problem == hands.say(f"reason.{reason}", **values)
    assert hands.reads(entry.problem, inside="overlay"), hands.texts()
    assert entry.shown == typed
    for sign in typed:
        assert sign in hands.texts()
    assert hands.state("account") == "not_linked"


def assert_links_now(hands: Hands) -> None:
    """Confirmed once more with nothing typed again, it succeeds."""
    hands.touch("overlay_ok")
    assert hands.state("account") == "logged_in"
    assert hands.screen.overlay is None


@pytest.mark.parametrize(("car", "year"), BY_CODE)
def test_wrong_code(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year)
    hands.open_link()
    hands.type_on_keypad(WRONG_CODE)
    hands.touch("overlay_ok")
    assert_refused(hands, "link_unknown_code", WRONG_CODE)
    hands.erase(8)
    assert hands.entry().problem == ""
    type_all(hands)
    assert_links_now(hands)


@pytest.mark.parametrize(("car", "year"), BY_CODE)
def test_short_code(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year)
    hands.open_link()
    code = hands.code()
    hands.type_on_keypad(code[:7])
    assert not hands.entry().ok_enabled
    assert hands.find("overlay_ok").property("ready") is False
    hands.touch("overlay_ok")
    assert hands.entry().shown == code[:7]
    assert hands.reads(hands.entry().problem), "it says how many digits are needed"
    assert "8" in hands.entry().problem
    assert hands.state("account") == "not_linked"
    hands.type_on_keypad(code[7])
    assert_links_now(hands)


@pytest.mark.parametrize(("car", "year"), BY_CODE)
def test_code_of_another_car(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year)
    other = hands.session.world.portal.other_code
    hands.open_link()
    hands.type_on_keypad(other)
    hands.touch("overlay_ok")
    assert_refused(hands, "link_other_car", other)


@pytest.mark.parametrize(("car", "year"), BY_CODE)
def test_replaced_code(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year)
    hands.open_link()
    old = type_all(hands)
    hands.touch("bench_new_code")
    assert hands.code() != old
    hands.touch("overlay_ok")
    assert_refused(hands, "link_code_replaced", old)
    hands.erase(8)
    type_all(hands)
    assert_links_now(hands)


@pytest.mark.parametrize(("car", "year"), [PCM_60])
def test_wrong_security_code_keeps_the_porsche_id(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year)
    hands.open_link()
    type_all(hands)
    hands.erase(4)
    hands.type_on_keypad("0000")
    hands.touch("overlay_ok")
    assert_refused(hands, "link_wrong_security_code", "••••")
    hands.touch("overlay_cancel")
    assert hands.entry().shown == "•" * len(hands.panel_value("bench_password"))
    hands.touch("overlay_cancel")
    email = hands.panel_value("bench_email")
    assert hands.entry().shown == email
    assert hands.reads(email)


@pytest.mark.parametrize(("car", "year"), [*BY_CODE, PCM_60])
def test_no_data_connection(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year)
    hands.open_link()
    typed = type_all(hands)
    hands.choose("bench_place", NO_COVERAGE)
    hands.touch("overlay_ok")
    assert_refused(hands, "no_network", typed)
    hands.choose("bench_place", "home LTE bars 4")
    assert_links_now(hands)


@pytest.mark.parametrize(("car", "year"), [PCM_50, PCM_60])
def test_private_mode(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year)
    hands.walk("private-mode")
    hands.touch("overlay_ok")
    hands.open_link()
    typed = type_all(hands)
    hands.touch("overlay_ok")
    mode = hands.session.unit.view.private_words
    assert_refused(hands, "private_mode", typed, mode=mode)
    assert hands.screen.header.private


@pytest.mark.parametrize(("car", "year"), WITH_SLOT)
def test_pin_wrong_three_times_then_puk(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year)
    hands.open_link()
    hands.type_on_keypad("1234")
    hands.choose("bench_sim_card", "standard")
    pin, puk = hands.panel_value("bench_sim_pin").split(" / ")
    wrong = "0000"
    assert wrong != pin
    for left in (2, 1):
        hands.type_on_keypad(wrong)
        hands.touch("overlay_ok")
        assert_asks_again(hands, "sim_pin", "pin_wrong", left)
    hands.type_on_keypad(wrong)
    hands.touch("overlay_ok")
    assert_asks_again(hands, "sim_puk", "pin_now_puk", 10)
    hands.type_on_keypad("00000000")
    hands.touch("overlay_ok")
    hands.type_on_keypad("4321")
    hands.touch("overlay_ok")
    assert_asks_again(hands, "sim_puk", "puk_wrong", 9)
    hands.type_on_keypad(puk)
    hands.touch("overlay_ok")
    assert hands.reads(hands.say("entry.sim_new_pin.prompt"))
    hands.type_on_keypad("4321")
    hands.touch("overlay_ok")
    assert hands.state("sim") == "ready"
    assert hands.panel_value("bench_sim_pin").startswith("4321")
    assert (hands.entry().id, hands.entry().shown) == ("pairing_code", "1234")


def assert_asks_again(hands: Hands, id_: str, reason: str, tries: int) -> None:
    entry = hands.entry()
    assert (entry.id, entry.shown) == (id_, "")
    assert entry.problem == hands.say(f"reason.{reason}", tries=tries)
    assert hands.reads(entry.problem, inside="overlay"), hands.texts()


@pytest.mark.parametrize(("car", "year"), WITH_SLOT)
def test_roaming_off_abroad(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year, NO_EMBEDDED)
    hands.choose("bench_sim_card", "no_pin")
    hands.open_link()
    typed = type_all(hands)
    hands.choose("bench_place", ABROAD)
    assert hands.screen.header.no_data == hands.say("reason.roaming_off", country="CH")
    hands.touch("overlay_ok")
    assert_refused(hands, "roaming_off", typed, country="CH")
    hands.choose("bench_place", "home LTE bars 4")
    assert_links_now(hands)


@pytest.mark.parametrize(("car", "year"), WITH_SLOT)
def test_call_on_2g_over_the_inserted_sim(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year, NO_EMBEDDED)
    hands.choose("bench_sim_card", "no_pin")
    hands.choose("bench_technology", TWO_G)
    hands.open_link()
    typed = type_all(hands)
    hands.choose("bench_sim_call", "out")
    reason = hands.say("reason.call_on_2g")
    assert hands.screen.toast == reason
    assert hands.reads(reason), hands.texts()
    hands.choose("bench_sim_call", "answer")
    assert (hands.state("call"), hands.state("call_over")) == ("active", "sim")
    assert hands.state("data") == "none"
    hands.touch("overlay_ok")
    assert_refused(hands, "call_on_2g", typed)
    hands.choose("bench_sim_call", "end")
    assert hands.state("data") == "inserted"
    path = hands.say("path.inserted")
    assert hands.reads(hands.say("reason.data_back", path=path)), hands.texts()
    assert_links_now(hands)


@pytest.mark.parametrize(("car", "year"), ALL)
def test_carplay_with_a_bluetooth_call(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year)
    hands.touch("bench_pair")
    assert hands.state("bluetooth") == "on"
    hands.open_link()
    by_code = hands.session.setup.generation.login == "pairing_code"
    (hands.type_on_keypad if by_code else hands.type_on_keyboard)("1234")
    hands.choose("bench_phone_call", "in")
    hands.touch("overlay_ok")
    assert (hands.state("call"), hands.state("call_over")) == ("active", "bluetooth")
    hands.touch("bench_carplay")
    dialog = hands.screen.overlay
    assert isinstance(dialog, Dialog)
    assert dialog.id == "carplay_took_bluetooth"
    for words in (dialog.title, dialog.text):
        assert hands.reads(words), hands.texts()
    assert (hands.state("call"), hands.state("bluetooth")) == ("idle", "off")
    hands.touch("overlay_ok")
    assert hands.entry().shown == "1234"
    hands.touch("bench_carplay")
    assert (hands.state("call"), hands.state("bluetooth")) == ("active", "on")
    assert hands.entry().shown == "1234"
