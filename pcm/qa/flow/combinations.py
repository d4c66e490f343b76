"""Which head units a run of flows is for: car, model year, country and language, all with all.

Used by the command `flow`; "" and None leave the choice to the flow's own variables.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from models.catalogue import Car, load_cars
from models.errors import PcmError, UnknownNameError
from models.markets import find_market
from pcm.headunit.choice import chosen_car, chosen_language

ALL = "all"
KEYS = ("cars", "countries", "languages")


@dataclass(frozen=True, slots=True)
class Combination:
    """One head unit that flows run on."""

    car: str = ""
    year: int | None = None
    country: str = ""
    language: str = ""

    @property
    def name(self) -> str:
        """`718-982 2019 IT it`, in reports and on the terminal; "" when the flow has the choice."""
        words = (self.car, self.year and str(self.year), self.country, self.language)
        return " ".join(word for word in words if word)

    @property
    def variables(self) -> dict[str, str]:
        """What Robot Framework is told."""
        named = {
            "CAR": self.car,
            "YEAR": str(self.year or ""),
            "COUNTRY": self.country,
            "LANGUAGE": self.language,
        }
        return {name: value for name, value in named.items() if value}


def parse_matrix(text: str) -> dict[str, tuple[str, ...]]:
    """`cars=718-982,macan-95b.1,countries=IT,DE` -> each key with its values; raises PcmError."""
    found: dict[str, list[str]] = {}
    values: list[str] | None = None
    for piece in text.split(","):
        key, sign, value = piece.rpartition("=")
        if sign:
            if key.strip() not in KEYS:
                raise UnknownNameError("key of --matrix", key.strip(), KEYS)
            if key.strip() in found:
                raise PcmError(f"--matrix: {key.strip()} stands in it twice")
            values = found.setdefault(key.strip(), [])
        if values is None or not value.strip():
            raise PcmError(f"--matrix {text!r}: write cars=ID,ID,countries=CC,CC,languages=xx,xx")
        values.append(value.strip())
    return {key: tuple(words) for key, words in found.items()}


def derive_combinations(
    cars: tuple[str, ...] = (),
    year: int | None = None,
    countries: tuple[str, ...] = (),
    languages: tuple[str, ...] = (),
) -> tuple[Combination, ...]:
    """Every car with every country and language, each once; raises PcmError with nearest names."""
    models: list[tuple[str, int | None]] = [*_models(cars, year)] or [("", year)]
    codes = [find_market(name).code for name in countries] or [""]
    spoken: list[str] = [chosen_language(name) for name in languages] or [""]
    found = (
        Combination(*model, code, word) for model, code, word in product(models, codes, spoken)
    )
    return tuple(dict.fromkeys(found))


def _models(cars: tuple[str, ...], year: int | None) -> Iterator[tuple[str, int]]:
    """Cars by their ids; of all cars those that the year has."""
    for name in cars:
        if name.casefold() == ALL:
            yield from ((car.id, year or car.years[1]) for car in _cars_of(year))
        else:
            car, chosen = chosen_car(name, year)
            yield car.id, chosen


def _cars_of(year: int | None) -> list[Car]:
    every = load_cars().cars
    found = [car for car in every if year is None or car.years[0] <= year <= car.years[1]]
    if not found:
        spans = [car.years for car in every]
        raise PcmError(
            f"no car has the model year {year};"
            f" there are {min(low for low, _ in spans)}-{max(high for _, high in spans)}"
        )
    return found
