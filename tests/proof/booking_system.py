"""Services and one function of a car under all that My Porsche, car and driver do, in any order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from connectivity import function as rules
from connectivity import services as service_rules
from connectivity.function import Functions, FunctionState, waits_for
from connectivity.messages import (
    Doors,
    Failure,
    FunctionOrder,
    Ignition,
    Locked,
    Part,
    Plug,
    Service,
    VehicleEvent,
)
from connectivity.services import Services, ServiceState
from connectivity.vehicle import Power, Vehicle, reduce_vehicle
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


@dataclass(frozen=True, slots=True)
class OneFunction:
    """A car with at most one function."""

    functions: Functions
    vehicle: Vehicle

    @property
    def state(self) -> FunctionState | None:
        return self.functions.items[0].state if self.functions.items else None


BOUGHT = FunctionOrder("f", "once", 40)
ORDERS = {
    "bought": (BOUGHT,),
    "bought, will fail": (replace(BOUGHT, fault=Failure.RESTRICTED, fault_number=1),),
    "bought, will retry": (replace(BOUGHT, fault=Failure.RETRY, fault_number=1),),
    "cancelled": (replace(BOUGHT, wanted=False),),
    "gone": (),
}
CAR: dict[str, VehicleEvent] = {
    "on": Ignition(True),
    "off": Ignition(False),
    "lock": Locked(True),
    "unlock": Locked(False),
    "doors open": Doors(True),
    "doors closed": Doors(False),
    "plug in": Plug(True),
    "plug out": Plug(False),
}


def _function_steps(one: OneFunction) -> Iterator[tuple[str, OneFunction]]:
    functions, on = one.functions, one.vehicle.power is Power.ON
    for name, event in CAR.items():
        vehicle = reduce_vehicle(one.vehicle, event)
        seen = rules.observe(functions, vehicle, NOW)
        if name == "on" and not on:
            seen = rules.come_back(seen)
        yield name, OneFunction(seen, vehicle)
    if on:
        for name, orders in ORDERS.items():
            taken = rules.take_orders(functions, orders, linked=True)
            yield name, replace(one, functions=rules.data_came(taken, NOW))
        yield "offline", replace(one, functions=rules.data_went(functions))
        yield "start", replace(one, functions=rules.start(functions, "f"))
        if one.state is FunctionState.DOWNLOADING:
            last = replace(functions.items[0], parts=rules.PARTS - 1)
            loaded = rules.take_part(functions.put(last), Part("f", rules.PARTS - 1, 1.0))
            yield "last part", replace(one, functions=loaded)
    later = rules.pass_time(functions, NOW + 10_000.0)
    items = tuple(replace(f, since=f.since and NOW) for f in later.items)
    later = rules.observe(replace(later, items=items), one.vehicle, NOW)
    yield "hours pass", replace(one, functions=later)


def _began(before: OneFunction, event: str, after: OneFunction) -> bool:
    begins = before.state is not FunctionState.WORKING and after.state is FunctionState.WORKING
    return not begins or not waits_for(after.functions, after.vehicle)


def _undisturbed(before: OneFunction, event: str, after: OneFunction) -> bool:
    return after.state is not FunctionState.WORKING or not waits_for(after.functions, after.vehicle)


def _disturbed(before: OneFunction, event: str, after: OneFunction) -> bool:
    """What is disturbed has failed, says by what, and can be started again."""
    if before.state is not FunctionState.WORKING or event not in CAR:
        return True
    if after.state is FunctionState.WORKING:
        return True
    function = after.functions.items[0]
    unchanged = function.failure is Failure.UNCHANGED and function.disturbed is not None
    return unchanged and function.startable and function.news


def _download_needs_car(before: OneFunction, event: str, after: OneFunction) -> bool:
    was = before.state is FunctionState.DOWNLOADING
    return not (was and after.state is FunctionState.READY) or event == "last part"


def _removal(before: OneFunction, event: str, after: OneFunction) -> bool:
    """What the car has leaves it by an installation's way alone, never at once."""
    had = before.state in (FunctionState.DONE, FunctionState.LEAVING)
    return not had or event == "gone" or after.state is not None


FUNCTION_SYSTEM = System(
    "function",
    OneFunction(Functions(), Vehicle()),
    _function_steps,
    (
        Rule("R-FOD-2", "it is offered when the download is whole", _download_needs_car),
        Rule("R-FOD-3", "work begins when nothing is missing", _began),
        Rule("R-FOD-3 all the time", "nothing is missing while it works", _undisturbed),
        Rule("R-FOD-4", "disturbed work fails, changes nothing, is offered again", _disturbed),
        Rule("R-FOD-5", "a cancelled one is removed by the same way", _removal),
    ),
    good=lambda one: one.state is FunctionState.DONE,
)
