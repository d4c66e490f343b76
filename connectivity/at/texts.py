"""Short messages as the driver takes them: PDU lines after +CMGR, +CMGL and +CMT (TS 27.005, 4)."""

import re
from collections.abc import Iterable

from connectivity.messages.telephony import TextMessage
from connectivity.sms.address import PduError
from connectivity.sms.parts import Joiner
from connectivity.sms.pdu import decode_deliver, split_centre

_STORED = re.compile(r'\+CMTI:\s*"?(\w{2})"?,\s*(\d{1,4})')


class Texts:
    """Puts together what comes in parts."""

    def __init__(self) -> None:
        self._joiner = Joiner()
        self._follows = False

    def routed(self, line: str) -> list[TextMessage]:
        """The message that comes by itself, in the line after +CMT."""
        found = self.listed(("+CMT:", line)) if self._follows else []
        self._follows = line.startswith("+CMT:")
        return found

    def listed(self, lines: Iterable[str]) -> list[TextMessage]:
        """The whole messages in the lines of an answer; what is no message is passed over."""
        found, follows = [], False
        for line in lines:
            if follows and (message := self._take(line)):
                found.append(message)
            follows = line.startswith(("+CMGR:", "+CMGL:", "+CMT:"))
        return found

    def _take(self, line: str) -> TextMessage | None:
        try:
            message = decode_deliver(split_centre(bytes.fromhex(line))[1])
        except (ValueError, PduError):
            return None
        sender = message.sender.shown
        text = self._joiner.take(sender, message.body)
        return None if text is None else TextMessage(sender, text)


def place_of(line: str) -> tuple[str, int] | None:
    """Memory and place of a message that was stored: +CMTI: <mem>,<index>."""
    found = _STORED.match(line)
    return (found.group(1), int(found.group(2))) if found else None
