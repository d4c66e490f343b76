"""What of the world outside is kept beside a head unit, so that both still fit after a restart.

It is not the head unit's own memory: a factory reset leaves it alone. Each end of `ENDS` has its
whole state in one frozen dataclass, `state`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from connectivity.outside.car_state import CarState
from pcm.headunit.memory.parts import adapter
from pcm.headunit.world import World


def _same(state: Any) -> Any:
    return state


@dataclass(frozen=True, slots=True)
class End:
    """A far end that is kept. world: its field of World; pack: what is kept of its state."""

    world: str
    pack: Callable[[Any], Any] = _same


def _parked(car: CarState) -> CarState:
    """The car stands where it was left, off and unlocked."""
    off = CarState()
    return replace(
        car,
        ignition=off.ignition,
        speed_kmh=off.speed_kmh,
        lever=off.lever,
        handbrake=off.handbrake,
        locked=off.locked,
        doors_open=off.doors_open,
    )


ENDS = (End("vehicle", _parked),)


def write_end(end: End, state: Any) -> str:
    """The state of a far end as JSON."""
    return adapter(type(state)).dump_json(end.pack(state)).decode()


def put_back_outside(world: World, kept: Mapping[str, str]) -> None:
    """Put the ends of a new world into their kept state; raises ValueError as `put_back`."""
    found = {
        end.world: adapter(type(getattr(world, end.world).state)).validate_json(kept[end.world])
        for end in ENDS
        if end.world in kept
    }
    for name, state in found.items():
        getattr(world, name).state = state
