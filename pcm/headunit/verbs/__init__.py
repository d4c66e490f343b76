"""The verbs: the one language of testers, scripts, panel and lessons.

`run_line` carries out one line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import PcmError, nearest_hint
from pcm.headunit.errors import UnknownVerbError
from pcm.headunit.verbs.desk import DESK_VERBS
from pcm.headunit.verbs.driver import DRIVER_VERBS
from pcm.headunit.verbs.observe import OBSERVE_VERBS
from pcm.headunit.verbs.outside import OUTSIDE_VERBS
from pcm.headunit.verbs.verb import Run, load_verb_help

if TYPE_CHECKING:
    from pcm.headunit.session import Session

LONGEST_LINE = 1000
LONGEST_USAGE = 40  # a longer usage pushes its help to the right of the others


def _help(session: Session, rest: str) -> str:
    wanted, known = " ".join(rest.split()), load_verb_help()
    if not wanted:
        return "\n".join(f"{verb.usage:<{LONGEST_USAGE}}  {verb.help}" for verb in known.values())
    found = [verb for words, verb in known.items() if f"{words} ".startswith(f"{wanted} ")]
    if not found:
        raise UnknownVerbError(f"unknown verb {wanted!r}{nearest_hint(wanted, known)}")
    return "\n".join(f"{verb.usage}\n    {verb.help}\n    {verb.example}" for verb in found)


VERBS: dict[str, Run] = {
    **DRIVER_VERBS,
    **OUTSIDE_VERBS,
    **OBSERVE_VERBS,
    **DESK_VERBS,
    "help": _help,
}
_GROUPS = {words.split()[0] for words in VERBS if " " in words}


def run_line(session: Session, line: str) -> str:
    """Carry out one line; empty lines and comments (#) do nothing. Raises PcmError and its kin."""
    text = line.lstrip().rstrip("\r\n")
    if not text.strip() or text.startswith("#"):
        return ""
    if len(text) > LONGEST_LINE:
        raise PcmError(f"a line of {len(text)} characters; the longest is {LONGEST_LINE}")
    words, rest = find_verb(text)
    return VERBS[words](session, rest if words == "type" else rest.strip())


def find_verb(line: str) -> tuple[str, str]:
    """The words of the verb that a line begins with, and the rest; raises UnknownVerbError."""
    first, _, rest = line.partition(" ")
    if first.casefold() not in VERBS and first.casefold() in _GROUPS:
        second, _, rest = rest.strip().partition(" ")
        first = f"{first} {second}".strip()
    if first.casefold() in VERBS:
        return first.casefold(), rest
    group = [words for words in VERBS if words.startswith(f"{first.split()[0]} ")]
    near = "" if group and " " not in first else nearest_hint(first, group or VERBS)
    hint = near or f"; say help {first.split()[0] if group else ''}".rstrip()
    raise UnknownVerbError(f"unknown verb {first!r}{hint}")
