"""What stands in files of the card that +CRSM has read (3GPP TS 27.007 8.18, TS 31.102)."""

import re
from collections.abc import Iterable


def iccid_in(lines: Iterable[str]) -> str:
    """EF_ICCID: BCD digits with swapped nibbles (TS 31.102 and TS 102.221 13.2)."""
    data = _content(lines)
    digits = "".join(f"{byte & 15:X}{byte >> 4:X}" for byte in data).rstrip("F")
    return digits if digits.isdecimal() else ""


def issuer_in(lines: Iterable[str]) -> str:
    """EF_SPN: a byte about showing it, then the name (TS 31.102 4.2.12).

    In the GSM alphabet, whose letters and digits are those of ASCII, or as UCS2 after 0x80.
    """
    data = _content(lines)[1:].rstrip(b"\xff")
    if data[:1] == b"\x80":
        return data[1:].decode("utf-16-be", "ignore").strip()
    return "".join(chr(byte) for byte in data if 32 <= byte < 127).strip()


def _content(lines: Iterable[str]) -> bytes:
    """<response> of +CRSM when the card says that all went well (0x90 0x00)."""
    for line in lines:
        found = re.fullmatch(r'\+CRSM:\s*144,0,"?([0-9A-Fa-f]*)"?', line)
        if found and len(found.group(1)) % 2 == 0:
            return bytes.fromhex(found.group(1))
    return b""
