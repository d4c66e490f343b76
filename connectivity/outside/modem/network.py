"""The radio network where the car is: a value that the bench sets for both modems and the phone.

No cell planning: one network a place.
"""

from dataclasses import dataclass

from connectivity.messages.telephony import Technology
from connectivity.networks import find_country


@dataclass(frozen=True, slots=True)
class Network:
    """The radio network where the car is. technology None: no coverage; bars 0-4."""

    country: str
    technology: Technology | None = Technology.LTE
    bars: int = 4

    def operator(self) -> str:
        """The name of the network that foreign cards prefer, and that issued the cards here."""
        return find_country(self.country).operators[0].name
