"""The phone and the call that the car shows, under every event that a phone or modem can send.

Any event may come at any time: a phone is not bound to answer in turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from connectivity import call as call_rules
from connectivity import phone as rules
from connectivity.call import Bearer, Call, CallState
from connectivity.messages.phone import (
    ALL_PROFILES,
    BluetoothLink,
    CarPlay,
    HotspotLink,
    HotspotsSeen,
    PhoneEvent,
    PhoneForgotten,
    PhoneNetwork,
    PhonePaired,
)
from connectivity.messages.telephony import CallPhase, CallStatus, Technology
from connectivity.phone import HotspotState, LinkState, Phone
from tests.proof.explore import Rule, System


@dataclass(frozen=True, slots=True)
class Beside:
    """A phone, the call, and what Bluetooth was when CarPlay took it (None: CarPlay is off)."""

    phone: Phone
    call: Call
    had: bool | None = None


EVENTS: dict[str, PhoneEvent] = {
    "pair": PhonePaired("Phone"),
    "forget": PhoneForgotten("Phone"),
    "connect": BluetoothLink(True, "Phone", ALL_PROFILES),
    "disconnect": BluetoothLink(False, "Phone"),
    "carplay on": CarPlay(True),
    "carplay off": CarPlay(False),
    "hotspot on": HotspotsSeen(("Phone",)),
    "hotspot off": HotspotsSeen(()),
    "join": HotspotLink(True, "Phone"),
    "leave": HotspotLink(False, "Phone"),
    **{
        f"network {technology} {both} {busy}": PhoneNetwork(technology, both, busy)
        for technology in (None, *Technology)
        for both in (True, False)
        for busy in (True, False)
    },
}
CALLS = {f"call {phase.name.lower()}": CallStatus(phase, "1") for phase in CallPhase}


def _steps(state: Beside) -> Iterator[tuple[str, Beside]]:
    for name, event in EVENTS.items():
        yield name, _after_phone(state, event)
    for name, status in CALLS.items():
        shown = call_rules.reduce_call(state.call, status, Bearer.BLUETOOTH)
        yield (
            f"phone {name}",
            replace(state, call=shown if state.phone.connected else state.call),
        )
        for bearer in (Bearer.SIM, Bearer.EMERGENCY):
            call = call_rules.reduce_call(state.call, status, bearer)
            yield f"{bearer.value} {name}", replace(state, call=call)


def _after_phone(state: Beside, event: PhoneEvent) -> Beside:
    """As intake does: when Bluetooth goes, its call stays with the phone."""
    phone = rules.reduce_phone(state.phone, event)
    lost = state.phone.connected and not phone.connected
    call = Call() if lost and state.call.bearer is Bearer.BLUETOOTH else state.call
    return Beside(phone, call, _had(state, event))


def _had(state: Beside, event: PhoneEvent) -> bool | None:
    match event:
        case CarPlay(True):
            return state.phone.connected if state.had is None else state.had
        case CarPlay(False):
            return None
        case PhoneForgotten() | BluetoothLink(False):
            return None if state.had is None else False
    return state.had


def _carplay_takes(before: Beside, event: str, after: Beside) -> bool:
    return not (after.had is not None and after.phone.connected)


def _carplay_gives_back(before: Beside, event: str, after: Beside) -> bool:
    if event != "carplay off" or before.had is None:
        return True
    return after.phone.connected is before.had


def _carplay_ends(before: Beside, event: str, after: Beside) -> bool:
    return after.phone.carplay is (after.had is not None)


def _hotspot(before: Beside, event: str, after: Beside) -> bool:
    """The hotspot is apart from Bluetooth and CarPlay, and joined only when in range."""
    ours = event in ("hotspot on", "hotspot off", "join", "leave")
    if not ours:
        return after.phone.hotspot is before.phone.hotspot
    if after.phone.hotspot is HotspotState.JOINED:
        return before.phone.hotspot is not HotspotState.OUT_OF_RANGE
    return (after.phone.hotspot is HotspotState.OUT_OF_RANGE) is (not after.phone.hotspot_name)


def _network(before: Beside, event: str, after: Beside) -> bool:
    if event.startswith("network"):
        return event == "network {} {} {}".format(*_radio(after.phone))
    return _radio(after.phone) == _radio(before.phone)


def _radio(phone: Phone) -> tuple[Technology | None, bool, bool]:
    """The rule of 2G looks at the phone's call even when the car does not show it (CarPlay)."""
    return phone.technology, phone.voice_and_data, phone.in_call


def _one_bearer(before: Beside, event: str, after: Beside) -> bool:
    if before.call.state is CallState.IDLE or after.call.state is CallState.IDLE:
        return True
    return before.call.bearer is after.call.bearer


def _bluetooth_call(before: Beside, event: str, after: Beside) -> bool:
    shown = after.call.state is not CallState.IDLE and after.call.bearer is Bearer.BLUETOOTH
    return after.phone.connected or not shown


def _other_call_stays(before: Beside, event: str, after: Beside) -> bool:
    """What the phone does never ends a call over the SIM."""
    theirs = before.call.state is not CallState.IDLE and before.call.bearer is not Bearer.BLUETOOTH
    ours = event.startswith(("sim", "emergency"))
    return ours or not theirs or after.call == before.call


PHONE_SYSTEM = System(
    "phone and call",
    Beside(Phone(), Call()),
    _steps,
    (
        Rule("R-CALL-1", "while CarPlay is used, Bluetooth is disconnected", _carplay_takes),
        Rule("R-CALL-1 back", "Bluetooth returns as it was when CarPlay ends", _carplay_gives_back),
        Rule("R-CALL-1 end", "only the cable ends CarPlay", _carplay_ends),
        Rule(
            "R-DATA-5 hotspot", "the hotspot is joined in range, whatever Bluetooth does", _hotspot
        ),
        Rule("R-DATA-5 network", "the network and its calls are the phone's own", _network),
        Rule("R-DATA-3 bearer", "a call stays with the bearer it began on", _one_bearer),
        Rule(
            "R-DATA-3 shown", "a Bluetooth call is shown while Bluetooth is there", _bluetooth_call
        ),
        Rule("R-DATA-4 apart", "what the phone does leaves a call over the SIM", _other_call_stays),
    ),
    good=lambda state: state.phone.link is LinkState.CONNECTED and state.call == Call(),
)
