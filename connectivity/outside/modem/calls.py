"""Voice calls: D, A, H, +CHUP, +CLCC, +CLIP, +CLIR, +CRC, +CNUM, +CPAS, +VTS.

TS 27.007, 6 and 7, and V.250, 6.3. One call at a time: no waiting, no conference, no data calls.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from connectivity.call import EMERGENCY_NUMBERS
from connectivity.messages.telephony import CallPhase
from connectivity.outside.modem.command import (
    Answer,
    CmeError,
    Command,
    Commands,
    Need,
    Parameters,
    Result,
)
from connectivity.outside.modem.service import radio, registration
from connectivity.outside.modem.state import Functionality, ModemState

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort

RING_S = 5.0
"""How often RING comes again, about as with every modem."""
UNANSWERED_S = 180.0
"""When the network takes back a call that nobody answers: T301 of TS 24.008, 11.3."""

_INTERNATIONAL, _NATIONAL = 145, 129  # <type>: TS 24.008, 10.5.4.7
_LONGEST_NUMBER = 20
_DIALLED = re.compile(
    r"(?:(?P<stored>>(?:SM)?(?P<index>\d{1,3}))|(?P<number>\+?[0-9*#A-D]*))[IG]*;"
)
_IGNORED = re.compile(r"[-.()TPW,!@ ]")  # V.250, 6.3.1: dial modifiers without a meaning here
_TONE = re.compile(r"[0-9#*A-D]")


def _dial(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    dialled = _DIALLED.fullmatch(_IGNORED.sub("", values.text(0)))
    if not values.text(0).endswith(";"):
        return Result.NO_CARRIER  # a data call, which no network here carries
    if dialled is None:
        raise CmeError(27)
    number = _stored(modem, int(dialled["index"])) if dialled["stored"] else dialled["number"]
    if not number or len(number) > _LONGEST_NUMBER + 1:
        raise CmeError(26 if number else 27)
    if modem.call is not CallPhase.ENDED:
        raise CmeError(3)
    if number not in EMERGENCY_NUMBERS:
        _demand_service(modem)
    return () if modem.dial(number) else Result.NO_CARRIER


def _stored(modem: ModemEmulator, index: int) -> str:
    """The number of a place of the card's phone book."""
    modem.demand(Need.OPEN_CARD)
    book = {entry.index: entry.number for entry in modem.inserted.phone_book}
    if index not in book:
        raise CmeError(21)
    return book[index]


def _demand_service(modem: ModemEmulator) -> None:
    modem.demand(Need.OPEN_CARD)
    if registration(modem.state).technology is None:
        raise CmeError(30)


def _answer(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    if modem.call is not CallPhase.INCOMING:
        return Result.NO_CARRIER
    modem.set_call(CallPhase.ACTIVE)
    return ()


def _hang_up(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    values.integer(0, (0,), 0)
    modem.set_call(CallPhase.ENDED)
    return ()


def _list(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    state = modem.state
    if state.call is CallPhase.ENDED:
        return ()
    line = f"+CLCC: 1,{int(state.call_came)},{state.call.value},0,0"
    return (f"{line},{shown_number(state.number)}" if state.number else line,)


def shown_number(number: str) -> str:
    """<number>,<type>; the number without the blanks it is written with."""
    bare = _IGNORED.sub("", number)
    return f'"{bare}",{_INTERNATIONAL if bare.startswith("+") else _NATIONAL}'


def _read_presentation(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    known = registration(modem.state).technology is not None
    return (f"+CLIP: {int(port.settings.caller_number)},{1 if known else 2}",)


def _set_presentation(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    port.settings.caller_number = bool(values.integer(0, (0, 1), 0))
    return ()


def _read_restriction(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    known = registration(modem.state).technology is not None
    return (f"+CLIR: {port.settings.restriction},{4 if known else 2}",)


def _set_restriction(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    port.settings.restriction = values.integer(0, range(3), 0)
    return ()


def _read_ring(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (f"+CRC: {int(port.settings.extended_ring)}",)


def _set_ring(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    port.settings.extended_ring = bool(values.integer(0, (0, 1), 0))
    return ()


def _own_number(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (f"+CNUM: ,{shown_number(modem.inserted.msisdn)}",)


def _activity(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    if modem.state.functionality is Functionality.MINIMUM:
        return ("+CPAS: 5",)
    return (f"+CPAS: {_ACTIVITY.get(modem.call, 0)}",)


_ACTIVITY = {CallPhase.INCOMING: 3, CallPhase.DIALLING: 4, CallPhase.ACTIVE: 4}


def _tone(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    if modem.call is not CallPhase.ACTIVE:
        raise CmeError(3)
    if not _TONE.fullmatch(values.text(0).upper()):
        raise CmeError(50)
    values.integer(1, range(256), 0)
    return ()


def ring_lines(port: AtPort, state: ModemState) -> tuple[str, ...]:
    """One ring as a client asked to hear it."""
    ring = "+CRING: VOICE" if port.settings.extended_ring else Result.RING.words
    if not port.settings.caller_number:
        return (ring,)
    if not state.number:  # TS 27.007, 7.11: withheld by the caller
        return ring, f'+CLIP: "",{_NATIONAL},,,,1'
    return ring, f"+CLIP: {shown_number(state.number)},,,,0"


def watch_call(modem: ModemEmulator, port: AtPort, before: ModemState) -> tuple[str, ...]:
    """The first ring, and the end of a call that this client did not end itself."""
    was, now = before.call, modem.call
    if now is CallPhase.INCOMING and was is not now:
        return ring_lines(port, modem.state)
    if now is not CallPhase.ENDED or was is now or port.executing:
        return ()
    busy = was is CallPhase.DIALLING and radio(modem.state) and port.settings.result_level >= 3
    return (Result.BUSY.words if busy else Result.NO_CARRIER.words,)


CALLS: Commands = {
    "D": Command(execute=_dial),
    "A": Command(execute=_answer),
    "H": Command(execute=_hang_up),
    "+CHUP": Command(execute=_hang_up),
    "+CLCC": Command(execute=_list),
    "+CLIP": Command(read=_read_presentation, set=_set_presentation, test="(0,1)"),
    "+CLIR": Command(read=_read_restriction, set=_set_restriction, test="(0-2)"),
    "+CRC": Command(read=_read_ring, set=_set_ring, test="(0,1)"),
    "+CNUM": Command(execute=_own_number, need=Need.OPEN_CARD),
    "+CPAS": Command(execute=_activity, test="(0,3,4,5)"),
    "+VTS": Command(set=_tone, test="(0-9,#,*,A-D),(0-255)", most=2),
}
