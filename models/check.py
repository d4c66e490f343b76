"""Faults in the data of models/ that the schemas cannot see; called by menus.check for `check`."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from models.catalogue import LANGUAGES, CarsFile, GenerationsFile
from models.content import (
    Content,
    ContentError,
    ContentFault,
    Document,
    KeyPath,
    parse_content,
    read_document,
)
from models.errors import UnknownNameError, nearest_hint
from models.markets import MarketsFile, Offer
from models.provenance import Sourced
from models.sources import ResolutionsFile, SourcesFile, StatementsFile, find_source, line_span

HERE = Path(__file__).parent
C = TypeVar("C", bound=Content)


def check_models(root: Path = HERE) -> list[ContentFault]:
    """Every fault of the files below `root`."""
    return [
        *file_faults(root / "sources.yaml", SourcesFile, _source_faults),
        *file_faults(root / "statements.yaml", StatementsFile, _statement_faults),
        *file_faults(root / "resolutions.yaml", ResolutionsFile, _resolution_faults),
        *file_faults(root / "generations.yaml", GenerationsFile, _generation_faults),
        *file_faults(root / "cars.yaml", CarsFile, _car_faults),
        *file_faults(root / "markets.yaml", MarketsFile, _market_faults),
    ]


def file_faults(
    path: Path, kind: type[C], check: Callable[[Document, C], Iterator[ContentFault]]
) -> list[ContentFault]:
    """The faults of the file itself, else those of its content."""
    try:
        document = read_document(path)
        return list(check(document, parse_content(document, kind)))
    except ContentError as error:
        return error.faults


def source_faults(document: Document, keys: KeyPath, refs: Iterable[str]) -> Iterator[ContentFault]:
    """References that lead nowhere."""
    for ref in refs:
        try:
            find_source(ref)
        except UnknownNameError as error:
            yield document.fault(keys, str(error))
        except ContentError:
            return  # the broken file of sources is reported by itself


def _sourced_faults(document: Document, keys: KeyPath, item: Sourced) -> Iterator[ContentFault]:
    if not item.source and not item.assumed:
        yield document.fault(keys, "needs 'source' or 'assumed'")
    yield from source_faults(document, (*keys, "source"), item.source)


def _twice(
    document: Document, part: str, key: str, values: Iterable[str]
) -> Iterator[ContentFault]:
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            yield document.fault((part, index, key), f"{value!r} is written twice")
        seen.add(value)


def _source_faults(document: Document, file: SourcesFile) -> Iterator[ContentFault]:
    ids = [source.id for source in file.documents]
    yield from _twice(document, "documents", "id", ids)
    used = {id_ for section in file.sections.values() for id_ in section.rests_on} | {"faq"}
    for index, id_ in enumerate(ids):
        if id_ not in used:
            yield document.fault(("documents", index, "id"), f"no section rests on {id_!r}")
    for name, section in file.sections.items():
        for id_ in section.rests_on:
            if id_ not in ids:
                problem = f"unknown document {id_!r}{nearest_hint(id_, ids)}"
                yield document.fault(("sections", name, "rests_on"), problem)


def _statement_faults(document: Document, file: StatementsFile) -> Iterator[ContentFault]:
    last = 0
    for ref in file.statements:
        span = line_span(ref)
        if span is None or span[0] > span[1]:
            yield document.fault(
                ("statements", ref), "is no line or range of lines: faq:183, faq:19-63"
            )
        elif span[0] <= last:
            yield document.fault(("statements", ref), "is out of order or covers a line twice")
        last = span[1] if span else last


def _resolution_faults(document: Document, file: ResolutionsFile) -> Iterator[ContentFault]:
    for ref, resolution in file.resolutions.items():
        yield from source_faults(document, ("resolutions", ref, "source"), resolution.source)


def _generation_faults(document: Document, file: GenerationsFile) -> Iterator[ContentFault]:
    yield from _twice(document, "generations", "pcm", [item.pcm for item in file.generations])
    for index, item in enumerate(file.generations):
        keys: KeyPath = ("generations", index)
        yield from _sourced_faults(document, keys, item)
        captions = [key.caption for key in item.keys]
        if "HOME" not in captions:
            yield document.fault((*keys, "keys"), "has no key HOME")
        for caption in {caption for caption in captions if captions.count(caption) > 1}:
            yield document.fault((*keys, "keys"), f"{caption!r} is written twice")


def _car_faults(document: Document, file: CarsFile) -> Iterator[ContentFault]:
    yield from _twice(document, "cars", "id", [car.id for car in file.cars])
    for index, car in enumerate(file.cars):
        yield from _sourced_faults(document, ("cars", index), car)
        if car.years[0] > car.years[1]:
            yield document.fault(("cars", index, "years"), "ends before it begins")


def _market_faults(document: Document, file: MarketsFile) -> Iterator[ContentFault]:
    yield from _twice(document, "markets", "code", [market.code for market in file.markets])
    for language in LANGUAGES:
        names = [market.names.get(language, f"?{market.code}") for market in file.markets]
        yield from _twice(document, "markets", "names", names)
    if file.elsewhere.code != "ZZ":
        yield document.fault(("elsewhere", "code"), "stands for any other country and is ZZ")
    places: list[KeyPath] = [("markets", index) for index in range(len(file.markets))]
    for keys, market in zip(
        [*places, ("elsewhere",)], (*file.markets, file.elsewhere), strict=True
    ):
        yield from _sourced_faults(document, keys, market)
        if set(market.names) != set(LANGUAGES):
            wrong = ", ".join(sorted(set(market.names) ^ set(LANGUAGES)))
            yield document.fault(
                (*keys, "names"), f"needs a name in each language and no other: {wrong}"
            )
        if not (len(market.code) == 2 and market.code.isalpha() and market.code.isupper()):
            yield document.fault((*keys, "code"), f"{market.code!r} is no ISO 3166-1 alpha-2 code")
        for cell, refs in market.confirmed.items():
            if cell not in Offer.model_fields:
                problem = f"unknown cell{nearest_hint(cell, Offer.model_fields)}"
                yield document.fault((*keys, "confirmed", cell), problem)
            yield from source_faults(document, (*keys, "confirmed", cell), refs)
