"""The thirteen cars, their years, and how a name and a year pick one."""

import pytest

from models.catalogue import find_car, load_cars, load_generations
from models.errors import PcmError

CARS = load_cars().cars


def test_all_thirteen_cars_and_four_generations() -> None:
    assert len(CARS) == 13
    assert len({car.id for car in CARS}) == 13
    assert set(load_generations()) == {"4.0", "4.1", "5.0", "6.0"} == {car.pcm for car in CARS}


@pytest.mark.parametrize(
    ("name", "year", "id_"),
    [
        ("911-991.2", 2019, "911-991.2"),
        ("911", 2018, "911-991.2"),
        ("911", 2021, "911-992.1"),
        ("911", 2022, "911-992.2022"),
        ("718", 2016, "718-982"),
        ("718", 2025, "718-982"),
        ("macan", 2018, "macan-95b.1"),
        ("Macan", 2019, "macan-95b.2"),
        ("Panamera", 2020, "panamera-971.1"),
        ("Panamera", 2021, "panamera-971.2"),
        ("Cayenne", 2021, "cayenne-9y0"),
        ("Taycan", 2020, "taycan-j1"),
        (" TAYCAN ", None, "taycan-j1"),
    ],
)
def test_name_and_year_pick_one_car(name: str, year: int | None, id_: str) -> None:
    assert find_car(name, year).id == id_


@pytest.mark.parametrize(
    ("name", "year", "parts"),
    [
        ("911", 2019, ["911-991.2", "911-992.1"]),
        ("Cayenne", 2018, ["cayenne-92a", "cayenne-9y0"]),
        ("911", None, ["911-991.2", "911-992.1", "911-992.2022"]),
        ("718", 2026, ["2016-2025"]),
        ("panamera-971.2", 2022, ["2021-2021"]),
        ("tycan", 2020, ["unknown car 'tycan'", "Taycan"]),
        ("Macan Electric", 2024, ["Macan Electric", "combustion"]),
        ("991.1", 2015, ["PCM 3.1"]),
    ],
)
def test_what_fits_no_car_or_two_is_one_clear_line(
    name: str, year: int | None, parts: list[str]
) -> None:
    with pytest.raises(PcmError) as refused:
        find_car(name, year)
    assert "\n" not in str(refused.value)
    for part in parts:
        assert part in str(refused.value)


def test_no_year_of_a_line_is_lost_between_two_generations() -> None:
    for line in {car.line for car in CARS}:
        years = sorted(
            year
            for car in CARS
            if car.line == line
            for year in range(car.years[0], car.years[1] + 1)
        )
        assert set(years) == set(range(years[0], years[-1] + 1)), line


def test_only_pcm_6_logs_in_with_the_porsche_id_and_has_no_slot() -> None:
    for pcm, generation in load_generations().items():
        assert (generation.login == "porsche_id") is (pcm == "6.0")
        assert ("sim_slot" in generation.features) is (pcm != "6.0")
        assert ("roaming_setting" in generation.features) is (pcm != "6.0")
    assert [load_generations()[pcm].knobs for pcm in ("4.0", "4.1", "5.0", "6.0")] == [2, 1, 1, 0]
