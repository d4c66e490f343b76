"""Stored short messages: +CMGL, +CMGR, +CMGD, +CPMS (TS 27.005, 3.2.2, 3.4, 3.5.4)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from connectivity.outside.modem.command import (
    Answer,
    CmsError,
    Command,
    Commands,
    Need,
    Parameters,
)
from connectivity.outside.modem.delivery import CAPACITY, keep_stored, stored
from connectivity.outside.modem.entries import MessageStatus, StoredMessage
from connectivity.outside.modem.message_text import listed_lines, read_lines

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort

_ALL = 4
_FILTERS = (*(status.words for status in MessageStatus), "ALL")
_DELETED = {
    1: (MessageStatus.READ,),
    2: (MessageStatus.READ, MessageStatus.SENT),
    3: (MessageStatus.READ, MessageStatus.SENT, MessageStatus.UNSENT),
    4: tuple(MessageStatus),
}
"""Which messages <delflag> of +CMGD deletes."""


def _list(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    wanted = _wanted(port, values)
    chosen = tuple(m for m in _memory(modem, port) if wanted == _ALL or m.status == wanted)
    lines = tuple(line for m in chosen for line in listed_lines(modem, port, m))
    _mark_read(modem, port, chosen)
    return lines


def _wanted(port: AtPort, values: Parameters) -> int:
    if not port.settings.text_mode:
        return values.integer(0, range(5), 0)
    name = values.text(0, _FILTERS[0]).upper()
    if name not in _FILTERS:
        raise CmsError(305)
    return _FILTERS.index(name)


def _listable(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    words = ",".join(f'"{name}"' for name in _FILTERS)
    return (f"+CMGL: ({words if port.settings.text_mode else '0-4'})",)


def _read(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    message = _at(modem, port, values)
    if message is None:
        raise CmsError(321)
    lines = read_lines(modem, port, message)
    _mark_read(modem, port, (message,))
    return lines


def _at(modem: ModemEmulator, port: AtPort, values: Parameters) -> StoredMessage | None:
    index = values.integer(0, range(256))
    if not 1 <= index <= CAPACITY[port.settings.read_memory]:
        raise CmsError(321)
    return next((m for m in _memory(modem, port) if m.index == index), None)


def _memory(modem: ModemEmulator, port: AtPort) -> tuple[StoredMessage, ...]:
    return stored(modem.state, port.settings.read_memory)


def _mark_read(modem: ModemEmulator, port: AtPort, shown: tuple[StoredMessage, ...]) -> None:
    new = {m.index for m in shown if m.status is MessageStatus.UNREAD}
    if new:
        messages = tuple(
            replace(m, status=MessageStatus.READ) if m.index in new else m
            for m in _memory(modem, port)
        )
        keep_stored(modem, port.settings.read_memory, messages)


def _delete(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    flag = values.integer(1, range(5), 0)
    message = _at(modem, port, values) if not flag else None
    kept = tuple(
        m
        for m in _memory(modem, port)
        if (m.status not in _DELETED[flag] if flag else m is not message)
    )
    keep_stored(modem, port.settings.read_memory, kept)
    return ()


def _deletable(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    places = ",".join(str(m.index) for m in _memory(modem, port))
    return (f"+CMGD: ({places}),(0-4)",)


def _read_memories(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    shown = (f'"{name}",{_filled(modem, name)}' for name in _memories(modem, port))
    return (f"+CPMS: {','.join(shown)}",)


def _set_memories(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    now = _memories(modem, port)
    names = [values.text(n, now[n]).upper() for n in range(3)]
    if any(name not in CAPACITY for name in names):
        raise CmsError(302)
    port.settings.read_memory, port.settings.write_memory = names[0], names[1]
    modem.change(received_memory=names[2])
    return (f"+CPMS: {','.join(_filled(modem, name) for name in names)}",)


def _memories(modem: ModemEmulator, port: AtPort) -> tuple[str, str, str]:
    """Where is read and deleted, where is written and sent from, where received messages go."""
    settings = port.settings
    return settings.read_memory, settings.write_memory, modem.state.received_memory


def _filled(modem: ModemEmulator, name: str) -> str:
    return f"{len(stored(modem.state, name))},{CAPACITY[name]}"


_MEMORIES = "(" + ",".join(f'"{name}"' for name in CAPACITY) + ")"


MESSAGE_STORE: Commands = {
    "+CMGL": Command(
        execute=_list, set=_list, test=_listable, need=Need.OPEN_CARD, message_service=True
    ),
    "+CMGR": Command(set=_read, need=Need.OPEN_CARD, message_service=True),
    "+CMGD": Command(
        set=_delete, test=_deletable, most=2, need=Need.OPEN_CARD, message_service=True
    ),
    "+CPMS": Command(
        read=_read_memories,
        set=_set_memories,
        test=f"{_MEMORIES},{_MEMORIES},{_MEMORIES}",
        most=3,
        need=Need.OPEN_CARD,
        message_service=True,
    ),
}
