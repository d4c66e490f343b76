"""R-LINK-1 to 6: where and how a car is linked, and where its code comes from."""

import pytest

from pcm.headunit.screen import Entry
from tests.requirements.conftest import DeskMaker
from tests.requirements.desk import BY_ID, PAIRED, cars_with

NO_CODE_COUNTRY = "HK"  # asks for no security code


def entry(screen_overlay: object) -> Entry:
    assert isinstance(screen_overlay, Entry)
    return screen_overlay


def test_enough_cars() -> None:
    assert len(PAIRED) == 17
    assert len(BY_ID) == 8


@pytest.mark.requirement("R-LINK-1")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_only_eight_digits_are_taken(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year)
    pcm.open_link()
    assert entry(pcm.screen.overlay).boxes == 8
    for text in ("abcdefgh", "1234 567", "12-34", "+1234567", "１２３４５６７８", "²²²²²²²²"):
        assert pcm.refused(f"type {text}") == pcm.say("reason.digits_only")
        assert entry(pcm.screen.overlay).shown == ""
    for count in range(8):
        assert entry(pcm.screen.overlay).shown == "12345678"[:count]
        assert not entry(pcm.screen.overlay).ok_enabled, f"OK is enabled at {count} digits"
        assert pcm.refused("ok") == pcm.say("reason.incomplete", shortest=8)
        assert entry(pcm.screen.overlay).shown == "12345678"[:count], "OK lost what was typed"
        pcm.do(f"type {count + 1}")
    assert entry(pcm.screen.overlay).ok_enabled
    assert pcm.refused("type 9") == pcm.say("reason.too_long", longest=8)
    assert entry(pcm.screen.overlay).shown == "12345678"
    pcm.do("erase")
    assert not entry(pcm.screen.overlay).ok_enabled


@pytest.mark.requirement("R-LINK-1")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_the_code_alone_links(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year)
    pcm.open_link()
    pcm.do("type @code", "ok", "expect overlay none", "expect state account logged_in")


WHERE_CODE = {
    "4.0": ("APPS > OPT > Login Porsche Connect", "APPS > OPT > Login Porsche Connect"),
    "4.1": ("SET > Porsche Connect settings", "SET > Impostazioni Porsche Connect"),
    "5.0": ("SET > Porsche Connect settings", "SET > Impostazioni Porsche Connect"),
}


def _link_at(pcm: DeskMaker, car: str, year: int, language: str, path: str) -> None:
    unit = pcm(car, year, language=language)
    unit.do(f"tap {path}", "tap enter_pairing_code", "expect overlay pairing_code")
    unit.do("type @code", "ok", "expect state account logged_in")


@pytest.mark.requirement("R-LINK-2")
@pytest.mark.parametrize(("car", "year"), cars_with("4.0"))
def test_pcm_40_takes_the_code_at_login_porsche_connect(
    desk: DeskMaker, car: str, year: int
) -> None:
    english, italian = WHERE_CODE["4.0"]
    _link_at(desk, car, year, "en", english)
    _link_at(desk, car, year, "it", italian)
    by_keys = desk(car, year)
    by_keys.do("key APPS", "key OPT", "tap Login Porsche Connect", "tap enter_pairing_code")
    by_keys.do("expect overlay pairing_code")


@pytest.mark.requirement("R-LINK-3")
@pytest.mark.parametrize(("car", "year"), cars_with("4.1", "5.0"))
@pytest.mark.parametrize(
    ("language", "path"),
    [
        ("en", "SET > Porsche Connect settings"),
        ("it", "SET > Impostazioni Porsche Connect"),
        ("en", "APPS > Options > Porsche ID settings > Link new Porsche ID"),
    ],
)
def test_pcm_41_and_50_take_the_code_in_porsche_connect_settings(
    desk: DeskMaker, car: str, year: int, language: str, path: str
) -> None:
    pcm = desk(car, year, language=language)
    pcm.do(f"tap {path}", "expect screen porsche_connect_settings")
    _link_at(desk, car, year, language, path)


@pytest.mark.requirement("R-LINK-4")
@pytest.mark.parametrize(("car", "year"), BY_ID)
@pytest.mark.parametrize(
    ("language", "path"),
    [
        ("en", "Settings > Account > Set up account"),
        ("it", "Impostazioni > Account > Configura account"),
    ],
)
def test_pcm_60_takes_the_porsche_id(
    desk: DeskMaker, car: str, year: int, language: str, path: str
) -> None:
    pcm = desk(car, year, NO_CODE_COUNTRY, language)
    pcm.do(f"tap {path}", "expect overlay email")
    assert not entry(pcm.screen.overlay).keypad
    pcm.do("type @email", "ok", "expect overlay password", "type @password")
    overlay = entry(pcm.screen.overlay)
    assert overlay.secret
    assert set(overlay.shown) == {"•"}
    pcm.do("ok", "expect overlay none", "expect state account logged_in")


@pytest.mark.requirement("R-LINK-4")
@pytest.mark.parametrize(("car", "year"), BY_ID)
def test_pcm_60_has_no_pairing_code(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year)
    assert "enter_pairing_code" not in pcm.session.setup.tree
    assert "pairing code" in pcm.refused("portal code")


@pytest.mark.requirement("R-LINK-4")
@pytest.mark.parametrize(
    ("car", "pcm"),
    [("taycan-j1", "6.0"), ("macan-95b.2", "5.0"), ("718-982", "4.0")],
)
def test_the_year_decides_only_where_the_source_says_so(
    desk: DeskMaker, car: str, pcm: str
) -> None:
    for year in (2020, 2022, 2025):
        assert desk(car, year).state("pcm") == pcm


@pytest.mark.requirement("R-LINK-5")
@pytest.mark.parametrize(("car", "year"), BY_ID)
def test_the_security_code_is_asked_where_the_country_demands_it(
    desk: DeskMaker, car: str, year: int
) -> None:
    asked = desk(car, year, "IT")
    asked.open_link()
    asked.do("type @email", "ok", "type @password", "ok", "expect overlay security_code")
    assert entry(asked.screen.overlay).boxes == 4
    asked.do("expect state account not_linked", "type 123")
    assert asked.refused("ok") == asked.say("reason.incomplete", shortest=4)
    assert asked.refused("type x") == asked.say("reason.digits_only")
    asked.do("type 4")
    assert asked.refused("ok") == asked.say("reason.link_wrong_security_code")
    asked.do("erase", "erase", "erase", "erase", "type @security-code", "ok")
    asked.do("expect state account logged_in")
    free = desk(car, year, NO_CODE_COUNTRY)
    free.open_link()
    free.do("type @email", "ok", "type @password", "ok", "expect state account logged_in")


@pytest.mark.requirement("R-LINK-5")
@pytest.mark.parametrize(("car", "year"), BY_ID)
def test_logging_in_again_takes_the_security_code(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year, "IT", "en")
    pcm.link()
    pcm.go("log_out")
    pcm.do("tap log_in", "expect overlay security_code", "expect state account logged_out")
    pcm.do("type 0000")
    assert pcm.refused("ok") == "The security code is wrong"
    pcm.erase(4)
    pcm.do("type @security-code", "ok", "expect state account logged_in", "expect overlay none")
    free = desk(car, year, NO_CODE_COUNTRY)
    free.link()
    free.go("log_out")
    free.do("tap log_in", "expect state account logged_in")


@pytest.mark.requirement("R-LINK-5")
def test_the_security_code_is_made_in_my_porsche(desk: DeskMaker) -> None:
    pcm = desk("taycan-j1", 2024, "IT", "en")
    pcm.do("portal security-code 9876")
    pcm.open_link()
    pcm.do("type @email", "ok", "type @password", "ok")
    assert "My Porsche" in entry(pcm.screen.overlay).hint
    pcm.do("type 4711")
    pcm.refused("ok")
    pcm.erase(4)
    pcm.do("type 9876", "ok", "expect state account logged_in")
    pcm.go("enter_security_code")
    pcm.do("expect text set, changed and reset in My Porsche")


@pytest.mark.requirement("R-LINK-5")
def test_cars_with_a_pairing_code_ask_no_security_code(desk: DeskMaker) -> None:
    for car, year in PAIRED:
        pcm = desk(car, year, "IT")
        pcm.link()
        pcm.go("log_out")
        pcm.go("log_in")
        pcm.do("expect overlay none", "expect state account logged_in")


@pytest.mark.requirement("R-LINK-6")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_a_new_code_makes_the_old_one_invalid(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year)
    old = pcm.do("portal code")
    new = pcm.do("portal code new")
    assert old != new
    assert pcm.do("portal code") == new
    assert len(new) == 8
    pcm.open_link()
    pcm.do(f"type {old}")
    assert pcm.refused("ok") == pcm.say("reason.link_code_replaced")
    pcm.erase(8)
    pcm.do(f"type {new}", "ok", "expect state account logged_in")
    assert pcm.do("portal code") == new, "after linking My Porsche still shows the code"


@pytest.mark.requirement("R-LINK-6")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_the_screen_says_where_the_code_is_found(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year, language="it")
    pcm.open_link()
    hint = entry(pcm.screen.overlay).hint
    assert "My Porsche" in hint
    assert "Le mie vetture" in hint


@pytest.mark.requirement("R-LINK-6")
def test_every_car_has_its_own_code(desk: DeskMaker) -> None:
    codes = {desk("718-982", 2020, seed=seed).do("portal code") for seed in range(1, 6)}
    assert len(codes) == 5
