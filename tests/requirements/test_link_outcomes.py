"""R-LINK-7 and 8: My Porsche checks; every outcome has its own words, nothing is lost."""

import pytest

from pcm.headunit.screen import Entry
from tests.requirements.conftest import DeskMaker
from tests.requirements.desk import BY_ID, PAIRED, Desk, cars_with

ALL = cars_with()
LOCKED_SECONDS = 60


def shown(pcm: Desk) -> str:
    overlay = pcm.screen.overlay
    assert isinstance(overlay, Entry), f"no entry is open but {overlay}"
    return overlay.shown


def fill(pcm: Desk) -> str:
    """Open the entry and type what is right, up to the last OK; what stands in the last field."""
    pcm.open_link()
    if (pcm.session.setup.car.id, pcm.session.setup.year) in PAIRED:
        pcm.do("type @code")
    else:
        pcm.type_id()
    return shown(pcm)


def assert_kept(pcm: Desk, typed: str, words: str) -> None:
    """The attempt failed: its words stand on the screen, what was typed stands in the field."""
    assert words in pcm.words
    assert pcm.problem() == words
    assert shown(pcm) == typed
    pcm.do("expect state account not_linked")


@pytest.mark.requirement("R-LINK-7")
@pytest.mark.parametrize(("car", "year"), ALL)
def test_without_data_the_attempt_fails_and_keeps_what_was_typed(
    desk: DeskMaker, car: str, year: int
) -> None:
    pcm = desk(car, year)
    pcm.do("net none")
    typed = fill(pcm)
    settings = dict(pcm.session.unit.state.settings)
    assert pcm.refused("ok") == pcm.say("reason.no_network")
    assert_kept(pcm, typed, pcm.say("reason.no_network"))
    assert dict(pcm.session.unit.state.settings) == settings
    pcm.do("net home", "ok", "expect state account logged_in")


@pytest.mark.requirement("R-LINK-7", "R-PRIV-1")
@pytest.mark.parametrize(("car", "year"), cars_with("5.0", "6.0"))
def test_in_private_mode_the_attempt_fails_and_keeps_what_was_typed(
    desk: DeskMaker, car: str, year: int
) -> None:
    pcm = desk(car, year)
    switch = "private_mode" if "private_mode" in pcm.session.setup.tree else "privacy_all_services"
    pcm.go(switch)
    pcm.do("ok", "expect state private_mode on")
    typed = fill(pcm)
    assert pcm.refused("ok") == pcm.say(
        "reason.private_mode", mode=pcm.session.unit.view.private_words
    )
    assert_kept(
        pcm, typed, pcm.say("reason.private_mode", mode=pcm.session.unit.view.private_words)
    )


@pytest.mark.requirement("R-LINK-7")
@pytest.mark.parametrize(("car", "year"), ALL)
def test_with_my_porsche_down_the_attempt_fails_and_keeps_what_was_typed(
    desk: DeskMaker, car: str, year: int
) -> None:
    pcm = desk(car, year)
    pcm.do("portal down")
    typed = fill(pcm)
    assert pcm.refused("ok") == pcm.say("reason.link_unreachable")
    assert_kept(pcm, typed, pcm.say("reason.link_unreachable"))
    pcm.do("expect state wrong_codes 0", "portal up", "ok", "expect state account logged_in")


@pytest.mark.requirement("R-LINK-7")
@pytest.mark.parametrize(("car", "year"), ALL)
def test_the_car_asks_my_porsche_and_waits(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year)
    pcm.do("portal delay 5")
    fill(pcm)
    pcm.do("ok", "expect overlay checking", "pass 4 s", "expect overlay checking")
    assert pcm.refused("ok") == pcm.say("reason.please_wait")
    pcm.do("expect state account not_linked", "pass 2 s", "expect state account logged_in")
    pcm.do("expect overlay none")


@pytest.mark.requirement("R-LINK-7")
@pytest.mark.parametrize(("car", "year"), ALL)
def test_the_network_lost_in_the_middle_gives_the_entry_back(
    desk: DeskMaker, car: str, year: int
) -> None:
    pcm = desk(car, year)
    pcm.do("portal delay 5")
    typed = fill(pcm)
    pcm.do("ok", "pass 2 s", "net none")
    assert_kept(pcm, typed, pcm.say("reason.no_network"))
    pcm.do("net home", "pass 1 min", "expect state account not_linked")
    assert shown(pcm) == typed
    pcm.do("ok", "pass 10 s", "expect state account logged_in")


@pytest.mark.requirement("R-LINK-7")
@pytest.mark.parametrize(("car", "year"), ALL)
def test_cancelling_in_the_middle_gives_the_entry_back(
    desk: DeskMaker, car: str, year: int
) -> None:
    pcm = desk(car, year)
    pcm.do("portal delay 5")
    typed = fill(pcm)
    pcm.do("ok", "pass 2 s", "cancel")
    assert_kept(pcm, typed, pcm.say("reason.cancelled"))
    pcm.do("pass 1 min", "expect state account not_linked")
    pcm.do("ok", "pass 10 s", "expect state account logged_in")


@pytest.mark.requirement("R-LINK-7")
@pytest.mark.parametrize("leave", [("car ignition off", "car ignition on"), ("home",)])
@pytest.mark.parametrize(("car", "year"), ALL)
def test_who_leaves_in_the_middle_is_not_linked_later(
    desk: DeskMaker, car: str, year: int, leave: tuple[str, ...]
) -> None:
    pcm = desk(car, year)
    pcm.do("portal delay 5")
    fill(pcm)
    pcm.do("ok", "pass 1 s", *leave, "expect overlay none", "pass 1 min")
    pcm.do("expect state account not_linked", "expect overlay none", "portal delay 0")
    fill(pcm)
    pcm.do("ok", "expect state account logged_in")


@pytest.mark.requirement("R-LINK-7")
def test_earlier_users_and_settings_stay_when_an_attempt_fails(desk: DeskMaker) -> None:
    pcm = desk("macan-95b.2", 2022, language="en")
    pcm.link()
    pcm.do("portal users add")
    before = pcm.session.unit.state
    for trouble, remedy in (("net none", "net home"), ("portal down", "portal up")):
        pcm.go("link_second_user")
        pcm.do("type @code", trouble)
        pcm.refused("ok")
        pcm.do("cancel", remedy, "expect state user Giulia Bianchi", "expect state users 1")
        after = pcm.session.unit.state
        assert (after.settings, after.account) == (before.settings, before.account)


@pytest.mark.requirement("R-LINK-8")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_each_wrong_code_has_its_own_words(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year)
    pcm.do("portal code new")
    pcm.open_link()
    said = []
    pcm.do("type 1234567")
    said.append(pcm.refused("ok"))
    pcm.erase(7)
    for code in ("00000000", "@other-code", "@old-code"):
        pcm.do(f"type {code}")
        typed = shown(pcm)
        said.append(pcm.refused("ok"))
        assert_kept(pcm, typed, said[-1])
        pcm.erase(8)
    pcm.do("portal down", "type @code")
    said.append(pcm.refused("ok"))
    pcm.do("portal up", "net none")
    said.append(pcm.refused("ok"))
    pcm.do("net home", "ok")
    pcm.open_link()
    pcm.do("type @code")
    said.append(pcm.refused("ok"))
    keys = ("link_unknown_code", "link_other_car", "link_code_replaced", "link_unreachable",
            "no_network", "link_already_linked")  # fmt: skip
    assert said == [
        pcm.say("reason.incomplete", shortest=8),
        *(pcm.say(f"reason.{k}") for k in keys),
    ]
    assert len(set(said)) == 7


@pytest.mark.requirement("R-LINK-8")
@pytest.mark.parametrize(("car", "year"), BY_ID)
def test_each_wrong_porsche_id_has_its_own_words(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year)

    def attempt(email: str, password: str, code: str) -> str:
        pcm.open_link()
        pcm.do(f"type {email}", "ok", f"type {password}", "ok", f"type {code}")
        words = pcm.refused("ok")
        assert pcm.problem() == words
        pcm.do("home", "expect state account not_linked")
        return words

    said = [
        attempt("nobody@example.com", "@password", "@security-code"),
        attempt("@email", "wrong", "@security-code"),
        attempt("@email", "@password", "0000"),
        attempt("@second-email", "@second-password", "@second-security-code"),
    ]
    keys = ("unknown_id", "wrong_password", "wrong_security_code", "not_a_user")
    assert said == [pcm.say(f"reason.link_{key}") for key in keys]


@pytest.mark.requirement("R-LINK-8")
def test_a_wrong_password_leads_back_to_its_field_and_keeps_the_address(desk: DeskMaker) -> None:
    pcm = desk("taycan-j1", 2024)
    pcm.open_link()
    pcm.do("type @email", "ok", "type wrong", "ok", "type @security-code")
    pcm.refused("ok")
    pcm.do("expect overlay password", "cancel", "expect overlay email")
    assert shown(pcm) == "giulia.bianchi@example.com"


@pytest.mark.requirement("R-LINK-8")
@pytest.mark.parametrize(("car", "year"), PAIRED)
def test_five_wrong_codes_lock_for_a_minute(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year)
    pcm.open_link()
    pcm.do("type 00000000")
    for wrong in range(1, 5):
        assert pcm.refused("ok") == pcm.say("reason.link_unknown_code")
        pcm.do(f"expect state wrong_codes {wrong}", "expect state entry_locked off")
    locked = pcm.say("reason.too_many_attempts", seconds=LOCKED_SECONDS)
    assert pcm.refused("ok") == locked
    assert_kept(pcm, "00000000", locked)
    pcm.do("expect state entry_locked on", "pass 59 s")
    pcm.erase(8)
    pcm.do("type @code")
    assert pcm.refused("ok") == pcm.say("reason.too_many_attempts", seconds=1)
    pcm.do("pass 1 s", "expect state entry_locked off", "ok", "expect state account logged_in")


@pytest.mark.requirement("R-LINK-8")
@pytest.mark.parametrize(("car", "year"), ALL)
def test_the_lock_outlives_a_restart_and_greys_the_entry(
    desk: DeskMaker, car: str, year: int
) -> None:
    pcm = desk(car, year)
    pcm.open_link()
    if (car, year) in PAIRED:
        pcm.do("type 00000000")
    else:
        pcm.do("type @email", "ok", "type @password", "ok", "type 0000")
    for _ in range(5):
        pcm.refused("ok")
    pcm.do("car restart", "expect overlay none")
    id_ = "enter_pairing_code" if (car, year) in PAIRED else "set_up_account"
    pcm.go(pcm.session.setup.tree.parent(id_) or "")
    pcm.do(f"expect row {id_} greyed", f"expect reason too_many_attempts {id_}", "pass 61 s")
    pcm.do(f"expect row {id_} enabled", "car restart")
    pcm.link()


@pytest.mark.requirement("R-LINK-8")
def test_wrong_codes_are_counted_anew_after_a_right_one(desk: DeskMaker) -> None:
    pcm = desk("718-982", 2020)
    pcm.open_link()
    pcm.do("type 00000000")
    for _ in range(4):
        pcm.refused("ok")
    pcm.erase(8)
    pcm.do("type @code", "ok", "expect state wrong_codes 0")


@pytest.mark.requirement("R-LINK-8")
@pytest.mark.parametrize(("car", "year"), ALL)
def test_typing_is_locked_while_driving_and_nothing_is_lost(
    desk: DeskMaker, car: str, year: int
) -> None:
    pcm = desk(car, year)
    typed = fill(pcm)
    pcm.do("car speed 50")
    assert pcm.refused("ok") == pcm.say("reason.moving")
    assert pcm.refused("type 1") == pcm.say("reason.moving")
    assert shown(pcm) == typed
    pcm.do("car speed 5")
    pcm.refused("ok")
    pcm.do("car speed 0", "ok", "expect state account logged_in")


@pytest.mark.requirement("R-LINK-8")
@pytest.mark.parametrize("language", ["it", "en", "de", "fr", "es", "pt"])
def test_every_outcome_has_its_own_words_in_every_language(desk: DeskMaker, language: str) -> None:
    pcm = desk("718-982", 2020, language=language)
    keys = (
        "link_unknown_code", "link_other_car", "link_code_replaced", "link_already_linked",
        "link_unknown_id", "link_wrong_password", "link_wrong_security_code", "link_not_a_user",
        "link_security_code_unset", "link_factory_reset_needed", "link_unreachable",
        "private_mode", "no_network", "no_data",
    )  # fmt: skip
    words = {pcm.say(f"reason.{key}") for key in keys}
    words |= {pcm.say("reason.incomplete", shortest=8)}
    words |= {pcm.say("reason.too_many_attempts", seconds=60)}
    assert len(words) == len(keys) + 2
