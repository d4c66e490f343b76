"""A typed façade around one flat `transitions` machine; every connected thing has one.

All head units share the machine: state goes in and comes out as a value, so a head unit stays
frozen data.
"""

from collections.abc import Iterable
from enum import Enum
from typing import Generic, TypeVar

from transitions import Machine

S = TypeVar("S", bound=Enum)
E = TypeVar("E", bound=Enum)


class _Carrier:
    """The model that carries one state through one event."""

    state: Enum


class Flow(Generic[S, E]):
    """A machine as a function: (state, event) -> state.

    Rows of its table are (event, sources, destination).
    """

    def __init__(
        self, name: str, initial: S, events: type[E], table: Iterable[tuple[E, tuple[S, ...], S]]
    ) -> None:
        self.name, self.initial = name, initial
        self.table = tuple(table)
        self._carrier = _Carrier()
        self._machine = Machine(
            model=self._carrier,
            states=type(initial),
            initial=initial,
            auto_transitions=False,
            queued=True,
            ignore_invalid_triggers=True,
            transitions=[
                {"trigger": event.name, "source": source, "dest": destination}
                for event, sources, destination in self.table
                for source in sources
            ],
        )
        missing = [event.name for event in events if event.name not in self._machine.events]
        if missing:
            raise ValueError(f"{name}: events without a transition: {', '.join(missing)}")

    def next(self, state: S, event: E) -> S:
        """The state after `event`; the same state when the table has no such transition."""
        rows = self._machine.events[event.name]
        if state.name not in rows.transitions:
            return state  # asked here: the library would log a warning each time
        self._carrier.state = state
        rows.trigger(self._carrier)
        return self._carrier.state

    def mermaid(self) -> str:
        """The diagram of the table, for the docs."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.initial.name}"]
        for event, sources, destination in self.table:
            lines += [
                f"    {source.name} --> {destination.name}: {event.name}" for source in sources
            ]
        return "\n".join(lines)
