"""Every procedure of every car, in its first and its last model year, with verbs alone.

The way to each procedure is the one that `howto` tells, as a path of labels in its language.
"""

import pytest

from menus.howto import Howto, load_procedures
from menus.howto import howto as find_howto
from tests.requirements.desk import CarYear, Desk, cars_with

CARS = cars_with()
WITH_SLOT = cars_with("4.0", "4.1", "5.0")
WITH_PRIVATE_MODE = cars_with("5.0", "6.0")
BY_ID = cars_with("6.0")
ABROAD = "net abroad CH LTE bars 4"
NO_EMBEDDED = "AD"
MISSING = {
    "4.0": {"private-mode", "updates"},
    "4.1": {"private-mode", "updates"},
    "5.0": set(),
    "6.0": {"roaming", "remember-pin"},
}


def sit(car: CarYear, country: str = "IT") -> Desk:
    return Desk(*car, country)


def way(desk: Desk, procedure: str) -> Howto:
    setup = desk.session.setup
    return find_howto(setup.car, setup.year, "it", procedure)[0]


def walk(desk: Desk, procedure: str) -> str:
    """Go the car's own path with one line, and check that each label led where it should."""
    found = way(desk, procedure)
    assert found.available, found
    desk.do(f"tap {' > '.join(found.path)}")
    pages = [id_ for id_, _ in desk.screen.path]
    wanted = [id_ for id_ in found.ids if id_ != "home"]
    assert wanted[: len(pages)] == pages
    assert len(wanted) - len(pages) in (0, 1), "all but the last entry are pages"
    return wanted[-1]


def test_the_cases_are_all_cars() -> None:
    assert len({car for car, _ in CARS}) == 13
    assert len(CARS) == 25
    assert len(WITH_SLOT) == 17
    assert len(BY_ID) == 8
    assert len(WITH_PRIVATE_MODE) == 15


@pytest.mark.parametrize("car", CARS)
def test_the_generation_has_the_procedures_it_should(car: CarYear) -> None:
    desk = sit(car)
    lacking = {name for name in load_procedures() if not way(desk, name).available}
    assert lacking == MISSING[desk.session.setup.generation.pcm]
    assert all(way(desk, name).note for name in lacking)


@pytest.mark.parametrize("car", WITH_SLOT)
def test_link_with_the_code_of_my_porsche(car: CarYear) -> None:
    desk = sit(car)
    code = desk.do("portal code")
    walk(desk, "link")
    desk.do("tap enter_pairing_code", "expect overlay pairing_code")
    for digit in code:
        desk.refused("ok")
        desk.do(f"type {digit}")
    desk.do("ok", "expect overlay none", "expect state account logged_in")
    desk.do(f"expect text {desk.say('reason.linked', name=desk.screen.header.user)}")


@pytest.mark.parametrize("car", BY_ID)
def test_link_with_porsche_id_and_security_code(car: CarYear) -> None:
    desk = sit(car)
    walk(desk, "link")
    for field in ("email", "password", "security-code"):
        desk.do(f"expect overlay {field.replace('-', '_')}", f"type @{field}", "ok")
    desk.do("expect overlay none", "expect state account logged_in")
    desk.do(f"expect text {desk.say('reason.linked', name=desk.screen.header.user)}")


@pytest.mark.parametrize("car", WITH_SLOT)
def test_roaming(car: CarYear) -> None:
    desk = sit(car, NO_EMBEDDED)
    desk.do("sim insert no_pin", "expect data inserted", ABROAD, "expect data none")
    row = walk(desk, "roaming")
    desk.do("expect overlay roaming_cost", "cancel", "expect overlay none", "expect data none")
    desk.do(f"expect row {row} off", f"tap {row}", "expect overlay roaming_cost", "ok")
    desk.do(f"expect row {row} on", "expect data inserted", f"tap {row}", "expect overlay none")
    desk.do(f"expect row {row} off", "expect data none")


@pytest.mark.parametrize("car", BY_ID)
def test_roaming_is_automatic_without_a_slot(car: CarYear) -> None:
    desk = sit(car)
    desk.do(ABROAD, "expect state embedded_registration roaming", "expect data embedded")


@pytest.mark.parametrize("car", WITH_SLOT)
def test_end_data_and_back(car: CarYear) -> None:
    desk = sit(car)
    desk.do("expect data embedded")
    row = walk(desk, "end-data")
    desk.do(f"expect row {row} chosen", "expect data none", "expect reason data_ended")
    desk.do("tap ON", "expect row data_on chosen", "expect data embedded")


@pytest.mark.parametrize("car", BY_ID)
def test_end_data_without_a_slot_is_private_mode(car: CarYear) -> None:
    desk = sit(car)
    row = walk(desk, "end-data")
    desk.do("expect overlay private_mode", "ok", f"expect row {row} on", "expect data none")
    desk.do("expect reason private_mode", f"tap {row}", "expect data embedded")


@pytest.mark.parametrize("car", WITH_SLOT)
def test_remember_pin(car: CarYear) -> None:
    desk = sit(car)
    desk.do("sim insert standard", "expect overlay sim_pin", "type @pin", "ok")
    desk.do("expect overlay none", "expect state sim ready")
    row = walk(desk, "remember-pin")
    desk.do(f"expect row {row} on", "car restart", "expect overlay none", "expect state sim ready")
    walk(desk, "remember-pin")
    desk.do(f"expect row {row} off", "car restart", "expect overlay sim_pin", "type @pin", "ok")
    desk.do("expect state sim ready")


@pytest.mark.parametrize("car", WITH_PRIVATE_MODE)
def test_private_mode(car: CarYear) -> None:
    desk = sit(car)
    row = walk(desk, "private-mode")
    desk.do("expect overlay private_mode", "cancel", f"expect row {row} off")
    desk.do("expect data embedded", f"tap {row}", "ok", f"expect row {row} on")
    desk.do("expect data none", "expect reason private_mode")
    assert desk.screen.header.private
    desk.do(f"tap {row}", f"expect row {row} off", "expect data embedded")


@pytest.mark.parametrize("car", WITH_PRIVATE_MODE)
def test_updates(car: CarYear) -> None:
    desk = sit(car)
    page = walk(desk, "updates")
    desk.do(f"expect screen {page}", f"expect text {desk.say('value.up_to_date')}")
    desk.do("tap check_updates", f"expect text {desk.say('reason.no_updates')}")
