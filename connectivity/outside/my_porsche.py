"""My Porsche as the car notices it: it checks codes and Porsche IDs, and holds what is booked.

In process; all that it keeps is the frozen `state` (garage.py), what it sells is in shop.py. What
the car asks is worked on for `works_s` of virtual time; when it is down it answers that it cannot
be reached. Reached over a DataLink alone.
"""

from dataclasses import dataclass, replace
from random import Random

from connectivity.messages.portal import (
    Abandon,
    Fetch,
    FunctionOrder,
    Gone,
    Installed,
    LinkAnswer,
    LinkByCode,
    LinkOutcome,
    Part,
    PortalEvent,
    PortalRequest,
    Service,
    SignIn,
    Sync,
    User,
    VehicleAccount,
)
from connectivity.outside.declined import DeclinedError, DeletedError
from connectivity.outside.garage import (
    DAY_S,
    AccountRecord,
    Booking,
    PortalState,
    UserRecord,
    VehicleRecord,
    next_turn,
    turn_terms,
)
from connectivity.outside.profiles import Person, WorldFile
from connectivity.outside.store import load_store

KBYTE_OF_PART = 10.0  # a hundredth of a megabyte


@dataclass(frozen=True, slots=True)
class _Push:
    """Something has changed: the car is told how things stand when it can be reached."""

    gone: Gone


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A request or a push that is worked on when it is due."""

    due: float
    item: PortalRequest | _Push


class MyPorsche:
    """The accounts of the owner and a secondary user, and the car on the desk among others."""

    def __init__(
        self,
        world: WorldFile,
        vin: str,
        country: str,
        random: Random,
        needs_security_code: bool,
    ) -> None:
        self.vin, self._random = vin, random
        self.owner, self.second = world.owner, world.second_user
        self.needs_security_code = needs_security_code
        code, self.other_code = self._new_code(), self._new_code()
        self.now = 0.0
        self._queue: list[_Waiting] = []
        terms = {service.id: service.days * DAY_S for service in load_store().services}
        services = tuple(
            Booking(s.id, None if s.days is None else s.days * DAY_S, terms[s.id])
            for s in world.services
        )
        car = VehicleRecord(
            vin,
            self.owner.email,
            (UserRecord(self.owner.email, main=True),),
            code,
            services=services,
        )
        others = (
            VehicleRecord(known.vin, "somebody" if known.taken else "")
            for known in load_store().vehicles
        )
        people = tuple(_account(person, country) for person in (self.owner, self.second))
        self.state = PortalState(people, (car, *others))

    # what the car on the desk has

    @property
    def car(self) -> VehicleRecord:
        return next(vehicle for vehicle in self.state.vehicles if vehicle.vin == self.vin)

    @property
    def code(self) -> str:
        return self.car.code

    @property
    def security_codes(self) -> dict[str, str]:
        """E-mail -> security code, of those who have one."""
        return {a.email: a.security_code for a in self.state.accounts if a.security_code}

    def security_code(self, person: Person) -> str:
        """The code of an account, "" when there is none; that of a deleted one as it was."""
        account = self.state.account(person.email)
        return (account.security_code or "") if account else person.security_code

    # the wire

    def send(self, request: PortalRequest) -> None:
        if isinstance(request, Abandon):
            self._queue = [w for w in self._queue if not isinstance(w.item, LinkByCode | SignIn)]
        else:
            self._enqueue(request)

    def drain(self) -> list[PortalEvent]:
        if not self._queue:
            return []
        ready = [w.item for w in self._queue if self._is_ready(w)]
        self._queue = [w for w in self._queue if not self._is_ready(w)]
        return [event for item in ready for event in self._worked(item)]

    def advance(self, now: float) -> None:
        self.now = now
        for vehicle in self.state.vehicles:
            turned = turn_terms(vehicle, now)
            if turned is not vehicle:
                self.put_vehicle(turned)

    def next_due(self) -> float | None:
        """When the next answer or the end of a term is due, in seconds of the clock."""
        dues = [w.due for w in self._queue if w.due > self.now]
        turns = (next_turn(vehicle) for vehicle in self.state.vehicles)
        return min((*dues, *(turn for turn in turns if turn is not None)), default=None)

    # what people do in My Porsche

    def put_vehicle(self, vehicle: VehicleRecord, gone: Gone = "") -> None:
        """A car's record has changed; when it is the one on the desk, it is told."""
        self.state = self.state.with_vehicle(vehicle)
        if vehicle.vin == self.vin:
            self._enqueue(_Push(gone))

    def renew_code(self) -> str:
        """A new pairing code; the one before becomes invalid (R-LINK-6)."""
        self.state = self.state.with_vehicle(self._with_new_code(self.car))
        return self.code

    def add_second_user(self) -> None:
        """The main user enables the secondary user (R-LINK-11)."""
        if not self.car.user(self.second.email):
            self.put_vehicle(self.car.with_user(UserRecord(self.second.email, main=False)))

    def remove_second_user(self) -> None:
        users = tuple(user for user in self.car.users if user.email != self.second.email)
        self.put_vehicle(replace(self.car, users=users), "user_removed")

    def add_vehicle(self, vin: str) -> None:
        """The owner adds a car to the profile by its VIN; it gets a new pairing code."""
        vehicle = self.state.vehicle(vin)
        if self.state.account(self.owner.email) is None:
            raise DeletedError
        if vehicle is None:
            raise DeclinedError(
                "unknown_vin", f"no car with the VIN {vin} is known; portal vehicles lists some"
            )
        if vehicle.profile == self.owner.email:
            raise DeclinedError("in_your_profile", f"{vin} is in your profile already")
        if vehicle.profile:
            raise DeclinedError(
                "in_other_profile",
                f"{vin} is in another profile; its owner must remove it there first",
            )
        owner = UserRecord(self.owner.email, main=True)
        added = replace(vehicle, profile=self.owner.email, users=(owner,))
        self.put_vehicle(self._with_new_code(added))

    def unlink(self, vin: str) -> None:
        """A car leaves the profile, as when it is sold; its services stay (R-LINK-12)."""
        vehicle = self.state.vehicle(vin)
        if vehicle is None or vehicle.profile not in ("", self.owner.email):
            raise DeclinedError("not_in_profile", f"{vin} is not in your profile")
        self.put_vehicle(replace(vehicle, profile="", users=()), "vehicle_removed")

    def delete_account(self, email: str) -> None:
        """A Porsche ID is deleted: every car logs out, services of its own end (R-LINK-13)."""
        kept = tuple(account for account in self.state.accounts if account.email != email)
        self.state = replace(self.state, accounts=kept)
        if email == self.second.email and self.car.user(email):
            self.remove_second_user()
        for vehicle in self.state.vehicles:
            if vehicle.profile == email:
                functions = tuple(
                    replace(p, ended=True) if p.kind == "monthly" else p for p in vehicle.functions
                )
                empty = replace(vehicle, profile="", users=(), services=(), functions=functions)
                self.put_vehicle(empty, "account_deleted")

    def set_security_code(self, email: str, code: str | None) -> None:
        """Set or change it; None: reset, there is none until a new one is set."""
        account = self.state.account(email)
        if account is None:
            raise DeletedError
        self.state = self.state.with_account(replace(account, security_code=code))

    # how it answers the car

    def _link(self, code: str) -> LinkAnswer:
        car = self.car
        if code == car.code:
            if not car.users:
                return LinkAnswer(LinkOutcome.UNKNOWN_CODE)
            user = next((user for user in car.users if not user.linked), None)
            if user is None:
                return LinkAnswer(LinkOutcome.ALREADY_LINKED)
            return self._accept(user)
        if code in car.old_codes:
            return LinkAnswer(LinkOutcome.CODE_REPLACED)
        return LinkAnswer(
            LinkOutcome.OTHER_CAR if code == self.other_code else LinkOutcome.UNKNOWN_CODE
        )

    def _sign_in(self, request: SignIn) -> LinkAnswer:
        account = self.state.account(request.email.strip().casefold())
        if account is None:
            return LinkAnswer(LinkOutcome.UNKNOWN_ID)
        if request.password not in (None, account.password):
            return LinkAnswer(LinkOutcome.WRONG_PASSWORD)
        user = self.car.user(account.email)
        if user is None:
            return LinkAnswer(LinkOutcome.NOT_A_USER)
        if self.needs_security_code:
            known = account.security_code
            if known is None:
                return LinkAnswer(LinkOutcome.SECURITY_CODE_UNSET)
            if request.security_code != known:
                return LinkAnswer(LinkOutcome.WRONG_SECURITY_CODE)
            if request.protected and user.linked and user.main and user.code_in_car != known:
                return LinkAnswer(LinkOutcome.FACTORY_RESET_NEEDED)  # R-LINK-14
        return self._accept(user)

    def _accept(self, user: UserRecord) -> LinkAnswer:
        account = self.state.account(user.email)
        name, code = (account.name, account.security_code) if account else (user.email, None)
        since = user.since if user.linked else self.now
        linked = replace(user, linked=True, since=since, code_in_car=code or "")
        self.state = self.state.with_vehicle(self.car.with_user(linked))
        return LinkAnswer(LinkOutcome.ACCEPTED, User(name, user.email, user.main))

    def _worked(self, item: PortalRequest | _Push) -> tuple[PortalEvent, ...]:
        match item:
            case LinkByCode() | SignIn() if not self.state.up:
                return (LinkAnswer(LinkOutcome.UNREACHABLE),)
            case LinkByCode(_, code):
                return self._with_account(self._link(code))
            case SignIn():
                return self._with_account(self._sign_in(item))
            case Sync(_, users, installed) if self.state.up:
                return self._sync(users, installed)
            case Fetch(id_, number) if self.car.purchase(id_):
                kbyte = load_store().packages[id_].megabytes * KBYTE_OF_PART
                return (Part(id_, number, kbyte),)
            case _Push(gone):
                return (self._account_of_car(gone),)
            case _:
                return ()

    def _sync(
        self, users: tuple[str, ...], installed: tuple[Installed, ...]
    ) -> tuple[PortalEvent, ...]:
        """The car names its users and functions; whom it forgot is no longer linked."""
        car = self.car
        known = tuple(replace(u, linked=u.linked and u.email in users) for u in car.users)
        since = {function.id: function.since for function in installed}
        functions = tuple(
            replace(p, enabled=p.enabled if p.enabled is not None else since.get(p.id))
            for p in car.functions
            if not (p.ended and p.id not in since) and not (p.kind == "update" and p.id in since)
        )
        self.state = self.state.with_vehicle(replace(car, users=known, functions=functions))
        return (self._account_of_car(""),)

    def _with_account(self, answer: LinkAnswer) -> tuple[PortalEvent, ...]:
        accepted = answer.outcome is LinkOutcome.ACCEPTED
        return (answer, self._account_of_car("")) if accepted else (answer,)

    def _account_of_car(self, gone: Gone) -> VehicleAccount:
        car, packages = self.car, load_store().packages
        users = tuple(
            User(account.name, user.email, user.main)
            for user in car.users
            if user.linked and (account := self.state.account(user.email))
        )
        services = tuple(Service(booking.id, booking.ends) for booking in car.services)
        functions = tuple(
            FunctionOrder(
                p.id, p.kind, packages[p.id].megabytes, not p.ended, p.fault, p.fault_number
            )
            for p in car.functions
        )
        return VehicleAccount(users, services, gone, functions)

    # inside

    def _is_ready(self, waiting: _Waiting) -> bool:
        """Due; pushes and downloads wait while My Porsche is down."""
        return waiting.due <= self.now and (
            self.state.up or not isinstance(waiting.item, _Push | Fetch)
        )

    def _enqueue(self, item: PortalRequest | _Push) -> None:
        last = max((w.due for w in self._queue), default=0.0)  # answers keep their order
        self._queue.append(_Waiting(max(last, self.now + self.state.works_s), item))

    def _with_new_code(self, vehicle: VehicleRecord) -> VehicleRecord:
        old = (*vehicle.old_codes, vehicle.code) if vehicle.code else vehicle.old_codes
        code = self._new_code()
        while code in old:  # chance begins anew with each start of the program
            code = self._new_code()
        return replace(vehicle, code=code, old_codes=old)

    def _new_code(self) -> str:
        return f"{self._random.randrange(10**8):08d}"


def _account(person: Person, country: str) -> AccountRecord:
    return AccountRecord(person.email, person.name, person.password, person.security_code, country)
