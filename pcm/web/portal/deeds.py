"""What can be done in My Porsche, each as the verb line that does it at the head unit's desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from starlette.exceptions import HTTPException

from connectivity.outside.garage import AccountRecord
from connectivity.outside.shop import owner_of
from connectivity.outside.store import load_store
from models.errors import PcmError
from pcm.headunit.session import Answer, Session
from pcm.headunit.verbs.portal import SECOND
from pcm.web.desk import Face


def services() -> set[str]:
    return {service.id for service in load_store().services}


def functions() -> set[str]:
    return {function.id for function in load_store().functions}


def itself() -> set[str]:
    """It is done to the car and names nothing."""
    return {""}


@dataclass(frozen=True, slots=True)
class Deed:
    """Something the main user does with the car on the desk. line: with {id} of what it is done to.

    known: the ids there are; done: the key of what is said then.
    """

    line: str
    done: str
    known: Callable[[], set[str]] = itself


DEEDS = {
    "code": Deed("portal code new", "code"),
    "order": Deed("portal order {id}", "order", services),
    "renew-on": Deed("portal renew {id} on", "renew_on", services),
    "renew-off": Deed("portal renew {id} off", "renew_off", services),
    "cancel": Deed("portal cancel {id}", "cancel", services),
    "buy-once": Deed("portal buy {id} once", "buy", functions),
    "buy-monthly": Deed("portal buy {id} monthly", "buy", functions),
    "cancel-function": Deed("portal cancel {id}", "cancel_function", functions),
    "withdraw": Deed("portal withdraw {id}", "withdraw", functions),
    "user-add": Deed("portal users add", "user_add"),
    "user-remove": Deed("portal users remove", "user_remove"),
}


def do_with_car(face: Face, email: str, vin: str, line: str) -> str:
    """Why it was declined, "" when it was done: only the main user does this.

    Raises HTTPException when there is no such car (any more).
    """
    portal = face.session.world.portal
    vehicle = portal.state.vehicle(vin)
    if vehicle is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    try:
        owner_of(vehicle, portal.state.account(email))
    except PcmError as declined:
        return declined.why
    return _reason(face.do(line))


def do_with_account(face: Face, email: str, line: str) -> str:
    """Why it was declined, "" when it was done to the Porsche ID of who asks."""
    second = face.session.world.portal.second.email
    return _reason(face.do(f"{line} {SECOND}" if email == second else line))


def add_vehicle(face: Face, email: str, vin: str) -> str:
    """Why it was declined, "" when it was done: cars are added to the owner's profile."""
    if email != face.session.world.portal.owner.email:
        return "not_the_owner"
    return _reason(face.do(f"portal add {vin}"))


def find_account(session: Session, email: str) -> AccountRecord | None:
    return session.world.portal.state.account(email.strip().casefold())


def _reason(answer: Answer) -> str:
    """Why it was declined, "" when it was done."""
    return "" if answer.ok else answer.reason or "other"
