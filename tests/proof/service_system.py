"""Ordered services in the PCM: told by My Porsche, seen after a restart, run out (R-SRV)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from connectivity import services as service_rules
from connectivity.messages.portal import Service
from connectivity.services import Services, ServiceState
from tests.proof.explore import Rule, System

NOW = 100.0
ALL = (Service("a", None), Service("b", 50.0), Service("c", 500.0), Service("d", 9.0))
BOOKED = {
    f"booked: {' '.join(s.id for s in some) or 'nothing'}": some
    for size in range(5)
    for some in combinations(ALL, size)
}


def _service_steps(services: Services) -> Iterator[tuple[str, Services]]:
    yield "restart", service_rules.restart(services)
    for name, booked in BOOKED.items():
        yield name, service_rules.reduce_services(services, booked)


def _as_told(before: Services, event: str, after: Services) -> bool:
    return after.booked == BOOKED.get(event, before.booked)


def _after_restart(before: Services, event: str, after: Services) -> bool:
    for service in ALL:
        had, has = (s.state(service.id, NOW) for s in (before, after))
        unseen = (ServiceState.MISSING, ServiceState.ORDERED)
        if had in unseen and has not in unseen and not before.fresh:
            return False
    return True


def _expired(before: Services, event: str, after: Services) -> bool:
    return all(
        (after.state(s.id, NOW) is ServiceState.EXPIRED) is (s.ends is not None and s.ends <= NOW)
        for s in after.booked
        if s.id in after.seen
    )


SERVICE_SYSTEM = System(
    "services",
    Services(),
    _service_steps,
    (
        Rule("R-LINK-13", "services stay or end as My Porsche says", _as_told),
        Rule("R-SRV-1", "an ordered one comes after a restart and not before", _after_restart),
        Rule("R-SRV-2", "one that has run out says so, no other", _expired),
    ),
    good=lambda services: services.booked == ALL,
)
