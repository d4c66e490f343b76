"""Applies an overlay to a menu tree: a pure function from root and overlay to the merged root.

Within one overlay: add, then move, change and last remove, so that a row can move into an added
menu and out of one that goes. Every line must do something; all faults are raised at once.
"""

from dataclasses import dataclass

from menus.node import Changed, Moved, Node, OverlayFile
from menus.tree import walk
from models.content import ContentError, ContentFault, Document, KeyPath
from models.errors import nearest_hint


@dataclass(frozen=True, slots=True)
class Overlay:
    """One overlay file and where its lines are."""

    file: OverlayFile
    document: Document


class _Draft:
    """A tree taken apart, to be changed in place and put together again."""

    def __init__(self, home: Node, document: Document) -> None:
        self.home, self.document = home, document
        self.nodes: dict[str, Node] = {home.id: home}
        self.rows: dict[str, list[str]] = {home.id: [row.id for row in home.rows]}
        self.parents: dict[str, str] = {}
        self.faults: list[ContentFault] = []
        for parent, node in walk(home):
            self.enter(parent.id, node)

    def enter(self, parent: str, node: Node) -> None:
        self.nodes[node.id] = node
        self.rows[node.id] = [row.id for row in node.rows]
        self.parents[node.id] = parent

    def knows(self, id_: str | None, *keys: str | int) -> bool:
        """Whether `id_` (or None, for a key that is not there) exists; notes a fault if not."""
        if id_ is None or id_ in self.nodes:
            return True
        self.fault(keys, f"unknown menu id {id_!r}{nearest_hint(id_, self.nodes)}")
        return False

    def fault(self, keys: KeyPath, problem: str) -> None:
        self.faults.append(self.document.fault(keys, problem))

    def place(self, id_: str, under: str, after: str | None, first: bool, keys: KeyPath) -> None:
        """Put an id into the rows of `under`."""
        rows = self.rows[under]
        if after is not None and after not in rows:
            self.fault(
                (*keys, "after"), f"{after!r} is no row of {under!r}{nearest_hint(after, rows)}"
            )
            after = None
        if after is not None and first:
            self.fault((*keys, "first"), "stands beside 'after'; keep one of them")
        at = 0 if first else rows.index(after) + 1 if after is not None else len(rows)
        rows.insert(at, id_)
        self.parents[id_] = under

    def build(self, id_: str) -> Node:
        node, ids = self.nodes[id_], self.rows[id_]
        rows = tuple(self.build(row) for row in ids)
        same = len(rows) == len(node.rows) and all(
            a is b for a, b in zip(rows, node.rows, strict=True)
        )
        return node if same else node.model_copy(update={"rows": rows})


def merge_overlay(home: Node, overlay: Overlay) -> Node:
    """The tree below `home` with the overlay applied; raises ContentError."""
    draft = _Draft(home, overlay.document)
    file = overlay.file
    if not (file.add or file.move or file.change or file.remove):
        draft.fault((), "changes nothing; delete the file")
    for index, added in enumerate(file.add):
        keys: KeyPath = ("add", index)
        known = draft.knows(added.under, *keys, "under")
        if _is_new(draft, added.node, (*keys, "node")) and known:
            draft.place(added.node.id, added.under, added.after, added.first, keys)
            draft.enter(added.under, added.node)
            for parent, node in walk(added.node):
                draft.enter(parent.id, node)
    for index, moved in enumerate(file.move):
        _move(draft, moved, ("move", index))
    for index, changed in enumerate(file.change):
        _change(draft, changed, ("change", index))
    for index, removed in enumerate(file.remove):
        _remove(draft, removed, ("remove", index))
    if draft.faults:
        raise ContentError(draft.faults)
    return draft.build(home.id)


def duplicate_ids(root: Node) -> list[str]:
    """Ids that stand more than once at or below `root`."""
    seen, twice = {root.id}, []
    for _, node in walk(root):
        if node.id in seen:
            twice.append(node.id)
        seen.add(node.id)
    return twice


def _is_new(draft: _Draft, node: Node, keys: KeyPath) -> bool:
    own = [node.id, *(inner.id for _, inner in walk(node))]
    twice = [*(id_ for id_ in own if id_ in draft.nodes), *duplicate_ids(node)]
    for id_ in dict.fromkeys(twice):
        draft.fault((*keys, "id"), f"menu id {id_!r} exists already")
    return not twice


def _move(draft: _Draft, moved: Moved, keys: KeyPath) -> None:
    if not (draft.knows(moved.id, *keys, "id") and draft.knows(moved.under, *keys, "under")):
        return
    if moved.id == draft.home.id or moved.under in _below(draft, moved.id):
        draft.fault((*keys, "under"), f"{moved.id!r} cannot move into itself")
        return
    old_parent = draft.parents[moved.id]
    before = (old_parent, list(draft.rows[old_parent]))
    draft.rows[old_parent].remove(moved.id)
    draft.place(moved.id, moved.under, moved.after, moved.first, keys)
    if before == (moved.under, draft.rows[moved.under]):
        draft.fault(keys, f"{moved.id!r} stands there already; the line changes nothing")


def _below(draft: _Draft, id_: str) -> set[str]:
    """The id and all that hang below it."""
    found = {id_}
    for row in draft.rows[id_]:
        found |= _below(draft, row)
    return found


def _change(draft: _Draft, changed: Changed, keys: KeyPath) -> None:
    if not draft.knows(changed.id, *keys, "id"):
        return
    node = draft.nodes[changed.id]
    named = {name: getattr(changed, name) for name in changed.model_fields_set - {"id"}}
    for name, value in named.items():
        now = getattr(node, name)
        if value == now and type(value) is type(now):
            draft.fault(
                (*keys, name), f"{changed.id!r} has this {name} already; the line changes nothing"
            )
    if not named:
        draft.fault(keys, f"names no change of {changed.id!r}")
    draft.nodes[changed.id] = node.model_copy(update=named)


def _remove(draft: _Draft, removed: str, keys: KeyPath) -> None:
    if not draft.knows(removed, *keys):
        return
    if removed == draft.home.id:
        draft.fault(keys, "the home screen cannot be removed")
        return
    draft.rows[draft.parents[removed]].remove(removed)
    for id_ in _below(draft, removed):
        del draft.nodes[id_], draft.rows[id_]
