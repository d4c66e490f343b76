"""What a lesson is, as data: assets/lessons/NAME.yaml, one file each, words in six languages.

Steps name procedures and menu ids, never a path: the path is the car's own.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, Field

from models.catalogue import LANGUAGES, Languages, PcmName
from models.content import Content, ContentError, ContentFault, load_content
from models.errors import UnknownNameError
from models.provenance import Sourced, SourceRefs, Words

if TYPE_CHECKING:
    from menus.howto import Howto
    from pcm.headunit.view import Setup

LISTED = "; lesson alone tells which there are"
ASSETS = Path(__file__).resolve().parents[2] / "assets"
LESSONS, ASSUMPTIONS = ASSETS / "lessons", ASSETS / "assumptions.yaml"


def _whole(words: dict[Languages, str]) -> dict[Languages, str]:
    missing = [language for language in LANGUAGES if not words.get(language, "").strip()]
    if missing:
        raise ValueError(f"has no words in {', '.join(missing)}")
    return words


Six = Annotated[dict[Languages, str], AfterValidator(_whole)]
"""Words in every language; {path:PROCEDURE} and {label:ID} are those of the car."""


class Assumptions(Content):
    """assumptions.yaml: why something is a guess, by key."""

    reasons: dict[str, Six]


@cache
def load_reasons() -> dict[str, dict[Languages, str]]:
    return load_content(ASSUMPTIONS, Assumptions).reasons


def _known(key: str) -> str:
    if key not in load_reasons():
        raise ValueError(str(UnknownNameError("reason", key, load_reasons())))
    return key


Reason = Annotated[str, AfterValidator(_known)]
"""A key of assumptions.yaml."""


class Fit(Content):
    """Which cars something is for; all that is named must be so.

    has, lacks: features of the car in its country (Setup.features).
    """

    pcm: tuple[PcmName, ...] = ()
    login: Literal["pairing_code", "porsche_id"] | None = None
    has: Words = ()
    lacks: Words = ()
    procedure: str | None = None  # the car has it

    def why_not(self, setup: Setup, procedures: dict[str, Howto]) -> str:
        """What keeps this car from it, in one word of the file; "" when it fits."""
        if self.pcm and setup.car.pcm not in self.pcm:
            return f"PCM {setup.car.pcm}"
        if self.login and setup.generation.login != self.login:
            return setup.generation.login
        missing = [feature for feature in self.has if feature not in setup.features]
        missing += [feature for feature in self.lacks if feature in setup.features]
        if missing:
            return missing[0]
        if self.procedure and not procedures[self.procedure].available:
            return self.procedure
        return ""


class Step(Sourced):
    """One thing to learn.

    world: verb lines of the outside that the lesson does itself when the step begins. do: verb
    lines of the driver that lead through it the shortest way. then: what is true afterwards, as the
    words after `expect`. why: what it means, said when it is done.
    """

    id: str
    assumed: Reason | None = None
    fits: Annotated[Fit, Field(alias="for")] = Fit()
    world: Words = ()
    do: Words = ()
    then: Words = ()
    say: Six
    why: Six | None = None


class Lesson(Content):
    """A lesson. country: the one it is given in, where the car's own does not offer the same."""

    order: int
    source: SourceRefs = ()
    fits: Annotated[Fit, Field(alias="for")] = Fit()
    country: str | None = None
    title: Six
    goal: Six
    start: Words = ()
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]


def lesson_file(name: str) -> Path:
    return LESSONS / f"{name}.yaml"


@cache
def load_lessons(folder: Path = LESSONS) -> dict[str, Lesson]:
    """Name -> lesson, in the order of teaching; raises ContentError with all faults."""
    found: dict[str, Lesson] = {}
    faults: list[ContentFault] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            found[path.stem] = load_content(path, Lesson)
        except ContentError as error:
            faults += error.faults
    if faults:
        raise ContentError(faults)
    return dict(sorted(found.items(), key=lambda item: item[1].order))


def find_lesson(name: str) -> Lesson:
    """The lesson of this name; raises UnknownNameError with the nearest."""
    known = load_lessons()
    if name not in known:
        raise UnknownNameError("lesson", name, known, otherwise=LISTED)
    return known[name]


_LINKED = {
    "pairing_code": "it is linked by a pairing code",
    "porsche_id": "it is linked by the Porsche ID",
}


def describe_reason(reason: str) -> str:
    """What `why_not` told, in words for who types."""
    if reason.startswith("PCM"):
        return f"it has {reason}"
    return _LINKED.get(reason) or f"it has no {reason.replace('_', ' ').replace('-', ' ')}"
