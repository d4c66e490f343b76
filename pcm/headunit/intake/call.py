"""A call that changed, over whichever bearer, and what that does to the data path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectivity.call import Bearer, CallState, reduce_call
from connectivity.messages import CallPhase, CallStatus, HangUp
from models.reasons import Reason
from pcm.headunit.calls import can_call_over_sim, log_call
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
    before = unit.view.data_path
    _note_missed(unit, event)
    unit.change(call=reduce_call(unit.state.call, event, bearer))
    unit.close(DialogState, "incoming_call")
    call = unit.state.call
    if call.state is CallState.INCOMING:
        values = (("number", call.number),)
        unit.open_overlay(
            DialogState("incoming_call", values, "answer", "hang_up", can_cancel=True)
        )
    elif event.phase is CallPhase.ENDED and idle and event.number:  # dialled, never connected
        key = "call_busy" if event.cause == "busy" else "call_failed"
        unit.say(Reason.of("call_no_answer" if event.cause == "no_answer" else key))
    tell_data_change(unit, before.active is not None)


def _note_missed(unit: HeadUnit, event: CallStatus) -> None:
    """The caller gave up while the question to answer still stood."""
    asked = any(isinstance(o, DialogState) and o.id == "incoming_call" for o in unit.state.overlays)
    call = unit.state.call
    if call.state is CallState.INCOMING and event.phase is CallPhase.ENDED and asked:
        log_call(unit, call.number)
        unit.change(missed_calls=unit.state.missed_calls + 1)
        unit.say(Reason.of("missed_call", number=call.number))


def refuse_second(unit: HeadUnit, number: str) -> None:
    """A second call is refused, and stands in the list as missed (assumed)."""
    log_call(unit, number)
    unit.change(missed_calls=unit.state.missed_calls + 1)
    unit.say(Reason.of("second_call_refused", number=number))


def tell_data_change(unit: HeadUnit, had_data: bool) -> None:
    path = unit.view.data_path
    if had_data and path.active is None:
        unit.say(path.why_none[0])
    elif not had_data and path.active:
        unit.say(Reason.of("data_back", path=path.active.value))
