"""Faults of the lessons in assets/lessons/: names in them that no car has; used by `check`.

Whether a lesson fits each of its cars is seen where it is planned (tests/training).
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing
from functools import cache
from pathlib import Path

from menus.howto import load_procedures
from menus.load import load_tree
from models.catalogue import Languages, load_cars, load_generations
from models.check import file_faults, source_faults
from models.content import ContentFault, Document, KeyPath, load_content
from models.errors import PcmError, UnknownNameError
from models.markets import find_market
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
from pcm.training.lesson import Fit, Lesson, Step
from pcm.training.words import NAMED

BRACES = re.compile(r"\{[^{}]*\}?")
LISTED = re.compile(r"(\w+)_\d+")
"""A row of a list, as functions_1."""
PROCEDURES = ("open", "do")
PLACES = ("go", "tap")


def lesson_faults(folder: Path) -> list[ContentFault]:
    """Every fault of every lesson in a folder."""
    files = sorted(folder.glob("*.yaml"))
    return [fault for path in files for fault in file_faults(path, Lesson, _faults)]


def _faults(document: Document, lesson: Lesson) -> Iterator[ContentFault]:
    yield from source_faults(document, ("source",), lesson.source)
    yield from _fit_faults(document, ("for",), lesson.fits)
    if country := lesson.country:
        yield from _told(document, ("country",), find_market, country)
    yield from _line_faults(document, ("start",), lesson.start, _check_line)
    for key, words in (("title", lesson.title), ("goal", lesson.goal)):
        yield from _word_faults(document, (key,), words)
    names = [step.id for step in lesson.steps]
    for number, step in enumerate(lesson.steps):
        if names.index(step.id) != number:
            yield document.fault(("steps", number, "id"), f"{step.id!r} is written twice")
        yield from _step_faults(document, ("steps", number), step)


def _step_faults(document: Document, key: KeyPath, step: Step) -> Iterator[ContentFault]:
    yield from source_faults(document, (*key, "source"), step.source)
    yield from _fit_faults(document, (*key, "for"), step.fits)
    yield from _line_faults(document, (*key, "world"), step.world, _check_line)
    yield from _line_faults(document, (*key, "do"), step.do, _check_touch)
    for number, wanted in enumerate(step.then):
        yield from _told(document, (*key, "then", number), _check_then, wanted)
    if bool(step.do) != bool(step.then):
        yield document.fault(key, "'do' and 'then' go together")
    if step.why and not step.do:
        yield document.fault((*key, "why"), "is told when something was done; here nothing is")
    yield from _word_faults(document, (*key, "say"), step.say)
    yield from _word_faults(document, (*key, "why"), step.why or {})


def _fit_faults(document: Document, key: KeyPath, fits: Fit) -> Iterator[ContentFault]:
    for part, names in (("has", fits.has), ("lacks", fits.lacks)):
        for number, name in enumerate(names):
            yield from _told(document, (*key, part, number), _check_feature, name)
    if fits.procedure:
        yield from _told(document, (*key, "procedure"), _check_procedure, fits.procedure)


def _line_faults(
    document: Document, key: KeyPath, lines: tuple[str, ...], check: Callable[[str], object]
) -> Iterator[ContentFault]:
    for number, line in enumerate(lines):
        yield from _told(document, (*key, number), check, line)


def _word_faults(
    document: Document, key: KeyPath, words: Mapping[Languages, str]
) -> Iterator[ContentFault]:
    for language, text in words.items():
        for name in BRACES.findall(text):
            yield from _told(document, (*key, language), _check_name, name)


def _told(
    document: Document, key: KeyPath, check: Callable[[str], object], words: str
) -> Iterator[ContentFault]:
    """What a check of some words raises, with their place."""
    try:
        check(words)
    except PcmError as error:
        yield document.fault(key, str(error))


def _check_touch(line: str) -> None:
    verb = find_verb(line)[0]
    if verb not in DRIVER_VERBS:
        raise UnknownNameError("verb of the driver", verb, DRIVER_VERBS)
    _check_line(line)


def _check_line(line: str) -> None:
    verb, rest = find_verb(line)
    if verb in PROCEDURES:
        _check_procedure(rest.strip())
    if verb in PLACES:
        for name in rest.split(" > "):
            _check_row(name.strip())


def _check_then(wanted: str) -> None:
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


def _check_name(words: str) -> None:
    """A name in braces: {path:PROCEDURE} or {label:ID}."""
    found = NAMED.fullmatch(words)
    if not found:
        raise PcmError(f"{words}: is neither {{path:PROCEDURE}} nor {{label:ID}}")
    what, name = found.groups()
    if what == "path":
        _check_procedure(name)
    else:
        _known("menu entry", name, _ids())


def _check_procedure(name: str) -> None:
    _known("procedure", name, load_procedures())


def _check_feature(name: str) -> None:
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
