"""What a verb is, and the small grammar its arguments are read with.

How verbs are written and what they do stands in assets/verbs.yaml, for `help` and the docs alone.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from connectivity.messages.telephony import CallPhase, Technology
from connectivity.outside.handset import Confirms
from models.content import Content, load_content
from models.errors import PcmError, nearest_hint

if TYPE_CHECKING:
    from pcm.headunit.session import Session

Run: TypeAlias = "Callable[[Session, str], str]"
"""Session and the rest of the line -> the answer; raises PcmError for bad arguments."""

TECHNOLOGIES = tuple(technology.value for technology in Technology)
PHASES = {
    "in": CallPhase.INCOMING,
    "out": CallPhase.DIALLING,
    "answer": CallPhase.ACTIVE,
    "end": CallPhase.ENDED,
}
"""What one says of a call -> its state."""

CONFIRMS: dict[str, Confirms] = {"on": "yes", "off": "no", "never": "never"}
"""What one says of a phone's owner -> what he does with a pairing."""

VERBS_FILE = Path(__file__).resolve().parents[3] / "assets" / "verbs.yaml"


class VerbHelp(Content):
    """How one verb is written."""

    usage: str
    help: str
    example: str


class VerbsFile(Content):
    """verbs.yaml: the words of a verb -> its help."""

    verbs: dict[str, VerbHelp]


@cache
def load_verb_help() -> dict[str, VerbHelp]:
    return load_content(VERBS_FILE, VerbsFile).verbs


def choose(what: str, word: str, options: Iterable[str]) -> str:
    """The option that `word` is, whatever its case; raises PcmError naming the nearest."""
    known = list(options)
    for option in known:
        if option.casefold() == word.strip().casefold():
            return option
    hint = nearest_hint(word, known)
    raise PcmError(f"{what}: {word!r} is not one of {', '.join(known)}{hint}")


def on_off(what: str, word: str) -> bool:
    return choose(what, word, ("on", "off")) == "on"


def text_and_sender(usage: str, rest: str) -> tuple[str, str]:
    """`"TEXT" [FROM]`: the text of a message and its sender, "" when none is named."""
    try:
        words = shlex.split(rest)
    except ValueError:
        words = []
    if not 1 <= len(words) <= 2 or not words[0]:
        raise PcmError(f"usage: {usage}")
    return words[0], words[1] if len(words) == 2 else ""


def number(what: str, word: str, low: float, high: float) -> float:
    """A number within bounds; raises PcmError naming them."""
    try:
        value = float(word.replace(",", "."))
    except ValueError:
        raise PcmError(f"{what}: {word!r} is not a number") from None
    if not low <= value <= high:
        raise PcmError(f"{what}: {word} is not between {low:g} and {high:g}")
    return value
