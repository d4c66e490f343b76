"""Who the modem and its card are (TS 27.007, 5.1 to 5.7; V.250, 6.1.4 to 6.1.9).

+CCID is no 3GPP command; most modems have it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from connectivity.outside.modem.command import Answer, Command, Commands, Need, Parameters

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort

MANUFACTURER, MODEL, REVISION = "PCM Simulator", "Emulated modem", "1.0"
_SOFTWARE_VERSION = "01"


def _say(line: str, modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (line,)


def _serial(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (modem.imei,)


def _serial_type(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    version = f"{modem.imei[:14]}{_SOFTWARE_VERSION}"
    told = (None, modem.imei, version, _SOFTWARE_VERSION)[values.integer(0, range(4))]
    return (f'+CGSN: "{told}"' if told else modem.imei,)


def _imsi(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (modem.inserted.imsi,)


def _iccid(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (f"+CCID: {modem.inserted.iccid}",)


def _fixed(line: str) -> Command:
    return Command(execute=partial(_say, line))


IDENTITY: Commands = {
    "+CGMI": _fixed(MANUFACTURER),
    "+GMI": _fixed(MANUFACTURER),
    "+CGMM": _fixed(MODEL),
    "+GMM": _fixed(MODEL),
    "+CGMR": _fixed(REVISION),
    "+GMR": _fixed(REVISION),
    "+CGSN": Command(execute=_serial, set=_serial_type, test="(0-3)"),
    "+GSN": Command(execute=_serial),
    "+GCAP": _fixed("+GCAP: +CGSM"),
    "+CIMI": Command(execute=_imsi, need=Need.OPEN_CARD),
    "+CCID": Command(execute=_iccid, read=_iccid, need=Need.CARD),
}
