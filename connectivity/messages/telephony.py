"""Calls, text messages and radio technologies: what the modem's wire and the phone's share."""

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Literal


class Technology(StrEnum):
    """Radio access technology as the header shows it."""

    GSM = "2G"
    UMTS = "3G"
    LTE = "LTE"
    NR = "5G"


class CallPhase(Enum):
    """State of a call: <stat> of +CLCC, with the end of a call."""

    ACTIVE = 0
    DIALLING = 2
    INCOMING = 4
    ENDED = 7


EndCause = Literal["", "busy", "no_answer"]
"""Why a dialled call came to nothing; "" when it was ended or nothing is known."""


@dataclass(frozen=True, slots=True)
class CallStatus:
    """Event of modem or phone: a call changed. number: as shown, "" when withheld."""

    phase: CallPhase
    number: str = ""
    cause: EndCause = ""


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
class TextMessage:
    """Event of modem (SMS) or phone (MAP): a text message came. sender: its number or name."""

    sender: str
    text: str


CallRequest = Dial | AnswerCall | HangUp


@dataclass(frozen=True, slots=True)
class CallWaiting:
    """Event: another call comes in while one runs (+CCWA)."""

    number: str
