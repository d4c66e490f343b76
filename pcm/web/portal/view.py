"""What the pages of My Porsche show, as frozen plain values; derive.py makes them of a session.

Names are in the language of the page; what has words of its own there is a key. Dates are the
car's.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Term = Literal["unlimited", "renews", "ends", "cancelled", "expired"]
InCar = Literal["elsewhere", "missing", "ordered", "active", "expired"]
Price = Literal["once", "monthly", "update"]


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody with a Porsche ID."""

    email: str
    name: str


@dataclass(frozen=True, slots=True)
class AccountView:
    """Who is signed in. main: his car stands on the desk."""

    email: str
    name: str
    country: str
    country_name: str
    contact: str
    has_security_code: bool
    main: bool


@dataclass(frozen=True, slots=True)
class UserView:
    name: str
    email: str
    main: bool
    linked: bool
    since: datetime | None
    you: bool


@dataclass(frozen=True, slots=True)
class ServiceView:
    """A booked service. days: what is left; in_car: what the PCM has of it."""

    id: str
    name: str
    term: Term
    days: int
    in_car: InCar


@dataclass(frozen=True, slots=True)
class FunctionView:
    """A bought function or an offered update. in_car: its state there, in words."""

    id: str
    name: str
    price: Price
    billed: datetime | None
    ends: datetime | None
    ended: bool
    withdraws_until: datetime | None
    in_car: str


@dataclass(frozen=True, slots=True)
class OfferView:
    """A service for so many days, or a function."""

    id: str
    name: str
    days: int = 0


@dataclass(frozen=True, slots=True)
class VehicleView:
    """A car in the profile, or one that may be used.

    main: you are its main user; kind: what model, "" for one that nobody can tell. code: "" for
    cars that have none. away: why the car on the desk cannot be reached, "" when it can.
    """

    vin: str
    on_desk: bool
    main: bool
    kind: str
    year: int
    pcm: str
    by_id: bool
    code: str = field(repr=False)
    link_path: tuple[str, ...]
    asks_security_code: bool
    users: tuple[UserView, ...]
    services: tuple[ServiceView, ...]
    services_sold: tuple[OfferView, ...]
    functions: tuple[FunctionView, ...]
    functions_sold: tuple[OfferView, ...]
    sells_functions: bool
    updates: tuple[FunctionView, ...]
    takes_updates: bool
    second_user: bool
    private: bool
    private_words: str
    away: str

    @property
    def name(self) -> str:
        return f"{self.kind} · {self.year}" if self.kind else self.vin

    @property
    def linked(self) -> tuple[UserView, ...]:
        return tuple(user for user in self.users if user.linked)

    @property
    def you_linked(self) -> bool:
        return any(user.you for user in self.linked)

    @property
    def restart_waits(self) -> bool:
        """Something is ordered that the PCM shows after a restart."""
        return any(service.in_car == "ordered" for service in self.services)


@dataclass(frozen=True, slots=True)
class PortalView:
    """All that one account sees. desk_vin: of the car on the desk, whoever has it."""

    account: AccountView
    desk_vin: str
    second: PersonView
    vehicles: tuple[VehicleView, ...]

    @property
    def desk(self) -> VehicleView | None:
        """The car that stands on the desk."""
        return next((vehicle for vehicle in self.vehicles if vehicle.on_desk), None)

    def vehicle(self, vin: str) -> VehicleView | None:
        return next((vehicle for vehicle in self.vehicles if vehicle.vin == vin), None)
