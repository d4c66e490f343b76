"""R-PIN: remembering the PIN, wrong PINs and PUKs, emergency calls."""

import pytest

from pcm.headunit.screen import Entry
from tests.requirements.conftest import DeskMaker
from tests.requirements.desk import BY_ID, PAIRED, Desk, cars_with

PATHS = {
    ("4.0", "en"): "PHONE > OPT > SET PHONE > Telephone > SIM card > Remember PIN",
    ("4.0", "it"): "PHONE > OPT > SET PHONE > Telefono > Scheda SIM > Segna PIN",
    ("SET", "en"): "SET > Device manager > Options > Telephone > SIM card > Remember PIN",
    ("SET", "it"): "SET > Gestione dispositivi > Opzioni > Telefono > Scheda SIM > Segna PIN",
    ("DEVICES", "en"): "DEVICES > Device manager > Options > Telephone > SIM card > Remember PIN",
    (
        "DEVICES",
        "it",
    ): "DEVICES > Gestione dispositivi > Opzioni > Telefono > Scheda SIM > Segna PIN",
}


def device_manager(car: str, year: int) -> str:
    """Which key leads to the device manager: DEVICES in the Panamera of 2017 and 2018 (assumed)."""
    return "DEVICES" if car == "panamera-971.1" and year < 2019 else "SET"


def entry(pcm: Desk) -> Entry:
    overlay = pcm.screen.overlay
    assert isinstance(overlay, Entry), f"no entry is open but {overlay}"
    return overlay


def wrong(pcm: Desk, text: str, *more: str) -> str:
    pcm.do(f"type {text}", *more)
    return pcm.refused("ok")


def open_card(pcm: Desk) -> None:
    pcm.do("type @pin", "ok", "expect state sim ready", "expect overlay none")


def _remember_at(pcm: Desk, path: str) -> None:
    pcm.do("sim insert standard")
    open_card(pcm)
    pcm.do(f"tap {path}", "expect row remember_pin on", "expect state remember_pin on")
    pcm.do("car restart", "expect state sim ready", "expect overlay none")
    pcm.do(f"tap {path}", "expect row remember_pin off", "car restart", "expect overlay sim_pin")


@pytest.mark.requirement("R-PIN-1")
@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize(("car", "year"), cars_with("4.1", "5.0"))
def test_pcm_41_and_50_remember_the_pin_in_the_device_manager(
    desk: DeskMaker, car: str, year: int, language: str
) -> None:
    _remember_at(desk(car, year, language=language), PATHS[device_manager(car, year), language])


@pytest.mark.requirement("R-PIN-2")
@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize(("car", "year"), cars_with("4.0"))
def test_pcm_40_remembers_the_pin_in_set_phone(
    desk: DeskMaker, car: str, year: int, language: str
) -> None:
    _remember_at(desk(car, year, language=language), PATHS["4.0", language])


@pytest.mark.requirement("R-PIN-3")
@pytest.mark.parametrize(("car", "year"), BY_ID)
def test_pcm_60_never_asks_for_a_pin(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year)
    tree = pcm.session.setup.tree
    for id_ in ("remember_pin", "enter_sim_pin", "sim_card", "pin_tries"):
        assert id_ not in tree
    assert "no slot" in pcm.refused("sim insert standard")
    for line in ("car restart", "net abroad", "net none", "net home", "pass 1 h"):
        pcm.do(line, "expect overlay none", "expect state sim absent")


@pytest.mark.requirement("R-PIN-4")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_a_remembered_pin_serves_its_own_card_only(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year)
    pcm.do("sim insert standard")
    open_card(pcm)
    pcm.go("remember_pin")
    pcm.do("car restart", "expect state sim ready", "expect overlay none")
    pcm.do("sim insert second", "expect overlay sim_pin", "expect state pin_tries 3")
    pcm.do("expect state remember_pin off", "cancel", "sim insert standard")
    pcm.do("expect state sim ready", "expect state remember_pin on", "expect state pin_tries 3")


@pytest.mark.requirement("R-PIN-4")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_a_remembered_pin_that_fails_is_forgotten_at_once(
    desk: DeskMaker, car: str, year: int
) -> None:
    pcm = desk(car, year)
    pcm.do("sim insert standard")
    open_card(pcm)
    pcm.go("remember_pin")
    pcm.do("sim pin 8642", "car restart", "expect overlay sim_pin", "expect state pin_tries 2")
    assert pcm.problem() == pcm.say("reason.remembered_pin_wrong", tries=2)
    pcm.do("expect state remember_pin off")
    for _ in range(3):
        pcm.do("car restart", "expect overlay sim_pin", "expect state pin_tries 2")
    pcm.do("sim remove", "sim insert standard", "expect overlay sim_pin")
    pcm.do("expect state pin_tries 2", "type 8642", "ok", "expect state sim ready")


@pytest.mark.requirement("R-PIN-4")
def test_a_new_pin_after_the_puk_is_the_one_that_is_remembered(desk: DeskMaker) -> None:
    pcm = desk("718-982", 2020)
    pcm.do("sim insert standard")
    open_card(pcm)
    pcm.go("remember_pin")
    pcm.do("sim pin 8642", "car restart")
    wrong(pcm, "1111")
    wrong(pcm, "1111")
    pcm.do("type @puk", "ok", "type 97531", "ok", "expect state sim ready")
    pcm.go("remember_pin")
    pcm.do("expect state remember_pin on", "car restart", "expect state sim ready")


@pytest.mark.requirement("R-PIN-5")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_three_pins_then_ten_puks_then_the_card_is_dead(
    desk: DeskMaker, car: str, year: int
) -> None:
    pcm = desk(car, year)
    pcm.do("sim insert standard", "expect overlay sim_pin")
    assert pcm.say("entry.sim_pin.hint", tries=3) in pcm.words
    for left in (2, 1):
        assert wrong(pcm, "9999") == pcm.say("reason.pin_wrong", tries=left)
        assert pcm.say("entry.sim_pin.hint", tries=left) in pcm.words
        assert entry(pcm).shown == ""
    assert wrong(pcm, "9999") == pcm.say("reason.pin_now_puk", tries=10)
    pcm.do("expect overlay sim_puk", "expect state sim puk_required")
    for left in range(9, 0, -1):
        assert wrong(pcm, "00000000", "ok", "type 1234") == pcm.say("reason.puk_wrong", tries=left)
        assert pcm.say("entry.sim_puk.hint", tries=left) in pcm.words
        pcm.do("expect overlay sim_puk")
    pcm.do("type 00000000", "ok", "type 1234", "ok", "expect overlay sim_dead")
    assert pcm.say("dialog.sim_dead.text") in pcm.words
    pcm.do("ok", "expect state sim dead", "car restart", "expect state sim dead")
    pcm.do("sim remove", "sim insert standard", "expect state sim dead", "car restart")
    pcm.do("expect overlay none")
    pcm.go(pcm.session.setup.tree.parent("enter_sim_pin") or "")
    pcm.do("expect row enter_sim_pin greyed", "expect reason sim_dead enter_sim_pin")


@pytest.mark.requirement("R-PIN-5")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_the_puk_opens_the_card_and_sets_a_new_pin(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year)
    pcm.do("sim insert standard")
    for _ in range(3):
        wrong(pcm, "9999")
    pcm.do("type @puk", "ok", "expect overlay sim_new_pin", "type 24680", "ok")
    pcm.do("expect state sim ready", "expect state pin_tries 3", "expect state puk_tries 10")
    pcm.do("car restart", "expect overlay sim_pin", "type 24680", "ok", "expect state sim ready")


@pytest.mark.requirement("R-PIN-5")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_lengths_of_pin_and_puk(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year)
    pcm.do("sim insert standard", "type 123")
    assert not entry(pcm).ok_enabled
    assert pcm.refused("ok") == pcm.say("reason.incomplete", shortest=4)
    assert pcm.refused("type a") == pcm.say("reason.digits_only")
    pcm.do("type 45678")
    assert entry(pcm).shown == "•" * 8
    assert pcm.refused("type 9") == pcm.say("reason.too_long", longest=8)
    pcm.do("expect state pin_tries 3")
    for _ in range(3):
        pcm.erase(len(entry(pcm).shown))
        wrong(pcm, "99999999")
    pcm.do("type 1234567")
    assert pcm.refused("ok") == pcm.say("reason.incomplete", shortest=8)
    pcm.do("type 8")
    assert pcm.refused("type 9") == pcm.say("reason.too_long", longest=8)
    pcm.do("expect state puk_tries 10")


@pytest.mark.requirement("R-PIN-5")
def test_tries_stay_with_the_card(desk: DeskMaker) -> None:
    pcm = desk("718-982", 2020)
    pcm.do("sim insert standard")
    wrong(pcm, "9999")
    pcm.do("car restart", "expect state pin_tries 2", "sim insert second")
    pcm.do("expect state pin_tries 3", "sim insert standard", "expect state pin_tries 2")
    open_card(pcm)
    pcm.do("expect state pin_tries 3")


@pytest.mark.requirement("R-PIN-5")
def test_cancelled_it_asks_again_at_the_next_start_and_by_hand(desk: DeskMaker) -> None:
    pcm = desk("macan-95b.2", 2022)
    pcm.do("sim insert standard", "cancel", "expect overlay none", "expect state sim pin_required")
    pcm.go("enter_sim_pin")
    pcm.do("expect overlay sim_pin", "cancel", "car restart", "expect overlay sim_pin")
    open_card(pcm)


@pytest.mark.requirement("R-PIN-5")
def test_a_card_that_asks_while_a_code_is_typed_loses_nothing(desk: DeskMaker) -> None:
    pcm = desk("718-982", 2020)
    pcm.open_link()
    pcm.do("type 1234", "sim insert standard", "expect overlay sim_pin")
    pcm.do("type @pin", "ok", "expect state sim ready", "expect overlay pairing_code")
    assert entry(pcm).shown == "1234"


CARD = {
    "absent": (),
    "pin_required": ("sim insert standard", "home"),
    "puk_required": ("sim insert standard", *("type 9999", "ok") * 3, "home"),
    "ready": ("sim insert no_pin",),
    "dead": (
        "sim insert standard",
        *("type 9999", "ok") * 3,
        *("type 00000000", "ok", "type 1111", "ok") * 10,
        "ok",
    ),
}


@pytest.mark.requirement("R-PIN-5")
@pytest.mark.parametrize("sim", CARD)
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_emergency_calls_work_in_every_state_of_the_card(
    desk: DeskMaker, car: str, year: int, sim: str
) -> None:
    pcm = desk(car, year)
    for line in CARD[sim]:
        pcm.session.do(line)  # wrong entries are refused, that is what makes the state
    pcm.do(f"expect state sim {sim}", "expect overlay none")
    _calls_for_help(pcm, "emergency")
    pcm.do(f"expect state sim {sim}", "net abroad CH 2G bars 1")
    _calls_for_help(pcm, "emergency")


@pytest.mark.requirement("R-PIN-5")
@pytest.mark.parametrize(("car", "year"), cars_with())
def test_emergency_calls_work_whatever_the_phone_does(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year)
    _calls_for_help(pcm, "emergency")
    pcm.do("phone pair")
    _calls_for_help(pcm, "bluetooth")
    pcm.do("phone network none")
    _calls_for_help(pcm, "emergency")
    pcm.do("phone network LTE", "phone carplay on")
    if pcm.state("overlay") != "none":
        pcm.do("ok")
    _calls_for_help(pcm, "emergency")


def _calls_for_help(pcm: Desk, over: str) -> None:
    pcm.go("emergency_call")
    pcm.do(f"expect state call_over {over}", "expect state call dialling")
    pcm.go("hang_up")
    pcm.do("expect state call idle")
    pcm.go("dial_number")
    pcm.do("type 112", "ok", f"expect state call_over {over}", "tap hang_up", "home")
    pcm.do("expect state call idle")


@pytest.mark.requirement("R-PIN-5")
def test_without_any_network_the_emergency_call_says_that_it_failed(desk: DeskMaker) -> None:
    pcm = desk("718-982", 2020)
    pcm.do("net none")
    pcm.go("emergency_call")
    pcm.do("expect state call idle")
    assert pcm.say("reason.call_failed") in pcm.words


@pytest.mark.requirement("R-PIN-5")
def test_after_an_emergency_call_a_call_over_the_card_is_an_ordinary_one(desk: DeskMaker) -> None:
    pcm = desk("718-982", 2020)
    pcm.do("sim insert no_pin")
    _calls_for_help(pcm, "emergency")
    pcm.do("sim call in", "expect state call_over sim", "sim call end", "expect state call idle")


@pytest.mark.requirement("R-PIN-5")
@pytest.mark.parametrize(("car", "year"), cars_with())
def test_no_data_during_an_emergency_call_and_the_words_say_so(
    desk: DeskMaker, car: str, year: int
) -> None:
    pcm = desk(car, year)
    pcm.go("emergency_call")
    assert pcm.why[0] == "emergency_call"
    assert pcm.screen.header.no_data == pcm.say("reason.emergency_call")
    pcm.go("hang_up")
    pcm.do("expect data embedded")
