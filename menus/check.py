"""All faults of the content at once, for `check`: cars, countries, sources, menus, words.

Menus are checked as merged, for every set of overlays that some car and year really has.
"""

from collections.abc import Iterator
from pathlib import Path

from menus.check_nodes import node_problems
from menus.check_words import (
    WordsByLanguage,
    compare_languages,
    read_labels,
    read_texts,
    unused_labels,
)
from menus.find import load_renamed
from menus.howto import ProceduresFile
from menus.load import fits, load_overlays, load_tree, written_ids
from menus.node import HomeFile, OverlayFile, TreeFile
from menus.proof import find_gaps
from menus.tree import Tree, label_key
from menus.vocabulary import Vocabulary
from models.catalogue import PcmName, load_cars
from models.check import check_models, file_faults, source_faults
from models.content import (
    ContentError,
    ContentFault,
    Document,
    KeyPath,
    parse_content,
    read_document,
)
from models.errors import nearest_hint

ROOT = Path(__file__).resolve().parent.parent
GENERATIONS: tuple[PcmName, ...] = ("4.0", "4.1", "5.0", "6.0")


def check_content(vocabulary: Vocabulary | None = None, root: Path = ROOT) -> list[ContentFault]:
    """Every fault below `root`; bound names are compared only when a vocabulary is given."""
    faults = check_models(root / "models")
    menus = root / "menus"
    labels = read_labels(menus, faults)
    texts = read_texts(root / "assets" / "texts", faults)
    faults += [*compare_languages(labels), *compare_languages(texts)]
    faults += _shape_faults(menus)
    used = set(vocabulary.labels) if vocabulary else set()
    try:
        faults += _procedure_faults(menus / "procedures.yaml", labels, used)
        faults += _tree_faults(menus, labels, used, vocabulary)
        faults += unused_labels(labels, used)
    except ContentError as error:
        faults += error.faults
    unique = {str(fault): fault for fault in faults}
    return sorted(unique.values(), key=lambda fault: (str(fault.path), fault.line, fault.key))


def _shape_faults(menus: Path) -> Iterator[ContentFault]:
    """Faults of each file by itself: told even when nothing can be merged."""
    for path in sorted((menus / "trees").glob("*/*.yaml")):
        kind = HomeFile if path.stem == "home" else TreeFile
        yield from file_faults(path, kind, lambda _document, _file: iter(()))
    for path in sorted((menus / "overlays").glob("*.yaml")):
        yield from file_faults(path, OverlayFile, lambda _document, _file: iter(()))


def _tree_faults(
    menus: Path, labels: WordsByLanguage, used: set[str], vocabulary: Vocabulary | None
) -> Iterator[ContentFault]:
    """Faults of all merged trees; notes the label keys they use."""
    reasons = {key.removeprefix("assumed_") for key in labels["en"] if key.startswith("assumed_")}
    places = _Places(menus)
    ids: set[str] = set()
    for tree in _distinct_trees(menus):
        ids.update(tree.ids())
        gaps = [(id_, "id", problem) for id_, problem in find_gaps(tree)]
        for id_ in tree.ids():
            gaps += [
                (id_, key, problem)
                for key, problem in node_problems(tree, id_, reasons, vocabulary)
            ]
            key = label_key(tree.node(id_))
            used.add(key)
            if not any(key in words for words in labels.values()):
                gaps.append((id_, "label", f"no label {key!r}{nearest_hint(key, labels['en'])}"))
        yield from (places.fault(tree, *gap) for gap in gaps)
    yield from _renamed_faults(menus, ids)


def _distinct_trees(menus: Path) -> list[Tree]:
    """One tree for each set of overlays; raises ContentError with the faults of all broken ones."""
    overlays = load_overlays(menus)
    trees: dict[tuple[str, tuple[int, ...]], Tree] = {}
    faults: list[ContentFault] = []
    for car in load_cars().cars:
        for year in range(car.years[0], car.years[1] + 1):
            fitting = tuple(
                i for i, overlay in enumerate(overlays) if fits(overlay.file, car, year)
            )
            if (car.pcm, fitting) in trees:
                continue
            try:
                trees[car.pcm, fitting] = load_tree(car, year, menus)
            except ContentError as error:
                faults += error.faults
    if faults:
        raise ContentError(faults)
    return list(trees.values())


class _Places:
    """Finds the line on which an entry of a merged tree is written."""

    def __init__(self, menus: Path) -> None:
        self._menus = menus
        self._written: dict[Path, tuple[Document, dict[str, KeyPath]]] = {}

    def fault(self, tree: Tree, id_: str, key: str, problem: str) -> ContentFault:
        folder = self._menus / "trees" / tree.pcm
        overlays = [
            overlay.document.path
            for overlay in load_overlays(self._menus)
            if fits(overlay.file, tree.car, tree.year)
        ]
        for path in (*sorted(folder.glob("*.yaml")), *overlays):
            document, written = self._read(path)
            if id_ in written:
                return document.fault((*written[id_][:-1], key), problem)
        return ContentFault(folder, 1, id_, problem)

    def _read(self, path: Path) -> tuple[Document, dict[str, KeyPath]]:
        """A file and where it defines entries (an overlay also moves and changes others)."""
        if path not in self._written:
            document = read_document(path)
            ids = {
                id_: keys
                for id_, keys in written_ids(document.value)
                if keys[0] in ("home", "node", "add")
            }
            self._written[path] = (document, ids)
        return self._written[path]


def _procedure_faults(
    path: Path, labels: WordsByLanguage, used: set[str]
) -> Iterator[ContentFault]:
    """Procedures without a generation, unknown words and sources."""
    document = read_document(path)
    used.add("note_also")
    for name, places in parse_content(document, ProceduresFile).procedures.items():
        for pcm in GENERATIONS:
            if pcm not in places:
                yield document.fault(("procedures", name), f"says nothing about PCM {pcm}")
        for pcm, place in places.items():
            keys = ("procedures", name, pcm)
            yield from source_faults(document, (*keys, "source"), place.source)
            if not place.end and not place.note:
                yield document.fault(
                    keys, "needs 'end', or 'note' with the reason why it is not there"
                )
            for field, key in (
                ("note", place.note),
                ("assumed", place.assumed and f"assumed_{place.assumed}"),
            ):
                if key:
                    used.add(key)
                if key and key not in labels["en"]:
                    hint = nearest_hint(key, labels["en"])
                    yield document.fault((*keys, field), f"no label {key!r}{hint}")


def _renamed_faults(menus: Path, ids: set[str]) -> Iterator[ContentFault]:
    """Tombstones of ids that live, or that point nowhere."""
    path = menus / "renamed.yaml"
    renamed = load_renamed(menus)
    for old, new in renamed.items():
        fault = read_document(path).fault
        if old in ids:
            yield fault(("renamed", old), "is still an id of some menu")
        if new not in ids:
            yield fault(("renamed", old), f"unknown menu id {new!r}{nearest_hint(new, ids)}")
