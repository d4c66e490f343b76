"""The verbs of the world outside: car, SIM card, network, phone, My Porsche, time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.errors import PcmError
from pcm.headunit.clock import LAST_S, clock_text
from pcm.headunit.verbs.bus import BUS_VERBS
from pcm.headunit.verbs.car import CAR_VERBS
from pcm.headunit.verbs.phone import PHONE_VERBS
from pcm.headunit.verbs.portal import PORTAL_VERBS
from pcm.headunit.verbs.radio import RADIO_VERBS
from pcm.headunit.verbs.verb import Run, choose, number

if TYPE_CHECKING:
    from pcm.headunit.session import Session

LONGEST_PASS_S = 366 * 24 * 3600
LONGEST_WAIT_S = 3600.0
_UNITS = {"ms": 0.001, "s": 1.0, "sec": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0}


def _seconds(verb: str, rest: str) -> float:
    match = re.fullmatch(r"\s*([0-9]+(?:[.,][0-9]+)?)\s*([a-z]*)\s*", rest)
    if not match:
        raise PcmError(f"usage: {verb} N s|min|h|d")
    unit = choose(verb, match.group(2) or "s", _UNITS)
    return number(verb, match.group(1), 0, LONGEST_PASS_S) * _UNITS[unit]


def _pass(session: Session, rest: str) -> str:
    seconds = _seconds("pass", rest)
    if seconds > LONGEST_PASS_S:
        raise PcmError("pass: at most 366 d at a time")
    if session.unit.state.now + seconds > LAST_S:
        raise PcmError("pass: virtual time ends here; put a car on the desk anew")
    session.pass_time(seconds)
    return clock_text(session.unit.view)


def _wait(session: Session, rest: str) -> str:
    seconds = _seconds("wait", rest)
    if not session.ports:
        return _pass(session, rest)  # nobody outside to wait for
    if session.waiter is None:
        raise PcmError("wait: time is real here already")
    if seconds > LONGEST_WAIT_S:
        raise PcmError("wait: at most 1 h at a time")
    session.waiter(seconds)
    return clock_text(session.unit.view)


OUTSIDE_VERBS: dict[str, Run] = {
    **CAR_VERBS,
    **BUS_VERBS,
    **RADIO_VERBS,
    **PHONE_VERBS,
    **PORTAL_VERBS,
    "pass": _pass,
    "wait": _wait,
}
