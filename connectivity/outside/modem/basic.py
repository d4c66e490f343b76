"""Basic commands and S-parameters of V.250, 6.1 and 6.2: echo, result codes, line characters."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from connectivity.outside.modem.command import Act, Answer, Command, Commands, Parameters, Result
from connectivity.outside.modem.identity import MANUFACTURER, MODEL, REVISION
from connectivity.outside.modem.settings import PortSettings

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort


def _switch(field: str, modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    setattr(port.settings, field, bool(values.integer(0, (0, 1), 0)))
    return ()


def _result_level(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    port.settings.result_level = values.integer(0, range(5), 0)
    return ()


def _to_profile(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    values.integer(0, (0,), 0)
    port.settings = replace(port.profile)
    return ()


def _to_factory(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    values.integer(0, (0,), 0)
    port.settings = PortSettings()
    return ()


def _keep_profile(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    values.integer(0, (0,), 0)
    port.profile = replace(port.settings)
    return ()


def _information(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    values.integer(0, range(10), 0)
    return (MANUFACTURER, MODEL, f"Revision: {REVISION}")


def _nothing(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return Result.OK


def _read_register(field: str, modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (f"{getattr(port.settings, field):03d}",)


def _set_register(field: str, modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    setattr(port.settings, field, values.integer(0, range(128)))
    return ()


def _register(field: str) -> Command:
    return Command(read=partial(_read_register, field), set=partial(_set_register, field))


def _basic(act: Act) -> Command:
    return Command(execute=act)


BASIC: Commands = {
    "E": _basic(partial(_switch, "echo")),
    "Q": _basic(partial(_switch, "quiet")),
    "V": _basic(partial(_switch, "verbose")),
    "X": _basic(_result_level),
    "I": _basic(_information),
    "Z": _basic(_to_profile),
    "&F": _basic(_to_factory),
    "&W": _basic(_keep_profile),
    "&C": _basic(_nothing),  # no lines: there are none to follow
    "&D": _basic(_nothing),
    "S3": _register("line_end"),
    "S4": _register("formatting"),
    "S5": _register("backspace"),
}
