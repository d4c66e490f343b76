"""The card's phone book: +CPBS, +CPBR, +CPBW, +CPBF (TS 27.007, 8.11 to 8.14).

`SM` holds the card's contacts, `ON` its own number.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from connectivity.outside.modem.calls import shown_number
from connectivity.outside.modem.characters import from_client, quoted, to_client
from connectivity.outside.modem.command import Answer, CmeError, Command, Commands, Need, Parameters
from connectivity.outside.modem.entries import PhoneBookEntry, first_free

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort

CAPACITY = {"SM": 250, "ON": 1}
"""Places of each memory (assumed; cards have up to 250)."""
LONGEST_NUMBER, LONGEST_NAME = 20, 14
_NUMBER = re.compile(r"\+?[0-9*#]+")


def _read_memory(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    name = port.settings.phone_book
    return (f'+CPBS: "{name}",{len(_book(modem, port))},{CAPACITY[name]}',)


def _set_memory(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    name = values.text(0).upper()
    if name not in CAPACITY:
        raise CmeError(3)
    port.settings.phone_book = name
    return ()


def _book(modem: ModemEmulator, port: AtPort) -> tuple[PhoneBookEntry, ...]:
    card = modem.inserted
    if port.settings.phone_book == "ON":
        return (PhoneBookEntry(1, "", card.msisdn),)
    return card.phone_book


def _read(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    first = _place(port, values, 0)
    last = _place(port, values, 1, first)
    return tuple(
        _line("+CPBR", port, entry) for entry in _book(modem, port) if first <= entry.index <= last
    )


def _place(port: AtPort, values: Parameters, at: int, default: int | None = None) -> int:
    index = values.integer(at, range(1000), default)
    if not 1 <= index <= CAPACITY[port.settings.phone_book]:
        raise CmeError(21)
    return index


def _line(name: str, port: AtPort, entry: PhoneBookEntry) -> str:
    shown = quoted(to_client(port.settings.charset, entry.name))
    return f"{name}: {entry.index},{shown_number(entry.number)},{shown}"


def _readable(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (f"+CPBR: {_limits(port)}",)


def _limits(port: AtPort) -> str:
    return f"(1-{CAPACITY[port.settings.phone_book]}),{LONGEST_NUMBER},{LONGEST_NAME}"


def _write(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    if port.settings.phone_book != "SM":
        raise CmeError(3)
    book = {entry.index: entry for entry in modem.inserted.phone_book}
    if values.given(0):
        index: int | None = _place(port, values, 0)
    else:
        index = first_free(frozenset(book), CAPACITY["SM"])
    if index is None:
        raise CmeError(20)
    if len(values) <= 1:
        book.pop(index, None)
    else:
        book[index] = _entry(port, values, index)
    ordered = tuple(entry for _, entry in sorted(book.items()))
    modem.change(card=replace(modem.inserted, phone_book=ordered))
    return ()


def _entry(port: AtPort, values: Parameters, index: int) -> PhoneBookEntry:
    number, kind = values.text(1), values.integer(2, range(256), 0)
    name = from_client(port.settings.charset, values.text(3, ""))
    if len(number.removeprefix("+")) > LONGEST_NUMBER:
        raise CmeError(26)
    if not _NUMBER.fullmatch(number):
        raise CmeError(27)
    if len(name) > LONGEST_NAME:
        raise CmeError(24)
    if kind == 145 and not number.startswith("+"):
        number = f"+{number}"
    return PhoneBookEntry(index, name, number)


def _writable(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    places = f"(1-{CAPACITY[port.settings.phone_book]})"
    return (f"+CPBW: {places},{LONGEST_NUMBER},(129,145),{LONGEST_NAME}",)


def _find(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    """Entries whose name starts so, whatever its case."""
    wanted = from_client(port.settings.charset, values.text(0)).casefold()
    found = [e for e in _book(modem, port) if e.name.casefold().startswith(wanted)]
    if not found:
        raise CmeError(22)
    return tuple(_line("+CPBF", port, entry) for entry in found)


PHONE_BOOK: Commands = {
    "+CPBS": Command(read=_read_memory, set=_set_memory, test='("SM","ON")', need=Need.OPEN_CARD),
    "+CPBR": Command(set=_read, test=_readable, most=2, need=Need.OPEN_CARD),
    "+CPBW": Command(set=_write, test=_writable, most=4, need=Need.OPEN_CARD),
    "+CPBF": Command(set=_find, test=f"{LONGEST_NUMBER},{LONGEST_NAME}", need=Need.OPEN_CARD),
}
