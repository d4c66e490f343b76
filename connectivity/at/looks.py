"""What an unsolicited line asks the driver to look at again."""

import re
from enum import Enum, auto

from connectivity.at.commands import Purpose
from connectivity.at.facts import Facts
from connectivity.at.lines import ENDS_CALL

_NONE: frozenset["Look"] = frozenset()


class Look(Enum):
    """What has to be asked again."""

    CARD = auto()
    NETWORK = auto()
    SIGNAL = auto()
    CALLS = auto()
    DATA = auto()


_CALLS = frozenset({Look.CALLS})
_TOLD_BY = dict.fromkeys(("RING", "+CRING", "+CLIP", "+CCWA", *ENDS_CALL), _CALLS)
_INDICATED = {
    "signal": frozenset({Look.SIGNAL}),
    "roam": frozenset({Look.NETWORK}),
    "service": frozenset({Look.NETWORK}),
    **dict.fromkeys(("call", "callsetup", "callheld"), _CALLS),
}
"""Indicators of +CIND (27.007 8.9)."""
_DATA_ENDED = re.compile(r"\+CGEV: (ME|NW) (DETACH|DEACT|PDN DEACT)\b")
"""Another session of the modem, or the network, ended data (27.007 10.1.19)."""


def look_for(
    line: str, asked: Purpose | None, before: Facts, after: Facts, indicators: tuple[str, ...]
) -> frozenset[Look]:
    """What to look at after a line; `asked`: the purpose of the command that waits, if any."""
    name = line.partition(":")[0]
    if name == "+CPIN":
        polled = asked is Purpose.CARD or (asked and after.lock is before.lock)
        return _NONE if polled else frozenset({Look.CARD})
    if name in ("+CREG", "+CGREG", "+CEREG"):
        return frozenset({Look.NETWORK}) if after is not before and after != before else _NONE
    if name == "+CGEV":
        return frozenset({Look.DATA}) if _DATA_ENDED.match(line) else _NONE
    if name == "+CIEV":
        return _indicated(line, indicators)
    return _TOLD_BY.get(name, _NONE)


def _indicated(line: str, indicators: tuple[str, ...]) -> frozenset[Look]:
    """+CIEV: <ind>,<value>: the place of the indicator in +CIND, from 1 (27.007 8.10)."""
    number = re.match(r"\+CIEV:\s*(\d{1,2}),", line)
    at = int(number.group(1)) - 1 if number else -1
    return _INDICATED.get(indicators[at], _NONE) if 0 <= at < len(indicators) else _NONE
