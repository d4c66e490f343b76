"""The radio network where the car is: a value that the bench sets for both modems and the phone.

No cell planning: one network a place.
"""

from dataclasses import dataclass

from connectivity.messages import Technology
from connectivity.outside.profiles import load_world


@dataclass(frozen=True, slots=True)
class Network:
    """The radio network where the car is. technology None: no coverage; bars 0-4."""

    country: str
    technology: Technology | None = Technology.LTE
    bars: int = 4

    def operator(self) -> str:
        world = load_world()
        return world.operators.get(self.country, f"{world.operator_fallback} {self.country}")
