"""Telephone numbers and names in a PDU (TS 23.040, 9.1.2.3 and 9.1.2.5), and bare BCD digits."""

from dataclasses import dataclass

from connectivity.sms.alphabet import pack, septets, text_of, unpack

INTERNATIONAL, UNKNOWN, ALPHANUMERIC = 0x91, 0x81, 0xD0
_DIGITS = "0123456789*#abc"
_FILLER = 0xF


class PduError(ValueError):
    """These octets are no PDU of the kind that was asked for."""


@dataclass(frozen=True, slots=True)
class Address:
    """digits: without `+`; of an alphanumeric address its name."""

    digits: str
    type: int = UNKNOWN

    @staticmethod
    def of(shown: str) -> "Address":
        """The address of a number as it is shown, or of a name."""
        bare = "".join(sign for sign in shown if sign not in " -./()")
        digits = bare.removeprefix("+")
        if digits and all(sign in _DIGITS for sign in digits):
            return Address(digits[:20], INTERNATIONAL if bare.startswith("+") else UNKNOWN)
        return Address(text_of(septets(shown)[:11]), ALPHANUMERIC)

    @property
    def shown(self) -> str:
        return f"+{self.digits}" if self.type & 0x70 == 0x10 else self.digits

    def encode(self) -> bytes:
        if self.type & 0x70 == 0x50:
            packed = pack(septets(self.digits))
            length = (7 * len(septets(self.digits)) + 3) // 4
            return bytes((length, self.type)) + packed
        return bytes((len(self.digits), self.type)) + bcd(self.digits)


def decode_address(data: bytes) -> tuple[Address, bytes]:
    """The address these octets begin with, and what follows it."""
    if len(data) < 2 or len(data) < 2 + (data[0] + 1) // 2:
        raise PduError("address")
    length, kind = data[0], data[1]
    end = 2 + (length + 1) // 2
    if kind & 0x70 == 0x50:
        text = text_of(unpack(data[2:end], length * 4 // 7))
        return Address(text, kind), data[end:]
    return Address(digits_of(data[2:end])[:length], kind), data[end:]


def bcd(digits: str) -> bytes:
    """Digits two an octet, the first in the low half, F after an odd number of them."""
    codes = [_DIGITS.index(digit) for digit in digits]
    codes += [_FILLER] * (len(codes) % 2)
    return bytes(low | high << 4 for low, high in zip(codes[::2], codes[1::2], strict=True))


def digits_of(data: bytes) -> str:
    """The digits of swapped BCD; fillers are left out."""
    halves = (half for octet in data for half in (octet & 0xF, octet >> 4))
    return "".join(_DIGITS[half] for half in halves if half != _FILLER)
