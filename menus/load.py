"""Reads base trees and overlays and merges them into the Tree of one car and model year.

trees/<pcm>/home.yaml names the main menus, one file each beside it; overlays/*.yaml apply in the
order of their file names.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from menus.merge import Overlay, duplicate_ids, merge_overlay
from menus.node import HomeFile, Node, OverlayFile, TreeFile
from menus.tree import Tree
from models.catalogue import Car, PcmName, load_cars
from models.content import (
    ContentError,
    ContentFault,
    Document,
    KeyPath,
    parse_content,
    read_document,
)
from models.errors import PcmError, nearest_hint

HERE = Path(__file__).parent


@cache
def load_tree(car: Car, year: int, root: Path = HERE) -> Tree:
    """The merged menus of a car in a model year.

    Raises ContentError for broken files, PcmError for the year.
    """
    if not car.years[0] <= year <= car.years[1]:
        raise PcmError(f"{car.id} has no model year {year}; it has {car.years[0]}-{car.years[1]}")
    home = load_base(car.pcm, root)
    for overlay in load_overlays(root):
        if fits(overlay.file, car, year):
            home = merge_overlay(home, overlay)
    return Tree.of(car, year, home)


def fits(overlay: OverlayFile, car: Car, year: int) -> bool:
    """Whether an overlay speaks of this car in this year."""
    first, last = overlay.years or car.years
    return car.id in overlay.cars and first <= year <= last


@cache
def load_base(pcm: PcmName, root: Path = HERE) -> Node:
    """The home screen of a generation with its main menus as rows, before any overlay."""
    folder = root / "trees" / pcm
    document = read_document(folder / "home.yaml")
    file = parse_content(document, HomeFile)
    files = {path.stem: path for path in sorted(folder.glob("*.yaml")) if path.stem != "home"}
    faults = _order_faults(document, file, files)
    mains: list[Node] = []
    for id_ in file.order:
        if id_ in files:
            main, main_faults = _read_main(files[id_])
            mains += main
            faults += main_faults
    home = file.home.model_copy(update={"rows": (*file.home.rows, *mains)})
    for id_ in duplicate_ids(home):
        faults.append(
            _duplicate_fault(id_, [document, *(read_document(path) for path in files.values())])
        )
    if faults:
        raise ContentError(faults)
    return home


def _order_faults(document: Document, file: HomeFile, files: dict[str, Path]) -> list[ContentFault]:
    faults = [
        document.fault(("order", index), f"no file {id_}.yaml beside it{nearest_hint(id_, files)}")
        for index, id_ in enumerate(file.order)
        if id_ not in files
    ]
    faults += [
        document.fault(("order",), f"does not name the main menu of {path.name}")
        for stem, path in files.items()
        if stem not in file.order
    ]
    return faults


def _read_main(path: Path) -> tuple[list[Node], list[ContentFault]]:
    """The main menu of one file, or its faults."""
    try:
        document = read_document(path)
        node = parse_content(document, TreeFile).node
    except ContentError as error:
        return [], error.faults
    if node.id != path.stem:
        return [node], [
            document.fault(("node", "id"), f"is {node.id!r}, the file is named {path.stem!r}")
        ]
    return [node], []


def _duplicate_fault(id_: str, documents: list[Document]) -> ContentFault:
    places = [
        (doc, keys) for doc in documents for found, keys in written_ids(doc.value) if found == id_
    ]
    document, keys = places[-1]
    return document.fault(keys, f"menu id {id_!r} exists already ({_lines(places[:-1])})")


def _lines(places: list[tuple[Document, KeyPath]]) -> str:
    return ", ".join(f"{doc.path.name}:{doc.line_of(keys)}" for doc, keys in places)


def written_ids(value: object, keys: KeyPath = ()) -> Iterator[tuple[str, KeyPath]]:
    """(id, key path of its `id`) for every entry written in the plain value of a file."""
    if isinstance(value, dict):
        if "id" in value:
            yield str(value["id"]), (*keys, "id")
        for key, inner in value.items():
            yield from written_ids(inner, (*keys, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from written_ids(inner, (*keys, index))


@cache
def load_overlays(root: Path = HERE) -> tuple[Overlay, ...]:
    """All overlays in file-name order; raises ContentError with the faults of all of them."""
    overlays, faults = [], []
    for path in sorted((root / "overlays").glob("*.yaml")):
        try:
            document = read_document(path)
            overlay = Overlay(parse_content(document, OverlayFile), document)
        except ContentError as error:
            faults += error.faults
            continue
        overlays.append(overlay)
        faults += _overlay_faults(overlay)
    if faults:
        raise ContentError(faults)
    return tuple(overlays)


def _overlay_faults(overlay: Overlay) -> list[ContentFault]:
    """Cars that do not exist and years that no named car has."""
    cars = {car.id: car for car in load_cars().cars}
    faults = []
    for index, id_ in enumerate(overlay.file.cars):
        keys: KeyPath = ("cars", index)
        if id_ not in cars:
            faults.append(
                overlay.document.fault(keys, f"unknown car {id_!r}{nearest_hint(id_, cars)}")
            )
        elif not _years_overlap(overlay.file.years, cars[id_]):
            first, last = cars[id_].years
            faults.append(
                overlay.document.fault(("years",), f"{id_} has only the model years {first}-{last}")
            )
    return faults


def _years_overlap(years: tuple[int, int] | None, car: Car) -> bool:
    if years is None:
        return True
    first, last = years
    return first <= last and car.years[0] <= last and first <= car.years[1]
