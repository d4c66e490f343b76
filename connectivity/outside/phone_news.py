"""What the head unit is told of the phones: facts of their state, and the events between two."""

from collections.abc import Iterator
from dataclasses import dataclass

from connectivity.messages.phone import (
    BluetoothLink,
    BluetoothProfile,
    CarPlay,
    HotspotsSeen,
    PhoneEvent,
    PhoneNetwork,
    PhoneStatus,
)
from connectivity.messages.telephony import CallPhase, CallStatus
from connectivity.outside.handset import PhoneState

Link = tuple[str, tuple[BluetoothProfile, ...]]
NO_CALL = CallStatus(CallPhase.ENDED)


@dataclass(frozen=True, slots=True)
class Facts:
    """What of the phones concerns the head unit. link: "" when none is connected."""

    link: Link = ("", ())
    carplay: bool = False
    hotspots: tuple[str, ...] = ()
    status: PhoneStatus | None = None
    network: PhoneNetwork | None = None
    call: CallStatus = NO_CALL


def derive_facts(state: PhoneState, told: Facts) -> Facts:
    """The facts now; of a phone that is connected no more the last status stays as told."""
    connected = state.phone(state.connected)
    link = (connected.name, connected.running(state.wanted)) if connected else ("", ())
    seen = tuple(phone.hotspot_name for phone in state.handsets if phone.shares)
    call = NO_CALL
    if connected and BluetoothProfile.TELEPHONE in state.running(connected):
        call = CallStatus(connected.call, connected.number, connected.ended)
        if connected.call is CallPhase.ENDED and told.call.phase is CallPhase.ENDED:
            call = told.call
    network = (state.phone(state.joined) or state.hand).network
    status = connected.status if connected else told.status
    return Facts(link, bool(state.carplay), seen, status, network, call)


def news(told: Facts, now: Facts) -> Iterator[PhoneEvent]:
    """What differs, in the order in which a head unit must hear it."""
    if told.carplay and not now.carplay:
        yield CarPlay(False)
    if now.link != told.link:
        yield from _link_news(told.link[0], now.link)
    if now.carplay and not told.carplay:
        yield CarPlay(True)
    if now.hotspots != told.hotspots:
        yield HotspotsSeen(now.hotspots)
    if now.status != told.status and now.status:
        yield now.status
    if now.network != told.network and now.network:
        yield now.network
    if now.call != told.call:
        yield now.call


def _link_news(before: str, link: Link) -> Iterator[PhoneEvent]:
    name, profiles = link
    if before and before != name:
        yield BluetoothLink(False, before)
    if name:
        yield BluetoothLink(True, name, profiles)
