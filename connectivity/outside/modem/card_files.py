"""Files of the card: +CRSM (TS 27.007, 8.18; TS 51.011, 9 and 10; TS 31.102, 4.2).

Read only. The status words are those of a UICC (TS 102 221, 10.2.1).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from connectivity.messages.modem import CardLock
from connectivity.networks import find_country
from connectivity.outside.modem.command import Answer, Command, Commands, Need, Parameters
from connectivity.outside.modem.network import Network
from connectivity.outside.modem.phone_book import LONGEST_NAME
from connectivity.outside.modem.state import SimCard
from connectivity.sms.address import Address, bcd
from connectivity.sms.alphabet import septets

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort

READ_BINARY, READ_RECORD, GET_RESPONSE, STATUS = 176, 178, 192, 242
_NO_DATA_CHANGED = (214, 220)  # UPDATE BINARY, UPDATE RECORD


@dataclass(frozen=True, slots=True)
class _File:
    """read: its octets, of a record file those of its one record."""

    read: Callable[[SimCard], bytes]
    needs_pin: bool = True
    records: bool = False


def _iccid(card: SimCard) -> bytes:
    return bcd(card.iccid).ljust(10, b"\xff")


def _imsi(card: SimCard) -> bytes:
    """TS 31.102, 4.2.2: the length, then the parity in front of the digits."""
    parity = "9" if len(card.imsi) % 2 else "1"
    digits = bcd(parity + card.imsi)
    return bytes((len(digits),)) + digits.ljust(8, b"\xff")


def _operator(card: SimCard) -> bytes:
    """TS 31.102, 4.2.12: display conditions, then the name unpacked."""
    return b"\x01" + septets(Network(card.home).operator())[:16].ljust(16, b"\xff")


def _administrative(card: SimCard) -> bytes:
    """TS 31.102, 4.2.18: normal operation; how many digits of the IMSI are the MNC."""
    return bytes((0, 0, 0, len(find_country(card.home).operators[0].mnc)))


def _own_number(card: SimCard) -> bytes:
    """TS 31.102, 4.2.26: a record as of the phone book (TS 51.011, 10.5.1), without a name."""
    number = Address.of(card.msisdn)
    digits = bcd(number.digits).ljust(10, b"\xff")
    length = 1 + (len(number.digits) + 1) // 2
    return b"\xff" * LONGEST_NAME + bytes((length, number.type)) + digits + b"\xff\xff"


_FILES = {
    0x2FE2: _File(_iccid, needs_pin=False),
    0x6F07: _File(_imsi),
    0x6F46: _File(_operator, needs_pin=False),
    0x6FAD: _File(_administrative, needs_pin=False),
    0x6F40: _File(_own_number, records=True),
}

_DONE, _NOT_ALLOWED, _WRONG_FILE = (144, 0), (105, 130), (105, 129)
_NO_FILE, _NO_RECORD, _WRONG_OFFSET, _NO_INSTRUCTION = (106, 130), (106, 131), (107, 0), (109, 0)
_WRONG_LENGTH = 108  # and how many octets there are


def _access(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    octet = range(256)
    instruction, name = values.integer(0, octet), values.integer(1, range(65536), 0)
    numbers = tuple(values.integer(n, octet, 0) for n in (2, 3, 4))
    word, data = _response(modem.inserted, instruction, name, numbers)
    shown = f',"{data.hex().upper()}"' if data else ""
    return (f"+CRSM: {word[0]},{word[1]}{shown}",)


def _response(
    card: SimCard, instruction: int, name: int, numbers: tuple[int, ...]
) -> tuple[tuple[int, int], bytes]:
    """Status word and data of one command to the card."""
    if instruction not in (READ_BINARY, READ_RECORD, GET_RESPONSE, STATUS, *_NO_DATA_CHANGED):
        return _NO_INSTRUCTION, b""
    if instruction == STATUS and name not in _FILES:
        return _DONE, b""
    file = _FILES.get(name)
    if file is None:
        return _NO_FILE, b""
    if instruction in _NO_DATA_CHANGED or (file.needs_pin and card.lock is not CardLock.READY):
        return _NOT_ALLOWED, b""
    if instruction in (GET_RESPONSE, STATUS):
        return _DONE, _control_parameters(name, file, card)
    if (instruction == READ_RECORD) != file.records:
        return _WRONG_FILE, b""
    return _read(file.read(card), file.records, *numbers)


def _read(data: bytes, records: bool, p1: int, p2: int, p3: int) -> tuple[tuple[int, int], bytes]:
    """P1, P2: a record and how it is named, or an offset; P3: how many octets."""
    if records:
        if (p1, p2 & 7) != (1, 4):  # TS 102 221, 11.1.5: absolute
            return _NO_RECORD, b""
        left = data
    else:
        offset = (p1 & 0x7F) << 8 | p2
        if offset >= len(data):
            return _WRONG_OFFSET, b""
        left = data[offset:]
    if p3 == 0 or p3 > len(left) or (records and p3 != len(left)):
        return (_WRONG_LENGTH, len(left)), b""
    return _DONE, left[:p3]


def _control_parameters(name: int, file: _File, card: SimCard) -> bytes:
    """The file's template: descriptor, identifier, size (TS 102 221, 11.1.1.4)."""
    size = len(file.read(card))
    descriptor = b"\x42\x21\x00" + bytes((size, 1)) if file.records else b"\x41\x21"
    tags = ((0x82, descriptor), (0x83, name.to_bytes(2)), (0x80, size.to_bytes(2)))
    inner = b"".join(bytes((tag, len(value))) + value for tag, value in tags)
    return bytes((0x62, len(inner))) + inner


CARD_FILES: Commands = {"+CRSM": Command(set=_access, most=7, need=Need.CARD)}
