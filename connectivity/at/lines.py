"""What a modem says, cut into lines and values (V.250 5.7, 3GPP TS 27.007 4)."""

import re

LONGEST = 4096
"""Longer lines are no answer of a modem; they are dropped and counted."""
_ENDS = re.compile(r"[\r\n]+")
_VALUE = re.compile(r'\s*("[^"]*"?|\([^)]*\)?|[^,]*)\s*(?:,|$)')
_NUMERIC = {
    "0": "OK",
    "3": "NO CARRIER",
    "4": "ERROR",
    "6": "NO DIALTONE",
    "7": "BUSY",
    "8": "NO ANSWER",
}
"""V.250 6.2.6. No command of the driver is answered by one digit."""
FINAL = ("OK", "ERROR", "NO DIALTONE", "NO DIAL TONE")
ENDS_CALL = ("NO CARRIER", "BUSY", "NO ANSWER")
"""Final answers to dialling; told unsolicited when a call ends."""


class LineReader:
    """Collects bytes and gives whole lines, without empty ones."""

    def __init__(self) -> None:
        self._part = ""
        self.dropped = 0

    def feed(self, data: bytes) -> list[str]:
        *whole, part = _ENDS.split(self._part + data.decode("utf-8", "replace").replace("\0", ""))
        if len(part) > LONGEST:
            self.dropped += 1
            part = ""
        self._part = part
        return [_NUMERIC.get(line, line) for line in map(str.strip, whole) if line]

    def clear(self) -> None:
        self._part = ""


def parameters(text: str) -> tuple[str, ...]:
    """The values of an information line after its colon; strings keep their quotes."""
    return tuple(_VALUE.findall(text)[:-1]) if text.strip() else ()


def plain(value: str) -> str:
    """A value without quotes."""
    return value.strip().strip('"')


def is_final(line: str) -> bool:
    """Whether the line ends the answer to a command."""
    return line in FINAL or line.startswith(("+CME ERROR", "+CMS ERROR"))


def error_code(result: str) -> int:
    """The number of a +CME ERROR or +CMS ERROR (27.007 9.2); 0 for any other result."""
    code = result.partition(":")[2].strip()
    return int(code) if code.isdecimal() else 0
