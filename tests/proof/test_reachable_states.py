"""Every reachable state of every connected thing, for every kind of car and country.

A requirement is an invariant here: on each state, each transition, each case of the data path.
"""

from __future__ import annotations

import inspect
import sys
from typing import get_args

import pytest

from connectivity import account, call, phone, sim, vehicle
from models.catalogue import LANGUAGES
from models.texts import load_texts
from tests.proof import counts
from tests.proof.counts import SYSTEMS, calls, data, graph
from tests.proof.data_cases import RULES
from tests.proof.explore import Graph
from tests.proof.kinds import Kind, every_kind

KINDS = list(every_kind())


@pytest.mark.parametrize("name", SYSTEMS)
def test_no_reachable_state_and_no_transition_breaks_a_rule(name: str) -> None:
    system, found = SYSTEMS[name], graph(name)
    assert found.edges > found.states > 50
    words = {rule.id: rule.words for rule in system.rules}
    assert len(words) == len(system.rules)
    broken = {f"{id_}: {words[id_]}": " > ".join(way) for id_, way in found.broken.items()}
    assert broken == {}


@pytest.mark.parametrize("name", SYSTEMS)
def test_no_state_is_a_dead_end_but_that_of_the_dead_card(name: str) -> None:
    assert [" > ".join(way) for way in graph(name).dead_ends(SYSTEMS[name])[:3]] == []


def test_the_dead_card_is_reached_by_three_and_ten_wrong_tries_and_not_sooner() -> None:
    found: Graph[object] = graph("sim")
    dead = [state for state in found.parent if SYSTEMS["sim"].final(state)]
    assert dead
    tries = [sum(e.startswith(("type", "PUK")) for e in found.way_to(state)) for state in dead]
    assert min(tries) == 13


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_case_of_the_data_path_breaks_a_rule(kind: Kind) -> None:
    assert len(RULES) >= 20
    assert list(data(kind).broken) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_case_of_a_call_breaks_a_rule(kind: Kind) -> None:
    found = calls(kind)
    assert found.cases > 1000
    assert list(found.broken) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_against_a_data_path_has_words(language: str) -> None:
    keys = set().union(*(data(kind).reasons for kind in KINDS))
    assert len(keys) >= 20
    words = load_texts(language)
    assert [key for key in sorted(keys) if not words.has(f"reason.{key}")] == []


@pytest.mark.parametrize(
    ("reducer", "state"),
    [
        (vehicle.reduce_vehicle, vehicle.Vehicle),
        (sim.reduce_sim, sim.Sim),
        (phone.reduce_phone, phone.Phone),
        (call.reduce_call, call.Call),
        (account.reduce_answer, account.Account),
        (account.reduce_vehicle_account, account.Account),
    ],
)
def test_machines_are_apart(reducer: object, state: type) -> None:
    """What a reducer is not given it cannot depend on: so each machine is looked at by itself."""
    others = {vehicle.Vehicle, sim.Sim, phone.Phone, call.Call, account.Account} - {state}
    given = inspect.get_annotations(reducer, eval_str=True)  # type: ignore[arg-type] # functions
    first, *_ = given
    assert given.pop(first) is state
    taken = {part for hint in given.values() for part in (hint, *get_args(hint))}
    assert taken & others == set()


def test_the_counts_are_those_entered(capsys: pytest.CaptureFixture[str]) -> None:
    now = counts.seen()
    with capsys.disabled():
        sys.stdout.write(f"\n{counts.table(now)}\n")
    assert now["kinds of car and country"]["kinds"] == len(KINDS)
    changed = [
        f"{words} {'SHRANK' if shrank else 'grew'}"
        for words, shrank in counts.differences(counts.entered(), now)
    ]
    assert changed == [], 'enter them, with the reason: python -m tests.proof.counts "why"'
