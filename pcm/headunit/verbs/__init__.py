"""The verbs: the one language of testers, scripts, panel and lessons. `run_line` carries out one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import nearest_hint
from pcm.headunit.errors import UnknownVerbError
from pcm.headunit.verbs.driver import DRIVER_VERBS
from pcm.headunit.verbs.observe import OBSERVE_VERBS
from pcm.headunit.verbs.outside import OUTSIDE_VERBS
from pcm.headunit.verbs.verb import Verb

if TYPE_CHECKING:
    from pcm.headunit.session import Session


def _help(session: Session, rest: str) -> str:
    wanted = " ".join(rest.split())
    if not wanted:
        width = max(len(verb.usage) for verb in VERBS if len(verb.usage) < 40)
        return "\n".join(f"{verb.usage:<{width}}  {verb.help}" for verb in VERBS)
    found = [verb for verb in VERBS if verb.words == wanted or verb.words.startswith(f"{wanted} ")]
    if not found:
        raise UnknownVerbError(f"unknown verb {wanted!r}{nearest_hint(wanted, _BY_WORDS)}")
    return "\n".join(
        f"{verb.usage}\n    {verb.help}\n    example: {verb.example}" for verb in found
    )


VERBS = (
    *DRIVER_VERBS,
    *OUTSIDE_VERBS,
    *OBSERVE_VERBS,
    Verb("help", "help [VERB]", "all verbs, or one with an example", "help tap", _help),
)
_BY_WORDS = {verb.words: verb for verb in VERBS}
_GROUPS = {verb.words.split()[0] for verb in VERBS if " " in verb.words}


def run_line(session: Session, line: str) -> str:
    """Carry out one line. Empty lines and lines that start with # do nothing. Raises PcmError and its kin."""
    text = line.strip()
    if not text or text.startswith("#"):
        return ""
    first, _, rest = text.partition(" ")
    verb = _BY_WORDS.get(first.casefold())
    if verb is None and first.casefold() in _GROUPS:
        second, _, rest = rest.strip().partition(" ")
        verb = _BY_WORDS.get(f"{first.casefold()} {second.casefold()}")
        first = f"{first} {second}".strip()
    if verb is None:
        known = [words for words in _BY_WORDS if words.startswith(f"{first.split()[0]} ")] or list(
            _BY_WORDS
        )
        hint = nearest_hint(first, known) or "; say help"
        raise UnknownVerbError(f"unknown verb {first!r}{hint}")
    return verb.run(session, rest if verb.words == "type" else rest.strip())
