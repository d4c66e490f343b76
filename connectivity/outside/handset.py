"""A phone as its owner holds it, and all phones around the car: plain values, for phone.py.

No radio, no time of its own.
"""

from dataclasses import dataclass, field, replace
from typing import Any, Literal

from connectivity.messages.phone import ALL_PROFILES, BluetoothProfile, PhoneNetwork, PhoneStatus
from connectivity.messages.telephony import CallPhase, EndCause, Technology
from connectivity.outside.profiles import PhoneProfile

Confirms = Literal["yes", "no", "never"]
Allowed = Literal["telephone", "media", "messages", "contacts"]
ALLOWED: tuple[Allowed, ...] = ("telephone", "media", "messages", "contacts")


@dataclass(frozen=True, slots=True)
class Handset:
    """One phone. Empty battery: it is off."""

    name: str
    hotspot_name: str
    hotspot_password: str = field(repr=False)
    near: bool = True
    bluetooth: bool = True
    battery: int = 80
    cable: bool = False  # it is being charged
    technology: Technology | None = Technology.LTE
    bars: int = 4
    voice_and_data: bool = True
    confirms: Confirms = "yes"  # what its owner does with a pairing
    same_number: bool = True  # it shows the number that the PCM shows
    allows: tuple[Allowed, ...] = ALLOWED
    paired: bool = False
    returns: bool = False  # it asks for the connection by itself when it can
    hotspot: bool = False
    hotspot_known: bool = False  # the PCM was in it with the right password
    call: CallPhase = CallPhase.ENDED
    number: str = ""
    ended: EndCause = ""
    call_due: float | None = None  # when it stops ringing by itself

    @property
    def on(self) -> bool:
        return self.battery > 0

    @property
    def reachable(self) -> bool:
        """Over Bluetooth."""
        return self.on and self.near and self.bluetooth

    @property
    def shares(self) -> bool:
        """Its hotspot is in the air."""
        return self.on and self.near and self.hotspot

    @property
    def status(self) -> PhoneStatus:
        bars = self.bars if self.technology else 0
        return PhoneStatus(self.battery, self.cable, self.technology, bars)

    @property
    def network(self) -> PhoneNetwork:
        in_call = self.call in (CallPhase.DIALLING, CallPhase.ACTIVE)
        return PhoneNetwork(self.technology, self.voice_and_data, in_call)

    def running(self, wanted: tuple[BluetoothProfile, ...]) -> tuple[BluetoothProfile, ...]:
        """What runs of the profiles that the PCM wants."""
        return tuple(
            profile for profile in ALL_PROFILES if profile in wanted and self.lets(profile)
        )

    def lets(self, what: str) -> bool:
        return what in self.allows

    @staticmethod
    def of(profile: PhoneProfile) -> "Handset":
        return Handset(profile.name, profile.hotspot, profile.hotspot_password)


@dataclass(frozen=True, slots=True)
class PairingTry:
    """A pairing that is under way, until `due`."""

    name: str
    due: float
    confirmed_here: bool = False  # the driver said yes; the phone's owner has not


@dataclass(frozen=True, slots=True)
class PhoneState:
    """The phones around one car. Names are "" where there is none."""

    handsets: tuple[Handset, ...]
    held: str  # the one that its owner has in the hand
    pairing_number: str
    pairing: PairingTry | None = None
    connected: str = ""
    wanted: tuple[BluetoothProfile, ...] = ()  # by the PCM, of the connected one
    carplay: str = ""  # the one on the cable to CarPlay
    joined: str = ""  # the one whose hotspot the PCM is in
    book_sent: int = 0  # entries of the phone book
    book_due: float | None = None  # when more come

    def phone(self, name: str) -> Handset | None:
        return next((phone for phone in self.handsets if phone.name == name), None)

    def by_hotspot(self, hotspot: str) -> Handset | None:
        """The phone that shares its network under this name."""
        found = (p for p in self.handsets if p.shares and p.hotspot_name == hotspot)
        return next(found, None)

    @property
    def hand(self) -> Handset:
        found = self.phone(self.held)
        assert found is not None  # it is always one of them
        return found

    def running(self, phone: Handset | None) -> tuple[BluetoothProfile, ...]:
        """What runs over Bluetooth with this phone now; nothing during CarPlay."""
        if phone is None or self.connected != phone.name or self.carplay:
            return ()
        return phone.running(self.wanted)

    def put(self, name: str, **changes: Any) -> "PhoneState":
        """This phone changed."""
        phones = tuple(replace(p, **changes) if p.name == name else p for p in self.handsets)
        return replace(self, handsets=phones)
