"""The cars and PCM generations of the source document, and how a name and a year pick one car.

Data: cars.yaml, generations.yaml. Used by every face; knows nothing of menus.
"""

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from models.content import Content, load_content
from models.errors import PcmError, UnknownNameError
from models.provenance import Sourced

HERE = Path(__file__).parent
PcmName = Literal["4.0", "4.1", "5.0", "6.0"]
Languages = Literal["it", "en", "de", "fr", "es", "pt"]
LANGUAGES: tuple[Languages, ...] = ("it", "en", "de", "fr", "es", "pt")


VinType = Annotated[str, Field(pattern=r"^[A-HJ-NPR-Z0-9]{3}$")]


class HardKey(Content):
    """One key around the screen."""

    caption: str
    side: Literal["left", "right", "bottom"]
    icon: str | None = None


class Generation(Sourced):
    """What a PCM generation is: screen, keys, knobs, features."""

    pcm: PcmName
    width: int  # px of the real screen
    height: int
    diagonal_in: float  # inches
    keys: tuple[HardKey, ...]  # in drawing order; one without entry in the menus is not drawn
    knobs: Annotated[int, Field(ge=0, le=2)]
    login: Literal["pairing_code", "porsche_id"]
    features: tuple[str, ...]  # sim_slot, hotspot_client, private_mode, updates, ...
    software: str  # shown on the version page
    shortcuts: dict[Literal["user", "status"], str] = {}  # part of the header -> page it opens

    @property
    def links_by_id(self) -> bool:
        """An account is linked by Porsche ID, not by a pairing code."""
        return self.login == "porsche_id"


class FeatureYears(Content):
    """The model years in which a car has one of its features."""

    feature: str
    first: int
    last: int


class Car(Sourced):
    """One car of the catalogue: line and generation with its model years."""

    id: str
    line: str
    generation: str
    years: tuple[int, int]
    vin_types: tuple[VinType, ...]  # positions 7, 8 and 12; made-up VINs have the first
    pcm: PcmName
    electric: bool = False
    note: str | None = None
    features: tuple[str, ...] = ()  # beyond those of the generation
    feature_years: tuple[FeatureYears, ...] = ()  # of features that not all years have

    def features_of(self, year: int) -> tuple[str, ...]:
        """Its own features in a model year."""
        lacking = {
            span.feature for span in self.feature_years if not span.first <= year <= span.last
        }
        return tuple(name for name in self.features if name not in lacking)

    @property
    def name(self) -> str:
        return f"{self.line} ({self.generation})"


class CarsFile(Content):
    """cars.yaml."""

    vin_types_assumed: str
    cars: tuple[Car, ...]
    unlisted: dict[str, str]  # names people try that the source does not cover -> the answer


class GenerationsFile(Content):
    """generations.yaml."""

    generations: tuple[Generation, ...]


@cache
def load_cars() -> CarsFile:
    return load_content(HERE / "cars.yaml", CarsFile)


@cache
def load_generations() -> dict[PcmName, Generation]:
    return {g.pcm: g for g in load_content(HERE / "generations.yaml", GenerationsFile).generations}


def find_car(name: str, year: int | None = None) -> Car:
    """The one car that `name` (id, line, or line and generation) and the model year fit.

    Raises UnknownNameError for a name in no catalogue, PcmError for a year outside the range
    (naming it) and for a line and year that two generations fit (naming both ids).
    """
    file = load_cars()
    folded = name.strip().casefold()
    for unlisted, answer in file.unlisted.items():
        if folded == unlisted.casefold():
            raise PcmError(f"{unlisted}: {answer}")
    named = [car for car in file.cars if folded == car.id] or [
        car for car in file.cars if folded in (car.line.casefold(), car.name.casefold())
    ]
    if not named:
        known = [car.id for car in file.cars] + list(dict.fromkeys(car.line for car in file.cars))
        raise UnknownNameError("car", name, known)
    if year is None:
        if len(named) > 1:
            raise PcmError(
                f"{name}: which one? name an id ({_ids(named)}) or a model year (--year)"
            )
        return named[0]
    fitting = [car for car in named if car.years[0] <= year <= car.years[1]]
    if not fitting:
        ranges = ", ".join(f"{car.id} {car.years[0]}-{car.years[1]}" for car in named)
        raise PcmError(f"{name} has no model year {year}; it has: {ranges}")
    if len(fitting) > 1:
        raise PcmError(f"{name} of model year {year} exists twice: name one of {_ids(fitting)}")
    return fitting[0]


def _ids(cars: list[Car]) -> str:
    return ", ".join(car.id for car in cars)
