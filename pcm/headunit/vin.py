"""A made-up but well-formed VIN (ISO 3779) for a car and model year."""

from models.catalogue import Car

_YEAR_LETTERS = "GHJKLMNPRST"  # 2016 to 2026
_TYPE_DIGITS = {
    "911": "99",
    "718": "98",
    "Macan": "95",
    "Cayenne": "9Y",
    "Panamera": "97",
    "Taycan": "Y1",
}
_SPORT_UTILITIES = ("Macan", "Cayenne")


def make_vin(car: Car, year: int) -> str:
    """WP0 (sports cars) or WP1 (sport utilities), type digits, year letter, a running number."""
    maker = "WP1" if car.line in _SPORT_UTILITIES else "WP0"
    letter = _YEAR_LETTERS[year - 2016]
    return f"{maker}ZZZ{_TYPE_DIGITS[car.line]}Z{letter}S200718"
