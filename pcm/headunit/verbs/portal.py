"""The verbs of My Porsche: codes, users, accounts, whether it answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.errors import PcmError
from pcm.headunit.verbs.verb import Run, choose, number

if TYPE_CHECKING:
    from pcm.headunit.session import Session


def _portal_code(session: Session, rest: str) -> str:
    portal = session.world.portal
    what = choose("portal code", rest or "show", ("show", "new", "other"))
    if session.setup.generation.login != "pairing_code":
        raise PcmError(f"{session.setup.car.id} is linked by Porsche ID, not by a pairing code")
    if what == "new":
        return portal.renew_code()
    return portal.other_code if what == "other" else portal.code


def _portal_link(session: Session, rest: str) -> str:
    portal = session.world.portal
    portal.add_vehicle()
    if portal.owner.email not in portal.users:
        raise PcmError("the owner's Porsche ID was deleted; put the car on the desk anew")
    return "the car is in the owner's profile"


def _portal_unlink(session: Session, rest: str) -> str:
    session.world.portal.unlink()
    return "the car was removed from the profile"


def _portal_users(session: Session, rest: str) -> str:
    portal = session.world.portal
    if choose("portal users", rest or "list", ("list", "add", "remove")) == "add":
        portal.add_second_user()
    elif rest.strip().casefold() == "remove":
        portal.remove_second_user()
    roles = {True: "main user", False: "secondary user"}
    return "; ".join(f"{mail} ({roles[main]})" for mail, main in portal.users.items()) or "no users"


def _portal_delete(session: Session, rest: str) -> str:
    session.world.portal.delete_account()
    return "the owner's Porsche ID was deleted"


def _portal_security(session: Session, rest: str) -> str:
    if not re.fullmatch(r"\d{4}", rest.strip()):
        raise PcmError("usage: portal security-code NNNN (four digits)")
    session.world.portal.set_security_code(rest.strip())
    return "security code set"


def _portal_up(up: bool) -> Run:
    def run(session: Session, rest: str) -> str:
        session.world.portal.up = up
        return f"My Porsche {'answers' if up else 'does not answer'}"

    return run


def _portal_delay(session: Session, rest: str) -> str:
    session.world.portal.delay_s = number("portal delay", rest, 0, 600)
    return f"My Porsche answers after {session.world.portal.delay_s:g} s"


PORTAL_VERBS: dict[str, Run] = {
    "portal code": _portal_code,
    "portal link": _portal_link,
    "portal unlink": _portal_unlink,
    "portal users": _portal_users,
    "portal delete-account": _portal_delete,
    "portal security-code": _portal_security,
    "portal down": _portal_up(False),
    "portal up": _portal_up(True),
    "portal delay": _portal_delay,
}
