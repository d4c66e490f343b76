"""What to write instead of a path that another car has; for the message of a flow that failed."""

from collections.abc import Iterator
from functools import cache

from menus.find import split_path
from menus.howto import Howto, howto
from models.catalogue import LANGUAGES, load_cars
from pcm.headunit.session import Session


def procedure_hint(session: Session, path: str) -> str:
    """Where this car has the procedure that `path` leads to in another; "" for no such path."""
    wanted = tuple(part.casefold() for part in split_path(path))
    name = next((name for known, name in _ways().items() if wanted[: len(known)] == known), "")
    if not name:
        return ""
    setup, language = session.setup, session.unit.state.language
    here = howto(setup.car, setup.year, language, name)[0]
    if not here.available:
        return f"That is {name!r}, which this car does not have. {here.note}"
    way = " > ".join(here.path)
    return f"In this car that is at {way}; a flow for every car says: Do    {name}"


@cache
def _ways() -> dict[tuple[str, ...], str]:
    """The paths of all procedures in all cars and languages -> the procedure."""
    return {
        tuple(part.casefold() for part in item.path): item.procedure
        for item in _all_howtos()
        if len(item.path) > 1
    }


def _all_howtos() -> Iterator[Howto]:
    for car in load_cars().cars:
        for year in sorted(set(car.years)):
            for language in LANGUAGES:
                yield from howto(car, year, language)
