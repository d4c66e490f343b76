"""Vehicle identification numbers (ISO 3779): made up for a car, and what one tells of its car.

Positions 1-3 name the maker, 7, 8 and 12 the type, 10 the model year; the rest tells a head unit
nothing.
"""

from models.catalogue import Car, load_cars
from models.errors import PcmError, nearest_hint

_YEAR_LETTERS = "ABCDEFGHJKLMNPRSTVWXY"  # 2010 to 2030; they come again every 30 years
_FIRST_YEAR = 2010
_SPORT_UTILITIES = ("Macan", "Cayenne")
_MAKERS = ("WP0", "WP1")
LENGTH = 17
_FILLER = "Z"  # position 9 outside North America
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_DIGITS = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", map(int, "12345678123457923456789"), strict=True))


def make_vin(car: Car, year: int) -> str:
    """A well-formed one with a running number; `find_by_vin` maps it back."""
    first, second, third = tuple(car.vin_types[0])
    letter = _YEAR_LETTERS[year - _FIRST_YEAR]
    return f"{_maker(car)}ZZZ{first}{second}{_FILLER}{letter}S{third}00718"


def find_by_vin(text: str) -> tuple[Car, int]:
    """The car and model year; raises PcmError saying what is wrong, or what the VIN leaves open."""
    vin = text.strip().upper()
    _check_form(vin)
    type_, year = vin[6:8] + vin[11], _year(vin)
    cars = load_cars().cars
    typed = [car for car in cars if type_ in car.vin_types and _maker(car) == vin[:3]]
    if not typed:
        known = sorted({known for car in cars for known in car.vin_types if _maker(car) == vin[:3]})
        hint = nearest_hint(type_, known)
        raise PcmError(f"VIN: no car here is of type {type_} ({', '.join(known)}){hint}")
    found = [car for car in typed if year and car.years[0] <= year <= car.years[1]]
    if not found or year is None:
        ranges = ", ".join(f"{car.id} {car.years[0]}-{car.years[1]}" for car in typed)
        told = f"model year {year}" if year else f"no model year ({vin[9]!r} in position 10)"
        raise PcmError(f"VIN: type {type_}, {told}; here are {ranges}: say --car and --year")
    if len(found) > 1:
        ids = ", ".join(car.id for car in found)
        raise PcmError(f"VIN: type {type_}, model year {year} is one of {ids}: say --car")
    return found[0], year


def _maker(car: Car) -> str:
    return _MAKERS[car.line in _SPORT_UTILITIES]


def _year(vin: str) -> int | None:
    letter = vin[9]
    return _FIRST_YEAR + _YEAR_LETTERS.index(letter) if letter in _YEAR_LETTERS else None


def _check_form(vin: str) -> None:
    if len(vin) != LENGTH:
        raise PcmError(f"VIN: {len(vin)} characters; it has {LENGTH}")
    for place, letter in enumerate(vin, 1):
        if letter in "IOQ":
            raise PcmError(f"VIN: {letter!r} in position {place}; I, O, Q are not used (but 1, 0)")
        if not (letter.isascii() and letter.isalnum()):
            raise PcmError(f"VIN: {letter!r} in position {place} is no letter or digit")
    if vin[:3] not in _MAKERS:
        raise PcmError(f"VIN: {vin[:3]} is not Porsche ({', '.join(_MAKERS)})")
    if vin[8] != _FILLER and vin[8] != (right := _check_digit(vin)):
        raise PcmError(f"VIN: the check digit in position 9 is {vin[8]}, it should be {right}")


def _check_digit(vin: str) -> str:
    """As North America computes it (49 CFR 565.15)."""
    values = (int(c) if c.isdigit() else _DIGITS[c] for c in vin)
    rest = sum(value * weight for value, weight in zip(values, _WEIGHTS, strict=True)) % 11
    return "X" if rest == 10 else str(rest)
