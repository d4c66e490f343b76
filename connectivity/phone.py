"""The phone as the car knows it: Bluetooth, its hotspot, CarPlay (R-CALL, R-DATA-5)."""

from dataclasses import dataclass, replace
from enum import Enum

from connectivity.machine import Flow
from connectivity.messages import (
    BluetoothLink,
    CallPhase,
    CallStatus,
    CarPlay,
    Contact,
    HotspotLink,
    HotspotSeen,
    PairingFailed,
    PairingNumber,
    PhoneEvent,
    PhoneForgotten,
    PhoneNetwork,
    PhonePaired,
    Technology,
    TextMessage,
)


class LinkState(Enum):
    UNKNOWN = "unknown"  # no phone is paired
    PAIRED = "paired"
    CONNECTED = "connected"
    CARPLAY = "carplay"  # CarPlay took the Bluetooth link away and gives it back
    CARPLAY_ALONE = "carplay_alone"  # CarPlay by cable, Bluetooth was not connected
    CARPLAY_UNPAIRED = "carplay_unpaired"


class LinkEvent(Enum):
    PAIR = "pair"
    FORGET = "forget"
    CONNECT = "connect"
    DISCONNECT = "disconnect"
    CARPLAY_ON = "carplay_on"
    CARPLAY_OFF = "carplay_off"


PHONE_LINK = Flow(
    "phone_link",
    LinkState.UNKNOWN,
    LinkEvent,
    (
        (LinkEvent.PAIR, (LinkState.UNKNOWN,), LinkState.PAIRED),
        (LinkEvent.PAIR, (LinkState.CARPLAY_UNPAIRED,), LinkState.CARPLAY_ALONE),
        (LinkEvent.FORGET, (LinkState.PAIRED, LinkState.CONNECTED), LinkState.UNKNOWN),
        (
            LinkEvent.FORGET,
            (LinkState.CARPLAY, LinkState.CARPLAY_ALONE),
            LinkState.CARPLAY_UNPAIRED,
        ),
        (LinkEvent.CONNECT, (LinkState.PAIRED,), LinkState.CONNECTED),
        (LinkEvent.DISCONNECT, (LinkState.CONNECTED,), LinkState.PAIRED),
        (LinkEvent.DISCONNECT, (LinkState.CARPLAY,), LinkState.CARPLAY_ALONE),
        (LinkEvent.CARPLAY_ON, (LinkState.CONNECTED,), LinkState.CARPLAY),
        (LinkEvent.CARPLAY_ON, (LinkState.PAIRED,), LinkState.CARPLAY_ALONE),
        (LinkEvent.CARPLAY_ON, (LinkState.UNKNOWN,), LinkState.CARPLAY_UNPAIRED),
        (LinkEvent.CARPLAY_OFF, (LinkState.CARPLAY,), LinkState.CONNECTED),
        (LinkEvent.CARPLAY_OFF, (LinkState.CARPLAY_ALONE,), LinkState.PAIRED),
        (LinkEvent.CARPLAY_OFF, (LinkState.CARPLAY_UNPAIRED,), LinkState.UNKNOWN),
    ),
)

CARPLAY_STATES = (LinkState.CARPLAY, LinkState.CARPLAY_ALONE, LinkState.CARPLAY_UNPAIRED)


class HotspotState(Enum):
    OUT_OF_RANGE = "out_of_range"
    IN_RANGE = "in_range"
    JOINED = "joined"


class HotspotEvent(Enum):
    SEEN = "seen"
    LOST = "lost"
    JOIN = "join"
    LEAVE = "leave"


HOTSPOT = Flow(
    "hotspot",
    HotspotState.OUT_OF_RANGE,
    HotspotEvent,
    (
        (HotspotEvent.SEEN, (HotspotState.OUT_OF_RANGE,), HotspotState.IN_RANGE),
        (
            HotspotEvent.LOST,
            (HotspotState.IN_RANGE, HotspotState.JOINED),
            HotspotState.OUT_OF_RANGE,
        ),
        (HotspotEvent.JOIN, (HotspotState.IN_RANGE,), HotspotState.JOINED),
        (HotspotEvent.LEAVE, (HotspotState.JOINED,), HotspotState.IN_RANGE),
    ),
)


@dataclass(frozen=True, slots=True)
class Phone:
    link: LinkState = LinkState.UNKNOWN
    name: str = ""
    contacts: tuple[Contact, ...] = ()
    hotspot: HotspotState = HotspotState.OUT_OF_RANGE
    hotspot_name: str = ""
    technology: Technology | None = None
    voice_and_data: bool = True
    in_call: bool = False  # the phone's radio is busy with a call, shown in the car or not

    @property
    def connected(self) -> bool:
        return self.link is LinkState.CONNECTED

    @property
    def carplay(self) -> bool:
        return self.link in CARPLAY_STATES


def reduce_phone(phone: Phone, event: PhoneEvent) -> Phone:
    """The phone after one event; pairing dialogs and the call have their own owners."""
    match event:
        case PhonePaired(name):
            return replace(phone, link=PHONE_LINK.next(phone.link, LinkEvent.PAIR), name=name)
        case PhoneForgotten():
            link = PHONE_LINK.next(phone.link, LinkEvent.FORGET)
            return replace(phone, link=link, name="", contacts=())
        case BluetoothLink(connected, contacts):
            step = LinkEvent.CONNECT if connected else LinkEvent.DISCONNECT
            return replace(
                phone, link=PHONE_LINK.next(phone.link, step), contacts=contacts or phone.contacts
            )
        case CarPlay(on):
            step = LinkEvent.CARPLAY_ON if on else LinkEvent.CARPLAY_OFF
            return replace(phone, link=PHONE_LINK.next(phone.link, step))
        case HotspotSeen(name):
            seen = HotspotEvent.SEEN if name else HotspotEvent.LOST
            return replace(phone, hotspot=HOTSPOT.next(phone.hotspot, seen), hotspot_name=name)
        case HotspotLink(joined, _):
            step_w = HotspotEvent.JOIN if joined else HotspotEvent.LEAVE
            return replace(phone, hotspot=HOTSPOT.next(phone.hotspot, step_w))
        case PhoneNetwork(technology, voice_and_data):
            return replace(phone, technology=technology, voice_and_data=voice_and_data)
        case CallStatus(phase, _):
            return replace(phone, in_call=phase in (CallPhase.DIALLING, CallPhase.ACTIVE))
        case PairingNumber() | PairingFailed() | TextMessage():
            return phone
