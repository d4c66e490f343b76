"""Checks that `models`, `menus` and `connectivity` are ours: common words, others may use them too.

Called first of all at the start, before anything imports them. Standard library only.
"""

import sys
from importlib.machinery import PathFinder
from importlib.util import find_spec
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
OWN = ("models", "menus", "connectivity")


class IntruderError(Exception):
    """A package of another project stands where one of ours should; the text is one line."""


def check_origin(path: list[str] | None = None, checkout: Path = CHECKOUT) -> None:
    """Raise IntruderError for the first of our packages found elsewhere on `path` (sys.path)."""
    for name in OWN:
        place = _place(name, path)
        if place is None:
            raise IntruderError(f"the package {name!r} is not found in {checkout}")
        if place.parent != checkout:
            raise IntruderError(
                f"the package {name!r} comes from {place}, not from {checkout}; take that folder "
                "out of PYTHONPATH or start from another environment"
            )


def _place(name: str, path: list[str] | None) -> Path | None:
    loaded = sys.modules.get(name) if path is None else None
    if loaded is not None and loaded.__file__:
        return Path(loaded.__file__).resolve().parent
    spec = find_spec(name) if path is None else PathFinder.find_spec(name, path)
    if spec is None:
        return None
    if spec.origin is None:  # a folder without __init__.py
        places = list(spec.submodule_search_locations or ())
        return Path(places[0]).resolve() if places else None
    origin = Path(spec.origin).resolve()
    return origin.parent if origin.name == "__init__.py" else origin
