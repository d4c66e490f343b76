"""What travels over the wires, as frozen values: requests out of the head unit, events into it.

Names follow 3GPP TS 27.007 (SIM, registration, calls), Bluetooth profiles and COVESA VSS. An AT
modem, a CAN bus or a web service at the other end is translated to and from these by its driver;
the state machines know no other.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, StrEnum
from typing import Literal


class Technology(StrEnum):
    """Radio access technology as the header shows it."""

    GSM = "2G"
    UMTS = "3G"
    LTE = "LTE"
    NR = "5G"


class CardLock(Enum):
    """What the card asks for: the answers of +CPIN."""

    READY = "READY"
    SIM_PIN = "SIM PIN"
    SIM_PUK = "SIM PUK"
    BLOCKED = "PUK BLOCKED"  # all PUK tries used: dead for good


class Registered(Enum):
    """Network registration: <stat> of +CREG."""

    NO = 0
    HOME = 1
    SEARCHING = 2
    DENIED = 3
    ROAMING = 5


class CallPhase(Enum):
    """State of a call: <stat> of +CLCC, with the end of a call."""

    ACTIVE = 0
    DIALLING = 2
    INCOMING = 4
    ENDED = 7


@dataclass(frozen=True, slots=True)
class Card:
    """The SIM card in the slot.

    voice_and_data: its provider lets a call and data run together on LTE (+CIREG).
    """

    iccid: str = field(repr=False)
    lock: CardLock
    pin_tries: int  # +CPINR
    puk_tries: int
    pin_enabled: bool
    operator: str
    has_data: bool
    voice_and_data: bool


@dataclass(frozen=True, slots=True)
class CardStatus:
    """Event: the card as it is now; None: the slot is empty."""

    card: Card | None


@dataclass(frozen=True, slots=True)
class Registration:
    """Event: where a SIM is registered. country: ISO code of the network; bars: 0-4."""

    status: Registered = Registered.NO
    operator: str = ""
    country: str = ""
    technology: Technology | None = None
    bars: int = 0


EndCause = Literal["", "busy", "no_answer"]
"""Why a dialled call came to nothing; "" when it was ended or nothing is known."""


@dataclass(frozen=True, slots=True)
class CallStatus:
    """Event of modem or phone: a call changed. number: as shown, "" when withheld."""

    phase: CallPhase
    number: str = ""
    cause: EndCause = ""


@dataclass(frozen=True, slots=True)
class EnterPin:
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EnterPuk:
    puk: str = field(repr=False)
    new_pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Dial:
    number: str


@dataclass(frozen=True, slots=True)
class AnswerCall:
    pass


@dataclass(frozen=True, slots=True)
class HangUp:
    pass


@dataclass(frozen=True, slots=True)
class PowerOn:
    """The modem restarts: a card with a PIN asks for it again."""


@dataclass(frozen=True, slots=True)
class TextMessage:
    """Event of modem (SMS) or phone (MAP): a text message came. sender: its number or name."""

    sender: str
    text: str


@dataclass(frozen=True, slots=True)
class UseData:
    """Data flows over this SIM, or must not: attach and activate, or detach (+CGATT, +CGACT)."""

    on: bool


@dataclass(frozen=True, slots=True)
class DataContext:
    """Event: the answer to UseData. refused: the network did not let it (cause by 27.007 9.2)."""

    active: bool
    refused: bool = False
    cause: int = 0


@dataclass(frozen=True, slots=True)
class ModemLink:
    """Event: the modem was pulled out or does not answer, or it is back; why: "" when it works."""

    why: Literal["", "gone", "silent"] = ""


CallRequest = Dial | AnswerCall | HangUp
ModemRequest = EnterPin | EnterPuk | CallRequest | PowerOn | UseData
ModemEvent = CardStatus | Registration | CallStatus | TextMessage | DataContext | ModemLink


@dataclass(frozen=True, slots=True)
class Ignition:
    on: bool  # Vehicle.LowVoltageSystemState == ON


@dataclass(frozen=True, slots=True)
class Speed:
    kmh: float  # Vehicle.Speed


@dataclass(frozen=True, slots=True)
class Gear:
    lever: str  # Vehicle.Powertrain.Transmission: P, R, N, D


@dataclass(frozen=True, slots=True)
class Locked:
    on: bool  # Vehicle.Cabin.Door.*.IsLocked, from outside


@dataclass(frozen=True, slots=True)
class Doors:
    open: bool  # Vehicle.Cabin.Door.*.IsOpen, any


@dataclass(frozen=True, slots=True)
class Plug:
    connected: bool  # Vehicle.Powertrain.TractionBattery.Charging.IsChargingCableConnected


@dataclass(frozen=True, slots=True)
class NightDesign:
    on: bool  # dark outside


@dataclass(frozen=True, slots=True)
class ShownSpeed:
    kmh: float  # Vehicle.Speed as the instrument cluster shows it


@dataclass(frozen=True, slots=True)
class Handbrake:
    on: bool  # Vehicle.Chassis.ParkingBrake.IsEngaged


@dataclass(frozen=True, slots=True)
class Charging:
    on: bool  # Vehicle.Powertrain.TractionBattery.Charging.IsCharging


@dataclass(frozen=True, slots=True)
class OutsideTemperature:
    celsius: float  # Vehicle.Exterior.AirTemperature


@dataclass(frozen=True, slots=True)
class Mileage:
    km: int  # Vehicle.TraveledDistance


@dataclass(frozen=True, slots=True)
class Units:
    """The units, and the forms of clock and date, that car and head unit show."""

    distance: Literal["km", "mi"] = "km"
    temperature: Literal["celsius", "fahrenheit"] = "celsius"
    pressure: Literal["bar", "psi", "kpa"] = "bar"
    consumption: Literal["l", "mpg"] = "l"
    clock: Literal["24h", "12h"] = "24h"
    date: Literal["dmy", "mdy", "ymd"] = "dmy"


FACTORY_UNITS = Units()


@dataclass(frozen=True, slots=True)
class CarClock:
    """Event: what the car's clock showed at second 0 of the session (it may be long gone)."""

    at_zero: datetime


@dataclass(frozen=True, slots=True)
class CarVin:
    """Event: the car's VIN, complete and well-formed (ISO 3779)."""

    vin: str


@dataclass(frozen=True, slots=True)
class BusSleep:
    on: bool  # the infotainment bus is told to sleep


WheelButton = Literal[
    "menu", "back", "up", "down", "ok", "next", "previous", "volume_up", "volume_down", "mute",
    "voice", "phone", "hang_up",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class WheelKey:
    """Event: a button of the steering wheel was pressed, or a wheel turned by so many ticks."""

    button: WheelButton
    ticks: int = 1


VehicleSignal = Literal[
    "ignition", "speed", "shown_speed", "lever", "handbrake", "locks", "light", "outside", "vin",
    "clock", "units", "sleep", "wheel", "plug",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SignalLost:
    """Event: the message that carries this signal has not come for several of its periods."""

    signal: VehicleSignal


@dataclass(frozen=True, slots=True)
class SignalFound:
    """Event: the message of a lost signal comes again."""

    signal: VehicleSignal


@dataclass(frozen=True, slots=True)
class BusInterface:
    """Event: the interface to a real bus works again, or does not any more."""

    up: bool


VehicleEvent = (
    Ignition
    | Speed
    | ShownSpeed
    | Gear
    | Handbrake
    | Locked
    | Doors
    | Plug
    | Charging
    | NightDesign
    | OutsideTemperature
    | Mileage
    | Units
    | CarClock
    | CarVin
    | BusSleep
    | WheelKey
    | SignalLost
    | SignalFound
    | BusInterface
)


@dataclass(frozen=True, slots=True)
class PcmStatus:
    """Request: what the head unit tells the car of itself; `units` are its driver's choice."""

    on: bool
    private: bool
    roaming: bool
    path: Literal["none", "hotspot", "inserted", "embedded"]
    call: Literal["idle", "dialling", "incoming", "active"]
    account: Literal["not_linked", "logged_out", "logged_in"]
    registration: Registered
    units: Units
    language: Literal["it", "en", "de", "fr", "es", "pt"]


VehicleRequest = PcmStatus


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


@dataclass(frozen=True, slots=True)
class CallWaiting:
    """Event: another call comes in while one runs (+CCWA)."""

    number: str


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


@dataclass(frozen=True, slots=True)
class User:
    """A Porsche ID that is linked to the car."""

    name: str
    email: str
    main: bool  # main user (else a secondary one)


@dataclass(frozen=True, slots=True)
class Service:
    """A booked service. ends: when its term ends, in seconds of the clock; None: unlimited."""

    id: str
    ends: float | None


class Failure(StrEnum):
    """How an installation can fail (domain:4.8)."""

    UNCHANGED = "unchanged"
    RESTRICTED = "restricted"  # functions of the car may be restricted until it succeeds
    RETRY = "retry"  # tried again by itself later


@dataclass(frozen=True, slots=True)
class FunctionOrder:
    """A Function on Demand or a software update for this car, as My Porsche holds it.

    wanted: False when the car must remove it. fault: how the installation with this number fails;
    the car counts the ones it has met.
    """

    id: str
    kind: Literal["once", "monthly", "update"]
    megabytes: int
    wanted: bool = True
    fault: Failure | None = None
    fault_number: int = 0


@dataclass(frozen=True, slots=True)
class Installed:
    """A function that the car has, and since when (seconds of the clock)."""

    id: str
    since: float


class LinkOutcome(Enum):
    """How My Porsche answers an attempt to link or log in; each has its own words."""

    ACCEPTED = "accepted"
    UNKNOWN_CODE = "unknown_code"
    OTHER_CAR = "other_car"
    CODE_REPLACED = "code_replaced"
    ALREADY_LINKED = "already_linked"
    UNKNOWN_ID = "unknown_id"
    WRONG_PASSWORD = "wrong_password"
    WRONG_SECURITY_CODE = "wrong_security_code"
    SECURITY_CODE_UNSET = "security_code_unset"
    NOT_A_USER = "not_a_user"
    FACTORY_RESET_NEEDED = "factory_reset_needed"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class LinkByCode:
    vin: str
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SignIn:
    """password None: a linked user logs in again. protected: the car asks for security codes."""

    vin: str
    email: str
    password: str | None = field(repr=False)
    security_code: str | None = field(repr=False)
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Sync:
    """Ask for users, services and functions of this car; tells which of them the car holds.

    `users` are e-mails.
    """

    vin: str
    users: tuple[str, ...] = ()
    installed: tuple[Installed, ...] = ()


@dataclass(frozen=True, slots=True)
class Abandon:
    """Give up what has not been answered yet: the connection is gone, or the driver cancelled."""


@dataclass(frozen=True, slots=True)
class Fetch:
    """Ask for one hundredth of a function's data; number: 0-99."""

    id: str
    number: int


@dataclass(frozen=True, slots=True)
class UseNetwork:
    """For the link itself: the network that carries the car's data now; None: nothing does."""

    technology: Technology | None
    bars: int = 0


PortalRequest = LinkByCode | SignIn | Sync | Abandon | Fetch


@dataclass(frozen=True, slots=True)
class LinkAnswer:
    outcome: LinkOutcome
    user: User | None = None


Gone = Literal["", "user_removed", "vehicle_removed", "account_deleted"]


@dataclass(frozen=True, slots=True)
class VehicleAccount:
    """Event: what My Porsche holds for this car. gone: why users vanished, "" when none did."""

    users: tuple[User, ...]
    services: tuple[Service, ...]
    gone: Gone = ""
    functions: tuple[FunctionOrder, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Event: the hundredth of a function's data that was asked for."""

    id: str
    number: int
    kbyte: float


PortalEvent = LinkAnswer | VehicleAccount | Part
