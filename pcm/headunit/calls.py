"""Which way a telephone call goes, and why it is refused (R-DATA-3, R-DATA-4, R-PIN-5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectivity.call import EMERGENCY_NUMBERS, Bearer, CallState, Direction, LoggedCall
from connectivity.data_path import Path
from connectivity.messages.phone import BluetoothProfile
from connectivity.messages.telephony import Dial
from connectivity.sim import SimState
from models.reasons import Reason
from pcm.headunit.errors import RefusedError
from pcm.headunit.features import no_bluetooth_call

if TYPE_CHECKING:
    from pcm.headunit.unit import HeadUnit

LOG_LENGTH = 20


def dial(unit: HeadUnit, number: str) -> None:
    """Call a number; emergency numbers go out whatever the state of card and phone.

    Raises RefusedError when no way is free.
    """
    if number in EMERGENCY_NUMBERS:
        phone = unit.state.phone
        signal = phone.status is not None and phone.status.technology is not None
        by_phone = signal and phone.runs(BluetoothProfile.TELEPHONE)
        place_call(unit, number, Bearer.BLUETOOTH if by_phone else Bearer.EMERGENCY)
        return
    bearer = bearer_for(unit)
    if isinstance(bearer, Reason):
        raise RefusedError(bearer)
    place_call(unit, number, bearer)


def can_call_over_sim(unit: HeadUnit) -> Reason | None:
    """Why a call over the inserted SIM is refused (R-DATA-3, R-DATA-4); None when it is not."""
    view = unit.view
    if "sim_slot" not in view.features:
        return Reason.of("no_sim_slot")
    if "sim_calls" not in view.features:
        return Reason.of("needs_sim_calls", country=view.setup.market.names[view.state.language])
    if view.state.sim.state is not SimState.READY:
        return Reason.of(
            {SimState.ABSENT: "no_sim", SimState.DEAD: "sim_dead"}.get(
                view.state.sim.state, "sim_locked"
            )
        )
    active = view.data_path.active
    if active is Path.EMBEDDED:
        return Reason.of("embedded_carries_data")
    return None if view.state.inserted.technology else Reason.of("no_network")


def bearer_for(unit: HeadUnit) -> Bearer | Reason:
    """Which way a call goes: over the connected phone, else over the inserted SIM."""
    if unit.state.phone.runs(BluetoothProfile.TELEPHONE):
        return Bearer.BLUETOOTH
    if unit.state.phone.carplay:
        return Reason.of("carplay_has_phone")
    refused = can_call_over_sim(unit)
    if refused and refused.key in ("no_sim", "no_sim_slot"):
        return no_bluetooth_call(unit.view) or refused
    return refused or Bearer.SIM


def place_call(unit: HeadUnit, number: str, bearer: Bearer) -> None:
    """Dial over a bearer that was found free."""
    if unit.state.call.state is not CallState.IDLE:
        unit.say(Reason.of("call_in_progress"))
        return
    wire = unit.wires.phone if bearer is Bearer.BLUETOOTH else unit.wires.modem
    if bearer is not Bearer.BLUETOOTH:
        unit.change(modem_bearer=bearer)
    wire.send(Dial(number))


def log_call(unit: HeadUnit, number: str, direction: Direction) -> None:
    """Put a call on top of the call list."""
    call = LoggedCall(number, direction, unit.state.now)
    unit.change(call_log=(call, *unit.state.call_log)[:LOG_LENGTH])
    if direction is Direction.MISSED:
        unit.change(missed_calls=unit.state.missed_calls + 1)
