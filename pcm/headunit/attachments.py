"""What of the world is outside this process: a modem in place of the emulated one, ways to that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # loaded only when an option asks for them
    from connectivity.at.serial_channel import SerialChannel
    from connectivity.can.link import CanLink
    from connectivity.can.log import CanLog
    from connectivity.can.player import LogPlayer
    from connectivity.outside.modem_server import ModemServer
    from connectivity.ports import Port


@dataclass(frozen=True, slots=True)
class Attachments:
    """Opened by the command line, closed by the session.

    modem: in the place of the slot's; modem_servers: offer the slot's to other programs.
    can: a real bus that the car's is joined to; can_log: a file that hears it; player: a log that
    is played on it; car: False: somebody else on the bus is the car.
    """

    modem: SerialChannel | None = None
    modem_servers: tuple[ModemServer, ...] = ()
    can: CanLink | None = None
    can_log: CanLog | None = None
    player: LogPlayer | None = None
    car: bool = True

    @property
    def ports(self) -> tuple[Port, ...]:
        """All that a face has to serve."""
        return (*((self.modem,) if self.modem else ()), *self.modem_servers, *self.taps)

    @property
    def taps(self) -> tuple[CanLink | CanLog | LogPlayer, ...]:
        """What stands on the car's bus beside car and head unit."""
        return tuple(tap for tap in (self.can, self.can_log, self.player) if tap)
