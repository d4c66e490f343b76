"""How a client sees short messages: +CMGF, +CSDH, +CSMP, +CSCA, +CNMI, +CSMS, +CMMS (TS 27.005, 3).

Received messages are never acknowledged by the client (+CSMS 0), no status reports come.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from connectivity.outside.modem.characters import from_client, quoted, to_client
from connectivity.outside.modem.command import Answer, CmsError, Command, Commands, Need, Parameters
from connectivity.sms.address import ALPHANUMERIC, INTERNATIONAL, Address

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort


def _read_format(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (f"+CMGF: {int(port.settings.text_mode)}",)


def _set_format(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    port.settings.text_mode = bool(values.integer(0, (0, 1), 0))
    return ()


def _read_header(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (f"+CSDH: {int(port.settings.show_header)}",)


def _set_header(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    port.settings.show_header = bool(values.integer(0, (0, 1), 0))
    return ()


def _read_parameters(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    s = port.settings
    return (f"+CSMP: {s.first_octet},{s.validity},{s.protocol},{s.scheme}",)


def _set_parameters(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    """<fo> of a message to send: its validity period relative or absent."""
    s, octet = port.settings, range(256)
    first = values.integer(0, octet, s.first_octet)
    if first & 3 != 1 or first & 0x18 not in (0, 0x10):
        raise CmsError(305)
    s.first_octet, s.validity = first, values.integer(1, octet, s.validity)
    s.protocol, s.scheme = values.integer(2, octet, s.protocol), values.integer(3, octet, s.scheme)
    return ()


def _read_centre(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    number = modem.inserted.service_centre
    shown = quoted(to_client(port.settings.charset, number))
    return (f"+CSCA: {shown},{Address.of(number).type if number else 129}",)


def _set_centre(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    charset, written = port.settings.charset, values.text(0)
    address = Address.of(from_client(charset, written) if charset in ("UCS2", "HEX") else written)
    if address.type == ALPHANUMERIC:
        raise CmsError(305)
    international = values.integer(1, range(256), address.type) == INTERNATIONAL
    number = f"+{address.digits}" if international else address.digits
    modem.change(card=replace(modem.inserted, service_centre=number))
    return ()


def _read_indications(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (f"+CNMI: {port.settings.indication_mode},{port.settings.indication},0,0,0",)


def _set_indications(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    """<mode> 0 keeps what it has to tell; it is not told later, as the message is stored."""
    mode, what = values.integer(0, range(4), 0), values.integer(1, range(3), 0)
    for index, allowed in ((2, (0,)), (3, (0,)), (4, (0, 1))):
        values.integer(index, allowed, 0)
    port.settings.indication_mode, port.settings.indication = mode, what
    return ()


def _read_service(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return ("+CSMS: 0,1,1,0",)


def _set_service(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    values.integer(0, (0,))
    return ("+CSMS: 1,1,0",)


def _read_more(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (f"+CMMS: {port.settings.more_messages}",)


def _set_more(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    port.settings.more_messages = values.integer(0, range(3), 0)
    return ()


MESSAGE_SETTINGS: Commands = {
    "+CMGF": Command(read=_read_format, set=_set_format, test="(0,1)", message_service=True),
    "+CSDH": Command(read=_read_header, set=_set_header, test="(0,1)", message_service=True),
    "+CSMP": Command(read=_read_parameters, set=_set_parameters, most=4, message_service=True),
    "+CSCA": Command(
        read=_read_centre, set=_set_centre, most=2, need=Need.OPEN_CARD, message_service=True
    ),
    "+CNMI": Command(
        read=_read_indications,
        set=_set_indications,
        test="(0-3),(0-2),(0),(0),(0,1)",
        most=5,
        message_service=True,
    ),
    "+CSMS": Command(read=_read_service, set=_set_service, test="(0)", message_service=True),
    "+CMMS": Command(read=_read_more, set=_set_more, test="(0-2)", message_service=True),
}
