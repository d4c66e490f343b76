"""What travels between the head unit and My Porsche, over the path that carries data."""

from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import Literal

from connectivity.messages.telephony import Technology


@dataclass(frozen=True, slots=True)
class User:
    """A Porsche ID that is linked to the car."""

    name: str
    email: str
    main: bool  # main user (else a secondary one)


@dataclass(frozen=True, slots=True)
class Service:
    """A booked service. ends: when its term ends, in seconds of the clock; None: unlimited."""

    id: str
    ends: float | None


class Failure(StrEnum):
    """How an installation can fail (domain:4.8)."""

    UNCHANGED = "unchanged"
    RESTRICTED = "restricted"  # functions of the car may be restricted until it succeeds
    RETRY = "retry"  # tried again by itself later


@dataclass(frozen=True, slots=True)
class FunctionOrder:
    """A Function on Demand or a software update for this car, as My Porsche holds it.

    wanted: False when the car must remove it. fault: how the installation with this number fails;
    the car counts the ones it has met.
    """

    id: str
    kind: Literal["once", "monthly", "update"]
    megabytes: int
    wanted: bool = True
    fault: Failure | None = None
    fault_number: int = 0


@dataclass(frozen=True, slots=True)
class Installed:
    """A function that the car has, and since when (seconds of the clock)."""

    id: str
    since: float


class LinkOutcome(Enum):
    """How My Porsche answers an attempt to link or log in; each has its own words."""

    ACCEPTED = "accepted"
    UNKNOWN_CODE = "unknown_code"
    OTHER_CAR = "other_car"
    CODE_REPLACED = "code_replaced"
    ALREADY_LINKED = "already_linked"
    UNKNOWN_ID = "unknown_id"
    WRONG_PASSWORD = "wrong_password"
    WRONG_SECURITY_CODE = "wrong_security_code"
    SECURITY_CODE_UNSET = "security_code_unset"
    NOT_A_USER = "not_a_user"
    FACTORY_RESET_NEEDED = "factory_reset_needed"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class LinkByCode:
    vin: str
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SignIn:
    """password None: a linked user logs in again. protected: the car asks for security codes."""

    vin: str
    email: str
    password: str | None = field(repr=False)
    security_code: str | None = field(repr=False)
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Sync:
    """Ask for users, services and functions of this car; tells which of them the car holds.

    `users` are e-mails.
    """

    vin: str
    users: tuple[str, ...] = ()
    installed: tuple[Installed, ...] = ()


@dataclass(frozen=True, slots=True)
class Abandon:
    """Give up what has not been answered yet: the connection is gone, or the driver cancelled."""


@dataclass(frozen=True, slots=True)
class Fetch:
    """Ask for one hundredth of a function's data; number: 0-99."""

    id: str
    number: int


@dataclass(frozen=True, slots=True)
class UseNetwork:
    """For the link itself: the network that carries the car's data now; None: nothing does."""

    technology: Technology | None
    bars: int = 0


PortalRequest = LinkByCode | SignIn | Sync | Abandon | Fetch


@dataclass(frozen=True, slots=True)
class LinkAnswer:
    outcome: LinkOutcome
    user: User | None = None


Gone = Literal["", "user_removed", "vehicle_removed", "account_deleted"]


@dataclass(frozen=True, slots=True)
class VehicleAccount:
    """Event: what My Porsche holds for this car. gone: why users vanished, "" when none did."""

    users: tuple[User, ...]
    services: tuple[Service, ...]
    gone: Gone = ""
    functions: tuple[FunctionOrder, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Event: the hundredth of a function's data that was asked for."""

    id: str
    number: int
    kbyte: float


PortalEvent = LinkAnswer | VehicleAccount | Part
