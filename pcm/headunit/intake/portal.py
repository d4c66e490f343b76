"""What My Porsche brings: answers to attempts, and who may use the car."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from connectivity.account import reduce_answer, reduce_vehicle_account
from connectivity.messages.portal import LinkAnswer, LinkOutcome, Part, PortalEvent, VehicleAccount
from connectivity.services import reduce_services, restart
from models.reasons import Reason
from pcm.headunit import functions
from pcm.headunit.attempts import waiting_for
from pcm.headunit.features import entry_locked
from pcm.headunit.state import DialogState, EntryState, ProgressState

if TYPE_CHECKING:
    from pcm.headunit.unit import HeadUnit


def take_portal(unit: HeadUnit, event: PortalEvent) -> None:
    match event:
        case LinkAnswer():
            _link_answer(unit, event)
        case VehicleAccount(gone=gone):
            had = unit.state.account.user
            unit.change(
                account=reduce_vehicle_account(unit.state.account, event),
                services=reduce_services(unit.state.services, event.services),
            )
            functions.take_orders(unit, event.functions)
            if had and not unit.state.account.user:
                values = (("name", had.name),)
                unit.open_overlay(DialogState(gone or "vehicle_removed", values, warning=True))
        case Part():
            functions.take_part(unit, event)


def _link_answer(unit: HeadUnit, answer: LinkAnswer) -> None:
    if not unit.state.account.checking:
        return
    waiting = waiting_for(unit)
    unit.close(ProgressState)
    if answer.outcome is LinkOutcome.ACCEPTED and not unit.state.account.users:
        unit.change(services=restart(unit.state.services))  # R-LINK-9: what is ordered is there
    account = reduce_answer(unit.state.account, answer, unit.state.now)
    unit.change(account=account)
    if answer.outcome is LinkOutcome.ACCEPTED and account.user:
        again = waiting and waiting.entry and waiting.entry.purpose == "log_in_again"
        unit.say(Reason.of("logged_in" if again else "linked", name=account.user.name))
    elif waiting and waiting.entry:
        problem = entry_locked(unit.view) or Reason.of(f"link_{answer.outcome.value}")
        unit.open_overlay(_entry_again(waiting.entry, answer.outcome, problem))


def _entry_again(entry: EntryState, outcome: LinkOutcome, problem: Reason) -> EntryState:
    """The entry as it was typed, at the field that was refused."""
    wrong_field = {
        LinkOutcome.UNKNOWN_ID: 0,
        LinkOutcome.NOT_A_USER: 0,
        LinkOutcome.WRONG_PASSWORD: 1,
    }
    step = min(wrong_field.get(outcome, entry.step), entry.step)
    return replace(entry, step=step, typed=entry.typed[: step + 1], problem=problem)
