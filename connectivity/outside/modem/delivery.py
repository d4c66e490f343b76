"""Short messages from the network: held while they cannot be delivered, stored, announced."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from connectivity.outside.modem.clock import network_time
from connectivity.outside.modem.entries import MessageStatus, StoredMessage, first_free
from connectivity.outside.modem.message_text import incoming_lines
from connectivity.outside.modem.service import IN_SERVICE, registration
from connectivity.outside.modem.state import ModemState
from connectivity.sms.address import Address
from connectivity.sms.pdu import Deliver
from connectivity.sms.text import split_text

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort

CAPACITY = {"SM": 50, "ME": 100}
"""Places of each memory: card and modem (assumed; cards have 10 to 50)."""


def deliver(modem: ModemEmulator, sender: str, text: str) -> int:
    """Somebody sends a text to the card; returns in how many messages it comes."""
    address, now = Address.of(sender), network_time(modem)
    parts = split_text(text, modem.state.delivered)
    pdus = tuple(Deliver(address, part, now).encode().hex().upper() for part in parts)
    modem.change(waiting=(*modem.state.waiting, *pdus))
    return len(parts)


def take_waiting(state: ModemState) -> ModemState:
    """What the network holds comes in as soon as the card can take it and has room."""
    if not state.waiting or registration(state).status not in IN_SERVICE:
        return state
    memory, came = state.received_memory, []
    for pdu in state.waiting:
        taken = frozenset(message.index for message in stored(state, memory))
        index = first_free(taken, CAPACITY[memory])
        if index is None:
            break
        came.append((memory, index))
        message = StoredMessage(index, MessageStatus.UNREAD, pdu)
        state = with_stored(state, memory, (*stored(state, memory), message))
    return replace(
        state,
        waiting=state.waiting[len(came) :],
        arrived=tuple(came) or state.arrived,
        delivered=state.delivered + len(came),
    )


def stored(state: ModemState, memory: str) -> tuple[StoredMessage, ...]:
    if memory == "ME":
        return state.messages
    return state.card.messages if state.card else ()


def with_stored(state: ModemState, memory: str, messages: tuple[StoredMessage, ...]) -> ModemState:
    ordered = tuple(sorted(messages, key=lambda message: message.index))
    if memory == "ME":
        return replace(state, messages=ordered)
    return replace(state, card=replace(state.card, messages=ordered)) if state.card else state


def keep_stored(modem: ModemEmulator, memory: str, messages: tuple[StoredMessage, ...]) -> None:
    """Change a memory of the modem; freed room lets in what the network holds."""
    state = with_stored(modem.state, memory, messages)
    modem.change(card=state.card, messages=state.messages)


def watch_messages(modem: ModemEmulator, port: AtPort, before: ModemState) -> tuple[str, ...]:
    """+CMTI tells the place of a new message, +CMT the message itself (+CNMI <mt> 1 and 2)."""
    settings, state = port.settings, modem.state
    if state.delivered == before.delivered or not settings.new_messages:
        return ()
    if settings.new_messages == 1:
        return tuple(f'+CMTI: "{memory}",{index}' for memory, index in state.arrived)
    return tuple(
        "\r\n".join(incoming_lines(modem, port, message))
        for memory, index in state.arrived
        for message in stored(state, memory)
        if message.index == index
    )


def drop_routed(modem: ModemEmulator) -> None:
    """Messages that every client wanted to have itself are not stored (TS 27.005, 3.4.1)."""
    wanted = {port.settings.new_messages for port in modem.ports} - {0}
    if wanted != {2}:
        return
    places = set(modem.state.arrived)
    for memory in CAPACITY:
        kept = (m for m in stored(modem.state, memory) if (memory, m.index) not in places)
        keep_stored(modem, memory, tuple(kept))
