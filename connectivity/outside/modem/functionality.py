"""Power of the modem and the wording of its errors: +CFUN (TS 27.007, 8.2), +CMEE (9.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectivity.outside.modem.command import Answer, Command, Commands, Parameters
from connectivity.outside.modem.state import Functionality

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort


def _read_level(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (f"+CFUN: {modem.state.functionality.value}",)


def _set_level(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    level = Functionality(values.integer(0, tuple(Functionality)))
    if values.integer(1, (0, 1), 0):
        modem.reset(level)
    else:
        modem.set_functionality(level)
    return ()


def _read_errors(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (f"+CMEE: {port.settings.errors}",)


def _set_errors(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    port.settings.errors = values.integer(0, range(3), 0)
    return ()


FUNCTIONALITY: Commands = {
    "+CFUN": Command(read=_read_level, set=_set_level, test="(0,1,4),(0,1)", most=2),
    "+CMEE": Command(read=_read_errors, set=_set_errors, test="(0-2)"),
}
