"""The verbs of My Porsche: codes, users, accounts, vehicles, whether it answers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from connectivity.outside.declined import DeclinedError, DeletedError
from models.errors import PcmError
from models.markets import find_market
from pcm.headunit.entries import NEW
from pcm.headunit.verbs.placeholders import new_number
from pcm.headunit.verbs.shop import SHOP_VERBS
from pcm.headunit.verbs.verb import Run, choose, number

if TYPE_CHECKING:
    from connectivity.outside.profiles import Person
    from pcm.headunit.session import Session

SECOND = "second"
"""Who is meant, after what is to be done: the secondary user."""


def _code(session: Session, rest: str) -> str:
    portal = session.world.portal
    what = choose("portal code", rest or "show", ("show", "new", "other"))
    if session.setup.generation.login != "pairing_code":
        raise DeclinedError(
            "by_porsche_id",
            f"{session.setup.car.id} is linked by Porsche ID, not by a pairing code",
        )
    if what == "new":
        return portal.renew_code()
    return portal.other_code if what == "other" else portal.code


def _link(session: Session, rest: str) -> str:
    portal = session.world.portal
    if portal.car.profile != portal.owner.email:
        portal.add_vehicle(portal.vin)
    return "the car is in the owner's profile"


def _unlink(session: Session, rest: str) -> str:
    portal = session.world.portal
    portal.unlink(rest.strip().upper() or portal.vin)
    return "the car was removed from the profile"


def _add(session: Session, rest: str) -> str:
    vin = rest.strip().upper()
    if not re.fullmatch(r"[A-HJ-NPR-Z0-9]{17}", vin):  # ISO 3779
        raise DeclinedError(
            "malformed_vin",
            f"portal add: {vin!r} is no VIN (17 letters and digits without I, O, Q)",
        )
    session.world.portal.add_vehicle(vin)
    return f"{vin} is in the owner's profile"


def _vehicles(session: Session, rest: str) -> str:
    portal = session.world.portal
    places = {"": "in no profile", portal.owner.email: "in your profile"}
    lines = []
    for vehicle in portal.state.vehicles:
        here = " (on the desk)" if vehicle.vin == portal.vin else ""
        place = places.get(vehicle.profile, "in another profile")
        lines.append(f"{vehicle.vin}{here}: {place}, services: {len(vehicle.services)}")
    return "\n".join(lines)


def _users(session: Session, rest: str) -> str:
    portal = session.world.portal
    what = choose("portal users", rest or "list", ("list", "add", "remove"))
    if what == "add":
        portal.add_second_user()
    elif what == "remove":
        portal.remove_second_user()
    roles = {True: "main user", False: "secondary user"}
    return "; ".join(f"{u.email} ({roles[u.main]})" for u in portal.car.users) or "no users"


def _delete_account(session: Session, rest: str) -> str:
    portal = session.world.portal
    if rest.strip():
        choose("portal delete-account", rest, (SECOND,))
        portal.delete_account(portal.second.email)
        return "the secondary user's Porsche ID was deleted"
    portal.delete_account(portal.owner.email)
    return "the owner's Porsche ID was deleted"


def _security_code(session: Session, rest: str) -> str:
    portal = session.world.portal
    found = re.fullmatch(rf"(\d{{4}}|{NEW}|reset)(\s+{SECOND})?", rest.strip().casefold())
    if not found:
        raise PcmError("usage: portal security-code NNNN|@new|reset [second] (four digits)")
    person = portal.second if found.group(2) else portal.owner
    wanted = new_number(portal.security_code(person), found.group(1))
    code = None if wanted == "reset" else wanted
    portal.set_security_code(person.email, code)
    return "security code set" if code else "security code reset"


def _country(session: Session, rest: str) -> str:
    portal = session.world.portal
    country, person = _person_last(session, rest)
    account = portal.state.account(person.email)
    if account is None:
        raise DeletedError
    if country:
        account = replace(account, country=find_market(country).code)
        portal.state = portal.state.with_account(account)
    return f"the account's country: {find_market(account.country).names['en']}"


def _person_last(session: Session, rest: str) -> tuple[str, Person]:
    """What stands before `second`, and who is meant: the owner without that word."""
    portal = session.world.portal
    words = rest.split()
    if words and words[-1].casefold() == SECOND:
        return " ".join(words[:-1]), portal.second
    return " ".join(words), portal.owner


def _up(up: bool) -> Run:
    def run(session: Session, rest: str) -> str:
        portal = session.world.portal
        portal.state = replace(portal.state, up=up)
        return f"My Porsche {'answers' if up else 'does not answer'}"

    return run


def _delay(session: Session, rest: str) -> str:
    portal = session.world.portal
    portal.state = replace(portal.state, works_s=number("portal delay", rest, 0, 600))
    return f"My Porsche works {portal.state.works_s:g} s on each request"


PORTAL_VERBS: dict[str, Run] = {
    "portal code": _code,
    "portal link": _link,
    "portal unlink": _unlink,
    "portal add": _add,
    "portal vehicles": _vehicles,
    "portal users": _users,
    "portal delete-account": _delete_account,
    "portal security-code": _security_code,
    "portal country": _country,
    **SHOP_VERBS,
    "portal down": _up(False),
    "portal up": _up(True),
    "portal delay": _delay,
}
