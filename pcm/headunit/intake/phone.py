"""What the phone brings: pairing, Bluetooth, CarPlay, hotspot, calls, its network."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from connectivity.call import Bearer, Call
from connectivity.inbox import Source
from connectivity.messages.phone import (
    BluetoothLink,
    BluetoothProfile,
    CarPlay,
    ConnectFailed,
    ConnectionAsked,
    ConnectPhone,
    HotspotLink,
    HotspotsSeen,
    PairingFailed,
    PairingNumber,
    PhoneEvent,
    PhoneForgotten,
)
from connectivity.messages.telephony import CallStatus, CallWaiting, TextMessage
from connectivity.phone import Phone, reduce_phone
from models.reasons import Reason
from pcm.headunit.acts import join_known_hotspot
from pcm.headunit.intake.call import refuse_second, take_call, tell_data_change
from pcm.headunit.state import DialogState, EntryState
from pcm.headunit.text_messages import drop_texts, take_text

if TYPE_CHECKING:
    from pcm.headunit.unit import HeadUnit

_TELEPHONE = BluetoothProfile.TELEPHONE


def take_phone(unit: HeadUnit, event: PhoneEvent) -> None:
    before = unit.state.phone
    had_data = unit.view.data_path.active is not None
    unit.change(phone=reduce_phone(before, event))
    if before.runs(_TELEPHONE) and not unit.state.phone.runs(_TELEPHONE):
        _leave_call(unit)
    if before.runs(BluetoothProfile.MEDIA) and not unit.state.phone.runs(BluetoothProfile.MEDIA):
        _leave_media(unit)
    match event:
        case CallStatus() | CallWaiting() | TextMessage():
            _communication(unit, event)
        case PairingNumber() | PairingFailed():
            _pairing(unit, event)
        case ConnectionAsked() | ConnectFailed() | BluetoothLink() | PhoneForgotten():
            _link(unit, event, before)
        case CarPlay(on):
            _carplay(unit, on, before.connected)
        case HotspotsSeen() | HotspotLink():
            _wifi(unit, event)
    tell_data_change(unit, had_data)


def _communication(unit: HeadUnit, event: CallStatus | CallWaiting | TextMessage) -> None:
    phone = unit.state.phone
    match event:
        case CallStatus() if phone.runs(_TELEPHONE):
            take_call(unit, event, Bearer.BLUETOOTH)
        case CallWaiting(number) if phone.runs(_TELEPHONE):
            refuse_second(unit, number)
        case TextMessage() if phone.runs(BluetoothProfile.MESSAGES):
            take_text(unit, event, Source.PHONE)


def _pairing(unit: HeadUnit, event: PairingNumber | PairingFailed) -> None:
    close_pairing(unit)
    match event:
        case PairingNumber(number, name):
            values = (("number", number), ("name", name))
            unit.open_overlay(
                DialogState("pairing", values, "pairing_yes", "pairing_no", can_cancel=True)
            )
        case PairingFailed(cause):
            unit.say(Reason.of(f"pairing_{cause}"))


def _link(
    unit: HeadUnit,
    event: ConnectionAsked | ConnectFailed | BluetoothLink | PhoneForgotten,
    before: Phone,
) -> None:
    match event:
        case ConnectionAsked(name):
            _connect(unit, name)
        case ConnectFailed(name, cause):
            unit.say(Reason.of(f"connect_{cause}", name=name))
        case BluetoothLink(connected, name) if connected != before.connected:
            key = "phone_connected" if connected else "phone_disconnected"
            unit.say(Reason.of(key, name=name))
    if unit.state.phone.name != before.name:
        drop_texts(unit, Source.PHONE)  # they were those of another phone


def _connect(unit: HeadUnit, name: str) -> None:
    """A phone asks by itself: the PCM takes one that it knows."""
    close_pairing(unit)
    known = unit.state.phone.find(name)
    if known and unit.state.settings.get("bluetooth") is not False:
        unit.wires.phone.send(ConnectPhone(name, known.profiles))


def _leave_call(unit: HeadUnit) -> None:
    """The call stays with the phone."""
    if unit.state.call.bearer is Bearer.BLUETOOTH:
        unit.change(call=Call())
        unit.close(DialogState, "incoming_call")


def _leave_media(unit: HeadUnit) -> None:
    """Another source plays when the phone plays no more (assumed)."""
    if unit.state.settings.get("media_source") == "media_source_bluetooth":
        unit.set_plain("media_source", "media_source_usb")


def close_pairing(unit: HeadUnit) -> None:
    """No pairing is under way any more."""
    unit.close(DialogState, "pairing")
    unit.close(DialogState, "pairing_waits")


def _wifi(unit: HeadUnit, event: HotspotsSeen | HotspotLink) -> None:
    match event:
        case HotspotsSeen():
            join_known_hotspot(unit)
        case HotspotLink():
            _hotspot(unit, event)


def _carplay(unit: HeadUnit, on: bool, had_bluetooth: bool) -> None:
    if on and had_bluetooth:
        unit.open_overlay(DialogState("carplay_took_bluetooth"))
    else:
        unit.close(DialogState, "carplay_took_bluetooth")
        unit.say(Reason.of("carplay_started" if on else "carplay_ended"))


def _hotspot(unit: HeadUnit, link: HotspotLink) -> None:
    overlay = unit.state.overlay
    asked = isinstance(overlay, EntryState) and overlay.purpose == "hotspot_password"
    if link.joined:
        unit.close(EntryState, "hotspot_password")
        unit.say(Reason.of("hotspot_joined", name=link.name))
    elif link.cause == "wrong_password":
        problem = Reason.of("wrong_wifi_password")
        if asked and isinstance(overlay, EntryState):
            unit.put_entry(replace(overlay, problem=problem))
        else:
            unit.say(problem)
    else:
        if asked:
            unit.close(EntryState, "hotspot_password")
        unit.say(
            Reason.of("hotspot_switched_off" if link.cause == "switched_off" else "hotspot_lost")
        )
