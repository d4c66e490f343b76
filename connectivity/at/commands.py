"""The commands of the driver: what each is for, how long its answer may take.

Time-outs are the typical ones of modems' manuals (assumed; 27.007 names none).
"""

from dataclasses import dataclass, field
from enum import Enum, auto


class Purpose(Enum):
    """What an answer means to the driver; PLAIN: its lines say it all."""

    PLAIN = auto()
    SYNC = auto()
    RESET = auto()
    CARD = auto()
    CARD_POLL = auto()
    ICCID = auto()
    ICCID_FILE = auto()
    SPN = auto()
    INDICATORS = auto()
    TEXT = auto()
    NETWORK = auto()
    CALLS = auto()
    DIAL = auto()
    ANSWER = auto()
    HANG_UP = auto()
    CODE = auto()
    ATTACH = auto()
    ACTIVATE = auto()
    CONTEXTS = auto()
    END_DATA = auto()


@dataclass(frozen=True, slots=True)
class Command:
    """One command line. Only those that change nothing when said twice are tried again."""

    text: str = field(repr=False)  # may hold a PIN
    purpose: Purpose = Purpose.PLAIN
    timeout_s: float = 5.0
    tries: int = 2
    about: str = field(default="", repr=False)  # the number that is dialled


SYNC = Command("AT", Purpose.SYNC, 1.0, 5)
PATIENT_SYNC = Command("AT", Purpose.SYNC, 1.0, 30)
"""To a modem that was told to restart."""
SETTINGS = tuple(
    Command(text)
    for text in (
        "ATE0Q0V1",
        "AT+CMEE=1",
        "AT+CREG=2",
        "AT+CGREG=2",
        "AT+CEREG=2",
        "AT+CIREG=1",
        "AT+CLIP=1",
        "AT+CGEREP=2,1",
        "AT+CMGF=0",
        "AT+CNMI=2,1",
    )
)
"""What every session with a modem begins with; a modem that lacks one answers ERROR."""
INDICATORS = (Command("AT+CIND=?", Purpose.INDICATORS), Command("AT+CMER=3,0,0,1"))
CARD = Command("AT+CPIN?", Purpose.CARD)
CARD_POLL = Command("AT+CPIN?", Purpose.CARD_POLL)
TRIES = Command("AT+CPINR")
ICCID = Command("AT+CCID", Purpose.ICCID)
ICCID_FILE = Command("AT+CRSM=176,12258,0,0,10", Purpose.ICCID_FILE)
SPN = Command("AT+CRSM=176,28486,0,0,17", Purpose.SPN)
PIN_USED = Command('AT+CLCK="SC",2')
REGISTRATION = tuple(Command(f"AT+{name}?") for name in ("CREG", "CGREG", "CEREG"))
NETWORK = Command("AT+COPS=3,2;+COPS?;+COPS=3,0;+COPS?;+CSQ", Purpose.NETWORK, 20.0)
"""Operator as digits and as a name, signal."""
OPERATOR, SIGNAL = Command("AT+COPS?"), Command("AT+CSQ")
IMS = Command("AT+CIREG?")
UNREAD = Command("AT+CMGL=0", Purpose.TEXT)
CALLS = Command("AT+CLCC", Purpose.CALLS)
RESET = Command("AT+CFUN=1,1", Purpose.RESET, 15.0, 1)
ANSWER = Command("ATA", Purpose.ANSWER, 60.0, 1)
HANG_UP = Command("AT+CHUP", Purpose.HANG_UP, 30.0, 1)
HANG_UP_OLD = Command("ATH", Purpose.ANSWER, 30.0, 1)
ATTACH = Command("AT+CGATT=1", Purpose.ATTACH, 75.0, 1)
CONTEXTS = Command("AT+CGDCONT?", Purpose.CONTEXTS)
DEFINE = Command('AT+CGDCONT=1,"IP",""')
ACTIVATE = Command("AT+CGACT=1,1", Purpose.ACTIVATE, 150.0, 1)
DEACTIVATE = Command("AT+CGACT=0,1", timeout_s=40.0, tries=1)
DETACH = Command("AT+CGATT=0", Purpose.END_DATA, 40.0, 1)


def enter_code(*codes: str) -> Command:
    """PIN, or PUK and new PIN; said once only, for each wrong one costs a try."""
    values = ",".join(f'"{code}"' for code in codes)
    return Command(f"AT+CPIN={values}", Purpose.CODE, 20.0, 1)


def dial(number: str) -> Command:
    """A voice call (27.007 6.2)."""
    digits = "".join(sign for sign in number if sign in "0123456789*#+")
    return Command(f"ATD{digits};", Purpose.DIAL, 60.0, 1, number)


def use_data(on: bool) -> tuple[Command, ...]:
    """The first steps to data, or out of it (27.007 10.1)."""
    return (ATTACH,) if on else (DEACTIVATE, DETACH)


def read_text(memory: str, place: int) -> tuple[Command, ...]:
    """A stored message (TS 27.005, 3.2.2 and 4.2)."""
    return Command(f'AT+CPMS="{memory}"'), Command(f"AT+CMGR={place}", Purpose.TEXT)
