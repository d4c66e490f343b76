"""One Function on Demand, monthly or once, with the car around it and what My Porsche orders.

Time is "due or not": what began has begun at second 0, and one event lets the due moment come. Of
a hundred parts the first and the last three come one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from connectivity import function as rules
from connectivity.function import Exit, Function, Functions, FunctionState
from connectivity.messages.portal import Failure, FunctionOrder, Part
from connectivity.vehicle import Power, Vehicle
from tests.proof.explore import Rule, System

ID = "example"
LATER = 1e9
FEW = (0, 98, 99)
CAR = ("plugged", "doors_open", "locked")


@dataclass(frozen=True, slots=True)
class Bought:
    """The function in the car, the car, and whether there are data. kind: as it was bought."""

    functions: Functions
    car: Vehicle
    online: bool
    kind: Literal["once", "monthly"]

    @property
    def item(self) -> Function | None:
        return self.functions.get(ID)

    @property
    def state(self) -> FunctionState | None:
        return self.item.state if self.item else None

    def now(self, functions: Functions) -> Bought:
        """The same with other functions; moments and numbers of faults count from 0 again."""
        items = tuple(_from_zero(item) for item in functions.items)
        return replace(self, functions=replace(functions, items=items))


def _from_zero(item: Function) -> Function:
    pending = item.fault is not None and item.fault_number > item.met
    return replace(
        item,
        since=None if item.since is None else 0.0,
        fault=item.fault if pending else None,
        fault_number=int(pending),
        met=0,
        news=False,
    )


def _orders(state: Bought) -> Iterator[tuple[str, Bought]]:
    for wanted, fault in ((True, None), (False, None), *((True, fault) for fault in Failure)):
        number = state.item.met + 1 if state.item and fault else 0
        order = FunctionOrder(ID, state.kind, 100, wanted, fault, number)
        name = f"ordered, fails {fault.value}" if fault else "ordered" if wanted else "cancelled"
        yield name, state.now(rules.take_orders(state.functions, (order,), linked=True))
    yield "never ordered", state.now(rules.take_orders(state.functions, (), linked=True))


def _steps(state: Bought) -> Iterator[tuple[str, Bought]]:
    if state.online:
        yield from _orders(state)
        yield from _parts(state)
    if state.car.power is Power.ON:
        yield "start", state.now(rules.start(state.functions, ID))
        yield from _data(state)
    yield "time is up", state.now(rules.pass_time(state.functions, LATER))
    yield from _driving(state)


def _parts(state: Bought) -> Iterator[tuple[str, Bought]]:
    item = state.item
    if item is None or item.state is not FunctionState.DOWNLOADING:
        return
    count, functions = (1 if item.parts in FEW else 97), state.functions
    for number in range(item.parts, item.parts + count):
        functions = rules.take_part(functions, Part(ID, number, 1.0))
    yield f"{count} part", state.now(functions)


def _data(state: Bought) -> Iterator[tuple[str, Bought]]:
    if state.online:
        yield "offline", replace(state.now(rules.data_went(state.functions)), online=False)
    else:
        yield "online", replace(state.now(rules.data_came(state.functions, 0.0)), online=True)


def _driving(state: Bought) -> Iterator[tuple[str, Bought]]:
    for name in CAR:
        car = replace(state.car, **{name: not getattr(state.car, name)})  # type: ignore[arg-type] # three of them
        yield f"{name} {getattr(car, name)}", _seen(state, car)
    if state.car.power is Power.ON:
        off = replace(state, functions=rules.data_went(state.functions), online=False)
        yield "off", _seen(off, replace(state.car, power=Power.OFF))
    else:
        back = replace(state, functions=rules.come_back(state.functions))
        yield "on", _seen(back, replace(state.car, power=Power.ON))


def _seen(state: Bought, car: Vehicle) -> Bought:
    return replace(state.now(rules.observe(state.functions, car, 0.0)), car=car)


def _conditions(before: Bought, event: str, after: Bought) -> bool:
    if after.state is not FunctionState.WORKING:
        return True
    car = after.car
    parked = car.power is Power.OFF and car.locked and not car.plugged and not car.doors_open
    return parked and after.functions.exit is Exit.OUT


def _out(before: Bought, event: str, after: Bought) -> bool:
    """Everyone is out when a door was opened and closed since the car was switched off."""
    if after.car.power is Power.ON:
        return after.functions.exit is Exit.INSIDE or not after.functions.items
    if after.functions.exit is not Exit.OUT or before.functions.exit is Exit.OUT:
        return True
    return before.functions.exit is Exit.DOORS_OPENED and event == "doors_open False"


def _by_driver(before: Bought, event: str, after: Bought) -> bool:
    """Nothing begins that the driver did not start, but what tries again by itself."""
    if after.state is not FunctionState.WAITING or before.state is FunctionState.WAITING:
        return True
    again = before.item is not None and before.item.failure is Failure.RETRY
    return event == "start" or (event == "time is up" and again)


def _download(before: Bought, event: str, after: Bought) -> bool:
    """It grows part by part and is kept when it pauses; ready means whole."""
    had, has = before.item, after.item
    if has is None or had is None or had.state is not FunctionState.DOWNLOADING:
        return True
    if has.state is FunctionState.READY:
        return has.parts == rules.PARTS
    return has.parts >= had.parts and (has.parts == had.parts or event.endswith("part"))


def _offered(before: Bought, event: str, after: Bought) -> bool:
    """At each start of the PCM what only waited is offered again."""
    return event != "on" or after.state is not FunctionState.WAITING


def _installed(before: Bought, event: str, after: Bought) -> bool:
    """The car gets or loses it when the ten minutes are over, and never otherwise."""
    has, had = bool(after.functions.installed), bool(before.functions.installed)
    return has == had or (event == "time is up" and before.state is FunctionState.WORKING)


def _failed(before: Bought, event: str, after: Bought) -> bool:
    item = after.item
    if item is None or item.state is not FunctionState.FAILED:
        return True
    return item.failure is not None and item.startable


def _disturbed(before: Bought, event: str, after: Bought) -> bool:
    """Who comes back during the ten minutes ends them: not done, and the reason is kept."""
    stays = (FunctionState.WORKING, None)
    if before.state is not FunctionState.WORKING or after.state in stays or event == "time is up":
        return True
    if after.state is FunctionState.DONE and event.startswith("ordered"):
        return True
    item = after.item
    return item is not None and item.failure is Failure.UNCHANGED and item.disturbed is not None


def _cancelled(before: Bought, event: str, after: Bought) -> bool:
    """A removal is offered after some minutes with data, and only of what is cancelled."""
    item = after.item
    newly = item is not None and item.removing and before.item and not before.item.removing
    if not newly:
        return True
    waited = before.state is FunctionState.LEAVING and before.item and before.item.since is not None
    return bool(waited) and event == "time is up" and before.online


def _minutes_with_data(before: Bought, event: str, after: Bought) -> bool:
    """The minutes before a removal is offered are minutes with data."""
    leaving = after.state is FunctionState.LEAVING and after.item and after.item.since is not None
    return not leaving or after.online


RULES = (
    Rule("R-FOD-3", "it works while unplugged, off, empty and locked, only then", _conditions),
    Rule("R-FOD-3 out", "everyone is out after a door was opened and closed", _out),
    Rule("R-FOD-3 start", "nothing begins without the driver", _by_driver),
    Rule("R-FOD-2", "a download pauses, goes on and is whole when it is ready", _download),
    Rule("R-FOD-2 offer", "what waited is offered again at the next start", _offered),
    Rule("R-FOD-1", "it is enabled when the installation is over, not sooner", _installed),
    Rule("R-FOD-4", "a failure has its reason and is offered again", _failed),
    Rule("R-FOD-4 disturbed", "who disturbs it leaves the car unchanged, with why", _disturbed),
    Rule("R-FOD-5", "a removal is offered of what was cancelled, after some minutes", _cancelled),
    Rule("R-FOD-5 data", "those minutes are minutes with data", _minutes_with_data),
)


def _system(kind: Literal["once", "monthly"]) -> System[Bought]:
    first = Bought(Functions(), Vehicle(power=Power.ON), True, kind)
    return System(
        f"function: {kind}", first, _steps, RULES, good=lambda it: it.state is FunctionState.DONE
    )


FUNCTION_SYSTEMS = (_system("once"), _system("monthly"))
