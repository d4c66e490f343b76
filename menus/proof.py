"""Proves of a merged tree that all can be reached, all can be left, and documented paths walk.

Static: looks at the data alone. Used by tests for every car and year, and by `check`.
"""

from collections.abc import Iterator

from menus.howto import Place, load_procedures, procedure_ids
from menus.node import Kind, Node
from menus.tree import Tree
from models.catalogue import load_generations

OPENS = {Kind.PAGE, Kind.OPTIONS, Kind.CHOICE}


def prove(tree: Tree) -> list[str]:
    """What is wrong with a tree, one line each; empty when all holds."""
    return [f"{tree.car.id} {tree.year}: {id_}: {problem}" for id_, problem in find_gaps(tree)]


def find_gaps(tree: Tree) -> Iterator[tuple[str, str]]:
    """(id, what is wrong with it)."""
    yield from _unreachable(tree)
    yield from _trapped(tree)
    for id_ in tree.ids():
        yield from ((id_, problem) for problem in _shape_gaps(tree.node(id_)))
    for procedure, places in load_procedures().items():
        for id_, problem in _path_gaps(tree, places[tree.pcm]):
            yield id_, f"procedure {procedure}: {problem}"
    for part, id_ in load_generations()[tree.pcm].shortcuts.items():
        if id_ not in tree or tree.node(id_).kind not in OPENS:
            yield tree.home.id, f"the shortcut of {part!r} (generations.yaml): no page {id_!r}"


def next_ids(tree: Tree, id_: str) -> tuple[str, ...]:
    """What a touch on an entry brings onto the screen: its rows, or the page a link leads to."""
    node = tree.node(id_)
    if node.kind is Kind.LINK:
        return (node.to,) if node.to is not None and node.to in tree else ()
    return tuple(row.id for row in node.rows) if node.kind in OPENS else ()


def _unreachable(tree: Tree) -> Iterator[tuple[str, str]]:
    """Entries that no sequence of touches from home brings onto the screen."""
    seen, front = {tree.home.id}, [tree.home.id]
    while front:
        for id_ in next_ids(tree, front.pop()):
            if id_ not in seen:
                seen.add(id_)
                front.append(id_)
    yield from ((id_, "cannot be reached from home") for id_ in tree.ids() if id_ not in seen)


def _trapped(tree: Tree) -> Iterator[tuple[str, str]]:
    """Pages from which BACK (always the page above) does not end at home."""
    for id_ in tree.ids():
        at: str | None = id_
        steps = 0
        while at is not None and at != tree.home.id and steps < len(tree.ids()):
            at, steps = tree.parent(at), steps + 1
        if at != tree.home.id:
            yield id_, "cannot be left towards home"


def _shape_gaps(node: Node) -> Iterator[str]:
    if node.kind in OPENS and not node.rows and not node.lists:
        yield "opens a page without rows or list"
    if node.rows and node.kind not in OPENS:
        yield f"has rows, but a {node.kind} opens no page"
    if sum(row.kind is Kind.OPTIONS for row in node.rows) > 1:
        yield "has more than one Options"
    shown = [row for row in node.rows if row.kind is not Kind.OPTIONS]
    if node.kind is Kind.PAGE and not shown and not node.lists:
        yield "shows nothing but Options"


def _path_gaps(tree: Tree, place: Place) -> Iterator[tuple[str, str]]:
    """Steps of a documented path that a driver cannot go."""
    for end in (place.end, *place.also):
        if end is None:
            continue
        if end not in tree:
            yield tree.home.id, f"no entry {end!r} in this car"
            continue
        at = tree.home.id
        for step in procedure_ids(tree, place, end):
            if step != at and step not in next_ids(tree, at):
                yield step, f"is not on the page {at!r}"
            at = step
