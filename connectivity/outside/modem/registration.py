"""Where the modem is registered: +CREG, +CGREG, +CEREG (TS 27.007, 7.2, 10.1.20, 10.1.22).

The area and the cell are made up of country and technology.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from connectivity.messages.modem import Registered
from connectivity.messages.telephony import Technology
from connectivity.outside.modem.command import Answer, Command, Commands, Parameters
from connectivity.outside.modem.service import IN_SERVICE, packet_status, radio, registration
from connectivity.outside.modem.state import ModemState

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort

ACCESS = {Technology.GSM: 0, Technology.UMTS: 2, Technology.LTE: 7, Technology.NR: 11}
"""<AcT>: GSM, UTRAN, E-UTRAN, NR connected to a 5G core."""

_UNKNOWN = 4  # out of the coverage of this kind of network
_OLDER = (Technology.GSM, Technology.UMTS)
_NO_DATA_CAUSE = "0,7"  # <cause_type>, <reject_cause>: GPRS services not allowed (TS 24.008)


@dataclass(frozen=True, slots=True)
class _Standing:
    """What the three commands tell of."""

    circuit: Registered
    packet: Registered
    technology: Technology | None
    country: str


def _standing(state: ModemState) -> _Standing:
    return _Standing(
        registration(state).status, packet_status(state), radio(state), state.network.country
    )


def _circuit(standing: _Standing) -> int:
    return standing.circuit.value


def _packet(older: bool, standing: _Standing) -> int:
    """+CGREG tells of 2G and 3G, +CEREG of LTE and newer; each does not see the other's cells."""
    technology = standing.technology
    if technology is None or (technology in _OLDER) == older:
        return standing.packet.value
    return _UNKNOWN if standing.packet is not Registered.NO else 0


@dataclass(frozen=True, slots=True)
class _Domain:
    """One of the three commands. setting: the field of the port's settings that holds its <n>."""

    name: str
    setting: str
    status: Callable[[_Standing], int]
    has_routing_area: bool = False

    def line(self, standing: _Standing, mode: int) -> str:
        """<stat> and, as far as the mode tells it, area, cell, technology and cause."""
        status, technology = self.status(standing), standing.technology
        told = str(status)
        in_cell = status in (*(s.value for s in IN_SERVICE), Registered.DENIED.value)
        if mode < 2 or technology is None or not in_cell:
            return told
        area, cell = _place(standing)
        told += f',"{area}","{cell}",{ACCESS[technology]}'
        if self.has_routing_area:
            told += f',"{area[-2:]}"'
        return f"{told},{_NO_DATA_CAUSE}" if mode == 3 and status == 3 else told


def _place(standing: _Standing) -> tuple[str, str]:
    """Area and cell in hexadecimal."""
    country = sum(ord(letter) << 5 * i for i, letter in enumerate(standing.country[:2]))
    technology = standing.technology
    number = list(Technology).index(technology) + 1 if technology else 0
    return f"{country & 0xFFF:03X}{number}", f"{country << 12 | number << 8 | 0x51:08X}"


_DOMAINS = (
    _Domain("+CREG", "registration", _circuit),
    _Domain("+CGREG", "packet_registration", partial(_packet, True), has_routing_area=True),
    _Domain("+CEREG", "eps_registration", partial(_packet, False)),
)


def _read(domain: _Domain, modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    mode: int = getattr(port.settings, domain.setting)
    return (f"{domain.name}: {mode},{domain.line(_standing(modem.state), mode)}",)


def _set(domain: _Domain, modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    setattr(port.settings, domain.setting, values.integer(0, range(4), 0))
    return ()


def watch_registration(modem: ModemEmulator, port: AtPort, before: ModemState) -> tuple[str, ...]:
    was, now = _standing(before), _standing(modem.state)
    if now == was:
        return ()
    lines = []
    for domain in _DOMAINS:
        mode: int = getattr(port.settings, domain.setting)
        if mode and (told := domain.line(now, mode)) != domain.line(was, mode):
            lines.append(f"{domain.name}: {told}")
    return tuple(lines)


REGISTRATION: Commands = {
    domain.name: Command(read=partial(_read, domain), set=partial(_set, domain), test="(0-3)")
    for domain in _DOMAINS
}
