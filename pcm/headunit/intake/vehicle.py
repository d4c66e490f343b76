"""What the car's bus brings: ignition and motion, units, the VIN, buttons of the steering wheel."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from connectivity.call import CallState
from connectivity.messages.vehicle import (
    BusInterface,
    CarVin,
    Units,
    VehicleEvent,
    WheelButton,
    WheelKey,
)
from connectivity.vehicle import Power, reduce_vehicle
from models.reasons import Reason
from pcm.headunit import acts, attempts, functions
from pcm.headunit.car_status import settings_of
from pcm.headunit.errors import RefusedError
from pcm.headunit.state import DialogState

if TYPE_CHECKING:
    from pcm.headunit.unit import HeadUnit


def take_vehicle(unit: HeadUnit, event: VehicleEvent) -> None:
    was = unit.state.vehicle
    unit.change(vehicle=reduce_vehicle(was, event))
    functions.observe(unit)
    now = unit.state.vehicle
    if was.power is not now.power:
        _follow_power(unit, now.power)
    match event:
        case WheelKey():
            _press(unit, event)
        case Units():
            for setting, value in settings_of(event).items():
                if unit.state.settings.get(setting, value) != value:
                    unit.set_plain(setting, value)
        case BusInterface(up):
            unit.say(Reason.of("can_up" if up else "can_down"))
        case CarVin() if unit.view.online:
            unit.sync()
        case _:
            pass


def _follow_power(unit: HeadUnit, power: Power) -> None:
    if power is Power.ON:
        unit.restart()
    else:
        attempts.drop(unit)
        unit.change(overlays=(), toast=None)


def _press(unit: HeadUnit, key: WheelKey) -> None:
    """A button of the wheel; a refusal is a message on the screen."""
    if unit.state.vehicle.power is Power.OFF:
        return
    try:
        _DEEDS[key.button](unit, key.ticks)
    except RefusedError as refused:
        unit.say(refused.reason)


def _phone(unit: HeadUnit) -> None:
    """Answers a call, ends a running one, opens the telephone else."""
    state = unit.state.call.state
    if state is CallState.INCOMING:
        unit.close(DialogState, "incoming_call")
        acts.ACTS["answer"](unit, "")
    elif state is CallState.IDLE:
        unit.press("PHONE")
    else:
        acts.ACTS["hang_up"](unit, "")


def _hang_up(unit: HeadUnit) -> None:
    if unit.state.call.state is not CallState.IDLE:
        unit.close(DialogState, "incoming_call")
        acts.ACTS["hang_up"](unit, "")


_DEEDS: dict[WheelButton, Callable[[HeadUnit, int], None]] = {
    "up": lambda unit, ticks: unit.turn(-ticks),
    "down": lambda unit, ticks: unit.turn(ticks),
    "ok": lambda unit, _: unit.press_knob(),
    "back": lambda unit, _: unit.back(),
    "menu": lambda unit, _: unit.press("HOME"),
    "volume_up": lambda unit, ticks: unit.volume(ticks),
    "volume_down": lambda unit, ticks: unit.volume(-ticks),
    "mute": lambda unit, _: unit.mute(),
    "next": lambda unit, _: acts.ACTS["next_track"](unit, ""),
    "previous": lambda unit, _: acts.ACTS["previous_track"](unit, ""),
    "voice": lambda unit, _: unit.say(Reason.of("no_voice_control")),
    "phone": lambda unit, _: _phone(unit),
    "hang_up": lambda unit, _: _hang_up(unit),
}
