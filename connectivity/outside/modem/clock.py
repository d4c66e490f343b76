"""The modem's clock: +CCLK (TS 27.007, 8.15). It follows the session's clock, in one time zone."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from connectivity.outside.car_state import CLOCK_AT_ZERO
from connectivity.outside.modem.command import Answer, CmeError, Command, Commands, Parameters

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort

_ZONE = timezone(timedelta(hours=1))
"""Central European winter time; summer time and other zones are left out (assumed)."""
_SHAPE = "%y/%m/%d,%H:%M:%S"


def network_time(modem: ModemEmulator) -> datetime:
    """The time on the air, to the second."""
    return (CLOCK_AT_ZERO + timedelta(seconds=int(modem.now))).replace(tzinfo=_ZONE)


def time_text(time: datetime) -> str:
    """`yy/MM/dd,hh:mm:ss±zz` with the zone in quarters of an hour."""
    quarters = round((time.utcoffset() or timedelta()) / timedelta(minutes=15))
    return f"{time:{_SHAPE}}{quarters:+03d}"


def _read(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    shown = network_time(modem) + timedelta(seconds=modem.state.clock_shift)
    return (f'+CCLK: "{time_text(shown)}"',)


def _set(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    wanted = _parse(values.text(0))
    modem.change(clock_shift=round((wanted - network_time(modem)).total_seconds()))
    return ()


def _parse(text: str) -> datetime:
    """Raises CmeError for what is no time; without a zone it is local."""
    time, zone = text[:17], text[17:]
    try:
        quarters = int(zone) if zone else 4
        if len(zone) not in (0, 3) or not -48 <= quarters <= 56:
            raise CmeError(50)
        naive = datetime.strptime(time, _SHAPE)  # noqa: DTZ007 - the zone follows
        return naive.replace(tzinfo=timezone(timedelta(minutes=15 * quarters)))
    except ValueError as error:
        raise CmeError(50) from error


CLOCK: Commands = {"+CCLK": Command(read=_read, set=_set)}
