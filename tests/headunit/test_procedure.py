"""The verb `do`: a procedure in the car's own way, from wherever the driver is."""

import pytest

from models.catalogue import Car, load_cars
from pcm.headunit.session import Session


@pytest.mark.parametrize("car", load_cars().cars, ids=lambda car: car.id)
def test_what_lies_over_the_page_does_not_stop_it(car: Car) -> None:
    session = Session(car, car.years[0])
    if "sim_slot" in session.setup.features:
        assert session.do("sim insert standard").ok
        assert session.do("expect overlay sim_pin").ok
    answer = session.do("do link")
    assert answer.ok, answer.text
    assert session.do("state account").text == "logged_in"


def test_every_car_was_tried() -> None:
    assert len(load_cars().cars) == 13
