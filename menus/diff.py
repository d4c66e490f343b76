"""What differs between the menus of two cars or years; used by `diff` of the command line."""

from dataclasses import dataclass

from menus.howto import shown_path
from menus.labels import Labels, load_labels
from menus.node import Kind
from menus.tree import Tree, label_key
from models.catalogue import Languages


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry that only one of the trees has."""

    id: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MovedEntry:
    """An entry whose page differs; rows below it move with it and are not named."""

    id: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RenamedEntry:
    """An entry whose words or key caption differ."""

    id: str
    path: tuple[str, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangedEntry:
    """An entry that does something else."""

    id: str
    path: tuple[str, ...]
    before: Kind
    after: Kind


@dataclass(frozen=True, slots=True)
class TreeDiff:
    """All differences from the first to the second tree, in the order of the menus."""

    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    moved: tuple[MovedEntry, ...]
    renamed: tuple[RenamedEntry, ...]
    changed: tuple[ChangedEntry, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.moved or self.renamed or self.changed)


def diff_trees(before: Tree, after: Tree, language: Languages) -> TreeDiff:
    """Compare two merged trees."""
    labels = load_labels(language)
    both = [id_ for id_ in after.ids() if id_ in before]
    return TreeDiff(
        added=_only_in(after, before, labels),
        removed=_only_in(before, after, labels),
        moved=tuple(
            MovedEntry(id_, _path(before, labels, id_), _path(after, labels, id_))
            for id_ in both
            if before.parent(id_) != after.parent(id_)
        ),
        renamed=tuple(
            RenamedEntry(id_, _path(after, labels, id_), old, new)
            for id_ in both
            for old, new in [(_words(before, labels, id_), _words(after, labels, id_))]
            if old != new
        ),
        changed=tuple(
            ChangedEntry(
                id_, _path(after, labels, id_), before.node(id_).kind, after.node(id_).kind
            )
            for id_ in both
            if before.node(id_).kind is not after.node(id_).kind
        ),
    )


def _only_in(tree: Tree, other: Tree, labels: Labels) -> tuple[Entry, ...]:
    return tuple(Entry(id_, _path(tree, labels, id_)) for id_ in tree.ids() if id_ not in other)


def _path(tree: Tree, labels: Labels, id_: str) -> tuple[str, ...]:
    return shown_path(tree, labels, tree.path(id_))


def _words(tree: Tree, labels: Labels, id_: str) -> str:
    """What stands on the row, with the caption of its key: "Telefono (PHONE)"."""
    node = tree.node(id_)
    text = labels.text(label_key(node))
    return f"{text} ({node.key})" if node.key and node.key != text else text
