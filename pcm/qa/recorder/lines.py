"""Which verb lines belong into a flow, and as what: rows by their path, secrets by placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcm.headunit.entries import NEW
from pcm.qa.recorder.rows import name_touch

if TYPE_CHECKING:
    from pcm.headunit.session import Session

ONLY_LOOKS = {
    "screen", "state", "why", "howto", "source", "shot", "trace", "help", "sms sent",
    "portal vehicles", "portal services", "portal functions", "record", "quit",
}  # fmt: skip


def recorded_line(session: Session, verb: str, rest: str) -> str:
    """The verb line to record, before it is carried out; "" when it does nothing to the car."""
    if verb in ONLY_LOOKS:
        return ""
    match verb:
        case "tap":
            rest = name_touch(session, rest)
        case "wait":  # with programs outside time is real, and told by itself
            verb, rest = ("pass", rest) if not session.ports else ("", "")
        case "sim pin":
            card = session.world.modem.slot
            rest = _number(rest, card.pin if card else "")
        case "portal security-code":
            rest = _security_code(session, rest)
        case _:
            return f"{verb} {rest}".strip()
    return f"{verb} {rest}" if rest else ""


def _security_code(session: Session, rest: str) -> str:
    portal, (word, *who) = session.world.portal, rest.split() or [""]
    person = portal.second if who else portal.owner
    found = _number(word, portal.security_code(person))
    return " ".join((found, *who)) if found else ""


def _number(word: str, present: str) -> str:
    """The argument without its secret; "" when it is the present number or none at all."""
    if word.casefold() in (NEW, "reset"):
        return word
    return NEW if word.isdigit() and word != present else ""
