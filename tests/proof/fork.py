"""All cases of a function of a record, complete: it forks wherever it first reads a field.

What a case never reads cannot matter to it, so one case stands for every value of the rest; the
cases together must cover the whole product of the domains, which `weight` lets a test count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from math import prod
from typing import Any, TypeVar

Domains = Mapping[str, Any]  # field -> its values, or -> Domains of a record within
T = TypeVar("T")


class Decisions:
    """What a run has read, in order: field -> (index of its value, how many there are)."""

    def __init__(self, wanted: dict[str, int]) -> None:
        self.wanted = wanted
        self.taken: dict[str, tuple[int, int]] = {}
        self.values: dict[str, Any] = {}

    def take(self, name: str, values: tuple[Any, ...]) -> Any:
        if name not in self.taken:
            self.taken[name] = (self.wanted.get(name, 0), len(values))
            self.values[name] = values[self.taken[name][0]]
        return self.values[name]


class Case:
    """Stands in for a frozen record; `but` gives a copy with other values, as `replace` would."""

    def __init__(self, domains: Domains, decisions: Decisions, prefix: str = "") -> None:
        self._domains, self._decisions, self._prefix = domains, decisions, prefix
        self._fixed: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        if name in self._fixed:
            return self._fixed[name]
        domain = self._domains[name]  # KeyError: a new field needs its values in the domains
        full = f"{self._prefix}{name}"
        if isinstance(domain, Mapping):
            value: Any = Case(domain, self._decisions, f"{full}.")
            self._fixed[name] = value
            return value
        return self._decisions.take(full, domain)

    def but(self, **changes: Any) -> Case:
        other = Case(self._domains, self._decisions, self._prefix)
        other._fixed = {**self._fixed, **changes}
        return other


def but(record: Any, **changes: Any) -> Any:
    """A copy of a Case, or of the frozen record that it stands for, with other values."""
    return record.but(**changes) if isinstance(record, Case) else replace(record, **changes)


def every_case(domains: Domains, run: Callable[[Case], T]) -> Iterator[tuple[T, Decisions]]:
    """`run` on every case it tells apart, with what that case had to read."""
    wanted: dict[str, int] | None = {}
    while wanted is not None:
        decisions = Decisions(wanted)
        yield run(Case(domains, decisions)), decisions
        wanted = _next(decisions)


def _next(decisions: Decisions) -> dict[str, int] | None:
    """The last thing read gets its next value; what is used up is dropped; None: all were seen."""
    taken = list(decisions.taken.items())
    while taken:
        name, (index, size) = taken.pop()
        if index + 1 < size:
            return {**{earlier: at for earlier, (at, _) in taken}, name: index + 1}
    return None


def size(domains: Domains) -> int:
    """How many records there are."""
    return prod(size(d) if isinstance(d, Mapping) else len(d) for d in domains.values())


def weight(domains: Domains, decisions: Decisions) -> int:
    """How many records one case stands for."""
    return size(domains) // prod(n for _, n in decisions.taken.values())
