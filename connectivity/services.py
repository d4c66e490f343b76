"""The Connect services as the head unit knows them: booked, seen after a restart, run out (R-SRV).

What My Porsche tells is kept here; whether a service can be used now also hangs on the data path.
"""

import math
from dataclasses import dataclass, replace
from enum import Enum

from connectivity.messages.portal import Service

DAY_S = 86_400.0


class ServiceState(Enum):
    MISSING = "missing"  # not booked
    ORDERED = "ordered"  # booked, and not in the PCM before it is restarted while it is online
    ACTIVE = "active"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Services:
    """`booked` as My Porsche told last; `seen`: ids that are in the PCM since a restart.

    fresh: the PCM was restarted or linked and has not heard from My Porsche since; what it hears
    then is seen at once.
    """

    booked: tuple[Service, ...] = ()
    seen: tuple[str, ...] = ()
    fresh: bool = True

    def get(self, id_: str) -> Service | None:
        return next((service for service in self.booked if service.id == id_), None)

    def state(self, id_: str, now: float) -> ServiceState:
        service = self.get(id_)
        if service is None:
            return ServiceState.MISSING
        if id_ not in self.seen:
            return ServiceState.ORDERED
        over = service.ends is not None and service.ends <= now
        return ServiceState.EXPIRED if over else ServiceState.ACTIVE


def reduce_services(services: Services, booked: tuple[Service, ...]) -> Services:
    """The services after My Porsche told what is booked; terms change at once, new ones wait."""
    ids = tuple(service.id for service in booked)
    seen = ids if services.fresh else tuple(id_ for id_ in ids if id_ in services.seen)
    return Services(booked, seen, fresh=False)


def restart(services: Services) -> Services:
    return replace(services, fresh=True)


def days_left(service: Service, now: float) -> int | None:
    """Begun days until the end; None: unlimited."""
    return None if service.ends is None else max(0, math.ceil((service.ends - now) / DAY_S))
