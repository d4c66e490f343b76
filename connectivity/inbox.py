"""The text messages a head unit holds, newest first, and what may be done with them.

They come over the SIM card or over the phone, and are shown while what brought them is there.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from connectivity.messages.telephony import TextMessage

KEPT = 50
"""How many are kept; the oldest goes (assumed: no document tells)."""
LONGEST = 1530
"""Ten concatenated short messages of 153 characters; what is longer is cut."""


class Source(StrEnum):
    SIM = "sim"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Received:
    """A message in the list. at: seconds of the head unit's clock when it came."""

    sender: str
    text: str
    source: Source
    at: float
    unread: bool = True


Inbox = tuple[Received, ...]


def receive(inbox: Inbox, message: TextMessage, source: Source, now: float) -> Inbox:
    text = _shown(message.text)[:LONGEST]
    return (Received(_shown(message.sender)[:40], text, source, now), *inbox)[:KEPT]


def mark_read(inbox: Inbox, index: int) -> Inbox:
    return (*inbox[:index], replace(inbox[index], unread=False), *inbox[index + 1 :])


def drop_source(inbox: Inbox, source: Source) -> Inbox:
    """The inbox without the messages of a card or phone that is gone for good."""
    kept = tuple(message for message in inbox if message.source is not source)
    return kept if len(kept) < len(inbox) else inbox


def _shown(text: str) -> str:
    """Without control characters, which no display shows; line ends stay."""
    return "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text)
