"""Text messages as the head unit treats them: announced, listed with the sender's name, read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectivity.inbox import Inbox, Received, Source, drop_source, mark_read, receive
from connectivity.messages.phone import BluetoothProfile
from connectivity.messages.telephony import TextMessage
from connectivity.sim import SimState
from models.reasons import Reason
from pcm.headunit.contacts import name_of
from pcm.headunit.state import DialogState
from pcm.headunit.view import View

if TYPE_CHECKING:
    from pcm.headunit.unit import HeadUnit


def take_text(unit: HeadUnit, message: TextMessage, source: Source) -> None:
    """A message came; it is announced unless that is switched off."""
    unit.change(inbox=receive(unit.state.inbox, message, source, unit.state.now))
    if unit.view.setting("message_announcement") is not False:
        sender = name_of(unit.view, unit.state.inbox[0].sender)
        unit.say(Reason.of("message_from", sender=sender))


def drop_texts(unit: HeadUnit, source: Source) -> None:
    """What brought the messages is gone, and they with it."""
    inbox = drop_source(unit.state.inbox, source)
    if inbox is not unit.state.inbox:
        unit.change(inbox=inbox)


def read_message(unit: HeadUnit, index: str) -> None:
    """Show a message of the inbox; it counts as read."""
    message = unit.state.inbox[int(index)]
    if message.unread:
        unit.change(inbox=mark_read(unit.state.inbox, int(index)))
    values = (("sender", name_of(unit.view, message.sender)), ("text", message.text))
    unit.open_overlay(DialogState("text_message", values))


def available(view: View, source: Source) -> bool:
    """Messages of a source are shown while it is there: the card unlocked, the phone connected."""
    if source is Source.SIM:
        return view.state.sim.state is SimState.READY
    return view.state.phone.runs(BluetoothProfile.MESSAGES)


def listed(view: View) -> dict[int, Received]:
    """Index in the inbox -> message, of those that are shown now."""
    inbox: Inbox = view.state.inbox
    return {index: m for index, m in enumerate(inbox) if available(view, m.source)}


def unread(view: View) -> int:
    return sum(m.unread for m in listed(view).values()) if view.state.inbox else 0
