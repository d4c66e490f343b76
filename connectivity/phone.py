"""The phone as the car knows it: Bluetooth, its hotspot, CarPlay (R-CALL, R-DATA-5)."""

from dataclasses import dataclass, replace
from enum import Enum

from connectivity.machine import Flow
from connectivity.messages.phone import (
    ALL_PROFILES,
    BluetoothLink,
    BluetoothProfile,
    CarPlay,
    Contact,
    HotspotLink,
    HotspotsSeen,
    PhoneBook,
    PhoneEvent,
    PhoneForgotten,
    PhoneNetwork,
    PhonePaired,
    PhoneStatus,
)
from connectivity.messages.telephony import Technology


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


MOST_PHONES = 10
"""How many phones the PCM keeps (assumed: domain:4.11)."""


@dataclass(frozen=True, slots=True)
class KnownPhone:
    """A phone that is paired. profiles: those that the driver lets run."""

    name: str
    hotspot: str = ""
    profiles: tuple[BluetoothProfile, ...] = ALL_PROFILES


@dataclass(frozen=True, slots=True)
class Phone:
    """All that is known of phones; `name` is the active one, else the one that was last."""

    link: LinkState = LinkState.UNKNOWN
    name: str = ""
    known: tuple[KnownPhone, ...] = ()
    running: tuple[BluetoothProfile, ...] = ()  # of the connected one
    contacts: tuple[Contact, ...] = ()
    book_size: int = 0  # entries of its phone book, transferred or not
    status: PhoneStatus | None = None  # of the connected one, or the one that was last
    hotspot: HotspotState = HotspotState.OUT_OF_RANGE
    hotspot_name: str = ""  # the one the PCM is in, else the first in range
    hotspots: tuple[str, ...] = ()  # in range
    known_hotspots: tuple[str, ...] = ()
    technology: Technology | None = None  # what the hotspot shares
    voice_and_data: bool = True
    in_call: bool = False  # the radio behind the hotspot is busy, with a call in the car or not

    @property
    def connected(self) -> bool:
        return self.link is LinkState.CONNECTED

    @property
    def carplay(self) -> bool:
        return self.link in CARPLAY_STATES

    @property
    def full(self) -> bool:
        return len(self.known) >= MOST_PHONES

    def runs(self, profile: BluetoothProfile) -> bool:
        """The connected phone does this for the car now."""
        return self.connected and profile in self.running

    def find(self, name: str) -> KnownPhone | None:
        return next((known for known in self.known if known.name == name), None)

    @property
    def current(self) -> KnownPhone | None:
        """The phone whose settings the menus show."""
        return self.find(self.name)

    def joins_by_itself(self) -> str:
        """A hotspot in range that was joined before, or is one of a known phone; "": none."""
        trusted = {*self.known_hotspots, *(known.hotspot for known in self.known)}
        return next((name for name in self.hotspots if name in trusted), "")


def remembered(known: tuple[KnownPhone, ...], name: str, hotspots: tuple[str, ...]) -> Phone:
    """What is left of the phones after the PCM was without power."""
    link = LinkState.PAIRED if known else LinkState.UNKNOWN
    return Phone(link, name, known, known_hotspots=hotspots)


def allow_profile(phone: Phone, profile: BluetoothProfile, on: bool) -> Phone:
    """The driver lets a profile of the current phone run, or does not."""
    known = tuple(
        replace(each, profiles=_with(each.profiles, profile, on))
        if each.name == phone.name
        else each
        for each in phone.known
    )
    return replace(phone, known=known)


def _with(
    profiles: tuple[BluetoothProfile, ...], profile: BluetoothProfile, on: bool
) -> tuple[BluetoothProfile, ...]:
    return tuple(p for p in ALL_PROFILES if (on if p is profile else p in profiles))


def reduce_phone(phone: Phone, event: PhoneEvent) -> Phone:
    """The phone after one event; pairing dialogs, messages and the call have their own owners."""
    match event:
        case PhonePaired(name, hotspot):
            return _paired(phone, KnownPhone(name, hotspot))
        case PhoneForgotten(name):
            return _forgotten(phone, name)
        case BluetoothLink():
            return _link(phone, event)
        case PhoneBook(contacts, total):
            return replace(phone, contacts=contacts, book_size=total)
        case PhoneStatus():
            return replace(phone, status=event)
        case CarPlay(on):
            step = LinkEvent.CARPLAY_ON if on else LinkEvent.CARPLAY_OFF
            return replace(phone, link=PHONE_LINK.next(phone.link, step))
        case HotspotsSeen(names):
            return _hotspots(phone, names)
        case HotspotLink(joined, name, _):
            return _hotspot(phone, joined, name)
        case PhoneNetwork(technology, voice_and_data, in_call):
            return replace(
                phone, technology=technology, voice_and_data=voice_and_data, in_call=in_call
            )
        case _:
            return phone


def _paired(phone: Phone, new: KnownPhone) -> Phone:
    if phone.find(new.name):
        return replace(phone, name=phone.name or new.name)
    link = PHONE_LINK.next(phone.link, LinkEvent.PAIR)
    name = phone.name if phone.connected else new.name
    return replace(phone, link=link, name=name, known=(*phone.known, new))


def _forgotten(phone: Phone, name: str) -> Phone:
    if phone.find(name) is None:
        return phone
    known = tuple(each for each in phone.known if each.name != name)
    left = replace(phone, known=known)
    if name == phone.name:
        if phone.link in (LinkState.CONNECTED, LinkState.CARPLAY):
            left = _link(left, BluetoothLink(False, name))
        left = replace(left, name=known[0].name if known else "")
    link = left.link if known else PHONE_LINK.next(left.link, LinkEvent.FORGET)
    return replace(left, link=link)


def _link(phone: Phone, event: BluetoothLink) -> Phone:
    if phone.find(event.name) is None:
        return phone
    if event.connected:
        link = PHONE_LINK.next(phone.link, LinkEvent.CONNECT)
        if link not in (LinkState.CONNECTED, LinkState.CARPLAY):
            return phone
        other = event.name != phone.name
        contacts, size = ((), 0) if other else (phone.contacts, phone.book_size)
        return replace(
            phone,
            link=link,
            name=event.name,
            running=event.profiles,
            contacts=contacts,
            book_size=size,
        )
    if event.name != phone.name:
        return phone
    link = PHONE_LINK.next(phone.link, LinkEvent.DISCONNECT)
    return replace(phone, link=link, running=(), contacts=(), book_size=0)


def _hotspots(phone: Phone, names: tuple[str, ...]) -> Phone:
    joined = phone.hotspot is HotspotState.JOINED and phone.hotspot_name in names
    state = phone.hotspot
    if not joined and state is HotspotState.JOINED:
        state = HOTSPOT.next(state, HotspotEvent.LEAVE)
    state = HOTSPOT.next(state, HotspotEvent.SEEN if names else HotspotEvent.LOST)
    name = phone.hotspot_name if joined else next(iter(names), "")
    return replace(phone, hotspot=state, hotspots=names, hotspot_name=name)


def _hotspot(phone: Phone, joined: bool, name: str) -> Phone:
    if joined:
        if name not in phone.hotspots:
            return phone
        known = tuple(dict.fromkeys((*phone.known_hotspots, name)))
        state = HOTSPOT.next(phone.hotspot, HotspotEvent.JOIN)
        return replace(phone, hotspot=state, hotspot_name=name, known_hotspots=known)
    if name != phone.hotspot_name:
        return phone
    return replace(phone, hotspot=HOTSPOT.next(phone.hotspot, HotspotEvent.LEAVE))
