"""R-LINK-9 to 14: what linking brings, users, selling, deleting, a forgotten code."""

import pytest

from pcm.headunit.screen import Dialog
from tests.requirements.conftest import DeskMaker
from tests.requirements.desk import BY_ID, PAIRED, Desk, cars_with

ALL = cars_with()
OWNER, SECOND = "Giulia Bianchi", "Marco Bianchi"


def dialog(pcm: Desk) -> str:
    overlay = pcm.screen.overlay
    assert isinstance(overlay, Dialog), f"no dialog is open but {overlay}"
    return overlay.text


def link_second(pcm: Desk) -> None:
    pcm.do("portal users add")
    pcm.go("link_second_user")
    if (pcm.session.setup.car.id, pcm.session.setup.year) in PAIRED:
        pcm.do("expect overlay pairing_code", "type @code")
    else:
        pcm.type_id("second-")
    pcm.do("ok", "expect overlay none")


def log_in(pcm: Desk) -> None:
    pcm.go("log_in")
    if (pcm.session.setup.car.id, pcm.session.setup.year) in BY_ID:
        pcm.do("type @security-code", "ok")


def service_rows(pcm: Desk) -> list[tuple[str, str]]:
    pcm.go("service_overview")
    rows = [(row.label, row.text) for row in pcm.screen.rows if row.id.startswith("services_")]
    pcm.do("home")
    return rows


def reset(pcm: Desk) -> None:
    pcm.go("factory_reset")
    pcm.do("expect overlay factory_reset", "ok", "expect screen home")
    pcm.do("expect state account not_linked")


@pytest.mark.requirement("R-LINK-9")
@pytest.mark.parametrize(("car", "year"), ALL)
def test_after_linking_the_header_shows_the_user_and_services_are_there(
    desk: DeskMaker, car: str, year: int
) -> None:
    pcm = desk(car, year)
    assert (pcm.screen.header.user, pcm.screen.header.initials) == ("", "")
    assert service_rows(pcm) == []
    pcm.link()
    assert (pcm.screen.header.user, pcm.screen.header.initials) == (OWNER, "GB")
    assert pcm.say("reason.linked", name=OWNER) in pcm.words
    assert pcm.state("services") == "4"
    assert len(service_rows(pcm)) == 4


@pytest.mark.requirement("R-LINK-10")
@pytest.mark.parametrize(("car", "year"), ALL)
def test_logging_out_keeps_the_link(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year)
    pcm.link()
    pcm.go("log_out")
    assert pcm.say("reason.logged_out") in pcm.words
    assert pcm.screen.header.user == ""
    pcm.do("expect state account logged_out", "expect state users 1", "expect row log_in enabled")
    pcm.do("expect row log_out greyed", "expect reason not_logged_in log_out", "car restart")
    pcm.do("expect state account logged_out")
    log_in(pcm)
    pcm.do("expect state account logged_in", f"expect state user {OWNER}")
    assert pcm.say("reason.logged_in", name=OWNER) in pcm.words
    pcm.do("expect row log_in greyed", "expect reason already_logged_in log_in")


@pytest.mark.requirement("R-LINK-10")
@pytest.mark.parametrize(("car", "year"), ALL)
def test_who_is_not_linked_can_neither_log_in_nor_out(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year)
    pcm.go(pcm.session.setup.tree.parent("log_in") or "")
    for row in ("log_in", "log_out"):
        pcm.do(f"expect row {row} greyed", f"expect reason not_linked {row}")
        assert pcm.refused(f"tap {row}") == pcm.say("reason.not_linked")


@pytest.mark.requirement("R-LINK-11")
@pytest.mark.parametrize(("car", "year"), ALL)
def test_secondary_users_are_enabled_by_the_main_user(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year)
    pcm.link()
    pcm.go("link_second_user")
    if (car, year) in PAIRED:
        pcm.do("type @code")
        assert pcm.refused("ok") == pcm.say("reason.link_already_linked")
    else:
        pcm.type_id("second-")
        assert pcm.refused("ok") == pcm.say("reason.link_not_a_user")
    pcm.do("home")
    link_second(pcm)
    pcm.do("expect state users 2", f"expect state user {SECOND}")
    pcm.go("users")
    roles = [(row.label, row.detail, row.value) for row in pcm.screen.rows if "users_" in row.id]
    assert roles == [
        (OWNER, pcm.say("user.main"), False),
        (SECOND, pcm.say("user.secondary"), True),
    ]


@pytest.mark.requirement("R-LINK-11")
@pytest.mark.parametrize(("car", "year"), ALL)
def test_users_change_over_and_a_removed_one_is_told(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year)
    pcm.link()
    link_second(pcm)
    pcm.go("users")
    pcm.do("tap users_1")
    if (car, year) in BY_ID:
        pcm.do("expect overlay security_code", f"expect state user {SECOND}")
        pcm.do("type @security-code", "ok")
    pcm.do(f"expect state user {OWNER}", "tap users_2")
    if (car, year) in BY_ID:
        pcm.do("type @second-security-code", "ok")
    pcm.do(f"expect state user {SECOND}", "portal users remove")
    assert dialog(pcm) == pcm.say("dialog.user_removed.text", name=SECOND)
    pcm.do("ok", "expect state users 1", "expect state account logged_out", "home")
    log_in(pcm)
    pcm.do(f"expect state user {OWNER}")


@pytest.mark.requirement("R-LINK-12")
@pytest.mark.parametrize(("car", "year"), ALL)
def test_a_sold_car_is_unlinked_and_keeps_its_services(
    desk: DeskMaker, car: str, year: int
) -> None:
    pcm = desk(car, year)
    pcm.link()
    services = service_rows(pcm)
    pcm.do("portal unlink")
    assert dialog(pcm) == pcm.say("dialog.vehicle_removed.text", name=OWNER)
    pcm.do("ok", "expect state account not_linked", "expect state users 0")
    assert pcm.screen.header.user == ""
    pcm.open_link()
    if (car, year) in PAIRED:
        pcm.do("type @code")
        assert pcm.refused("ok") == pcm.say("reason.link_unknown_code")
    else:
        pcm.type_id()
        assert pcm.refused("ok") == pcm.say("reason.link_not_a_user")
    pcm.do("home", "portal link")
    pcm.link()
    assert service_rows(pcm) == services
    other = desk("macan-95b.2", 2022)
    assert other.state("services") == "0"


@pytest.mark.requirement("R-LINK-12")
@pytest.mark.parametrize("trouble", [("net none", "net home"), ("portal down", "portal up")])
def test_a_car_that_was_out_of_reach_hears_of_it_later(
    desk: DeskMaker, trouble: tuple[str, str]
) -> None:
    pcm = desk("718-982", 2020)
    pcm.link()
    pcm.do(trouble[0], "portal unlink", "pass 1 h", "expect state account logged_in")
    pcm.do(trouble[1], "expect overlay vehicle_removed", "expect state account not_linked")


@pytest.mark.requirement("R-LINK-13")
@pytest.mark.parametrize(("car", "year"), ALL)
def test_a_deleted_account_logs_out_and_ends_services(desk: DeskMaker, car: str, year: int) -> None:
    pcm = desk(car, year)
    pcm.link()
    pcm.do("portal delete-account")
    assert dialog(pcm) == pcm.say("dialog.account_deleted.text", name=OWNER)
    assert pcm.state("account") == "not_linked"
    assert pcm.session.unit.state.services.booked == ()
    pcm.do("ok")
    assert service_rows(pcm) == []
    pcm.open_link()
    if (car, year) in PAIRED:
        pcm.do("type @code")
        assert pcm.refused("ok") == pcm.say("reason.link_unknown_code")
    else:
        pcm.type_id()
        assert pcm.refused("ok") == pcm.say("reason.link_unknown_id")
    assert "deleted" in pcm.refused("portal link")


@pytest.mark.requirement("R-LINK-14")
@pytest.mark.parametrize(("car", "year"), BY_ID)
def test_a_forgotten_security_code_costs_the_main_user_a_factory_reset(
    desk: DeskMaker, car: str, year: int
) -> None:
    pcm = desk(car, year)
    pcm.link()
    pcm.go("log_out")
    pcm.do("portal security-code 9876")
    needed = pcm.say("reason.link_factory_reset_needed")
    pcm.do("tap log_in", "type 4711")
    assert pcm.refused("ok") == pcm.say("reason.link_wrong_security_code")
    pcm.erase(4)
    pcm.do("type 9876")
    assert pcm.refused("ok") == needed
    assert needed in pcm.words
    pcm.do("home", "expect state account logged_out", "car restart")
    pcm.open_link()
    pcm.type_id()
    assert pcm.refused("ok") == needed, "setting up the account again must not go round it"
    pcm.do("home")
    reset(pcm)
    pcm.link()
    pcm.go("log_out")
    pcm.do("tap log_in", "type 9876", "ok", "expect state account logged_in")


@pytest.mark.requirement("R-LINK-14")
@pytest.mark.parametrize(("car", "year"), BY_ID)
def test_a_forgotten_security_code_costs_the_secondary_user_no_factory_reset(
    desk: DeskMaker, car: str, year: int
) -> None:
    pcm = desk(car, year)
    pcm.link()
    link_second(pcm)
    pcm.go("log_out")
    pcm.do(
        "portal security-code 1357 second",
        "tap log_in",
        "type 1357",
        "ok",
        f"expect state user {SECOND}",
    )


@pytest.mark.requirement("R-LINK-14")
def test_an_unprotected_login_needs_no_factory_reset(desk: DeskMaker) -> None:
    pcm = desk("taycan-j1", 2024)
    pcm.link()
    pcm.go("login_protection")
    pcm.go("log_out")
    pcm.do("portal security-code 9876", "tap log_in", "expect state account logged_in")
    pcm.go("log_out")
    pcm.go("security_code")
    pcm.do("expect row login_protection off", "expect row login_protection greyed")
    pcm.do("expect reason not_logged_in login_protection")


@pytest.mark.requirement("R-LINK-14")
@pytest.mark.parametrize("online", [True, False])
@pytest.mark.parametrize(("car", "year"), ALL)
def test_after_a_factory_reset_the_car_can_be_linked_again(
    desk: DeskMaker, car: str, year: int, online: bool
) -> None:
    pcm = desk(car, year)
    pcm.link()
    if not online:
        pcm.do("net none")
    pcm.go("factory_reset")
    pcm.do("cancel", "expect state account logged_in")
    reset(pcm)
    assert pcm.say("reason.factory_reset_done") in pcm.words
    pcm.do("net home")
    pcm.link()
