"""R-FOD: Functions on Demand and updates from the purchase to the end, as the driver sees them."""

import pytest

from pcm.headunit.screen import Dialog
from tests.requirements.conftest import DeskMaker
from tests.requirements.desk import Desk

TAYCAN = ("taycan-j1", 2022)
NAME, ID = "Range manager", "range_manager"
LEAVE = ("car ignition off", "car doors open", "car doors closed", "car lock")
BACK = ("car unlock", "car doors open", "car doors closed", "car ignition on")


def linked(desk: DeskMaker, car: str = TAYCAN[0], year: int = TAYCAN[1]) -> Desk:
    pcm = desk(car, year, language="en")
    pcm.link()
    return pcm


def state(pcm: Desk, id_: str = ID) -> str:
    return pcm.state(f"function_{id_}")


def dialog(pcm: Desk) -> Dialog:
    assert isinstance(pcm.screen.overlay, Dialog), f"no dialog but {pcm.screen.overlay}"
    return pcm.screen.overlay


def downloaded(desk: DeskMaker, *purchase: str) -> Desk:
    """A function that is ready; its message is answered."""
    pcm = linked(desk)
    pcm.do(
        *(purchase or (f"portal buy {ID}",)), "pass 5 min", "expect overlay function_ready", "ok"
    )
    return pcm


def start(pcm: Desk, row: str = "functions_1") -> None:
    """The driver starts what is listed under Updates."""
    pcm.go("updates")
    pcm.do(f"tap {row}", "ok", "expect text Park safely", "ok", "ok")


def installed(desk: DeskMaker, *purchase: str) -> Desk:
    pcm = downloaded(desk, *purchase)
    start(pcm)
    pcm.do(*LEAVE, "pass 11 min", *BACK, "expect overlay function_done", "ok")
    return pcm


@pytest.mark.requirement("R-FOD-2")
def test_it_downloads_and_is_offered_once_and_at_every_start(desk: DeskMaker) -> None:
    pcm = linked(desk)
    pcm.do(f"portal buy {ID}", "pass 3 s")
    pcm.go("updates")
    assert state(pcm) == "downloading"
    assert "Downloading" in pcm.row(NAME).detail
    pcm.do("pass 5 min")
    assert (dialog(pcm).id, state(pcm)) == ("function_ready", "ready")
    assert NAME in dialog(pcm).text
    pcm.do("cancel", "home")
    for _ in range(2):
        pcm.do("car restart", "expect overlay function_ready", "cancel", "expect screen home")
    pcm.do("car restart", "ok", "expect screen updates")
    assert pcm.row(NAME).detail == "Ready to install"
    pcm.go("notifications")
    assert pcm.row(NAME).detail == "Ready to install"


PAUSES = {
    "car off": ("car ignition off", "car ignition on"),
    "no network": ("net none", "net home LTE bars 4"),
}


@pytest.mark.requirement("R-FOD-2")
@pytest.mark.parametrize("name", PAUSES)
def test_the_download_pauses_and_goes_on_where_it_stood(desk: DeskMaker, name: str) -> None:
    stop, go = PAUSES[name]
    pcm = linked(desk)
    pcm.do("net home 3G bars 2", f"portal buy {ID}", "pass 30 s")
    parts = pcm.session.unit.state.functions.items[0].parts
    assert 5 < parts < 90
    pcm.do(stop, "pass 2 h")
    assert pcm.session.unit.state.functions.items[0].parts == parts
    assert "function_paused" in pcm.do(f"why function {ID}")
    pcm.do(go, "pass 1 s")
    assert parts <= pcm.session.unit.state.functions.items[0].parts < 95
    pcm.do("pass 10 min")
    assert state(pcm) == "ready"


@pytest.mark.requirement("R-FOD-2", "R-PRIV-1")
def test_private_mode_pauses_the_download_and_why_says_so(desk: DeskMaker) -> None:
    pcm = linked(desk)
    pcm.do("net home 3G bars 2", f"portal buy {ID}", "pass 10 s")
    pcm.go("privacy_all_services")
    pcm.do("ok", "pass 1 h")
    assert state(pcm) == "downloading"
    told = pcm.do(f"why function {ID}")
    assert "function_paused" in told
    assert "private_mode" in told
    pcm.go("updates")
    assert "paused" in pcm.row(NAME).detail
    pcm.go("privacy_all_services")
    pcm.do("pass 10 min")
    assert state(pcm) == "ready"


@pytest.mark.requirement("R-FOD-2", "R-DATA-7")
def test_a_slow_network_takes_longer(desk: DeskMaker) -> None:
    seconds = {}
    for technology in ("2G", "3G", "LTE"):
        pcm = linked(desk)
        pcm.do(f"net home {technology} bars 4", f"portal buy {ID}")
        spent = 0
        while state(pcm) == "downloading":
            pcm.do("pass 5 s")
            spent += 5
        seconds[technology] = spent
    assert seconds["2G"] > 10 * seconds["3G"] > 10 * seconds["LTE"]


@pytest.mark.requirement("R-FOD-3")
def test_each_condition_has_its_own_reason_and_work_begins_with_the_last(desk: DeskMaker) -> None:
    pcm = downloaded(desk)
    pcm.do("car plug in")
    start(pcm)
    waits = ["unplug", "switch_off", "get_out", "lock"]
    for line in ("car plug out", "car ignition off", "car doors open", "car lock"):
        told = pcm.do(f"why function {ID}")
        assert [wait for wait in waits if f"function_wait_{wait}" in told] == waits
        assert state(pcm) == "waiting"
        pcm.do(line)
        waits = [wait for wait in waits if wait not in _DONE_BY.get(line, "")]
    pcm.do("car doors closed")
    assert state(pcm) == "working"
    pcm.do("pass 9 min")
    assert state(pcm) == "working"
    assert "function_working" in pcm.do(f"why function {ID}")
    pcm.do("pass 2 min")
    assert state(pcm) == "done"
    pcm.do(*BACK, "expect overlay function_done", "ok", "car restart", "expect overlay none")


_DONE_BY = {"car plug out": "unplug", "car ignition off": "switch_off", "car lock": "lock"}


@pytest.mark.requirement("R-FOD-3")
def test_nothing_is_started_while_driving(desk: DeskMaker) -> None:
    pcm = downloaded(desk)
    pcm.do("car gear D", "car speed 50", "tap functions_1")
    assert pcm.refused("ok") == pcm.say("reason.moving")
    assert state(pcm) == "ready"


DISTURBED = {
    "car plug in": "A charging cable was plugged in",
    "car unlock": "The car was unlocked",
    "car ignition on": "The car was switched on",
}


@pytest.mark.requirement("R-FOD-4")
@pytest.mark.parametrize("line", DISTURBED)
def test_a_disturbed_installation_says_why_and_is_offered_again(desk: DeskMaker, line: str) -> None:
    pcm = downloaded(desk)
    start(pcm)
    pcm.do(*LEAVE, "pass 9 min", line)
    assert state(pcm) == "failed"
    pcm.do("car plug out", *BACK, "expect overlay function_failed_unchanged")
    assert DISTURBED[line] in dialog(pcm).text
    assert "Nothing has changed" in dialog(pcm).text
    pcm.do("ok", "expect overlay function_ready", "ok")
    assert pcm.row(NAME).detail == pcm.say("function_state.failed")
    start(pcm)
    pcm.do(*LEAVE, "pass 11 min", *BACK, "expect overlay function_done")


KINDS = {"unchanged": "Nothing has changed", "restricted": "may be limited", "retry": "by itself"}


@pytest.mark.requirement("R-FOD-4")
@pytest.mark.parametrize("kind", KINDS)
def test_the_three_kinds_of_failure_have_their_own_words(desk: DeskMaker, kind: str) -> None:
    pcm = downloaded(desk)
    pcm.do(f"portal fail {ID} {kind}")
    start(pcm)
    pcm.do(*LEAVE, "pass 11 min")
    assert state(pcm) == "failed"
    pcm.do(*BACK, f"expect overlay function_failed_{kind}")
    assert KINDS[kind] in dialog(pcm).text
    pcm.do("ok", "expect overlay function_ready", "ok")
    start(pcm)
    pcm.do(*LEAVE, "pass 11 min", *BACK, "expect overlay function_done")


@pytest.mark.requirement("R-FOD-4")
def test_the_third_kind_is_tried_again_without_the_driver(desk: DeskMaker) -> None:
    pcm = downloaded(desk)
    pcm.do(f"portal fail {ID} retry")
    start(pcm)
    pcm.do(*LEAVE, "pass 11 min")
    assert state(pcm) == "failed"
    pcm.do("pass 1 h")
    assert state(pcm) == "done"


@pytest.mark.requirement("R-FOD-1")
def test_billing_starts_when_it_is_enabled_in_the_car(desk: DeskMaker) -> None:
    pcm = downloaded(desk)
    pcm.do("pass 2 d")
    start(pcm)
    pcm.do(*LEAVE, "pass 11 min")
    assert "not billed before" in pcm.do("portal functions")
    pcm.do("pass 3 d", *BACK)
    assert f"{ID}: once, billed since 2026-03-18" in pcm.do("portal functions")


@pytest.mark.requirement("R-FOD-5")
def test_a_cancelled_monthly_one_is_offered_for_removal_after_minutes_online(
    desk: DeskMaker,
) -> None:
    pcm = installed(desk, f"portal buy {ID} monthly")
    assert "ends 2026-04" in pcm.do(f"portal cancel {ID}")
    pcm.do("pass 29 d")
    assert state(pcm) == "done"
    pcm.do("net none", "pass 2 d")
    assert state(pcm) == "done"
    pcm.do("net home LTE bars 4", "pass 1 min")
    assert state(pcm) == "leaving"
    pcm.do("pass 5 min", "expect overlay function_ready", "ok")
    pcm.do("tap functions_1")
    assert dialog(pcm).ok == "Remove"
    pcm.do("ok", "expect text Remove Range manager", "ok", "ok")
    pcm.do(*LEAVE, "pass 9 min", "expect state function_range_manager working", "pass 2 min")
    pcm.do(*BACK, "expect overlay function_removed", "ok")
    assert state(pcm) == "none"
    assert f"to buy: {ID}" in pcm.do("portal functions")


@pytest.mark.requirement("R-FOD-5")
def test_an_unlimited_one_stays_with_a_sold_car_and_is_not_cancelled(desk: DeskMaker) -> None:
    pcm = installed(desk)
    assert "unlimited" in pcm.refused(f"portal cancel {ID}")
    pcm.do("portal unlink", "ok", "car restart")
    assert state(pcm) == "done"


@pytest.mark.requirement("R-FOD-5")
def test_withdrawal_is_possible_for_fourteen_days(desk: DeskMaker) -> None:
    pcm = installed(desk)
    pcm.do("pass 13 d", f"portal withdraw {ID}", "pass 5 min", "expect overlay function_ready")
    late = installed(desk)
    late.do("pass 15 d")
    assert "14 days" in late.refused(f"portal withdraw {ID}")


def test_what_is_withdrawn_before_the_installation_just_goes(desk: DeskMaker) -> None:
    pcm = downloaded(desk)
    pcm.do(f"portal withdraw {ID}", "car restart", "expect overlay none")
    assert state(pcm) == "none"


@pytest.mark.parametrize(
    ("car", "year"), [("taycan-j1", 2025), ("911-992.2022", 2022), ("718-982", 2020)]
)
def test_functions_are_sold_for_the_taycan_of_2020_to_2024_alone(
    desk: DeskMaker, car: str, year: int
) -> None:
    assert "Taycan 2020-2024" in desk(car, year).refused(f"portal buy {ID}")


@pytest.mark.parametrize(
    ("car", "year"), [("cayenne-9y0", 2021), ("911-992.2022", 2022), ("taycan-j1", 2026)]
)
def test_an_update_goes_the_same_way(desk: DeskMaker, car: str, year: int) -> None:
    pcm = linked(desk, car, year)
    pcm.do("portal offer-update", "portal fail pcm_software unchanged", "pass 20 min")
    pcm.do("expect overlay function_ready", "ok")
    start(pcm)
    pcm.do(*LEAVE, "pass 11 min", *BACK, "expect overlay function_failed_unchanged", "ok", "ok")
    start(pcm)
    pcm.do(*LEAVE, "pass 11 min", *BACK, "expect overlay function_done", "ok")
    assert state(pcm, "pcm_software") == "none"
    pcm.do("portal offer-update")


def test_a_car_without_online_updates_takes_none(desk: DeskMaker) -> None:
    assert "no software updates" in desk("cayenne-9y0", 2020).refused("portal offer-update")
