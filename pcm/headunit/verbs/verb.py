"""What a verb is, and the small grammar its arguments are read with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.errors import PcmError, nearest_hint

if TYPE_CHECKING:
    from pcm.headunit.session import Session


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: its words, its usage line, what it does, an example, and the function that does it.

    `run` gets the session and the rest of the line; it returns the answer, and raises PcmError for bad arguments.
    """

    words: str
    usage: str
    help: str
    example: str
    run: Callable[[Session, str], str]


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


def number(what: str, word: str, low: float, high: float) -> float:
    """A number within bounds; raises PcmError naming them."""
    try:
        value = float(word.replace(",", "."))
    except ValueError:
        raise PcmError(f"{what}: {word!r} is not a number") from None
    if not low <= value <= high:
        raise PcmError(f"{what}: {word} is not between {low:g} and {high:g}")
    return value
