"""The character set between a client and the modem: +CSCS (TS 27.007, 5.5).

A client's octets arrive and leave as Latin-1 text, one sign an octet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectivity.outside.modem.command import Answer, CmeError, Command, Commands, Parameters
from connectivity.sms.alphabet import septets, text_of

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort

CHARACTER_SETS = ("IRA", "GSM", "UCS2", "HEX", "8859-1", "UTF-8")


def from_client(charset: str, written: str) -> str:
    """What a client wrote; raises CmeError when it is not in its character set."""
    octets = written.encode("latin-1", "replace")
    match charset:
        case "GSM":
            return text_of(octets)
        case "HEX":
            return text_of(_octets(written))
        case "UCS2":
            return _octets(written).decode("utf-16-be", "replace")
        case "UTF-8":
            return octets.decode("utf-8", "replace")
        case "8859-1":
            return written
        case _:
            return octets.decode("ascii", "replace").replace("\ufffd", "?")


def to_client(charset: str, text: str) -> str:
    """A text as a client wants to read it."""
    match charset:
        case "GSM":
            return septets(text).decode("latin-1")
        case "HEX":
            return septets(text).hex().upper()
        case "UCS2":
            return text.encode("utf-16-be", "replace").hex().upper()
        case "UTF-8":
            return text.encode("utf-8", "replace").decode("latin-1")
        case "8859-1":
            return text.encode("latin-1", "replace").decode("latin-1")
        case _:
            return text.encode("ascii", "replace").decode("ascii")


def quoted(text: str) -> str:
    """A string constant; what would end it is escaped (V.250, 5.4.2.2)."""
    return '"' + text.replace("\\", "\\5C").replace('"', "\\22") + '"'


def _octets(written: str) -> bytes:
    try:
        return bytes.fromhex(written.strip())
    except ValueError as error:
        raise CmeError(25) from error


def _read(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (f'+CSCS: "{port.settings.charset}"',)


def _set(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    charset = values.text(0).upper()
    if charset not in CHARACTER_SETS:
        raise CmeError(50)
    port.settings.charset = charset
    return ()


_TEST = "(" + ",".join(f'"{name}"' for name in CHARACTER_SETS) + ")"
CHARACTERS: Commands = {"+CSCS": Command(read=_read, set=_set, test=_TEST)}
