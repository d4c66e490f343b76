"""R-SRV: ordered services come with a restart while online, show their term, run out; the store."""

import pytest

from tests.requirements.conftest import DeskMaker
from tests.requirements.desk import Desk, cars_with

ALL = cars_with()
ORDERED = "carfinder"


def linked(desk: DeskMaker, car: str = "911-992.1", year: int = 2021) -> Desk:
    pcm = desk(car, year, language="en")
    pcm.link()
    return pcm


def service_row(pcm: Desk, name: str) -> str:
    pcm.go("service_overview")
    text = pcm.row(name).text
    pcm.do("home")
    return text


@pytest.mark.requirement("R-SRV-1")
@pytest.mark.parametrize(("car", "year"), ALL)
def test_an_ordered_service_comes_with_a_restart_while_online(
    desk: DeskMaker, car: str, year: int
) -> None:
    pcm = desk(car, year)
    pcm.link()
    pcm.do(f"portal order {ORDERED}", f"expect state service_{ORDERED} ordered")
    assert "service_restart" in pcm.do(f"why service {ORDERED}")
    assert service_row(pcm, "Carfinder") == pcm.say("term.ordered")
    pcm.do("net none", "car restart", f"expect state service_{ORDERED} ordered")
    pcm.do("net home LTE bars 4", "car restart", f"expect state service_{ORDERED} active")
    assert pcm.do(f"why service {ORDERED}") == pcm.say("why.free")
    assert service_row(pcm, "Carfinder") == pcm.say("term.days", days=365)


@pytest.mark.requirement("R-SRV-1")
def test_what_was_ordered_before_linking_is_there_at_once(desk: DeskMaker) -> None:
    pcm = desk("taycan-j1", 2022)
    pcm.do(f"portal order {ORDERED}")
    assert "not_linked" in pcm.do(f"why service {ORDERED}")
    pcm.link()
    pcm.do(f"expect state service_{ORDERED} active", "expect state services 5")


@pytest.mark.requirement("R-SRV-2")
def test_the_term_goes_down_and_an_expired_service_says_so(desk: DeskMaker) -> None:
    pcm = linked(desk)
    assert service_row(pcm, "Internet radio") == pcm.say("term.days", days=92)
    pcm.do("pass 90 d")
    assert service_row(pcm, "Internet radio") == pcm.say("term.days", days=2)
    pcm.do("pass 3 d", "expect state service_online_radio expired", "expect state services 3")
    assert service_row(pcm, "Internet radio") == pcm.say("term.expired")
    assert "service_expired" in pcm.do("why service online_radio")
    pcm.go("notifications")
    assert pcm.row("Internet radio").text == pcm.say("term.expired")


@pytest.mark.requirement("R-SRV-2")
def test_a_service_runs_out_while_the_car_is_off_and_nothing_reaches_it(desk: DeskMaker) -> None:
    pcm = linked(desk)
    pcm.do("net none", "car ignition off", "pass 93 d", "car ignition on")
    pcm.do("expect state service_online_radio expired")


@pytest.mark.requirement("R-SRV-3")
def test_a_cancelled_service_runs_to_its_end_and_a_renewing_one_goes_on(desk: DeskMaker) -> None:
    pcm = linked(desk)
    pcm.do("portal renew remote_services on")
    assert "92 days left, cancelled" in pcm.do("portal cancel online_radio")
    assert "order it again" in pcm.refused("portal renew online_radio on")
    pcm.do("pass 91 d", "expect state service_online_radio active")
    pcm.do("pass 2 d", "expect state service_online_radio expired")
    pcm.do("pass 280 d", "expect state service_remote_services active")
    pcm.do("expect state service_navigation_plus expired")
    assert "has expired" in pcm.refused("portal cancel navigation_plus")


@pytest.mark.requirement("R-SRV-3")
def test_renewal_can_be_switched_off_again(desk: DeskMaker) -> None:
    pcm = linked(desk)
    pcm.do("portal renew online_radio on", "portal renew online_radio off", "pass 93 d")
    pcm.do("expect state service_online_radio expired", "portal order online_radio")
    pcm.do("expect state service_online_radio active")


@pytest.mark.requirement("R-LINK-12")
def test_services_stay_with_a_sold_car_and_do_not_move(desk: DeskMaker) -> None:
    pcm = linked(desk)
    pcm.do("portal unlink", "ok", "portal add WP0ZZZ99ZLS200911")
    lines = pcm.do("portal vehicles").splitlines()
    assert len(lines) == 4
    assert "in no profile, services: 4" in lines[0]
    assert "in your profile, services: 0" in lines[1]
    assert "online_radio: 92 days left" in pcm.do("portal services")
    pcm.do("portal link")
    pcm.link()
    pcm.do("expect state services 4")


@pytest.mark.requirement("R-LINK-11")
def test_only_the_owner_buys(desk: DeskMaker) -> None:
    pcm = linked(desk)
    pcm.do("portal unlink", "ok")
    assert "only the owner buys" in pcm.refused("portal order carfinder")


@pytest.mark.requirement("R-DATA-8")
def test_nothing_is_sold_to_an_account_of_a_country_without_connect(desk: DeskMaker) -> None:
    pcm = linked(desk)
    pcm.do("portal country AL")
    assert "Connect is not sold in" in pcm.refused("portal order carfinder")
    pcm.do("portal country DE", "portal order carfinder")


def test_adding_a_car_is_checked_by_its_vin(desk: DeskMaker) -> None:
    pcm = linked(desk)
    assert "is no VIN" in pcm.refused("portal add WP0IIIIIIIIIIIIII")
    assert "no car with the VIN" in pcm.refused("portal add WP0ZZZ99ZLS299999")
    assert "in another profile" in pcm.refused("portal add WP0ZZZ97ZLS100971")
    pcm.do("portal add wp0zzz99zls200911")
    assert "in your profile already" in pcm.refused("portal add WP0ZZZ99ZLS200911")


def test_an_unknown_service_names_the_nearest(desk: DeskMaker) -> None:
    pcm = linked(desk)
    assert "did you mean carfinder" in pcm.refused("portal order carfinde")
    assert "is booked already" in pcm.refused("portal order online radio")


@pytest.mark.requirement("R-LINK-5")
def test_a_reset_security_code_must_be_set_before_the_login(desk: DeskMaker) -> None:
    pcm = desk("taycan-j1", 2022)
    pcm.do("portal security-code reset")
    pcm.open_link()
    pcm.do("type @email", "ok", "type @password", "ok", "type 1111")
    assert pcm.refused("ok") == pcm.say("reason.link_security_code_unset")
    pcm.do("portal security-code 1111", "ok", "expect state account logged_in")
