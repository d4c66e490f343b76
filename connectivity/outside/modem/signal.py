"""Signal and indicators: +CSQ, +CESQ, +CIND, +CMER with +CIEV (TS 27.007, 8.5, 8.69, 8.9, 8.10).

The bars are what the bench sets; error rates are not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectivity.messages.modem import Registered
from connectivity.messages.telephony import CallPhase, Technology
from connectivity.outside.modem.command import Answer, CmeError, Command, Commands, Parameters
from connectivity.outside.modem.service import IN_SERVICE, radio, registration
from connectivity.outside.modem.state import ModemState
from connectivity.radio import UNKNOWN_SIGNAL, dbm_of, rssi_of

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort

_CALL_SETUP = {CallPhase.INCOMING: 1, CallPhase.DIALLING: 2}
_INDICATORS = (
    ("battchg", "0-5"),
    ("signal", "0-5"),
    ("service", "0,1"),
    ("call", "0,1"),
    ("roam", "0,1"),
    ("callsetup", "0-3"),
)


def _rssi(state: ModemState) -> int:
    return UNKNOWN_SIGNAL if radio(state) is None else rssi_of(state.network.bars)


def _strength(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (f"+CSQ: {_rssi(modem.state)},99",)


def _extended_strength(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    """<rxlev>,<ber>,<rscp>,<ecno>,<rsrq>,<rsrp>: those of other technologies are unknown."""
    technology, level = radio(modem.state), dbm_of(_rssi(modem.state))
    received, code_power, reference = 99, 255, 255
    if technology is Technology.GSM:
        received = max(0, level + 111)
    elif technology is Technology.UMTS:
        code_power = max(0, level - 5 + 121)  # below the whole band by Ec/N0 (assumed: 5 dB)
    elif technology is not None:
        reference = max(0, level - 27 + 141)  # one of 600 subcarriers in 10 MHz: 27 dB less
    return (f"+CESQ: {received},99,{code_power},255,255,{reference}",)


def indicators(state: ModemState) -> tuple[int, ...]:
    """Their values in the order of +CIND; the battery is the car's and always full."""
    bars = state.network.bars if radio(state) else 0
    status = registration(state).status
    return (
        5,
        bars + (bars > 1),
        int(status in IN_SERVICE),
        int(state.call is CallPhase.ACTIVE),
        int(status is Registered.ROAMING),
        _CALL_SETUP.get(state.call, 0),
    )


def _read_indicators(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (f"+CIND: {','.join(map(str, indicators(modem.state)))}",)


def _test_indicators(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    known = ",".join(f'("{name}",({span}))' for name, span in _INDICATORS)
    return (f"+CIND: {known}",)


def _refuse_indicators(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    raise CmeError(3)  # none of them can be set by a client


def _read_reporting(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    mode, indicator = port.settings.events, port.settings.indicator_events
    return (f"+CMER: {mode},0,0,{indicator},0",)


def _set_reporting(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    mode = values.integer(0, range(4), 0)
    values.integer(1, (0,), 0)
    values.integer(2, (0,), 0)
    indicator = values.integer(3, range(3), 0)
    values.integer(4, (0, 1), 0)
    port.settings.events, port.settings.indicator_events = mode, indicator
    return ()


def watch_indicators(modem: ModemEmulator, port: AtPort, before: ModemState) -> tuple[str, ...]:
    if not (port.settings.events and port.settings.indicator_events):
        return ()
    pairs = zip(indicators(before), indicators(modem.state), strict=True)
    return tuple(
        f"+CIEV: {number},{now}" for number, (was, now) in enumerate(pairs, 1) if was != now
    )


SIGNAL: Commands = {
    "+CSQ": Command(execute=_strength, test="(0-31,99),(0-7,99)"),
    "+CESQ": Command(
        execute=_extended_strength,
        test="(0-63,99),(0-7,99),(0-96,255),(0-49,255),(0-34,255),(0-97,255)",
    ),
    "+CIND": Command(read=_read_indicators, set=_refuse_indicators, test=_test_indicators, most=20),
    "+CMER": Command(
        execute=_set_reporting,
        read=_read_reporting,
        set=_set_reporting,
        test="(0-3),(0),(0),(0-2),(0,1)",
        most=5,
    ),
}
