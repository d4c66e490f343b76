"""A VIN picks its car, and says what it leaves open or what is wrong with it."""

import pytest

from models.catalogue import load_cars
from models.errors import PcmError
from pcm.headunit.vin import find_by_vin, make_vin

CARS = [(car, year) for car in load_cars().cars for year in range(car.years[0], car.years[1] + 1)]


def test_every_car_and_year_is_found_by_its_vin() -> None:
    assert len({car.id for car, _ in CARS}) == 13
    assert len(CARS) >= 50
    for car, year in CARS:
        assert find_by_vin(make_vin(car, year)) == (car, year)


@pytest.mark.parametrize(
    ("vin", "car", "year"),
    [
        ("WP0ZZZ99ZHS112345", "911-991.2", 2017),
        ("wp0zzz99zks212345", "911-992.1", 2019),
        ("WP1ZZZ95ZKLB12345", "macan-95b.2", 2019),
        ("WP0ZZZY1ZLSA12345", "taycan-j1", 2020),
    ],
)
def test_line_generation_and_year(vin: str, car: str, year: int) -> None:
    found, found_year = find_by_vin(vin)
    assert (found.id, found_year) == (car, year)


@pytest.mark.parametrize(
    ("vin", "said"),
    [
        ("WP0ZZZ99ZHS11234", "16 characters; it has 17"),
        ("WPOZZZ99ZHS112345", "'O' in position 3"),
        ("WP0ZZZ99ZHS1123-5", "'-' in position 16"),
        ("WVWZZZ99ZHS112345", "WVW is not Porsche"),
        ("WP0ZZZ99ZDS112345", "model year 2013; here are 911-991.2 2017-2019"),
        ("WP0ZZZ99Z1S112345", "no model year"),
        ("WP1ZZZ9PZ8LA12345", "no car here is of type 9PA"),
        ("WP0AB2A92HS112345", "the check digit in position 9 is 2, it should be"),
    ],
)
def test_what_is_wrong_or_missing_is_said(vin: str, said: str) -> None:
    with pytest.raises(PcmError) as error:
        find_by_vin(vin)
    assert said in str(error.value)


def test_a_north_american_vin_is_found_with_its_check_digit() -> None:
    right = [f"WP0AB2A9{digit}HS112345" for digit in "0123456789X"]
    found = []
    for vin in right:
        try:
            found.append(find_by_vin(vin)[0].id)
        except PcmError:
            continue
    assert found == ["911-991.2"]
