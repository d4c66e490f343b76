"""Quantities follow the units and the language that the driver sets, wherever they are shown."""

from typing import NamedTuple

import pytest

from models.catalogue import find_car
from pcm.headunit.session import Session
from pcm.headunit.values import VALUES


class Case(NamedTuple):
    name: str
    setting: str
    option: str
    shown: str
    words: str


CASES = (
    Case("kilometres", "units_distance", "units_distance_km", "mileage", "12 480 km"),
    Case("miles", "units_distance", "units_distance_miles", "mileage", "7 755 mi"),
    Case("celsius", "units_temperature", "units_celsius", "outside_temperature", "21,5 °C"),
    Case("fahrenheit", "units_temperature", "units_fahrenheit", "outside_temperature", "70,7 °F"),
    Case("bar", "units_pressure", "units_pressure_bar", "tyre_front", "2,3 / 2,3 bar"),
    Case("psi", "units_pressure", "units_pressure_psi", "tyre_front", "33 / 33 psi"),
    Case("kilopascal", "units_pressure", "units_pressure_kpa", "tyre_front", "230 / 230 kPa"),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_unit_that_is_chosen_is_shown(case: Case) -> None:
    session = Session(find_car("718-982", 2020), 2020)
    parent = session.setup.tree.path(case.setting)
    session.do("tap " + " > ".join((*parent, case.option)))
    assert VALUES[case.shown](session.unit.view) == case.words


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("date_format_dmy", "16.03.2026"),
        ("date_format_mdy", "03/16/2026"),
        ("date_format_ymd", "2026-03-16"),
    ],
)
def test_the_date_is_written_as_chosen(option: str, words: str) -> None:
    session = Session(find_car("cayenne-9y0", 2020), 2020)
    session.do("tap " + " > ".join(session.setup.tree.path(option)))
    assert VALUES["date"](session.unit.view) == words


def test_english_has_a_decimal_point() -> None:
    session = Session(find_car("718-982", 2020), 2020, language="en")
    assert session.screen.header.temperature == "21.5 °C"


def test_an_electric_car_uses_energy() -> None:
    session = Session(find_car("taycan-j1", 2024), 2024, language="en")
    assert VALUES["trip_consumption"](session.unit.view) == "21.4 kWh/100 km"
