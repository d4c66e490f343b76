"""The car, model year and language that somebody asked for by name; for commands and flows."""

from models.catalogue import LANGUAGES, Car, Languages, find_car
from models.errors import PcmError, UnknownNameError
from pcm.headunit.vin import find_by_vin

DEFAULT_CAR, DEFAULT_COUNTRY, DEFAULT_LANGUAGE, DEFAULT_SEED = "718-982", "IT", "it", 1


def chosen_language(name: str | None) -> Languages:
    """The language of a code, Italian without one; raises UnknownNameError."""
    name = name or DEFAULT_LANGUAGE
    for known in LANGUAGES:
        if known == name.casefold():
            return known
    raise UnknownNameError("language", name, LANGUAGES)


def chosen_car(name: str | None, year: int | None, vin: str | None = None) -> tuple[Car, int]:
    """The car and model year that were asked for; without a year the car's last one.

    A VIN tells both, as far as it does; a name and a year beside it count more.
    """
    if vin and not (name and year):
        car, told = find_by_vin(vin)
        if name and find_car(name, told) is not car:
            raise PcmError(f"the VIN is that of {car.id}, model year {told}, not of {name}")
        return car, year or told
    car = find_car(name or DEFAULT_CAR, year)
    return car, year if year is not None else car.years[1]
