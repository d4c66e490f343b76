"""What the phone brings: pairing, Bluetooth, CarPlay, hotspot, calls, its network."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from connectivity.call import Bearer, Call
from connectivity.inbox import Source
from connectivity.messages import (
    BluetoothLink,
    CallStatus,
    CarPlay,
    HotspotLink,
    PairingFailed,
    PairingNumber,
    PhoneEvent,
    TextMessage,
)
from connectivity.phone import reduce_phone
from models.reasons import Reason
from pcm.headunit.intake.call import take_call, tell_data_change
from pcm.headunit.state import DialogState, EntryState
from pcm.headunit.text_messages import take_text

if TYPE_CHECKING:
    from pcm.headunit.unit import HeadUnit


def take_phone(unit: HeadUnit, event: PhoneEvent) -> None:
    before = unit.state.phone
    had_data = unit.view.data_path.active is not None
    unit.change(phone=reduce_phone(before, event))
    if (
        before.connected
        and not unit.state.phone.connected
        and unit.state.call.bearer is Bearer.BLUETOOTH
    ):
        unit.change(call=Call())  # the call stays with the phone
        unit.close(DialogState, "incoming_call")
    match event:
        case CallStatus() if unit.state.phone.connected:
            take_call(unit, event, Bearer.BLUETOOTH)
            tell_data_change(unit, had_data)
        case CallStatus():
            tell_data_change(unit, had_data)
        case TextMessage() if unit.state.phone.connected:
            take_text(unit, event, Source.PHONE)
        case PairingNumber(number, name):
            values = (("number", number), ("name", name))
            unit.open_overlay(
                DialogState("pairing", values, "pairing_yes", "pairing_no", can_cancel=True)
            )
        case PairingFailed(cause):
            unit.close(DialogState, "pairing")
            unit.say(Reason.of(f"pairing_{cause}"))
        case BluetoothLink(connected, _) if connected != before.connected:
            unit.close(DialogState, "pairing")
            unit.say(
                Reason.of(
                    "phone_connected" if connected else "phone_disconnected",
                    name=unit.state.phone.name,
                )
            )
        case CarPlay(on):
            _carplay(unit, on, before.connected)
        case HotspotLink(joined, cause):
            _hotspot(unit, joined, cause)
        case _:
            pass


def _carplay(unit: HeadUnit, on: bool, had_bluetooth: bool) -> None:
    if on and had_bluetooth:
        unit.open_overlay(DialogState("carplay_took_bluetooth"))
    else:
        unit.close(DialogState, "carplay_took_bluetooth")
        unit.say(Reason.of("carplay_started" if on else "carplay_ended"))


def _hotspot(unit: HeadUnit, joined: bool, cause: str) -> None:
    if joined:
        unit.set_plain("known_hotspot", unit.state.phone.hotspot_name)
        unit.close(EntryState, "hotspot_password")
        unit.say(Reason.of("hotspot_joined", name=unit.state.phone.hotspot_name))
    elif cause == "wrong_password":
        overlay = unit.state.overlay
        if isinstance(overlay, EntryState) and overlay.purpose == "hotspot_password":
            unit.close(EntryState, "hotspot_password")
            unit.open_overlay(replace(overlay, problem=Reason.of("wrong_wifi_password")))
    else:
        unit.say(Reason.of("hotspot_lost"))
