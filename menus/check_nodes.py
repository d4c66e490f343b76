"""Faults of one menu entry that the schema cannot see: misfit fields, unknown names."""

from collections.abc import Collection, Iterator

from menus.node import Kind, Layout, Node
from menus.tree import Tree
from menus.vocabulary import Vocabulary
from models.catalogue import load_generations
from models.errors import PcmError, UnknownNameError, nearest_hint
from models.sources import find_source

SETS = {Kind.TOGGLE, Kind.CHOICE, Kind.RANGE}
FITS: dict[str, set[Kind]] = {
    "setting": SETS,
    "default": SETS,
    "limits": {Kind.RANGE},
    "does": {Kind.ACTION},
    "to": {Kind.LINK},
    "lists": {Kind.PAGE},
    "panel": {Kind.PAGE},
}
REQUIRED = {
    Kind.RANGE: "limits",
    Kind.ACTION: "does",
    Kind.LINK: "to",
    Kind.VALUE: "shows",
    Kind.CHOICE: "default",
}
Problem = tuple[str, str]  # key of the entry, what is wrong


def node_problems(
    tree: Tree, id_: str, reasons: Collection[str], vocabulary: Vocabulary | None
) -> Iterator[Problem]:
    """Everything wrong with an entry of a merged tree."""
    node = tree.node(id_)
    yield from _field_problems(node)
    yield from _key_problems(tree, node)
    yield from _default_problems(node)
    yield from _row_problems(node)
    yield from _provenance_problems(tree, node, reasons)
    if node.to is not None and node.kind is Kind.LINK:
        yield from _link_problems(tree, node.to)
    if vocabulary is not None:
        yield from _name_problems(node, vocabulary)


def _field_problems(node: Node) -> Iterator[Problem]:
    for field, kinds in FITS.items():
        if getattr(node, field) is not None and node.kind not in kinds:
            yield field, f"does not fit a {node.kind}; only {', '.join(sorted(kinds))}"
    required = REQUIRED.get(node.kind)
    if required and getattr(node, required) is None:
        yield required, f"is missing; a {node.kind} needs it"
    if node.layout is not Layout.LIST and node.kind is not Kind.PAGE:
        yield "layout", f"does not fit a {node.kind}; only page"


def _key_problems(tree: Tree, node: Node) -> Iterator[Problem]:
    known = [key.caption for key in load_generations()[tree.pcm].keys]
    if node.key is not None and node.key not in known:
        yield "key", f"PCM {tree.pcm} has no key {node.key!r}{nearest_hint(node.key, known)}"


def _default_problems(node: Node) -> Iterator[Problem]:
    default, limits = node.default, node.limits
    if limits is not None and not (
        limits.low < limits.high and 0 < limits.step <= limits.high - limits.low
    ):
        yield "limits", f"{limits.low} to {limits.high} by {limits.step} is no range"
    if default is None:
        return
    if node.kind is Kind.TOGGLE and not isinstance(default, bool):
        yield "default", f"{default!r} is neither true nor false"
    elif node.kind is Kind.RANGE and limits is not None:
        if isinstance(default, bool) or not isinstance(default, int):
            yield "default", f"{default!r} is no whole number"
        elif not limits.low <= default <= limits.high or (default - limits.low) % limits.step:
            yield "default", f"{default} is not {limits.low} to {limits.high} by {limits.step}"
    elif node.kind is Kind.CHOICE and default not in [row.id for row in node.rows]:
        yield (
            "default",
            f"{default!r} is no option{nearest_hint(str(default), [r.id for r in node.rows])}",
        )


def _row_problems(node: Node) -> Iterator[Problem]:
    for row in node.rows:
        if (row.kind is Kind.OPTION) is not (node.kind is Kind.CHOICE):
            yield "rows", f"{row.id!r}: a {row.kind} cannot stand in a {node.kind}"
    if node.kind is Kind.CHOICE and len(node.rows) < 2:
        yield "rows", "a choice needs two options"


def _provenance_problems(tree: Tree, node: Node, reasons: Collection[str]) -> Iterator[Problem]:
    sources, assumed = tree.provenance(node.id)
    if not sources and not assumed:
        yield (
            "id",
            f"{node.id!r} needs 'source' or 'assumed': the entry above is documented, this one not",
        )
    if node.assumed is not None and node.assumed not in reasons:
        yield "assumed", f"unknown reason {node.assumed!r}{nearest_hint(node.assumed, reasons)}"
    for ref in node.source:
        try:
            find_source(ref)
        except UnknownNameError as error:
            yield "source", str(error)
        except PcmError:
            return  # a broken file of sources is reported by itself


def _link_problems(tree: Tree, to: str) -> Iterator[Problem]:
    if to not in tree:
        yield "to", f"unknown menu id {to!r}{nearest_hint(to, tree.ids())}"
    elif tree.node(to).kind not in (Kind.PAGE, Kind.CHOICE, Kind.OPTIONS):
        yield "to", f"{to!r} is a {tree.node(to).kind} and opens no page"


def _name_problems(node: Node, vocabulary: Vocabulary) -> Iterator[Problem]:
    for field, names, known in (
        ("setting", (node.setting,), vocabulary.settings),
        ("does", (node.does,), vocabulary.does),
        ("shows", (node.shows,), vocabulary.shows),
        ("lists", (node.lists,), vocabulary.lists),
        ("needs", node.needs, vocabulary.needs),
    ):
        for name in names:
            if name is not None and name not in known:
                yield field, f"the head unit knows no {name!r}{nearest_hint(name, known)}"
