"""The section of the panel about My Porsche."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from connectivity.messages.portal import Failure
from connectivity.outside.shop import is_over
from connectivity.outside.store import load_store
from menus.howto import howto
from models.markets import find_market, load_markets
from pcm.headunit.bench.switches import Section, Switch
from pcm.headunit.bookings import function_name, service_name

if TYPE_CHECKING:
    from pcm.headunit.session import Session


def portal_section(session: Session) -> tuple[Switch, ...]:
    section, portal = Section(session, "portal"), session.world.portal
    first: tuple[Switch, ...]
    if session.setup.generation.login == "pairing_code":
        first = (
            section.secret("code", "user-circle", f"{portal.code[:4]} {portal.code[4:]}"),
            section.button("new_code", "arrows-clockwise", "portal code new"),
        )
    else:
        code = portal.security_code(portal.owner) or "–"
        first = (
            section.info("email", "envelope", portal.owner.email),
            section.secret("password", "lock-key", portal.owner.password),
            section.secret("security_code", "shield-check", code),
        )
    answers = "up" if portal.state.up else "down"
    second = "add" if portal.car.user(portal.second.email) else "remove"
    setup = session.setup
    way = howto(setup.car, setup.year, session.unit.state.language, "link")[0]
    return (
        section.info("link_path", "path", " > ".join(way.path)),
        *first,
        section.choice(
            "second_user",
            "users",
            section.say(f"bench.second.{second}"),
            section.words(("add", "remove"), "bench.second"),
            "portal users {}",
        ),
        section.choice(
            "portal_state",
            "cloud",
            section.say(f"bench.portal.{answers}"),
            section.words(("up", "down"), "bench.portal"),
            "portal {}",
        ),
        _country(session, section),
        *_store(session, section),
        section.button("unlink", "link-break", "portal unlink"),
        section.button("link", "link", "portal link"),
        section.button("delete_account", "trash", "portal delete-account"),
    )


def _country(session: Session, section: Section) -> Switch:
    """The country of the owner's account."""
    portal, language, file = session.world.portal, session.unit.state.language, load_markets()
    account = portal.state.account(portal.owner.email)
    value = find_market(account.country).names[language] if account else "–"
    countries = sorted(((m.code, m.names[language]) for m in file.markets), key=itemgetter(1))
    return section.choice("account_country", "globe", value, tuple(countries), "portal country {}")


def _store(session: Session, section: Section) -> tuple[Switch, ...]:
    """Ordering and buying; each value counts what the car has."""
    view, portal, store = session.unit.view, session.world.portal, load_store()
    features = session.setup.features
    services = tuple((s.id, service_name(view, s.id)) for s in store.services)
    functions = tuple((f.id, function_name(view, f.id)) for f in store.functions)
    bought = [p for p in portal.car.functions if p.kind != "update"]
    no_functions = (
        "" if "functions_on_demand" in features else section.say("reason.needs_functions_on_demand")
    )
    no_updates = "" if "updates" in features else section.say("reason.needs_updates")
    return (
        section.choice(
            "order", "shopping-cart", str(len(portal.car.services)), services, "portal order {}"
        ),
        section.choice(
            "buy", "lightning", str(len(bought)), functions, "portal buy {}", no_functions
        ),
        section.button("offer_update", "cloud-arrow-down", "portal offer-update", no_updates),
        _bookings(session, section),
        _purchases(session, section),
    )


def _bookings(session: Session, section: Section) -> Switch:
    """Renewal and cancelling of what runs."""
    view, portal = session.unit.view, session.world.portal
    options: list[tuple[str, str]] = []
    for booking in portal.car.services:
        name = service_name(view, booking.id)
        if is_over(booking.ends, portal.now) or booking.cancelled:
            continue
        if booking.ends is not None:
            word = "off" if booking.renews else "on"
            renewed = section.say(f"bench.renew.{word}", name=name)
            options.append((f"renew {booking.id} {word}", renewed))
        options.append((f"cancel {booking.id}", section.say("bench.do.cancel", name=name)))
    none = "" if options else view.texts.say("list.empty")
    return section.choice("bookings", "calendar-check", "", tuple(options), "portal {}", none)


def _purchases(session: Session, section: Section) -> Switch:
    """Cancelling, taking back, and how the next installation fails."""
    view = session.unit.view
    options: list[tuple[str, str]] = []
    for purchase in session.world.portal.car.functions:
        name = function_name(view, purchase.id)
        if purchase.kind == "monthly" and purchase.ends is None:
            options.append((f"cancel {purchase.id}", section.say("bench.do.cancel", name=name)))
        if purchase.kind == "once" and not purchase.ended:
            options.append((f"withdraw {purchase.id}", section.say("bench.do.withdraw", name=name)))
        options += [
            (f"fail {purchase.id} {kind.value}", section.say(f"bench.fail.{kind.value}", name=name))
            for kind in Failure
        ]
    none = "" if options else view.texts.say("list.empty")
    return section.choice("purchases", "wrench", "", tuple(options), "portal {}", none)
