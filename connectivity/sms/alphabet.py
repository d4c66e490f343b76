"""The GSM 7-bit default alphabet with its extension, and septets packed into octets.

TS 23.038, 6.1.2.1.1, 6.2.1 and 6.2.1.1. National language tables are not known.
"""

DEFAULT = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
ESCAPE = 0x1B
EXTENSION = {
    0x0A: "\f",
    0x14: "^",
    0x28: "{",
    0x29: "}",
    0x2F: "\\",
    0x3C: "[",
    0x3D: "~",
    0x3E: "]",
    0x40: "|",
    0x65: "€",
}
_CODES = {sign: (code,) for code, sign in enumerate(DEFAULT) if code != ESCAPE} | {
    sign: (ESCAPE, code) for code, sign in EXTENSION.items()
}


def fits(text: str) -> bool:
    """Whether the alphabet has every sign of the text."""
    return all(sign in _CODES for sign in text)


def septets(text: str) -> bytes:
    """One octet a septet, two for a sign of the extension; what the alphabet lacks becomes `?`."""
    return bytes(code for sign in text for code in _CODES.get(sign, (0x3F,)))


def text_of(codes: bytes) -> str:
    """The text of septets; an unknown extension shows its sign of the default table (6.2.1.1)."""
    found, escaped = [], False
    for code in codes:
        if escaped:
            found.append(EXTENSION.get(code, " " if code == ESCAPE else DEFAULT[code & 0x7F]))
            escaped = False
        elif code == ESCAPE:
            escaped = True
        else:
            found.append(DEFAULT[code & 0x7F])
    return "".join(found)


def pack(codes: bytes, fill_bits: int = 0) -> bytes:
    """Septets in octets, after `fill_bits` zero bits (6.1.2.1.1)."""
    bits = sum((code & 0x7F) << (7 * n) for n, code in enumerate(codes)) << fill_bits
    return bits.to_bytes((7 * len(codes) + fill_bits + 7) // 8, "little")


def unpack(data: bytes, count: int, fill_bits: int = 0) -> bytes:
    """`count` septets out of octets; fewer when the octets end before."""
    bits = int.from_bytes(data, "little") >> fill_bits
    count = max(0, min(count, (8 * len(data) - fill_bits) // 7))
    return bytes((bits >> (7 * n)) & 0x7F for n in range(count))
