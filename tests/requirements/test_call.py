"""R-CALL: Apple CarPlay takes the Bluetooth connections over and gives them back."""

import pytest

from tests.requirements.conftest import DeskMaker
from tests.requirements.desk import Desk, cars_with

ALL_CARS = cars_with()


def lit(unit: Desk, symbol: str) -> bool:
    """Whether the header shows a symbol."""
    return bool(getattr(unit.screen.header, symbol))


def test_the_cases_are_all_cars() -> None:
    assert len({car for car, _ in ALL_CARS}) == 13
    assert len(ALL_CARS) == 25


@pytest.mark.requirement("R-CALL-1")
@pytest.mark.parametrize(("car", "year"), ALL_CARS)
def test_carplay_disconnects_bluetooth_says_so_and_gives_it_back(
    desk: DeskMaker, car: str, year: int
) -> None:
    unit = desk(car, year)
    unit.do("phone pair", "expect state bluetooth on")
    assert lit(unit, "bluetooth")
    unit.do("phone carplay on", "expect state bluetooth off", "expect state carplay on")
    unit.do("expect overlay carplay_took_bluetooth")
    assert not lit(unit, "bluetooth")
    assert lit(unit, "carplay")
    unit.do("ok", "expect overlay none", "phone carplay off", "expect state carplay off")
    unit.do("expect state bluetooth on")
    assert lit(unit, "bluetooth")
    assert not lit(unit, "carplay")


@pytest.mark.requirement("R-CALL-1")
@pytest.mark.parametrize(("car", "year"), ALL_CARS)
def test_a_call_moves_to_carplay_and_comes_back(desk: DeskMaker, car: str, year: int) -> None:
    unit = desk(car, year)
    unit.do("phone pair", "phone call in", "ok", "expect state call active")
    unit.do("phone carplay on", "expect state call idle", "ok")
    unit.do("phone carplay off", "expect state call active", "expect state call_over bluetooth")


@pytest.mark.requirement("R-CALL-1")
@pytest.mark.parametrize(("car", "year"), ALL_CARS)
def test_during_carplay_what_needs_bluetooth_is_refused_with_that_reason(
    desk: DeskMaker, car: str, year: int
) -> None:
    unit = desk(car, year)
    unit.do("phone pair", "phone carplay on", "ok", "phone connect", "expect state bluetooth off")
    tree = unit.session.setup.tree
    needing = [id_ for id_ in tree.ids() if "phone" in tree.node(id_).needs]
    assert needing
    for id_ in needing:
        keys = [shown.reason.key for shown in unit.session.unit.why(id_)]
        assert "carplay_has_phone" in keys, id_


@pytest.mark.requirement("R-CALL-1")
@pytest.mark.parametrize(("car", "year"), ALL_CARS)
def test_carplay_alone_connects_nothing_afterwards(desk: DeskMaker, car: str, year: int) -> None:
    unit = desk(car, year)
    unit.do("phone pair", "phone disconnect", "phone carplay on", "expect overlay none")
    unit.do("phone carplay off", "expect state bluetooth off", "expect state phone paired")


@pytest.mark.requirement("R-CALL-1")
@pytest.mark.parametrize(("car", "year"), cars_with("4.0", "4.1", "5.0"))
def test_the_hotspot_keeps_its_data_during_carplay(desk: DeskMaker, car: str, year: int) -> None:
    unit = desk(car, year)
    unit.do("phone pair", "phone hotspot on", "expect data hotspot", "phone carplay on", "ok")
    unit.do("expect data hotspot")
