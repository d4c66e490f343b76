"""What a modem and its cards know, as one frozen value: compared, copied and kept by others.

What follows from it (where the modem is registered, whether data is attached) is in `service.py`.
"""

from dataclasses import dataclass, field
from enum import Enum, IntEnum
from functools import cache

from connectivity.messages.modem import CardLock
from connectivity.messages.telephony import CallPhase, Technology
from connectivity.outside.modem.entries import PhoneBookEntry, SentMessage, StoredMessage
from connectivity.outside.modem.network import Network
from connectivity.outside.modem.numbering import derive_iccid, derive_imsi, derive_msisdn
from connectivity.outside.profiles import SimProfile, load_world

PIN_TRIES, PUK_TRIES = 3, 10
_SERVICE_CENTRE = 900_000  # its account


@dataclass(frozen=True, slots=True)
class SimCard:
    """A card with its counters. home: ISO code of the country whose operator issued it."""

    name: str
    home: str
    iccid: str = field(repr=False)
    imsi: str = field(repr=False)
    msisdn: str = field(repr=False)
    pin: str = field(repr=False)
    puk: str = field(repr=False)
    pin_enabled: bool
    has_data: bool
    voice_and_data: bool
    lock: CardLock
    pin_tries: int = PIN_TRIES
    puk_tries: int = PUK_TRIES
    phone_book: tuple[PhoneBookEntry, ...] = ()
    messages: tuple[StoredMessage, ...] = ()
    service_centre: str = ""  # +CSCA


def issue_card(profile: SimProfile, home: str) -> SimCard:
    """A card fresh from an operator of the country `home`."""
    return SimCard(
        profile.name,
        home,
        derive_iccid(home, profile.account),
        derive_imsi(home, profile.account),
        derive_msisdn(home, profile.account),
        profile.pin,
        profile.puk,
        profile.pin_enabled,
        profile.has_data,
        profile.voice_and_data,
        CardLock.SIM_PIN if profile.pin_enabled else CardLock.READY,
        phone_book=tuple(
            PhoneBookEntry(index, contact.name, contact.number.replace(" ", ""))
            for index, contact in enumerate(profile.contacts, 1)
        ),
        service_centre=derive_msisdn(home, _SERVICE_CENTRE),
    )


@cache
def card_secrets(home: str) -> tuple[str, ...]:
    """What must stand in no log of the cards that the world has on offer."""
    world = load_world()
    cards = [issue_card(profile, home) for profile in (*world.sims, world.built_in_sim)]
    kept = [(card.pin, card.puk, card.iccid, card.imsi) for card in cards]
    return tuple(word for words in kept for word in words)


class Functionality(IntEnum):
    """<fun> of +CFUN (TS 27.007, 8.2)."""

    MINIMUM = 0
    FULL = 1
    RADIO_OFF = 4


class SelectionMode(IntEnum):
    """<mode> of +COPS (TS 27.007, 7.3)."""

    AUTOMATIC = 0
    MANUAL = 1
    DEREGISTERED = 2


@dataclass(frozen=True, slots=True)
class Selection:
    """How the operator is chosen. operator: its MCC and MNC as digits, "" for any."""

    mode: SelectionMode = SelectionMode.AUTOMATIC
    operator: str = ""
    technology: Technology | None = None


class ContextType(Enum):
    """<PDP_type> of +CGDCONT (TS 27.007, 10.1.1)."""

    IP = "IP"
    IPV6 = "IPV6"
    IPV4V6 = "IPV4V6"


@dataclass(frozen=True, slots=True)
class Context:
    """One packet data context; its number is <cid>."""

    cid: int
    type: ContextType = ContextType.IP
    apn: str = ""
    active: bool = False


@dataclass(frozen=True, slots=True)
class ModemState:
    """The modem. best: the newest radio it knows; drawer: cards that were in the slot once."""

    network: Network
    best: Technology = Technology.LTE
    card: SimCard | None = None
    drawer: tuple[SimCard, ...] = ()
    functionality: Functionality = Functionality.FULL
    selection: Selection = Selection()
    call: CallPhase = CallPhase.ENDED
    number: str = ""
    call_came: bool = False  # the other party called
    wants_data: bool = False
    contexts: tuple[Context, ...] = (Context(1, apn="internet"),)
    messages: tuple[StoredMessage, ...] = ()  # in the modem's own memory
    waiting: tuple[str, ...] = ()  # PDUs that the network holds until it can deliver them
    received_memory: str = "SM"  # +CPMS <mem3>
    arrived: tuple[tuple[str, int], ...] = ()  # memory and place of what came last
    delivered: int = 0  # messages that came, ever
    sent: tuple[SentMessage, ...] = ()
    reference: int = 0  # TP-MR of the last message that was sent
    clock_shift: int = 0  # seconds by which +CCLK was set
