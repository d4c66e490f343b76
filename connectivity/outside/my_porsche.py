"""My Porsche as far as the car notices it: accounts, the car's users, pairing codes, services.

In process. It checks codes and Porsche IDs; the car never does. Answers wait `delay_s` of virtual
time; when it is down it answers that it cannot be reached. Orders and Functions on Demand have no
life of their own yet.
"""

from dataclasses import dataclass
from random import Random

from connectivity.messages import (
    Abandon,
    Fetch,
    Gone,
    LinkAnswer,
    LinkByCode,
    LinkOutcome,
    PortalEvent,
    PortalRequest,
    Service,
    SignIn,
    Sync,
    User,
    VehicleAccount,
)
from connectivity.outside.profiles import Person, WorldFile


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Something for the car: an event, or a request that is worked on when it is due."""

    due: float
    item: PortalEvent | PortalRequest


class MyPorsche:
    """The accounts of the owner and a secondary user, and this car with its pairing code."""

    def __init__(
        self, world: WorldFile, vin: str, random: Random, needs_security_code: bool
    ) -> None:
        self.vin, self._random = vin, random
        self.owner, self.second = world.owner, world.second_user
        self.security_codes = {
            self.owner.email: self.owner.security_code,
            self.second.email: self.second.security_code,
        }
        self.needs_security_code = needs_security_code
        self.accounts = {self.owner.email, self.second.email}
        self.users: dict[str, bool] = {self.owner.email: True}  # may use this car -> main user
        self.linked: set[str] = set()
        self._codes_in_car: dict[str, str] = {}  # the security code a user was linked with
        self.services = tuple(
            Service(service.id, None if service.days is None else service.days * 86400.0)
            for service in world.services
        )
        self.old_codes: set[str] = set()
        self.code, self.other_code = self._new_code(), self._new_code()
        self.up, self.delay_s, self.now = True, 0.0, 0.0
        self._queue: list[_Waiting] = []

    def send(self, request: PortalRequest) -> None:
        if isinstance(request, Abandon):
            self._queue = [w for w in self._queue if not isinstance(w.item, LinkByCode | SignIn)]
        else:
            self._enqueue(request)

    def drain(self) -> list[PortalEvent]:
        ready = [w.item for w in self._queue if self._is_ready(w)]
        self._queue = [w for w in self._queue if not self._is_ready(w)]
        events: list[PortalEvent] = []
        for item in ready:
            events += self._worked(item)
        return events

    def advance(self, now: float) -> None:
        self.now = now

    def next_due(self) -> float | None:
        """When the next answer is due, in seconds of the clock."""
        return min((w.due for w in self._queue if w.due > self.now), default=None)

    def _is_ready(self, waiting: _Waiting) -> bool:
        """Due; what is meant for the car waits while My Porsche is down."""
        return waiting.due <= self.now and (self.up or not isinstance(waiting.item, VehicleAccount))

    def renew_code(self) -> str:
        """A new pairing code; the one before becomes invalid (R-LINK-6)."""
        self.old_codes.add(self.code)
        self.code = self._new_code()
        return self.code

    def add_second_user(self) -> None:
        """The main user enables the secondary user (R-LINK-11)."""
        self.users[self.second.email] = False
        self._tell_vehicle("")

    def remove_second_user(self) -> None:
        self.users.pop(self.second.email, None)
        self.linked.discard(self.second.email)
        self._tell_vehicle("user_removed")

    def add_vehicle(self) -> None:
        """The owner adds the car to the profile by its VIN; it gets a new pairing code."""
        if self.owner.email in self.accounts and self.owner.email not in self.users:
            self.users[self.owner.email] = True
            self.renew_code()

    def unlink(self) -> None:
        """The car leaves the profile, as when it is sold; its services stay (R-LINK-12)."""
        self.linked.clear()
        self.users.clear()
        self._tell_vehicle("vehicle_removed")

    def delete_account(self) -> None:
        """The owner's Porsche ID is deleted: every car logs out, services end (R-LINK-13)."""
        self.accounts.discard(self.owner.email)
        self.users.clear()
        self.linked.clear()
        self.services = ()
        self._tell_vehicle("account_deleted")

    def set_security_code(self, code: str) -> None:
        self.security_codes[self.owner.email] = code

    def _link(self, code: str) -> LinkAnswer:
        if code == self.code:
            email = next((mail for mail in self.users if mail not in self.linked), None)
            if not self.users:
                return LinkAnswer(LinkOutcome.UNKNOWN_CODE)
            if email is None:
                return LinkAnswer(LinkOutcome.ALREADY_LINKED)
            return self._accept(email)
        if code in self.old_codes:
            return LinkAnswer(LinkOutcome.CODE_REPLACED)
        return LinkAnswer(
            LinkOutcome.OTHER_CAR if code == self.other_code else LinkOutcome.UNKNOWN_CODE
        )

    def _sign_in(self, request: SignIn) -> LinkAnswer:
        person = self._person(request.email)
        if person is None:
            return LinkAnswer(LinkOutcome.UNKNOWN_ID)
        if request.password not in (None, person.password):
            return LinkAnswer(LinkOutcome.WRONG_PASSWORD)
        if person.email not in self.users:
            return LinkAnswer(LinkOutcome.NOT_A_USER)
        if self.needs_security_code:
            known = self.security_codes.get(person.email)
            if known is None:
                return LinkAnswer(LinkOutcome.SECURITY_CODE_UNSET)
            if request.security_code != known:
                return LinkAnswer(LinkOutcome.WRONG_SECURITY_CODE)
            if request.protected and self._code_was_reset(person.email):
                return LinkAnswer(LinkOutcome.FACTORY_RESET_NEEDED)
        return self._accept(person.email)

    def _code_was_reset(self, email: str) -> bool:
        """The main user still stands in the car with a security code that is gone (R-LINK-14)."""
        stands = email in self.linked and self.users[email]
        return stands and self._codes_in_car.get(email) != self.security_codes.get(email)

    def _accept(self, email: str) -> LinkAnswer:
        person = self._person(email)
        self.linked.add(email)
        self._codes_in_car[email] = self.security_codes.get(email, "")
        name = person.name if person else email
        return LinkAnswer(LinkOutcome.ACCEPTED, User(name, email, self.users[email]))

    def _person(self, email: str) -> Person | None:
        people = (self.owner, self.second)
        wanted = email.strip().casefold()
        return next((p for p in people if p.email == wanted and p.email in self.accounts), None)

    def _worked(self, item: PortalEvent | PortalRequest) -> tuple[PortalEvent, ...]:
        match item:
            case LinkByCode() | SignIn() if not self.up:
                return (LinkAnswer(LinkOutcome.UNREACHABLE),)
            case LinkByCode(_, code):
                return self._with_account(self._link(code))
            case SignIn():
                return self._with_account(self._sign_in(item))
            case Sync(_, users):
                return self._sync(users) if self.up else ()
            case Abandon() | Fetch():
                return ()
            case _:
                return (item,)

    def _sync(self, users: tuple[str, ...]) -> tuple[PortalEvent, ...]:
        """The car names its users; whom it forgot (factory reset) is no longer linked."""
        self.linked &= set(users)
        return (self._vehicle(""),)

    def _with_account(self, answer: LinkAnswer) -> tuple[PortalEvent, ...]:
        accepted = answer.outcome is LinkOutcome.ACCEPTED
        return (answer, self._vehicle("")) if accepted else (answer,)

    def _tell_vehicle(self, gone: Gone) -> None:
        self._enqueue(self._vehicle(gone))

    def _enqueue(self, item: PortalEvent | PortalRequest) -> None:
        last = max((w.due for w in self._queue), default=0.0)  # answers keep their order
        self._queue.append(_Waiting(max(last, self.now + self.delay_s), item))

    def _vehicle(self, gone: Gone) -> VehicleAccount:
        people = [person for person in (self.owner, self.second) if person.email in self.linked]
        users = tuple(
            User(person.name, person.email, self.users[person.email]) for person in people
        )
        return VehicleAccount(users, self.services, gone)

    def _new_code(self) -> str:
        return f"{self._random.randrange(10**8):08d}"
