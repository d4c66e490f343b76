"""What travels between the head unit and a phone: Bluetooth profiles, hotspot, CarPlay."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from connectivity.messages.telephony import (
    CallRequest,
    CallStatus,
    CallWaiting,
    Technology,
    TextMessage,
)


class BluetoothProfile(StrEnum):
    """What a connected phone does for the car; the phone book comes with the telephone."""

    TELEPHONE = "telephone"  # HFP, with PBAP
    MEDIA = "media"  # A2DP
    MESSAGES = "messages"  # MAP


ALL_PROFILES = tuple(BluetoothProfile)


@dataclass(frozen=True, slots=True)
class Contact:
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class PhonePaired:
    """Event: the PCM knows this phone now. hotspot: the name under which it shares its network."""

    name: str
    hotspot: str = ""


@dataclass(frozen=True, slots=True)
class PhoneForgotten:
    """Event: the phone removed the pairing, or the PCM did."""

    name: str


@dataclass(frozen=True, slots=True)
class PairingNumber:
    """Event: both sides show this six-digit number; the driver compares (Secure Simple Pairing)."""

    number: str
    name: str


PairingCause = Literal[
    "no_phone",  # none in range
    "phone_bluetooth_off",
    "refused",  # on the phone
    "refused_here",  # on the PCM
    "mismatch",  # the phone shows another number
    "no_answer",  # one side did not confirm in time
    "out_of_range",  # the phone went away in the middle
    "carplay",
]


@dataclass(frozen=True, slots=True)
class PairingFailed:
    """Event: pairing came to nothing."""

    cause: PairingCause


@dataclass(frozen=True, slots=True)
class ConnectionAsked:
    """Event: a phone wants to connect by itself; the PCM connects it or does not."""

    name: str


@dataclass(frozen=True, slots=True)
class ConnectFailed:
    """Event: a phone that the PCM wanted to connect did not come."""

    name: str
    cause: Literal["no_phone", "phone_bluetooth_off", "forgotten"]


@dataclass(frozen=True, slots=True)
class BluetoothLink:
    """Event: a phone is connected, and these of its profiles run; or it is connected no more."""

    connected: bool
    name: str
    profiles: tuple[BluetoothProfile, ...] = ()


@dataclass(frozen=True, slots=True)
class PhoneBook:
    """Event: the entries that were transferred so far, of `total` (PBAP)."""

    contacts: tuple[Contact, ...]
    total: int


@dataclass(frozen=True, slots=True)
class PhoneStatus:
    """Event: how the connected phone is (the indicators of HFP). battery: percent; bars: 0-4."""

    battery: int = 100
    charging: bool = False
    technology: Technology | None = None
    bars: int = 0


@dataclass(frozen=True, slots=True)
class HotspotsSeen:
    """Event: the Wi-Fi hotspots in range."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HotspotLink:
    """Event: the PCM is a client of this hotspot, or not and why."""

    joined: bool
    name: str
    cause: Literal["", "wrong_password", "out_of_range", "switched_off"] = ""


@dataclass(frozen=True, slots=True)
class PhoneNetwork:
    """Event: the network that a hotspot shares. in_call: the phone's radio carries a call."""

    technology: Technology | None
    voice_and_data: bool
    in_call: bool = False


@dataclass(frozen=True, slots=True)
class CarPlay:
    """Event: Apple CarPlay runs (by cable), or ended."""

    on: bool


PhoneEvent = (
    PhonePaired
    | PhoneForgotten
    | PairingNumber
    | PairingFailed
    | ConnectionAsked
    | ConnectFailed
    | BluetoothLink
    | PhoneBook
    | PhoneStatus
    | HotspotsSeen
    | HotspotLink
    | PhoneNetwork
    | CarPlay
    | CallStatus
    | TextMessage
    | CallWaiting
)


@dataclass(frozen=True, slots=True)
class PairPhone:
    pass


@dataclass(frozen=True, slots=True)
class ConfirmPairing:
    yes: bool


@dataclass(frozen=True, slots=True)
class ConnectPhone:
    """Connect this phone with these profiles; any other one is disconnected."""

    name: str
    profiles: tuple[BluetoothProfile, ...]


@dataclass(frozen=True, slots=True)
class DisconnectPhone:
    pass


@dataclass(frozen=True, slots=True)
class ForgetPhone:
    name: str


@dataclass(frozen=True, slots=True)
class JoinHotspot:
    name: str
    password: str | None = field(repr=False)  # None: the one that worked before


@dataclass(frozen=True, slots=True)
class LeaveHotspot:
    pass


PhoneRequest = (
    PairPhone
    | ConfirmPairing
    | ConnectPhone
    | DisconnectPhone
    | ForgetPhone
    | JoinHotspot
    | LeaveHotspot
    | CallRequest
)
