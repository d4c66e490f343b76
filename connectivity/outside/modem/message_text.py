"""Stored messages as the commands show them, in text and in PDU mode (TS 27.005, 3 and 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectivity.outside.modem.characters import quoted, to_client
from connectivity.outside.modem.clock import time_text
from connectivity.outside.modem.entries import StoredMessage
from connectivity.sms.address import Address
from connectivity.sms.pdu import Deliver, Submit, decode, encode_centre
from connectivity.sms.text import Coding, Text

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort


def listed_lines(modem: ModemEmulator, port: AtPort, stored: StoredMessage) -> tuple[str, str]:
    """One message of +CMGL."""
    start = f"+CMGL: {stored.index}"
    if not port.settings.text_mode:
        return _pdu_lines(modem, f"{start},{stored.status.value},", stored)
    message = decode(bytes.fromhex(stored.pdu))
    party = message.sender if isinstance(message, Deliver) else message.to
    name = _name(modem, port, party)
    fields = [start, quoted(stored.status.words), _shown(port, party.shown), name, _time(message)]
    if port.settings.show_header:
        fields += [str(party.type), str(_length(message.body))]
    return ",".join(fields), _shown_text(port, message.body)


def read_lines(modem: ModemEmulator, port: AtPort, stored: StoredMessage) -> tuple[str, str]:
    """The message of +CMGR."""
    if not port.settings.text_mode:
        return _pdu_lines(modem, f"+CMGR: {stored.status.value},", stored)
    message = decode(bytes.fromhex(stored.pdu))
    start = f"+CMGR: {quoted(stored.status.words)}"
    return _text_lines(modem, port, start, message, stored.pdu)


def incoming_lines(modem: ModemEmulator, port: AtPort, stored: StoredMessage) -> tuple[str, str]:
    """The message of +CMT."""
    if not port.settings.text_mode:
        return _pdu_lines(modem, "+CMT: ", stored)
    message = decode(bytes.fromhex(stored.pdu))
    header, text = _text_lines(modem, port, "", message, stored.pdu)
    return f"+CMT: {header.removeprefix(',')}", text


def _pdu_lines(modem: ModemEmulator, start: str, stored: StoredMessage) -> tuple[str, str]:
    """<length> does not count the service centre, which stands before the PDU."""
    card = modem.state.card
    centre = encode_centre(Address.of(card.service_centre)) if card else b"\0"
    return f"{start},{len(stored.pdu) // 2}", centre.hex().upper() + stored.pdu


def _text_lines(
    modem: ModemEmulator, port: AtPort, start: str, message: Deliver | Submit, pdu: str
) -> tuple[str, str]:
    party = message.sender if isinstance(message, Deliver) else message.to
    fields = [start, _shown(port, party.shown), _name(modem, port, party)]
    if isinstance(message, Deliver):
        fields.append(_time(message))
    if port.settings.show_header:
        fields += [str(party.type), str(int(pdu[:2], 16)), str(message.protocol)]
        fields += [str(message.body.scheme), *_validity(message)]
        centre = modem.state.card.service_centre if modem.state.card else ""
        fields += [_shown(port, centre), str(Address.of(centre).type if centre else 129)]
        fields.append(str(_length(message.body)))
    return ",".join(fields), _shown_text(port, message.body)


def _validity(message: Deliver | Submit) -> list[str]:
    if isinstance(message, Deliver):
        return []
    return [str(message.validity[0]) if len(message.validity) == 1 else ""]


def _time(message: Deliver | Submit) -> str:
    return f'"{time_text(message.time)}"' if isinstance(message, Deliver) else ""


def _shown(port: AtPort, text: str) -> str:
    return quoted(to_client(port.settings.charset, text))


def _name(modem: ModemEmulator, port: AtPort, party: Address) -> str:
    """<alpha>: the name under which the card's phone book knows the number."""
    book = modem.state.card.phone_book if modem.state.card else ()
    name = next((entry.name for entry in book if entry.number == party.shown), "")
    return _shown(port, name) if name else ""


def _shown_text(port: AtPort, body: Text) -> str:
    """7-bit text in the client's characters; all else in hexadecimal (TS 27.005, 3.1, <data>)."""
    if body.coding is Coding.GSM7 and not body.header:
        return to_client(port.settings.charset, body.text)
    return body.encode()[1:].hex().upper()


def _length(body: Text) -> int:
    """<length>: signs of 7-bit text, else octets."""
    return body.encode()[0]
