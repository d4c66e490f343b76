"""Where a procedure of the source document is in one car; for `howto`, lessons, the proof.

Data: procedures.yaml. The path is taken from the merged tree, so it cannot differ from the menus.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from menus.labels import Labels, load_labels
from menus.load import load_tree
from menus.node import NodeId
from menus.tree import Tree, label_key
from models.catalogue import Car, Languages, PcmName
from models.content import Content, load_content
from models.errors import UnknownNameError
from models.provenance import Sourced, Words

HERE = Path(__file__).parent


class Place(Sourced):
    """Where a procedure is in one generation; without `end` it is not there, `note` says why."""

    end: NodeId | None = None
    home: bool = False  # the documents start this path at the home screen
    also: Words = ()
    then: tuple[NodeId, ...] = ()  # rows of the page at the end that do it
    note: str | None = None


class ProceduresFile(Content):
    """procedures.yaml."""

    procedures: dict[str, dict[PcmName, Place]]


@dataclass(frozen=True, slots=True)
class Howto:
    """One procedure in one car, in words and ids."""

    procedure: str
    title: str
    available: bool
    path: tuple[str, ...]  # labels as shown; empty when not available
    ids: tuple[str, ...]
    source: tuple[str, ...]
    assumed: str | None  # why part of the path is a guess
    note: str | None
    then: tuple[str, ...] = ()  # ids to touch on the page at the end

    def as_json(self) -> dict[str, object]:
        """The public contract of `howto --json`."""
        return {
            "procedure": self.procedure,
            "available": self.available,
            "path": list(self.path),
            "ids": list(self.ids),
            "source": list(self.source),
            "assumed": self.assumed,
            "note": self.note,
        }


@cache
def load_procedures() -> dict[str, dict[PcmName, Place]]:
    return load_content(HERE / "procedures.yaml", ProceduresFile).procedures


def howto(
    car: Car, year: int, language: Languages, procedure: str | None = None
) -> tuple[Howto, ...]:
    """Every procedure, or the one named; raises UnknownNameError."""
    known = load_procedures()
    if procedure is not None and procedure not in known:
        raise UnknownNameError("procedure", procedure, known)
    tree, labels = load_tree(car, year), load_labels(language)
    wanted = known if procedure is None else [procedure]
    return tuple(_derive_howto(tree, labels, name, known[name][car.pcm]) for name in wanted)


def procedure_ids(tree: Tree, place: Place, end: str) -> tuple[str, ...]:
    """Ids of the path to `end`, from home when the documents start there."""
    path = tree.path(end)
    return (tree.home.id, *path) if place.home else path


def shown_path(tree: Tree, labels: Labels, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The labels of the ids as they stand on the screen."""
    return tuple(labels.text(label_key(tree.node(id_))) for id_ in ids)


def _derive_howto(tree: Tree, labels: Labels, procedure: str, place: Place) -> Howto:
    ids = procedure_ids(tree, place, place.end) if place.end else ()
    notes = [labels.text(place.note)] if place.note else []
    for end in place.also:
        path = " > ".join(shown_path(tree, labels, procedure_ids(tree, place, end)))
        notes.append(labels.text("note_also").format(path=path))
    return Howto(
        procedure=procedure,
        title=labels.text(f"procedure_{procedure.replace('-', '_')}"),
        available=bool(ids),
        path=shown_path(tree, labels, ids),
        ids=ids,
        source=place.source,
        assumed=labels.text(f"assumed_{place.assumed}") if place.assumed else None,
        note=" ".join(notes) or None,
        then=place.then,
    )
