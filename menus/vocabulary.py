"""The names that menu data may use; the head unit states what it binds, `check` compares."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names by node field. `labels`: label keys that code shows beside those of entries."""

    settings: frozenset[str] = frozenset()
    does: frozenset[str] = frozenset()
    shows: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
