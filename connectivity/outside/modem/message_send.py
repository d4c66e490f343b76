"""Sending and writing short messages: +CMGS, +CMGW, +CMSS (TS 27.005, 3.5 and 4)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from connectivity.outside.modem.characters import from_client
from connectivity.outside.modem.command import (
    Answer,
    CmeError,
    CmsError,
    Command,
    Commands,
    Need,
    OnAir,
    Parameters,
    Prompt,
)
from connectivity.outside.modem.delivery import CAPACITY, deliver, keep_stored, stored
from connectivity.outside.modem.entries import (
    MessageStatus,
    SentMessage,
    StoredMessage,
    first_free,
)
from connectivity.outside.modem.service import IN_SERVICE, registration
from connectivity.sms.address import INTERNATIONAL, Address, PduError
from connectivity.sms.pdu import Submit, decode, decode_submit, split_centre
from connectivity.sms.text import Coding, Text, coding_of, decode_text

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort

SENDING_S = 2.0
"""How long a message takes on its way to the service centre (assumed)."""
KEPT = 50
"""How many sent messages are remembered for the far end."""
_NUMBER = re.compile(r"\+?[0-9*#]{1,20}")
_UDHI, _VALIDITY_GIVEN, _REPORT = 0x40, 0x10, 0x20


def _send(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    if port.settings.text_mode:
        return Prompt(partial(_send_text, _address(port, values)))
    return Prompt(partial(_send_pdu, values.integer(0, range(7, 165))), lines=False)


def _send_text(to: Address, modem: ModemEmulator, port: AtPort, text: str) -> Answer:
    return _put_on_air(modem, _submit(port, to, text))


def _send_pdu(length: int, modem: ModemEmulator, port: AtPort, text: str) -> Answer:
    message = _typed_pdu(length, text)
    try:
        return _put_on_air(modem, decode_submit(message))
    except PduError as error:
        raise CmsError(304) from error


def _typed_pdu(length: int, text: str) -> bytes:
    """What was typed, without its service centre; `length` counts the rest."""
    try:
        message = split_centre(bytes.fromhex(text))[1]
        decode(message)
    except ValueError as error:
        raise CmsError(304) from error
    if len(message) != length:
        raise CmsError(304)
    return message


def _address(port: AtPort, values: Parameters) -> Address:
    """<da> and <toda>; raises CmsError for what is no number."""
    written, charset = values.text(0), port.settings.charset
    number = from_client(charset, written) if charset in ("UCS2", "HEX") else written
    kind = values.integer(1, range(256), 0)
    address = Address.of(number)
    if not _NUMBER.fullmatch(number.replace(" ", "")):
        raise CmsError(305)
    return Address(address.digits, INTERNATIONAL) if kind == INTERNATIONAL else address


def _submit(port: AtPort, to: Address, written: str) -> Submit:
    """A message as +CSMP set it; raises CmsError when it is too long or cannot be read."""
    settings = port.settings
    validity = bytes((settings.validity,)) if settings.first_octet & _VALIDITY_GIVEN else b""
    report = bool(settings.first_octet & _REPORT)
    try:
        body = _body(port, written)
        body.encode()
    except (PduError, CmeError) as error:
        raise CmsError(305) from error
    return Submit(to, body, 0, settings.protocol, validity, report)


def _body(port: AtPort, written: str) -> Text:
    """7-bit text comes in the client's characters, all else in hexadecimal (27.005, 3.1)."""
    settings = port.settings
    has_header, seven = bool(settings.first_octet & _UDHI), coding_of(settings.scheme)
    if seven is Coding.GSM7 and not has_header:
        text = from_client(settings.charset, written.replace("\r", "\n"))
        return Text(text, settings.scheme)
    try:
        octets = bytes.fromhex(written)
    except ValueError as error:
        raise PduError("no hexadecimal digits") from error
    count = len(octets) * 8 // 7 if seven is Coding.GSM7 else len(octets)
    return decode_text(settings.scheme, has_header, bytes((min(count, 255),)) + octets)


def _put_on_air(modem: ModemEmulator, message: Submit) -> Answer:
    if registration(modem.state).status not in IN_SERVICE:
        raise CmsError(331)
    if not modem.inserted.service_centre:
        raise CmsError(330)
    return OnAir(SENDING_S, partial(_sent, message))


def _sent(message: Submit, modem: ModemEmulator, port: AtPort) -> Answer:
    return (f"+CMGS: {_hand_over(modem, message)}",)


def _hand_over(modem: ModemEmulator, message: Submit) -> int:
    """The network took it; a message to the own number comes back. Returns its reference."""
    if registration(modem.state).status not in IN_SERVICE:
        raise CmsError(332)  # lost on the way
    reference = (modem.state.reference + 1) % 256
    kept = (*modem.state.sent, SentMessage(message.to.shown, message.body.text))[-KEPT:]
    modem.change(reference=reference, sent=kept)
    own = modem.inserted.msisdn
    if message.to.shown == own:
        deliver(modem, own, message.body.text)
    return reference


def _write(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    if port.settings.text_mode:
        status = values.text(2, MessageStatus.UNSENT.words).upper()
        by_words = {s.words: s for s in (MessageStatus.UNSENT, MessageStatus.SENT)}
        if status not in by_words:
            raise CmsError(305)
        to = _address(port, values) if values.given(0) else Address("")
        return Prompt(partial(_write_text, to, by_words[status]))
    length, status_code = values.integer(0, range(7, 165)), values.integer(1, range(4), 2)
    take = partial(_write_pdu, length, MessageStatus(status_code))
    return Prompt(take, lines=False)


def _write_text(
    to: Address, status: MessageStatus, modem: ModemEmulator, port: AtPort, text: str
) -> Answer:
    return _store(modem, port, _submit(port, to, text).encode(), status)


def _write_pdu(
    length: int, status: MessageStatus, modem: ModemEmulator, port: AtPort, text: str
) -> Answer:
    return _store(modem, port, _typed_pdu(length, text), status)


def _store(modem: ModemEmulator, port: AtPort, pdu: bytes, status: MessageStatus) -> Answer:
    memory = port.settings.write_memory
    messages = stored(modem.state, memory)
    index = first_free(frozenset(m.index for m in messages), CAPACITY[memory])
    if index is None:
        raise CmsError(322)
    keep_stored(modem, memory, (*messages, StoredMessage(index, status, pdu.hex().upper())))
    return (f"+CMGW: {index}",)


def _send_stored(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    memory, index = port.settings.write_memory, values.integer(0, range(256))
    found = next((m for m in stored(modem.state, memory) if m.index == index), None)
    message = decode(bytes.fromhex(found.pdu)) if found else None
    if not isinstance(message, Submit):
        raise CmsError(321)
    if values.given(1):
        message = replace(message, to=_address(port, Parameters(values.values[1:])))
    if not message.to.digits:
        raise CmsError(305)
    answer = _put_on_air(modem, message)
    assert isinstance(answer, OnAir)
    return replace(answer, finish=partial(_stored_sent, message, index))


def _stored_sent(message: Submit, index: int, modem: ModemEmulator, port: AtPort) -> Answer:
    reference, memory = _hand_over(modem, message), port.settings.write_memory
    messages = tuple(
        replace(m, status=MessageStatus.SENT) if m.index == index else m
        for m in stored(modem.state, memory)
    )
    keep_stored(modem, memory, messages)
    return (f"+CMSS: {reference}",)


MESSAGE_SEND: Commands = {
    "+CMGS": Command(set=_send, most=2, need=Need.OPEN_CARD, message_service=True),
    "+CMGW": Command(execute=_write, set=_write, most=3, need=Need.OPEN_CARD, message_service=True),
    "+CMSS": Command(set=_send_stored, most=3, need=Need.OPEN_CARD, message_service=True),
}
