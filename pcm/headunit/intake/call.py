"""A call that changed, over whichever bearer, and what that does to the data path."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from connectivity.call import Bearer, CallState, Direction, reduce_call
from connectivity.messages.telephony import CallPhase, CallStatus, HangUp
from models.reasons import Reason
from pcm.headunit.calls import can_call_over_sim, log_call
from pcm.headunit.contacts import caller, party
from pcm.headunit.state import DialogState

if TYPE_CHECKING:
    from pcm.headunit.unit import HeadUnit


def take_call(unit: HeadUnit, event: CallStatus, bearer: Bearer) -> None:
    idle = unit.state.call.state is CallState.IDLE
    if bearer is Bearer.SIM and idle and event.phase is CallPhase.INCOMING:
        refused = can_call_over_sim(unit)
        if refused:
            unit.wires.modem.send(HangUp())
            unit.say(Reason.of("sim_call_refused", why=unit.view.words(refused)))
            return
    if not idle and unit.state.call.bearer is not bearer:
        if event.phase is CallPhase.INCOMING:
            (unit.wires.phone if bearer is Bearer.BLUETOOTH else unit.wires.modem).send(HangUp())
            refuse_second(unit, event.number)
        return
    before = unit.view.data_path
    _note(unit, event)
    was = unit.state.call
    unit.change(call=reduce_call(was, event, bearer))
    unit.close(DialogState, "incoming_call")
    call = unit.state.call
    if call.state is CallState.ACTIVE and was.state is not CallState.ACTIVE:
        unit.change(call=replace(call, since=unit.state.now))
    elif call.state is CallState.INCOMING:
        values = (("number", caller(unit.view, call.number)),)
        unit.open_overlay(
            DialogState("incoming_call", values, "answer", "hang_up", can_cancel=True)
        )
    elif event.phase is CallPhase.ENDED and (idle or was.state is CallState.DIALLING):
        _say_why_ended(unit, event, idle)
    tell_data_change(unit, before.active is not None)


def _say_why_ended(unit: HeadUnit, event: CallStatus, idle: bool) -> None:
    """A dialled call never connected; the driver's own hanging up needs no words."""
    if event.cause == "busy":
        unit.say(Reason.of("call_busy"))
    elif event.cause == "no_answer":
        unit.say(Reason.of("call_no_answer"))
    elif idle and event.number:
        unit.say(Reason.of("call_failed"))


def _note(unit: HeadUnit, event: CallStatus) -> None:
    """Put a call into the list: when it is dialled, and when it rings no more.

    It was missed when it ended while the question to answer still stood.
    """
    call, ended = unit.state.call, event.phase is CallPhase.ENDED
    asked = any(isinstance(o, DialogState) and o.id == "incoming_call" for o in unit.state.overlays)
    dialled = event.phase is CallPhase.DIALLING or (ended and event.number != "")
    if call.state is CallState.IDLE and dialled:
        log_call(unit, event.number, Direction.OUTGOING)
    elif call.state is CallState.INCOMING and ended and asked:
        log_call(unit, call.number, Direction.MISSED)
        unit.say(Reason.of("missed_call", number=party(unit.view, call.number)))
    elif call.state is CallState.INCOMING and (ended or event.phase is CallPhase.ACTIVE):
        log_call(unit, call.number, Direction.INCOMING)


def refuse_second(unit: HeadUnit, number: str) -> None:
    """A second call is refused, and stands in the list as missed (assumed)."""
    log_call(unit, number, Direction.MISSED)
    unit.say(Reason.of("second_call_refused", number=party(unit.view, number)))


def tell_data_change(unit: HeadUnit, had_data: bool) -> None:
    path = unit.view.data_path
    if had_data and path.active is None:
        unit.say(path.why_none[0])
    elif not had_data and path.active:
        unit.say(Reason.of("data_back", path=path.active.value))
