"""What travels between the head unit and a modem, the driver's or the embedded one.

Names follow 3GPP TS 27.007: SIM card, registration, packet data.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from connectivity.messages.telephony import CallRequest, CallStatus, Technology, TextMessage


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


@dataclass(frozen=True, slots=True)
class EnterPin:
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EnterPuk:
    puk: str = field(repr=False)
    new_pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PowerOn:
    """The modem restarts: a card with a PIN asks for it again."""


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


ModemRequest = EnterPin | EnterPuk | CallRequest | PowerOn | UseData


ModemEvent = CardStatus | Registration | CallStatus | TextMessage | DataContext | ModemLink
