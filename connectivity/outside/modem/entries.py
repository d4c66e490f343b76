"""What a card or the modem itself stores: short messages, entries of a phone book."""

from dataclasses import dataclass, field
from enum import IntEnum


class MessageStatus(IntEnum):
    """<stat> of a stored message (TS 27.005, 3.1)."""

    UNREAD = 0
    READ = 1
    UNSENT = 2
    SENT = 3

    @property
    def words(self) -> str:
        return ("REC UNREAD", "REC READ", "STO UNSENT", "STO SENT")[self]


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """pdu: hexadecimal, without the service centre."""

    index: int
    status: MessageStatus
    pdu: str


@dataclass(frozen=True, slots=True)
class PhoneBookEntry:
    index: int
    name: str
    number: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SentMessage:
    """What the modem gave to the network, for who stands at the far end."""

    to: str
    text: str


def first_free(taken: frozenset[int], capacity: int) -> int | None:
    """The lowest free place from 1; None when all are taken."""
    return next((index for index in range(1, capacity + 1) if index not in taken), None)
