"""Registration to IMS, with which a call and data run together on LTE: +CIREG (TS 27.007, 8.71)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectivity.messages.telephony import Technology
from connectivity.outside.modem.command import Answer, Command, Commands, Parameters
from connectivity.outside.modem.service import IN_SERVICE, open_card, radio, registration
from connectivity.outside.modem.state import ModemState

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort

_VOICE = "1"  # <ext_info>: RTP based voice


def _line(state: ModemState, mode: int) -> str:
    card = open_card(state)
    registered = (
        card is not None
        and card.voice_and_data
        and registration(state).status in IN_SERVICE
        and radio(state) in (Technology.LTE, Technology.NR)
    )
    return f"1,{_VOICE}" if registered and mode == 2 else str(int(registered))


def _read(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    mode = port.settings.ims
    return (f"+CIREG: {mode},{_line(modem.state, mode)}",)


def _set(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    port.settings.ims = values.integer(0, range(3), 0)
    return ()


def watch_ims(modem: ModemEmulator, port: AtPort, before: ModemState) -> tuple[str, ...]:
    mode = port.settings.ims
    told = _line(modem.state, mode)
    return (f"+CIREGU: {told}",) if mode and told != _line(before, mode) else ()


IMS: Commands = {"+CIREG": Command(read=_read, set=_set, test="(0-2)")}
