"""Faults of the lessons in assets/lessons/: names in them that no car has; used by `check`.

Whether a lesson fits each of its cars is seen where it is planned (tests/training).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from models.catalogue import Languages
from models.check import file_faults, source_faults
from models.content import ContentFault, Document, KeyPath
from models.errors import PcmError
from models.markets import find_market
from pcm.cli.lesson_names import (
    check_feature,
    check_line,
    check_name,
    check_procedure,
    check_then,
    check_touch,
)
from pcm.training.lesson import Fit, Lesson, Step

BRACES = re.compile(r"\{[^{}]*\}?")


def lesson_faults(folder: Path) -> list[ContentFault]:
    """Every fault of every lesson in a folder."""
    files = sorted(folder.glob("*.yaml"))
    return [fault for path in files for fault in file_faults(path, Lesson, _faults)]


def _faults(document: Document, lesson: Lesson) -> Iterator[ContentFault]:
    yield from source_faults(document, ("source",), lesson.source)
    yield from _fit_faults(document, ("for",), lesson.fits)
    if country := lesson.country:
        yield from _told(document, ("country",), find_market, country)
    yield from _line_faults(document, ("start",), lesson.start, check_line)
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
    yield from _line_faults(document, (*key, "world"), step.world, check_line)
    yield from _line_faults(document, (*key, "do"), step.do, check_touch)
    for number, wanted in enumerate(step.then):
        yield from _told(document, (*key, "then", number), check_then, wanted)
    if bool(step.do) != bool(step.then):
        yield document.fault(key, "'do' and 'then' go together")
    if step.why and not step.do:
        yield document.fault((*key, "why"), "is told when something was done; here nothing is")
    yield from _word_faults(document, (*key, "say"), step.say)
    yield from _word_faults(document, (*key, "why"), step.why or {})


def _fit_faults(document: Document, key: KeyPath, fits: Fit) -> Iterator[ContentFault]:
    for part, names in (("has", fits.has), ("lacks", fits.lacks)):
        for number, name in enumerate(names):
            yield from _told(document, (*key, part, number), check_feature, name)
    if fits.procedure:
        yield from _told(document, (*key, "procedure"), check_procedure, fits.procedure)


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
            yield from _told(document, (*key, language), check_name, name)


def _told(
    document: Document, key: KeyPath, check: Callable[[str], object], words: str
) -> Iterator[ContentFault]:
    """What a check of some words raises, with their place."""
    try:
        check(words)
    except PcmError as error:
        yield document.fault(key, str(error))
