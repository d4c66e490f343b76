"""Command lines by V.250, 5.2 to 5.4: from the body of a line to one command after the other. Pure.

The body is what stands between the prefix AT and the termination character.
"""

import re
from dataclasses import dataclass
from enum import Enum

from connectivity.outside.modem.command import NO_VALUES, AtError, Parameters, Value

_QUOTED = re.compile(r'"[^"]*"')
_BASIC = re.compile(r"(&?[A-Z])(\d{0,10})", re.ASCII)
_REGISTER = re.compile(r"(S\d{1,3})(?:(\?)|=(\d{0,3}))", re.ASCII)
_EXTENDED = re.compile(r"\+[A-Z][A-Z0-9!%\-./:_]{0,15}", re.ASCII)
_DIAL = re.compile(r'D((?:"[^"]*"|[^;"])*;?)')
_VALUE = re.compile(r'("[^"]*"|[^,;"?=]*)(,|;|$)')
_ESCAPE = re.compile(r"\\([0-9A-Fa-f]{2})")


class Form(Enum):
    EXECUTE = "execute"
    READ = "read"
    TEST = "test"
    SET = "set"


@dataclass(frozen=True, slots=True)
class Request:
    """One command of a line; its values may hold secrets."""

    name: str
    form: Form = Form.EXECUTE
    parameters: Parameters = NO_VALUES


def tidy(body: str) -> str:
    """The body without blanks and in capitals, but for its string constants (V.250, 5.2.1)."""
    parts, at = [], 0
    for quoted in _QUOTED.finditer(body):
        parts += [body[at : quoted.start()].replace(" ", "").upper(), quoted.group()]
        at = quoted.end()
    return "".join((*parts, body[at:].replace(" ", "").upper()))


def next_request(body: str, at: int) -> tuple[Request, int]:
    """The command that begins at `at` of a tidy body, and where the next one begins.

    Raises AtError where no command begins: what stands before it has been done by then.
    """
    if found := _DIAL.match(body, at):
        return Request("D", parameters=Parameters((Value(found[1]),))), found.end()
    if found := _REGISTER.match(body, at):
        name, read, number = found.groups()
        form = Form.READ if read else Form.SET
        values = () if read else (Value(number or "0"),)
        return Request(name, form, Parameters(values)), found.end()
    if found := _EXTENDED.match(body, at):
        return _extended(found.group(), body, found.end())
    if found := _BASIC.match(body, at):
        values = (Value(found[2]),) if found[2] else ()
        return Request(found[1], parameters=Parameters(values)), found.end()
    raise AtError


def _extended(name: str, body: str, at: int) -> tuple[Request, int]:
    for sign, form in (("=?", Form.TEST), ("?", Form.READ), ("", Form.EXECUTE)):
        end = at + len(sign)
        if body.startswith(sign, at) and body[end : end + 1] in ("", ";"):
            return Request(name, form), end + 1
    if body[at : at + 1] != "=":
        raise AtError
    parameters, end = _values(body, at + 1)
    return Request(name, Form.SET, parameters), end


def _values(body: str, at: int) -> tuple[Parameters, int]:
    values: list[Value | None] = []
    while found := _VALUE.match(body, at):
        written, sign = found.groups()
        values.append(_value(written))
        at = found.end()
        if sign != ",":
            return Parameters(tuple(values)), at
    raise AtError


def _value(written: str) -> Value | None:
    if not written.startswith('"'):
        return Value(written) if written else None
    text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), written[1:-1])  # V.250, 5.4.2.2
    return Value(text, quoted=True)
