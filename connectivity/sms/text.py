"""User data of a short message: coding scheme, header, text (TS 23.038, 4; TS 23.040, 9.2.3.24)."""

from dataclasses import dataclass
from enum import Enum

from connectivity.sms.address import PduError
from connectivity.sms.alphabet import fits, pack, septets, text_of, unpack

MOST_SEPTETS, MOST_OCTETS = 160, 140


class Coding(Enum):
    GSM7 = 0
    OCTETS = 1
    UCS2 = 2


@dataclass(frozen=True, slots=True)
class Text:
    """One message's user data. text: of plain octets their hexadecimal digits.

    scheme: TP-DCS; header: the elements of the user data header without its length octet.
    """

    text: str
    scheme: int = 0
    header: bytes = b""

    @property
    def coding(self) -> Coding:
        return coding_of(self.scheme)

    @property
    def part(self) -> "Part | None":
        """Which part of a longer message this is."""
        return _part(self.header)

    def encode(self) -> bytes:
        """TP-UDL and TP-UD; raises PduError when it is too long for one message."""
        header = bytes((len(self.header),)) + self.header if self.header else b""
        if self.coding is Coding.GSM7:
            start = (8 * len(header) + 6) // 7
            codes = septets(self.text)
            count, most = start + len(codes), MOST_SEPTETS
            data = header + pack(codes, 7 * start - 8 * len(header))
        else:
            data = header + self._octets()
            count, most = len(data), MOST_OCTETS
        if count > most:
            raise PduError("too long")
        return bytes((count,)) + data

    def _octets(self) -> bytes:
        if self.coding is Coding.UCS2:
            return self.text.encode("utf-16-be", "replace")
        return bytes.fromhex(self.text)


@dataclass(frozen=True, slots=True)
class Part:
    """Of a concatenated message (TS 23.040, 9.2.3.24.1 and 9.2.3.24.8). number: from 1."""

    reference: int
    total: int
    number: int


def coding_of(scheme: int) -> Coding:
    """The alphabet of a TP-DCS; compressed text stays octets, reserved groups are 7-bit."""
    group = scheme >> 4
    if group < 8:
        if scheme & 0x20:
            return Coding.OCTETS
        return {1: Coding.OCTETS, 2: Coding.UCS2}.get(scheme >> 2 & 3, Coding.GSM7)
    if group == 14:
        return Coding.UCS2
    return Coding.OCTETS if group == 15 and scheme & 4 else Coding.GSM7


def decode_text(scheme: int, has_header: bool, data: bytes) -> Text:
    """TP-UDL and TP-UD; what stands behind them is ignored."""
    if not data:
        raise PduError("no user data")
    count, data, coding = data[0], data[1:], coding_of(scheme)
    size = (7 * count + 7) // 8 if coding is Coding.GSM7 else count
    most = MOST_SEPTETS if coding is Coding.GSM7 else MOST_OCTETS
    if count > most or len(data) < size:
        raise PduError("user data")
    data = data[:size]
    if has_header and (not data or data[0] >= len(data)):
        raise PduError("header")
    header = data[1 : 1 + data[0]] if has_header else b""
    skipped = 1 + data[0] if has_header else 0
    if coding is Coding.GSM7:
        start = (8 * skipped + 6) // 7
        codes = unpack(data[skipped:], count - start, 7 * start - 8 * skipped)
        return Text(text_of(codes), scheme, header)
    rest = data[skipped:]
    text = rest.decode("utf-16-be", "replace") if coding is Coding.UCS2 else rest.hex().upper()
    return Text(text, scheme, header)


def plain_text(text: str) -> Text:
    """One message's worth of text in the alphabet it needs, not yet checked for length."""
    return Text(text) if fits(text) else Text(text, Coding.UCS2.value << 2)


def split_text(text: str, reference: int = 0) -> tuple[Text, ...]:
    """A text in as many concatenated messages as it needs."""
    whole = plain_text(text)
    unit, most, room = (
        (_septet_count, MOST_SEPTETS, MOST_SEPTETS - 7)
        if whole.coding is Coding.GSM7
        else (_octet_count, MOST_OCTETS, MOST_OCTETS - 6)
    )
    if sum(map(unit, text)) <= most:
        return (whole,)
    pieces, left = [""], room
    for sign in text:
        if unit(sign) > left:
            pieces.append("")
            left = room
        pieces[-1] += sign
        left -= unit(sign)
    total = min(len(pieces), 255)
    return tuple(
        Text(piece, whole.scheme, bytes((0, 3, reference & 0xFF, total, number)))
        for number, piece in enumerate(pieces[:total], 1)
    )


def _septet_count(sign: str) -> int:
    return len(septets(sign))


def _octet_count(sign: str) -> int:
    return len(sign.encode("utf-16-be", "replace"))


def _part(header: bytes) -> Part | None:
    while len(header) >= 2 and len(header) >= 2 + header[1]:
        kind, element = header[0], header[2 : 2 + header[1]]
        if (kind, len(element)) in ((0, 3), (8, 4)):
            *reference, total, number = element
            if 1 <= number <= total:
                return Part(int.from_bytes(bytes(reference)), total, number)
        header = header[2 + header[1] :]
    return None
