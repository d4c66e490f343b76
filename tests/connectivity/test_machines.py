"""Every machine: each event in each state, no dead ends, no noise; its diagrams are fresh."""

import logging
from enum import Enum
from itertools import product
from typing import Any

import pytest

from connectivity.machine import Flow
from connectivity.machines import DOC, MACHINES, render_machines


def states(flow: Flow[Any, Any]) -> list[Enum]:
    kind: type[Enum] = type(flow.initial)
    return list(kind)


CASES = [
    pytest.param(flow, state, event, id=f"{flow.name}-{state.name}-{event.name}")
    for flow in MACHINES
    for state, event in product(states(flow), {row[0]: None for row in flow.table})
]


def destination(flow: Flow[Any, Any], state: Enum, event: Enum) -> Enum:
    """What the table says, read without the library."""
    found = [to for name, sources, to in flow.table if name is event and state in sources]
    assert len(found) <= 1, f"{flow.name}: {state.name} has two answers to {event.name}"
    return found[0] if found else state


def test_all_machines_are_there() -> None:
    assert [flow.name for flow in MACHINES] == [
        "power", "motion", "sim", "phone_link", "hotspot", "call", "account",
        "function",
    ]  # fmt: skip
    assert len(CASES) > 90


@pytest.mark.parametrize(("flow", "state", "event"), CASES)
def test_each_event_in_each_state_does_what_the_table_says(
    flow: Flow[Any, Any], state: Enum, event: Enum, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        assert flow.next(state, event) is destination(flow, state, event)
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.parametrize("flow", MACHINES, ids=lambda flow: flow.name)
def test_every_state_is_reached_and_can_be_left(flow: Flow[Any, Any]) -> None:
    steps = [
        (source, to) for _, sources, to in flow.table for source in sources if source is not to
    ]
    reached = {flow.initial}
    for _ in steps:
        reached |= {to for source, to in steps if source in reached}
    assert reached == set(states(flow))
    assert {source for source, _ in steps} == set(states(flow))


@pytest.mark.parametrize("flow", MACHINES, ids=lambda flow: flow.name)
def test_machines_keep_nothing_between_calls(flow: Flow[Any, Any]) -> None:
    event = flow.table[0][0]
    for state in states(flow):
        first = flow.next(state, event)
        flow.next(flow.initial, event)
        assert flow.next(state, event) is first


def test_an_event_that_no_row_names_is_a_fault_of_the_table() -> None:
    class Lamp(Enum):
        ON = "on"
        OFF = "off"

    class Switch(Enum):
        UP = "up"
        DOWN = "down"

    with pytest.raises(ValueError, match="lamp: events without a transition: DOWN"):
        Flow("lamp", Lamp.OFF, Switch, ((Switch.UP, (Lamp.OFF,), Lamp.ON),))


def test_the_diagrams_are_fresh() -> None:
    assert DOC.read_text("utf-8") == render_machines(), "run: python -m connectivity.machines"


def test_the_diagrams_show_every_arrow() -> None:
    page = render_machines()
    for flow in MACHINES:
        for event, sources, to in flow.table:
            for source in sources:
                assert f"    {source.name} --> {to.name}: {event.name}\n" in page
