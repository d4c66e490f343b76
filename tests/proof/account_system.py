"""The Porsche IDs in the car under every answer of My Porsche, in any order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from connectivity import account as rules
from connectivity.account import Account, AccountState
from connectivity.messages.portal import Gone, LinkAnswer, LinkOutcome, User, VehicleAccount
from tests.proof.explore import Rule, System

NOW = 100.0
OWNER = User("Giulia", "giulia@example.com", main=True)
SECOND = User("Marco", "marco@example.com", main=False)
USERS = (OWNER, SECOND)
WRONG = frozenset(
    {
        LinkOutcome.UNKNOWN_CODE,
        LinkOutcome.OTHER_CAR,
        LinkOutcome.CODE_REPLACED,
        LinkOutcome.UNKNOWN_ID,
        LinkOutcome.WRONG_PASSWORD,
        LinkOutcome.WRONG_SECURITY_CODE,
    }
)
"""The answers of R-LINK-8 that something typed was wrong."""


def _answers() -> Iterator[tuple[str, LinkAnswer]]:
    for outcome in LinkOutcome:
        if outcome is not LinkOutcome.ACCEPTED:
            yield outcome.value, LinkAnswer(outcome)
    for user in USERS:
        yield f"accepted {user.name}", LinkAnswer(LinkOutcome.ACCEPTED, user)


def _told() -> Iterator[tuple[str, VehicleAccount]]:
    gone: tuple[Gone, ...] = ("", "user_removed", "vehicle_removed", "account_deleted")
    for users, why in product(((), (OWNER,), (SECOND,), USERS), gone):
        names = " ".join(user.name for user in users) or "nobody"
        yield f"{why or 'sync'}: {names}", VehicleAccount(users, (), why)


ANSWERS, TOLD = dict(_answers()), dict(_told())


def locked(account: Account) -> bool:
    return account.locked_until > NOW


def _steps(account: Account) -> Iterator[tuple[str, Account]]:
    if not locked(account) and not account.checking:
        yield "try", replace(account, checking=True)
    if account.checking:
        yield "give up", replace(account, checking=False)
        for name, answer in ANSWERS.items():
            yield name, rules.reduce_answer(account, answer, NOW)
    for name, told in TOLD.items():
        yield name, rules.reduce_vehicle_account(account, told)
    yield "log out", rules.log_out(account)
    for user in account.users:
        yield f"log in {user.name}", rules.log_in(account, user.email)
    if locked(account):
        yield "a minute passes", replace(account, locked_until=0.0)


def _accepted(before: Account, event: str, after: Account) -> bool:
    answer = ANSWERS.get(event)
    if answer is None or answer.outcome is not LinkOutcome.ACCEPTED:
        return True
    return after.user == answer.user and after.user in after.users


def _refused(before: Account, event: str, after: Account) -> bool:
    """An attempt that fails leaves everything but the count of wrong ones as it was."""
    answer = ANSWERS.get(event)
    if answer is None or answer.outcome is LinkOutcome.ACCEPTED:
        return True
    counted = {"wrong": before.wrong, "locked_until": before.locked_until, "checking": True}
    return replace(after, **counted) == before and not after.checking  # type: ignore[arg-type] # its own fields


def _five(before: Account, event: str, after: Account) -> bool:
    answer = ANSWERS.get(event)
    if answer is None:
        return after.wrong == before.wrong
    if answer.outcome is LinkOutcome.ACCEPTED:
        return after.wrong == 0
    if answer.outcome not in WRONG:
        return (after.wrong, locked(after)) == (before.wrong, locked(before))
    fifth = before.wrong == 4
    return locked(after) is fifth and after.wrong == (0 if fifth else before.wrong + 1)


def _link_stays(before: Account, event: str, after: Account) -> bool:
    if event != "log out":
        return True
    gone = after.state is AccountState.LOGGED_OUT or not before.users
    return after.users == before.users and gone and after.user is None


def _again(before: Account, event: str, after: Account) -> bool:
    if not event.startswith("log in") or before.state is not AccountState.LOGGED_OUT:
        return True
    return after.user is not None and event == f"log in {after.user.name}"


def _unlinked(before: Account, event: str, after: Account) -> bool:
    told = TOLD.get(event)
    if told is None:
        return True
    stays = set(told.users) >= set(after.users)
    return stays and (bool(after.users) or after.state is AccountState.NOT_LINKED)


def _fits(before: Account, event: str, after: Account) -> bool:
    if after.state is AccountState.NOT_LINKED:
        return not after.users and after.user is None
    known = [user.email for user in after.users]
    logged_in = after.state is AccountState.LOGGED_IN
    return after.active in known and (after.user is not None) is logged_in


ACCOUNT_SYSTEM = System(
    "account",
    Account(),
    _steps,
    (
        Rule("R-LINK-7", "an attempt that fails leaves every earlier setting as it was", _refused),
        Rule("R-LINK-8", "five wrong entries lock, nothing else counts", _five),
        Rule("R-LINK-9", "after linking that user is logged in", _accepted),
        Rule("R-LINK-10", "logging out keeps the link", _link_stays),
        Rule("R-LINK-10 again", "logging in again needs no code", _again),
        Rule("R-LINK-11", "each user that is linked may be the active one, no other", _fits),
        Rule("R-LINK-12", "whom My Porsche removed is gone; without users: not linked", _unlinked),
    ),
    good=lambda account: account.user == OWNER,
)
