"""Transfer PDUs: SMS-DELIVER comes from the network, SMS-SUBMIT goes to it (TS 23.040, 9.2.2).

As commands carry them they follow the service centre's address (TS 27.005, 4.1 and 4.3).
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from connectivity.sms.address import Address, PduError, decode_address, digits_of
from connectivity.sms.text import Text, decode_text

_HEADER, _REPLY_OF_STATUS, _NO_MORE = 0x40, 0x20, 0x04
_VALIDITY_OCTETS = {0: 0, 1: 7, 2: 1, 3: 7}  # by TP-VPF


@dataclass(frozen=True, slots=True)
class Deliver:
    """A message that came. time: of the service centre, with its time zone."""

    sender: Address
    body: Text
    time: datetime
    protocol: int = 0

    def encode(self) -> bytes:
        first = _NO_MORE | (_HEADER if self.body.header else 0)
        head = bytes((first,)) + self.sender.encode() + bytes((self.protocol, self.body.scheme))
        return head + encode_time(self.time) + self.body.encode()


@dataclass(frozen=True, slots=True)
class Submit:
    """A message to send. validity: TP-VP, relative (one octet), or absent."""

    to: Address
    body: Text
    reference: int = 0
    protocol: int = 0
    validity: bytes = b""
    report: bool = False  # TP-SRR

    def encode(self) -> bytes:
        first = 1 | (_HEADER if self.body.header else 0) | (_REPLY_OF_STATUS if self.report else 0)
        first |= {0: 0, 1: 0x10, 7: 0x18}[len(self.validity)]
        head = bytes((first, self.reference)) + self.to.encode()
        return head + bytes((self.protocol, self.body.scheme)) + self.validity + self.body.encode()


def decode(pdu: bytes) -> Deliver | Submit:
    """Either kind, as message stores hold them; raises PduError."""
    return decode_submit(pdu) if pdu[:1] and pdu[0] & 3 == 1 else decode_deliver(pdu)


def decode_deliver(pdu: bytes) -> Deliver:
    if not pdu or pdu[0] & 3 != 0:
        raise PduError("not a message that came")
    sender, rest = decode_address(pdu[1:])
    if len(rest) < 10:
        raise PduError("too short")
    body = decode_text(rest[1], bool(pdu[0] & _HEADER), rest[9:])
    return Deliver(sender, body, decode_time(rest[2:9]), rest[0])


def decode_submit(pdu: bytes) -> Submit:
    if len(pdu) < 2 or pdu[0] & 3 != 1:
        raise PduError("not a message to send")
    to, rest = decode_address(pdu[2:])
    size = _VALIDITY_OCTETS[pdu[0] >> 3 & 3]
    if len(rest) < 3 + size:
        raise PduError("too short")
    body = decode_text(rest[1], bool(pdu[0] & _HEADER), rest[2 + size :])
    report = bool(pdu[0] & _REPLY_OF_STATUS)
    return Submit(to, body, pdu[1], rest[0], rest[2 : 2 + size], report)


def split_centre(data: bytes) -> tuple[Address | None, bytes]:
    """The service centre that stands before a PDU (None: the one that is set), and the PDU."""
    if not data or len(data) < 1 + data[0]:
        raise PduError("service centre")
    length = data[0]
    if length < 2:
        return None, data[1 + length :]
    return Address(digits_of(data[2 : 1 + length]), data[1]), data[1 + length :]


def encode_centre(centre: Address | None) -> bytes:
    """The service centre's address before a PDU: its length counts octets."""
    if centre is None or not centre.digits:
        return b"\0"
    octets = centre.encode()[1:]
    return bytes((len(octets),)) + octets


def encode_time(time: datetime) -> bytes:
    """TP-SCTS: swapped digits, the zone in quarters of an hour (TS 23.040, 9.2.3.11)."""
    offset = time.utcoffset() or timedelta()
    quarters = round(offset / timedelta(minutes=15))
    pairs = (time.year % 100, time.month, time.day, time.hour, time.minute, time.second)
    zone = _swapped(abs(quarters)) | (8 if quarters < 0 else 0)
    return bytes((*map(_swapped, pairs), zone))


def decode_time(octets: bytes) -> datetime:
    """The time of a TP-SCTS; a hostile one becomes the first of January 2000."""
    sign = -1 if octets[6] & 8 else 1
    year, month, day, hour, minute, second = map(_plain, octets[:6])
    zone = timezone(sign * timedelta(minutes=15 * min(_plain(octets[6] & ~8), 95)))
    try:
        return datetime(2000 + year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return datetime(2000, 1, 1, tzinfo=UTC)


def _swapped(number: int) -> int:
    return number // 10 | number % 10 << 4


def _plain(octet: int) -> int:
    return (octet & 0xF) * 10 + (octet >> 4)
