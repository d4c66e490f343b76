"""What a command of the modem is made of: its forms, its values, its answers, its errors."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from connectivity.outside.modem.errors import CME_TEXTS, CMS_TEXTS

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort
    from connectivity.outside.modem.state import ModemState

_NUMBER = re.compile(r"(\d{1,10})|([0-9A-F]{1,8})H|([01]{1,32})B", re.ASCII)


class AtError(Exception):
    """The line ends with ERROR."""

    def final(self, reporting: int) -> str:  # noqa: ARG002 - the others' signature
        """The final result code; reporting: the port's +CMEE."""
        return "ERROR"


class CmeError(AtError):
    """The line ends with +CME ERROR (TS 27.007, 9.2), as far as +CMEE lets it."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code

    def final(self, reporting: int) -> str:
        shown = {1: str(self.code), 2: CME_TEXTS[self.code]}
        return f"+CME ERROR: {shown[reporting]}" if reporting in shown else "ERROR"


class CmsError(AtError):
    """The line ends with +CMS ERROR (TS 27.005, 3.2.5), whatever +CMEE says."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code

    def final(self, reporting: int) -> str:
        return f"+CMS ERROR: {CMS_TEXTS[self.code] if reporting == 2 else self.code}"


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a command as it was written; quoted: a string constant."""

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Parameters:
    """The values after `=`; None: left out between two commas."""

    values: tuple[Value | None, ...] = ()

    def __len__(self) -> int:
        return len(self.values)

    def given(self, index: int) -> Value | None:
        return self.values[index] if index < len(self.values) else None

    def text(self, index: int, default: str | None = None) -> str:
        """A string; its quotes may be missing, as most modems allow."""
        value = self.given(index)
        if value is not None:
            return value.text
        if default is None:
            raise CmeError(50)
        return default

    def integer(self, index: int, allowed: Container[int], default: int | None = None) -> int:
        """A number (decimal, hexadecimal with H, binary with B: V.250, 5.4.2.1)."""
        value = self.given(index)
        if value is None:
            if default is None:
                raise CmeError(50)
            return default
        found = None if value.quoted else _NUMBER.fullmatch(value.text)
        if found is None:
            raise CmeError(50)
        decimal, hexadecimal, binary = found.groups()
        number = int(decimal or hexadecimal or binary, 10 if decimal else 16 if hexadecimal else 2)
        if number not in allowed:
            raise CmeError(50)
        return number


NO_VALUES = Parameters()


class Result(Enum):
    """Result codes of V.250, 5.7.1 with their numbers."""

    OK = 0
    CONNECT = 1
    RING = 2
    NO_CARRIER = 3
    ERROR = 4
    NO_DIALTONE = 6
    BUSY = 7
    NO_ANSWER = 8

    @property
    def words(self) -> str:
        return self.name.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Prompt:
    """The command wants text after `> ` up to Ctrl-Z; ESC takes it back.

    lines: whether each line break asks again (+CMGS in text mode does).
    `take` gets the text with its line breaks as CR.
    """

    take: Callable[[ModemEmulator, AtPort, str], Answer]
    lines: bool = True


@dataclass(frozen=True, slots=True)
class OnAir:
    """The answer takes its time on air; `finish` gives it. abortable: by any character."""

    seconds: float
    finish: Callable[[ModemEmulator, AtPort], Answer]
    abortable: bool = False


Answer: TypeAlias = "tuple[str, ...] | Prompt | OnAir | Result"
"""Lines of information text (then OK), or what else may come of a command.

Functions in it are module functions or `partial`s of them, no closures: a session is copied with
all that is under way.
"""

Act: TypeAlias = "Callable[[ModemEmulator, AtPort, Parameters], Answer]"


class Need(Enum):
    """What a command cannot do without."""

    NOTHING = 0
    CARD = 1  # a card in the slot, locked or not
    OPEN_CARD = 2  # and no PIN is missing


@dataclass(frozen=True, slots=True)
class Command:
    """One command; a form it lacks answers ERROR.

    test: the values it takes, told after its name; "" only says OK.
    most: how many values it takes. Basic commands (`E0`) have `execute` alone.
    message_service: its refusals are +CMS ERROR (TS 27.005), not +CME ERROR.
    """

    execute: Act | None = None
    read: Act | None = None
    set: Act | None = None
    test: str | Act = ""
    most: int = 1
    need: Need = Need.NOTHING
    message_service: bool = False


Commands: TypeAlias = "dict[str, Command]"

Watch: TypeAlias = "Callable[[ModemEmulator, AtPort, ModemState], tuple[str, ...]]"
"""The unsolicited lines a client gets after a change; it is handed the state before it."""
