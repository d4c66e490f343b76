"""What My Porsche sells and which other cars it knows, as data (assets/world/store.yaml)."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from models.content import Content, load_content
from models.provenance import Sourced

STORE_FILE = Path(__file__).resolve().parents[2] / "assets" / "world" / "store.yaml"


class ServiceOnSale(Sourced):
    """A service; an order runs for so many days."""

    id: str
    days: Annotated[int, Field(gt=0)]


class FunctionOnSale(Sourced):
    """A Function on Demand, or the software update, and how much the car downloads."""

    id: str
    megabytes: Annotated[int, Field(gt=0)]


class KnownVehicle(Content):
    vin: Annotated[str, Field(pattern=r"^[A-HJ-NPR-Z0-9]{17}$")]
    taken: bool


class StoreFile(Content):
    """store.yaml."""

    services: tuple[ServiceOnSale, ...]
    functions: tuple[FunctionOnSale, ...]
    update: FunctionOnSale
    vehicles: tuple[KnownVehicle, ...]

    @property
    def packages(self) -> dict[str, FunctionOnSale]:
        """All that a car can download."""
        return {item.id: item for item in (*self.functions, self.update)}


@cache
def load_store() -> StoreFile:
    return load_content(STORE_FILE, StoreFile)
