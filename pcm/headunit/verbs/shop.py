"""The verbs of My Porsche's store: services, Functions on Demand, software updates."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, get_args

from connectivity.messages.portal import Failure
from connectivity.outside import shop
from connectivity.outside.declined import DeclinedError
from connectivity.outside.garage import DAY_S, Booking, Purchase
from connectivity.outside.store import load_store
from models.errors import PcmError
from pcm.headunit.clock import shown_time
from pcm.headunit.verbs.verb import Run, choose, on_off

if TYPE_CHECKING:
    from pcm.headunit.session import Session


def _order(session: Session, rest: str) -> str:
    portal = session.world.portal
    id_ = shop.find_named("service", rest, _service_ids())
    _buyer(session)
    portal.put_vehicle(shop.order_service(portal.car, id_, portal.now))
    return f"{_booked(session, portal.car.booking(id_))}; it is in the PCM after a restart"


def _cancel(session: Session, rest: str) -> str:
    """A service or a monthly function."""
    portal = session.world.portal
    id_ = shop.find_named("portal cancel", rest, [*_service_ids(), *_function_ids()])
    if id_ in _service_ids():
        portal.put_vehicle(shop.cancel_service(portal.car, id_, portal.now))
        return _booked(session, portal.car.booking(id_))
    portal.put_vehicle(shop.cancel_function(portal.car, id_, portal.now))
    return _bought(session, portal.car.purchase(id_))


def _renew(session: Session, rest: str) -> str:
    portal = session.world.portal
    name, _, word = rest.rpartition(" ")
    if not name:
        raise PcmError("usage: portal renew SERVICE on|off")
    id_ = shop.find_named("service", name, _service_ids())
    on = on_off("portal renew", word)
    portal.put_vehicle(shop.set_renewal(portal.car, id_, on, portal.now))
    return _booked(session, portal.car.booking(id_))


def _services(session: Session, rest: str) -> str:
    """What is booked for the car, then what else is sold."""
    booked = session.world.portal.car.services
    lines = [_booked(session, booking) for booking in booked]
    others = [id_ for id_ in _service_ids() if id_ not in {b.id for b in booked}]
    return "\n".join([*lines, f"to order: {', '.join(others) or 'nothing'}"])


def _buy(session: Session, rest: str) -> str:
    portal = session.world.portal
    if "functions_on_demand" not in session.setup.features:
        raise DeclinedError(
            "no_functions", "Functions on Demand are sold for the Taycan 2020-2024 alone"
        )
    name, _, price = rest.rpartition(" ")
    if price.casefold() not in get_args(shop.Price):
        name, price = rest, "once"
    id_ = shop.find_named("function", name, _function_ids())
    _buyer(session)
    monthly = price.casefold() == "monthly"
    portal.put_vehicle(shop.buy(portal.car, id_, "monthly" if monthly else "once", portal.now))
    return _bought(session, portal.car.purchase(id_))


def _withdraw(session: Session, rest: str) -> str:
    portal = session.world.portal
    id_ = shop.find_named("function", rest, _function_ids())
    portal.put_vehicle(shop.withdraw(portal.car, id_, portal.now))
    return f"{id_}: withdrawn; the car removes it"


def _functions(session: Session, rest: str) -> str:
    """What was bought for the car, then what else is sold."""
    bought = session.world.portal.car.functions
    lines = [_bought(session, purchase) for purchase in bought]
    sold = _function_ids() if "functions_on_demand" in session.setup.features else []
    others = [id_ for id_ in sold if id_ not in {p.id for p in bought}]
    return "\n".join([*lines, f"to buy: {', '.join(others) or 'nothing'}"])


def _offer_update(session: Session, rest: str) -> str:
    if "updates" not in session.setup.features:
        raise DeclinedError("no_updates", "this car takes no software updates online")
    portal = session.world.portal
    portal.put_vehicle(shop.offer_update(portal.car, portal.now))
    return f"a software update is offered: {load_store().update.id}"


def _fail(session: Session, rest: str) -> str:
    portal = session.world.portal
    name, _, kind = rest.rpartition(" ")
    if not name:
        raise PcmError("usage: portal fail FUNCTION unchanged|restricted|retry")
    id_ = shop.find_named("function", name, load_store().packages)
    fault = Failure(choose("portal fail", kind, [failure.value for failure in Failure]))
    portal.put_vehicle(shop.spoil(portal.car, id_, fault))
    return f"the next installation of {id_} fails: {fault.value}"


def _buyer(session: Session) -> None:
    portal = session.world.portal
    shop.buyer(portal.car, portal.state.account(portal.owner.email))


def _service_ids() -> list[str]:
    return [service.id for service in load_store().services]


def _function_ids() -> list[str]:
    return [function.id for function in load_store().functions]


def _booked(session: Session, booking: Booking | None) -> str:
    if booking is None:
        return "not booked"
    if booking.ends is None:
        return f"{booking.id}: unlimited"
    now = session.unit.state.now
    if booking.ends <= now:
        return f"{booking.id}: expired"
    days = math.ceil((booking.ends - now) / DAY_S)
    then = "cancelled" if booking.cancelled else "renews" if booking.renews else "then ends"
    return f"{booking.id}: {days} days left, {then}"


def _bought(session: Session, purchase: Purchase | None) -> str:
    if purchase is None:
        return "not bought"
    if purchase.kind == "update":
        return f"{purchase.id}: free of charge, offered since {_date(session, purchase.bought)}"
    billed = (
        "not billed before it is enabled in the car"
        if purchase.enabled is None
        else f"billed since {_date(session, purchase.enabled)}"
    )
    end = "" if purchase.ends is None else f", ends {_date(session, purchase.ends)}"
    gone = ", to be removed" if purchase.ended else end
    return f"{purchase.id}: {purchase.kind}, {billed}{gone}"


def _date(session: Session, now: float) -> str:
    return f"{shown_time(session.unit.state, now):%Y-%m-%d %H:%M}"


SHOP_VERBS: dict[str, Run] = {
    "portal order": _order,
    "portal cancel": _cancel,
    "portal renew": _renew,
    "portal services": _services,
    "portal buy": _buy,
    "portal withdraw": _withdraw,
    "portal functions": _functions,
    "portal offer-update": _offer_update,
    "portal fail": _fail,
}
