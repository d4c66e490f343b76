"""Breadth-first enumeration of everything a machine can come to, with its rules checked on the way.

A System is a first state, its steps and its rules; a Graph is what was found. A broken rule is
told with the shortest list of events that breaks it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

S = TypeVar("S", bound=Hashable)


@dataclass(frozen=True)
class Rule(Generic[S]):
    """A requirement as words and as a test of each transition (a state rule ignores `before`)."""

    id: str
    words: str
    holds: Callable[[S, str, S], bool]


@dataclass(frozen=True)
class System(Generic[S]):
    """`good`: what must stay reachable from every state but those in `final`."""

    name: str
    first: S
    steps: Callable[[S], Iterable[tuple[str, S]]]
    rules: tuple[Rule[S], ...]
    good: Callable[[S], bool]
    final: Callable[[S], bool] = lambda _: False


@dataclass
class Graph(Generic[S]):
    parent: dict[S, tuple[S, str] | None]
    edges: int = 0
    into: dict[S, list[S]] = field(default_factory=dict)
    broken: dict[str, tuple[str, ...]] = field(default_factory=dict)  # rule -> shortest events

    @property
    def states(self) -> int:
        return len(self.parent)

    def way_to(self, state: S) -> tuple[str, ...]:
        """The shortest list of events that leads here."""
        events = []
        step = self.parent[state]
        while step is not None:
            events.append(step[1])
            step = self.parent[step[0]]
        return tuple(reversed(events))

    def dead_ends(self, system: System[S]) -> list[tuple[str, ...]]:
        """Ways to states from which nothing good can be reached any more."""
        alive = {state for state in self.parent if system.good(state)}
        queue = deque(alive)
        while queue:
            for before in self.into.get(queue.popleft(), ()):
                if before not in alive:
                    alive.add(before)
                    queue.append(before)
        lost = (state for state in self.parent if state not in alive)
        return [self.way_to(state) for state in lost if not system.final(state)]


def explore(system: System[S]) -> Graph[S]:
    """Every state that can be reached, and every transition between them."""
    graph = Graph[S]({system.first: None})
    queue = deque([system.first])
    while queue:
        before = queue.popleft()
        for event, after in system.steps(before):
            graph.edges += 1
            for rule in system.rules:
                if rule.id not in graph.broken and not rule.holds(before, event, after):
                    graph.broken[rule.id] = (*graph.way_to(before), event)
            if after not in graph.parent:
                graph.parent[after] = (before, event)
                queue.append(after)
            if after != before:
                graph.into.setdefault(after, []).append(before)
    return graph


def faults(system: System[S]) -> Iterator[str]:
    """Every broken rule and dead end, worded; nothing when all is well."""
    graph = explore(system)
    words = {rule.id: rule.words for rule in system.rules}
    for id_, events in graph.broken.items():
        yield f"{system.name}: {id_}: {words[id_]}: broken by {' > '.join(events)}"
    for events in graph.dead_ends(system)[:3]:
        yield f"{system.name}: dead end after {' > '.join(events)}"
