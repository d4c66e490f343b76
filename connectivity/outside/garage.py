"""What My Porsche keeps, as one frozen value: accounts, vehicles with users, bookings, purchases.

Times are seconds of the session's clock. Plain values only, so that it can be kept in a file.
"""

from dataclasses import dataclass, field, replace
from typing import Literal

from connectivity.messages.portal import Failure

DAY_S = 86_400.0
MONTH_S = 30 * DAY_S  # assumed: a month of a monthly function
WITHDRAWAL_S = 14 * DAY_S  # faq:235
NOTICE_S = DAY_S  # faq:237: a monthly one is cancelled a day before the month ends


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """A Porsche ID."""

    email: str
    name: str
    password: str = field(repr=False)
    security_code: str | None = field(repr=False)
    country: str


@dataclass(frozen=True, slots=True)
class UserRecord:
    """Somebody who may use a car. since: when he was linked; code_in_car: with which code."""

    email: str
    main: bool
    linked: bool = False
    since: float | None = None
    code_in_car: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Booking:
    """A service of a car. ends: None for an unlimited one; term_s: what a renewal adds."""

    id: str
    ends: float | None
    term_s: float
    renews: bool = False
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Purchase:
    """A Function on Demand or a software update of a car.

    enabled: when it was enabled in the car, which starts the billing (R-FOD-1). ends: when a
    cancelled monthly one ends; ended: the car must remove it. fault: how the installation with the
    number `fault_number` fails.
    """

    id: str
    kind: Literal["once", "monthly", "update"]
    bought: float
    enabled: float | None = None
    ends: float | None = None
    ended: bool = False
    fault: Failure | None = None
    fault_number: int = 0


@dataclass(frozen=True, slots=True)
class VehicleRecord:
    """A car. profile: the e-mail of its owner, "" when it is in nobody's profile."""

    vin: str
    profile: str = ""
    users: tuple[UserRecord, ...] = ()
    code: str = field(default="", repr=False)  # pairing code
    old_codes: tuple[str, ...] = field(default=(), repr=False)
    services: tuple[Booking, ...] = ()
    functions: tuple[Purchase, ...] = ()

    def user(self, email: str) -> UserRecord | None:
        return next((user for user in self.users if user.email == email), None)

    def with_user(self, user: UserRecord) -> "VehicleRecord":
        """The car with this user in the place of the one with the same e-mail, else last."""
        users = {other.email: other for other in self.users} | {user.email: user}
        return replace(self, users=tuple(users.values()))

    def booking(self, id_: str) -> Booking | None:
        return next((booking for booking in self.services if booking.id == id_), None)

    def with_booking(self, booking: Booking) -> "VehicleRecord":
        services = {other.id: other for other in self.services} | {booking.id: booking}
        return replace(self, services=tuple(services.values()))

    def purchase(self, id_: str) -> Purchase | None:
        return next((purchase for purchase in self.functions if purchase.id == id_), None)

    def with_purchase(self, purchase: Purchase) -> "VehicleRecord":
        functions = {other.id: other for other in self.functions} | {purchase.id: purchase}
        return replace(self, functions=tuple(functions.values()))


@dataclass(frozen=True, slots=True)
class PortalState:
    """All of My Porsche. up: it answers; works_s: how long it works on a request."""

    accounts: tuple[AccountRecord, ...]
    vehicles: tuple[VehicleRecord, ...]
    up: bool = True
    works_s: float = 0.0

    def account(self, email: str) -> AccountRecord | None:
        return next((account for account in self.accounts if account.email == email), None)

    def with_account(self, account: AccountRecord) -> "PortalState":
        accounts = {other.email: other for other in self.accounts} | {account.email: account}
        return replace(self, accounts=tuple(accounts.values()))

    def vehicle(self, vin: str) -> VehicleRecord | None:
        return next((vehicle for vehicle in self.vehicles if vehicle.vin == vin), None)

    def with_vehicle(self, vehicle: VehicleRecord) -> "PortalState":
        vehicles = {other.vin: other for other in self.vehicles} | {vehicle.vin: vehicle}
        return replace(self, vehicles=tuple(vehicles.values()))


def turn_terms(vehicle: VehicleRecord, now: float) -> VehicleRecord:
    """The car after `now`: what renews is renewed, what was cancelled and is over has ended."""
    services = tuple(_renewed(booking, now) for booking in vehicle.services)
    functions = tuple(
        replace(purchase, ended=True)
        if purchase.ends is not None and purchase.ends <= now and not purchase.ended
        else purchase
        for purchase in vehicle.functions
    )
    if services == vehicle.services and functions == vehicle.functions:
        return vehicle
    return replace(vehicle, services=services, functions=functions)


def _renewed(booking: Booking, now: float) -> Booking:
    if not booking.renews or booking.ends is None or booking.ends > now:
        return booking
    terms = int((now - booking.ends) // booking.term_s) + 1
    return replace(booking, ends=booking.ends + terms * booking.term_s)


def next_turn(vehicle: VehicleRecord) -> float | None:
    """When a term of this car turns by itself next."""
    dues = [b.ends for b in vehicle.services if b.renews and b.ends is not None]
    dues += [p.ends for p in vehicle.functions if p.ends is not None and not p.ended]
    return min(dues, default=None)


def month_end(purchase: Purchase, now: float) -> float:
    """When a monthly function ends that is cancelled now."""
    since = purchase.enabled if purchase.enabled is not None else purchase.bought
    months = int((now + NOTICE_S - since) // MONTH_S) + 1
    return since + months * MONTH_S
