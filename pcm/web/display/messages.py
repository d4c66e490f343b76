"""What a page says over its WebSocket, as typed values; anything else is refused as a whole."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from models.errors import PcmError
from pcm.headunit.verbs.driver import DRIVER_VERBS
from pcm.training.commands import Act, Start, parse_command
from pcm.training.lesson import load_lessons

LONGEST = 1024
"""Characters of a message."""
MOST_NOTCHES = 20
Place = Annotated[float, Field(ge=-10_000, le=10_000, allow_inf_nan=False)]
"""px of the window's picture; a finger may leave it."""


class MalformedError(PcmError):
    """It is no message."""


class _Message(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Point(_Message):
    """A finger or the mouse."""

    say: Literal["point"]
    act: Literal["press", "move", "release"]
    x: Place
    y: Place


class Turn(_Message):
    """The mouse wheel; away from you is positive."""

    say: Literal["turn"]
    x: Place
    y: Place
    notches: Annotated[int, Field(ge=-MOST_NOTCHES, le=MOST_NOTCHES)]


class Press(_Message):
    """A key of the keyboard goes down or up."""

    say: Literal["key"]
    name: Annotated[str, Field(min_length=1, max_length=20)]
    down: bool


class Do(_Message):
    """A verb of the driver or of lessons: what the page offers in words."""

    say: Literal["do"]
    line: Annotated[str, Field(min_length=1, max_length=200)]


class Fill(_Message):
    """Type what belongs into the open field."""

    say: Literal["fill"]


class Panel(_Message):
    """Show the panel or hide it."""

    say: Literal["panel"]
    shown: bool


class Ack(_Message):
    """The picture of this version is drawn."""

    say: Literal["ack"]
    version: Annotated[int, Field(ge=0, lt=2**32)]


class Take(_Message):
    """Take the wheel, or ask for it."""

    say: Literal["take"]


class Give(_Message):
    """Give the wheel to another viewer, or (0) leave it free."""

    say: Literal["give"]
    to: Annotated[int, Field(ge=0, lt=2**31)]


Touch = Point | Turn | Press | Do | Fill | Panel
Message = Touch | Ack | Take | Give
_READER: TypeAdapter[Message] = TypeAdapter(Annotated[Message, Field(discriminator="say")])


def parse_message(text: str) -> Message:
    """Raises MalformedError, which repeats nothing of what was said."""
    if len(text) > LONGEST:
        raise MalformedError("it is too long")
    try:
        message = _READER.validate_json(text)
    except ValidationError as error:
        raise MalformedError(f"{error.error_count()} faults") from None
    if isinstance(message, Do) and not _is_harmless(message.line):
        raise MalformedError("it is no verb of the driver")  # others reach the computer's files
    return message


def _is_harmless(line: str) -> bool:
    verb, _, rest = line.partition(" ")
    if verb == "type" and rest.strip().startswith("@"):
        return False  # a password could be typed where all can read it; Fill knows its place
    if verb != "lesson":
        return verb in DRIVER_VERBS
    try:
        return isinstance(parse_command(rest, load_lessons()), Start | Act)
    except PcmError:
        return False
