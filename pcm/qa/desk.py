"""Which head unit a flow wants, and putting it on the desk as delivered.

Used by the library for every test; one session and one window serve all tests of a process.
"""

from dataclasses import dataclass

from models.catalogue import Car
from models.markets import find_market
from pcm.headunit.choice import DEFAULT_COUNTRY, DEFAULT_SEED, chosen_car, chosen_language
from pcm.headunit.session import Session
from pcm.headunit.trace import Trace
from pcm.qa.driver import Driver, PlainDriver
from pcm.qa.window_driver import WindowDriver
from pcm.training.coach import LessonCoach
from pcm.ui.paint import paint


@dataclass(frozen=True, slots=True)
class Wish:
    """What a flow asks for; "" and None leave the choice to the program.

    invariants: what must hold after every verb is looked at (pcm.qa.walk).
    """

    car: str = ""
    year: int | None = None
    country: str = ""
    language: str = ""
    seed: int = DEFAULT_SEED
    window: bool = False
    invariants: bool = False

    def found(self) -> tuple[Car, int]:
        """The car and its model year; raises PcmError with the nearest names."""
        return chosen_car(self.car, self.year)


def open_driver(wish: Wish) -> Driver:
    """A head unit as delivered; raises PcmError for what there is not."""
    car, year = wish.found()
    country, language = wish.country or DEFAULT_COUNTRY, chosen_language(wish.language)
    session = Session(car, year, country, language, wish.seed, painter=paint)
    LessonCoach(session)
    if not wish.window:
        return PlainDriver(session)
    return WindowDriver(session)


def put_back(driver: Driver, wish: Wish) -> None:
    """The head unit of the wish as delivered, in a world of the start, with a new trace."""
    car, year = wish.found()
    session = driver.session
    country = find_market(wish.country or DEFAULT_COUNTRY).code
    wanted = {"model": f"{car.id} {year}", "country": country}
    wanted["language"] = chosen_language(wish.language)
    setup = session.setup
    there = {
        "model": f"{setup.car.id} {setup.year}",
        "country": setup.market.code,
        "language": session.unit.state.language,
    }
    session.trace = Trace()
    for verb, value in wanted.items():
        if there[verb] != value:
            driver.do(f"{verb} {value}")
    driver.do("settle on")
    driver.do("reset")
