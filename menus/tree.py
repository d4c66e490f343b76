"""The merged menu tree of one car and model year: look-up of nodes, parents, paths and provenance.

Built by menus.load; read by the navigator, `find`, `howto`, `diff`, `prove`. Knows no screen.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from menus.node import Kind, Node
from models.catalogue import Car, PcmName
from models.errors import UnknownNameError


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """`home` is the root; its rows are the main menus. Compared by identity: `load_tree` caches."""

    car: Car
    year: int
    home: Node
    _nodes: dict[str, Node] = field(repr=False)
    _parents: dict[str, str] = field(repr=False)

    @staticmethod
    def of(car: Car, year: int, home: Node) -> "Tree":
        """Index a merged root; ids must be unique (menus.merge sees to that)."""
        nodes, parents = {home.id: home}, {}
        for parent, node in walk(home):
            nodes[node.id] = node
            parents[node.id] = parent.id
        return Tree(car, year, home, nodes, parents)

    @property
    def pcm(self) -> PcmName:
        return self.car.pcm

    @property
    def mains(self) -> tuple[Node, ...]:
        """The main menus in the order of the home screen."""
        return self.home.rows

    def ids(self) -> tuple[str, ...]:
        """Every id, home first, each parent before its rows."""
        return tuple(self._nodes)

    def __contains__(self, id_: str) -> bool:
        return id_ in self._nodes

    def node(self, id_: str) -> Node:
        """The node of an id; raises UnknownNameError."""
        try:
            return self._nodes[id_]
        except KeyError:
            raise UnknownNameError("menu id", id_, self._nodes) from None

    def parent(self, id_: str) -> str | None:
        """Id of the node that holds it; None for home."""
        self.node(id_)
        return self._parents.get(id_)

    def path(self, id_: str) -> tuple[str, ...]:
        """Ids from the main menu down to `id_`; home is named only when it is asked for."""
        self.node(id_)
        ids = [id_]
        while (above := self._parents.get(ids[-1])) is not None and above != self.home.id:
            ids.append(above)
        return tuple(reversed(ids))

    def options_of(self, id_: str) -> Node | None:
        """The Options of a page, when it has them."""
        return next((row for row in self.node(id_).rows if row.kind is Kind.OPTIONS), None)

    def provenance(self, id_: str) -> tuple[tuple[str, ...], str]:
        """(sources, key of the reason why it is a guess).

        A node that states neither takes the assumption of the nearest stating node above;
        ((), "") is a fault that `check` reports.
        """
        node = self.node(id_)
        if node.source or node.assumed:
            return node.source, node.assumed or ""
        above = id_
        while above in self._parents:
            above = self._parents[above]
            holder = self._nodes[above]
            if holder.source or holder.assumed:
                return (), holder.assumed or ""
        return (), ""


def walk(root: Node) -> Iterator[tuple[Node, Node]]:
    """(parent, node) of everything below `root`, each parent before its rows."""
    for row in root.rows:
        yield root, row
        yield from walk(row)


def label_key(node: Node) -> str:
    """The key under which the labels hold a node's words."""
    return node.label or node.id
