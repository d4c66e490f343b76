"""How many states, transitions and cases the proof saw: the table, and the file that holds it.

`python -m tests.proof.counts` prints the table; with a reason in quotes it writes counts.yaml.
A count that shrinks is part of the proof lost: the reason stands in the file.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.proof.account_system import ACCOUNT_SYSTEM
from tests.proof.call_cases import Calls, look_at_calls, of_calls
from tests.proof.data_cases import Cases, look_at_data, of_data
from tests.proof.explore import Graph, System, explore
from tests.proof.function_system import FUNCTION_SYSTEMS
from tests.proof.kinds import Kind, every_kind
from tests.proof.phone_system import PHONE_SYSTEM
from tests.proof.service_system import SERVICE_SYSTEM
from tests.proof.sim_system import SIM_SYSTEM
from tests.proof.vehicle_system import VEHICLE_SYSTEMS

FILE = Path(__file__).parent / "counts.yaml"
_ALL: tuple[System[Any], ...] = (
    *VEHICLE_SYSTEMS,
    SIM_SYSTEM,
    PHONE_SYSTEM,
    ACCOUNT_SYSTEM,
    SERVICE_SYSTEM,
    *FUNCTION_SYSTEMS,
)
SYSTEMS = {system.name: system for system in _ALL}
Counts = dict[str, dict[str, int]]


@cache
def graph(name: str) -> Graph[Any]:
    return explore(SYSTEMS[name])


def data(kind: Kind) -> Cases:
    """Kinds that differ only in what data never ask share their cases."""
    return _data(of_data(kind))


@cache
def _data(kind: Kind) -> Cases:
    return look_at_data(kind)


def calls(kind: Kind) -> Calls:
    """An example of the kind stands for all that calls do not tell apart from it."""
    wanted = of_calls(kind)
    first = next(other for other in every_kind() if of_calls(other) == wanted)
    return _calls(first)


@cache
def _calls(kind: Kind) -> Calls:
    return look_at_calls(kind, every_kind()[kind])


def seen() -> Counts:
    """What the proof sees now; each line of the table."""
    kinds = list(every_kind())
    found: Counts = {"kinds of car and country": {"kinds": len(kinds)}}
    for name in SYSTEMS:
        found[name] = {"states": graph(name).states, "transitions": graph(name).edges}
    for kind in kinds:
        found[kind.name] = {
            "data cases": data(kind).cases,
            "snapshots": data(kind).snapshots,
            "call cases": calls(kind).cases,
        }
    return found


def entered() -> Counts:
    counts: Counts = yaml.safe_load(FILE.read_text("utf-8"))["counts"]
    return counts


def differences(old: Counts, new: Counts) -> Iterator[tuple[str, bool]]:
    """Each count that is another one: its words, and whether it shrank."""
    before, after = _flat(old), _flat(new)
    for name in dict.fromkeys((*before, *after)):
        was, now = before.get(name, 0), after.get(name, 0)
        if was != now:
            yield f"{name}: {was:,} -> {now:,}", now < was


def _flat(counts: Counts) -> dict[str, int]:
    return {f"{row}: {name}": n for row, cells in counts.items() for name, n in cells.items()}


def table(counts: Counts) -> str:
    return "\n".join(
        f"{row}: " + ", ".join(f"{n:,} {name}" for name, n in cells.items())
        for row, cells in counts.items()
    )


def write(reason: str) -> None:
    kept = yaml.safe_load(FILE.read_text("utf-8"))["because"] if FILE.exists() else []
    old, new = entered() if FILE.exists() else {}, seen()
    changed = [words for words, _ in differences(old, new)]
    if not changed:
        return
    text = yaml.safe_dump(
        {"because": [*kept, reason], "counts": new}, sort_keys=False, width=1000, allow_unicode=True
    )
    FILE.write_text(
        f'# Written by `python -m tests.proof.counts "why"`; one reason a change.\n{text}', "utf-8"
    )


def main(arguments: list[str], say: Callable[[str], object]) -> None:
    if arguments:
        write(arguments[0])
    say(f"{table(seen())}\n")


if __name__ == "__main__":
    main(sys.argv[1:], sys.stdout.write)
