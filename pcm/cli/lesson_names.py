"""What lines and words of lessons may name: menu entries, procedures, states, reasons, overlays.

Used by lesson_check.py. Each check raises PcmError with the nearest name of all cars and years.
"""

import re
from collections.abc import Collection
from contextlib import closing
from functools import cache

from menus.howto import load_procedures
from menus.load import load_tree
from models.catalogue import load_cars, load_generations
from models.content import load_content
from models.errors import PcmError, UnknownNameError
from models.texts import TEXTS_DIR, TextsFile
from pcm.headunit.entries import FIELDS
from pcm.headunit.features import NEEDS
from pcm.headunit.lists import LISTS
from pcm.headunit.report import describe_state
from pcm.headunit.session import Session
from pcm.headunit.verbs import find_verb
from pcm.headunit.verbs.driver import DRIVER_VERBS
from pcm.headunit.verbs.expect import ROW_STATES
from pcm.qa.naming import EXPECTED
from pcm.training.words import NAMED

LISTED = re.compile(r"(\w+)_\d+")
"""A row of a list, as functions_1."""
PROCEDURES = ("open", "do")
PLACES = ("go", "tap")


def check_touch(line: str) -> None:
    """A line of `do`: the driver's."""
    verb = find_verb(line)[0]
    if verb not in DRIVER_VERBS:
        raise UnknownNameError("verb of the driver", verb, DRIVER_VERBS)
    check_line(line)


def check_line(line: str) -> None:
    """A line of any verb."""
    verb, rest = find_verb(line)
    if verb in PROCEDURES:
        check_procedure(rest.strip())
    if verb in PLACES:
        for name in rest.split(" > "):
            _check_row(name.strip())


def check_then(wanted: str) -> None:
    """What follows `expect`."""
    first, _, rest = wanted.partition(" ")
    if first not in [kind.partition(" ")[0] for kind in EXPECTED]:
        raise UnknownNameError("expectation", first, EXPECTED)
    words = rest.split()
    name = words[0] if words else ""
    match first:
        case "state":
            _known("state", name, _states())
        case "reason" | "problem" if name != "none":
            _known("reason", name, _reasons())
        case "row":
            _check_row(name)
            if words[1:] and words[1] not in (*ROW_STATES, "="):
                raise UnknownNameError("state of a row", words[1], ROW_STATES)
        case "screen":
            _known("menu entry", name, _ids())
        case "overlay":
            _known("overlay", name, _overlays())


def _check_row(name: str) -> None:
    listed = LISTED.fullmatch(name)
    if not (listed and listed.group(1) in LISTS):
        _known("menu entry", name, _ids())


def check_name(words: str) -> None:
    """A name in braces: {path:PROCEDURE} or {label:ID}."""
    found = NAMED.fullmatch(words)
    if not found:
        raise PcmError(f"{words}: is neither {{path:PROCEDURE}} nor {{label:ID}}")
    what, name = found.groups()
    if what == "path":
        check_procedure(name)
    else:
        _known("menu entry", name, _ids())


def check_procedure(name: str) -> None:
    _known("procedure", name, load_procedures())


def check_feature(name: str) -> None:
    _known("feature", name, _features())


def _known(what: str, name: str, known: Collection[str]) -> None:
    if name not in known:
        raise UnknownNameError(what, name, known)


@cache
def _ids() -> frozenset[str]:
    """The menu entries of all cars and years."""
    return frozenset(
        id_
        for car in load_cars().cars
        for year in range(car.years[0], car.years[1] + 1)
        for id_ in load_tree(car, year).ids()
    )


@cache
def _features() -> frozenset[str]:
    found = {
        feature for generation in load_generations().values() for feature in generation.features
    }
    for car in load_cars().cars:
        found |= {*car.features, *(years.feature for years in car.feature_years)}
    return NEEDS | found


@cache
def _states() -> frozenset[str]:
    with closing(Session(load_cars().cars[0], load_cars().cars[0].years[0])) as session:
        return frozenset(describe_state(session))


@cache
def _reasons() -> frozenset[str]:
    return _texts("reason.")


@cache
def _overlays() -> frozenset[str]:
    """Dialogs, progress, fields of entries; sliders are menu entries."""
    titled = {key.removesuffix(".title") for key in _texts("dialog.") | _texts("progress.")}
    return frozenset({"none", *titled, *FIELDS, *_ids()})


def _texts(prefix: str) -> frozenset[str]:
    """What follows the prefix in the keys of the texts that have it."""
    texts = load_content(TEXTS_DIR / "en.yaml", TextsFile).texts
    return frozenset(key.removeprefix(prefix) for key in texts if key.startswith(prefix))
