"""The Porsche ID in the car: link, log in and out, wrong codes, users (R-LINK)."""

from dataclasses import dataclass, replace
from enum import Enum

from connectivity.machine import Flow
from connectivity.messages.portal import LinkAnswer, LinkOutcome, User, VehicleAccount

WRONG_CODES_UNTIL_LOCK = 5  # assumed (R-LINK-8)
LOCK_SECONDS = 60.0  # assumed (R-LINK-8)


class AccountState(Enum):
    NOT_LINKED = "not_linked"
    LOGGED_IN = "logged_in"
    LOGGED_OUT = "logged_out"  # linked, and free to log in again without a code


class AccountEvent(Enum):
    ACCEPT = "accept"
    LOG_OUT = "log_out"
    LOG_IN = "log_in"
    UNLINK = "unlink"


ACCOUNT = Flow(
    "account",
    AccountState.NOT_LINKED,
    AccountEvent,
    (
        (AccountEvent.ACCEPT, tuple(AccountState), AccountState.LOGGED_IN),
        (AccountEvent.LOG_OUT, (AccountState.LOGGED_IN,), AccountState.LOGGED_OUT),
        (AccountEvent.LOG_IN, (AccountState.LOGGED_OUT,), AccountState.LOGGED_IN),
        (
            AccountEvent.UNLINK,
            (AccountState.LOGGED_IN, AccountState.LOGGED_OUT),
            AccountState.NOT_LINKED,
        ),
    ),
)

_WRONG_ENTRY = (
    LinkOutcome.UNKNOWN_CODE,
    LinkOutcome.OTHER_CAR,
    LinkOutcome.CODE_REPLACED,
    LinkOutcome.UNKNOWN_ID,
    LinkOutcome.WRONG_PASSWORD,
    LinkOutcome.WRONG_SECURITY_CODE,
)


@dataclass(frozen=True, slots=True)
class Account:
    """`users` are linked to the car; `active` is the e-mail of the one whose settings are used."""

    state: AccountState = AccountState.NOT_LINKED
    users: tuple[User, ...] = ()
    active: str = ""
    checking: bool = False  # an attempt is on its way to My Porsche
    wrong: int = 0
    locked_until: float = 0.0  # seconds of the head unit's clock

    @property
    def user(self) -> User | None:
        """Who is logged in."""
        if self.state is not AccountState.LOGGED_IN:
            return None
        return next((user for user in self.users if user.email == self.active), None)


def reduce_answer(account: Account, answer: LinkAnswer, now: float) -> Account:
    """The account after My Porsche answered; five wrong attempts lock the entry for a minute."""
    account = replace(account, checking=False)
    if answer.outcome is LinkOutcome.ACCEPTED and answer.user:
        users = {user.email: user for user in account.users} | {answer.user.email: answer.user}
        return replace(
            account,
            state=ACCOUNT.next(account.state, AccountEvent.ACCEPT),
            users=tuple(users.values()),
            active=answer.user.email,
            wrong=0,
        )
    if answer.outcome not in _WRONG_ENTRY:
        return account
    wrong = account.wrong + 1
    if wrong < WRONG_CODES_UNTIL_LOCK:
        return replace(account, wrong=wrong)
    return replace(account, wrong=0, locked_until=now + LOCK_SECONDS)


def reduce_vehicle_account(account: Account, event: VehicleAccount) -> Account:
    """The account after My Porsche told who may use the car.

    Users it no longer names are logged out and gone.
    """
    known = {user.email: user for user in event.users}
    users = tuple(known[user.email] for user in account.users if user.email in known)
    account = replace(account, users=users)
    if account.active in known:
        return account
    state = ACCOUNT.next(account.state, AccountEvent.LOG_OUT)
    if not users:
        state = ACCOUNT.next(state, AccountEvent.UNLINK)
    return replace(account, state=state, active=users[0].email if users else "")


def log_out(account: Account) -> Account:
    """The user logs out; the link stays."""
    return replace(account, state=ACCOUNT.next(account.state, AccountEvent.LOG_OUT))


def log_in(account: Account, email: str) -> Account:
    """A linked user logs in again, without a new code."""
    state = ACCOUNT.next(account.state, AccountEvent.LOG_IN)
    return replace(account, state=state, active=email)
