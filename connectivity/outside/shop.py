"""The store of My Porsche: what may be ordered, renewed, cancelled, withdrawn, and when.

Pure functions on the record of a car; DeclinedError says why something is not sold.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from connectivity.messages.portal import Failure
from connectivity.outside.declined import DeclinedError
from connectivity.outside.garage import (
    DAY_S,
    WITHDRAWAL_S,
    AccountRecord,
    Booking,
    Purchase,
    VehicleRecord,
    month_end,
)
from connectivity.outside.store import load_store
from models.errors import PcmError, nearest_hint
from models.markets import find_market

Price = Literal["once", "monthly"]


def owner_of(vehicle: VehicleRecord, account: AccountRecord | None) -> AccountRecord:
    """Whose car it is; raises DeclinedError for anybody else's account."""
    if account is None or vehicle.profile != account.email:
        raise DeclinedError(
            "not_the_owner", "only the owner buys, and the car is in nobody's profile: portal link"
        )
    return account


def buyer(vehicle: VehicleRecord, account: AccountRecord | None) -> AccountRecord:
    """The owner, who alone buys (R-LINK-11), in a country that has Porsche Connect (R-DATA-8)."""
    account = owner_of(vehicle, account)
    market = find_market(account.country)
    if not market.offer.connect:
        raise DeclinedError(
            "no_connect",
            f"Porsche Connect is not sold in {market.names['en']}, the account's country",
        )
    return account


def find_named(what: str, name: str, known: Iterable[str]) -> str:
    ids = list(known)
    folded = "_".join(name.casefold().replace("-", " ").split())
    if folded in ids:
        return folded
    hint = nearest_hint(name, ids)
    raise PcmError(f"{what}: {name!r} is not one of {', '.join(ids)}{hint}")


def order_service(vehicle: VehicleRecord, id_: str, now: float) -> VehicleRecord:
    """A service for its term from now; one that has run out is booked anew."""
    had = vehicle.booking(id_)
    if had and not is_over(had.ends, now) and not had.cancelled:
        raise DeclinedError("booked_already", f"{id_} is booked already")
    term_s = next(s.days for s in load_store().services if s.id == id_) * DAY_S
    start = had.ends if had and had.ends is not None and had.ends > now else now
    return vehicle.with_booking(Booking(id_, start + term_s, term_s, renews=True))


def cancel_service(vehicle: VehicleRecord, id_: str, now: float) -> VehicleRecord:
    """It runs to its end (R-SRV-3)."""
    booking = _running(vehicle, id_, now)
    return vehicle.with_booking(replace(booking, renews=False, cancelled=True))


def set_renewal(vehicle: VehicleRecord, id_: str, on: bool, now: float) -> VehicleRecord:
    booking = _running(vehicle, id_, now)
    if booking.ends is None:
        raise DeclinedError("service_unlimited", f"{id_} is unlimited: there is nothing to renew")
    if on and booking.cancelled:
        raise DeclinedError("cancelled_service", f"{id_} was cancelled; order it again")
    return vehicle.with_booking(replace(booking, renews=on))


def _running(vehicle: VehicleRecord, id_: str, now: float) -> Booking:
    booking = vehicle.booking(id_)
    if booking is None:
        raise DeclinedError("not_booked", f"{id_} is not booked")
    if is_over(booking.ends, now):
        raise DeclinedError("service_expired", f"{id_} has expired")
    return booking


def is_over(ends: float | None, now: float) -> bool:
    return ends is not None and ends <= now


def buy(vehicle: VehicleRecord, id_: str, price: Price, now: float) -> VehicleRecord:
    """A Function on Demand for good or by the month."""
    had = vehicle.purchase(id_)
    if had and not had.ended:
        raise DeclinedError("bought_already", f"{id_} is bought already")
    return vehicle.with_purchase(Purchase(id_, price, now, had.enabled if had else None))


def offer_update(vehicle: VehicleRecord, now: float) -> VehicleRecord:
    id_ = load_store().update.id
    if vehicle.purchase(id_):
        raise DeclinedError("update_offered", "a software update is offered already")
    return vehicle.with_purchase(Purchase(id_, "update", now))


def cancel_function(vehicle: VehicleRecord, id_: str, now: float) -> VehicleRecord:
    """A monthly one runs to the end of its month (R-FOD-5)."""
    purchase = _bought(vehicle, id_)
    if purchase.kind != "monthly":
        raise DeclinedError(
            "function_unlimited",
            f"{id_} is unlimited: it cannot be cancelled, only withdrawn for 14 days",
        )
    if purchase.ends is not None:
        raise DeclinedError("cancelled_already", f"{id_} is cancelled already")
    return vehicle.with_purchase(replace(purchase, ends=month_end(purchase, now)))


def withdraw(vehicle: VehicleRecord, id_: str, now: float) -> VehicleRecord:
    """The right of 14 days to take an unlimited purchase back (R-FOD-5)."""
    purchase = _bought(vehicle, id_)
    if purchase.kind != "once":
        raise DeclinedError("function_monthly", f"{id_} is monthly: portal cancel {id_}")
    if now > purchase.bought + WITHDRAWAL_S:
        raise DeclinedError("withdrawal_over", f"{id_} was bought more than 14 days ago")
    return vehicle.with_purchase(replace(purchase, ends=now, ended=True))


def spoil(vehicle: VehicleRecord, id_: str, fault: Failure) -> VehicleRecord:
    """The next installation of this function fails in this way."""
    purchase = vehicle.purchase(id_)
    if purchase is None:
        raise DeclinedError("not_bought", f"{id_} is not bought")
    number = purchase.fault_number + 1
    return vehicle.with_purchase(replace(purchase, fault=fault, fault_number=number))


def _bought(vehicle: VehicleRecord, id_: str) -> Purchase:
    purchase = vehicle.purchase(id_)
    if purchase is None or purchase.ended:
        raise DeclinedError("not_bought", f"{id_} is not bought")
    return purchase
