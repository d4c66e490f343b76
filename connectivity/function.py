"""A Function on Demand or software update in the car, from its download to the end (R-FOD).

Frozen values and pure functions; the head unit passes in time, the vehicle and whether it is
online. Removing a function goes the same way as installing it, with `removing` set.
"""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Literal

from connectivity.machine import Flow
from connectivity.messages.portal import Failure, FunctionOrder, Installed, Part
from connectivity.vehicle import Power, Vehicle

PARTS = 100
WORK_S = 600.0  # about ten minutes (faq:233, faq:261)
REMOVAL_AFTER_S = 180.0  # "after some minutes" with data (faq:233); three are assumed
RETRY_AFTER_S = 1800.0  # until it tries again by itself (assumed)


class FunctionState(Enum):
    DOWNLOADING = "downloading"
    READY = "ready"  # offered to the driver at every start of the PCM
    WAITING = "waiting"  # started by the driver; for the car to be unplugged, off, empty, locked
    WORKING = "working"
    FAILED = "failed"  # offered again
    DONE = "done"
    LEAVING = "leaving"  # cancelled; its removal is offered after some minutes with data
    REMOVED = "removed"


class FunctionEvent(Enum):
    DOWNLOADED = "downloaded"
    START = "start"
    BEGIN = "begin"
    COME_BACK = "come_back"
    FAIL = "fail"
    TRY_AGAIN = "try_again"
    INSTALL = "install"
    CANCEL = "cancel"
    WANT_AGAIN = "want_again"
    OFFER_REMOVAL = "offer_removal"
    REMOVE = "remove"
    BUY_AGAIN = "buy_again"


_S, _E = FunctionState, FunctionEvent
FUNCTION = Flow(
    "function",
    FunctionState.DOWNLOADING,
    FunctionEvent,
    (
        (_E.DOWNLOADED, (_S.DOWNLOADING,), _S.READY),
        (_E.START, (_S.READY, _S.FAILED), _S.WAITING),
        (_E.BEGIN, (_S.WAITING,), _S.WORKING),
        (_E.COME_BACK, (_S.WAITING,), _S.READY),
        (_E.FAIL, (_S.WORKING,), _S.FAILED),
        (_E.TRY_AGAIN, (_S.FAILED,), _S.WAITING),
        (_E.INSTALL, (_S.WORKING,), _S.DONE),
        (_E.CANCEL, (_S.DONE,), _S.LEAVING),
        (_E.WANT_AGAIN, (_S.LEAVING,), _S.DONE),
        (_E.OFFER_REMOVAL, (_S.LEAVING,), _S.READY),
        (_E.REMOVE, (_S.WORKING,), _S.REMOVED),
        (_E.BUY_AGAIN, (_S.REMOVED,), _S.DOWNLOADING),
    ),
)


class Exit(Enum):
    """Whether everybody left the car since it was switched off: a door was opened, then closed."""

    INSIDE = "inside"
    DOORS_OPENED = "doors_opened"
    OUT = "out"


Condition = Literal["unplug", "switch_off", "get_out", "lock"]


@dataclass(frozen=True, slots=True)
class Function:
    """parts: hundredths that are downloaded. since: when work began, data came or it was done.

    failure: how the last try ended; disturbed: the condition that was broken then. met: the number
    of the last fault that struck. news: the driver has not been told of the end yet.
    """

    id: str
    kind: Literal["once", "monthly", "update"]
    state: FunctionState = FunctionState.DOWNLOADING
    removing: bool = False
    parts: int = 0
    since: float | None = None
    failure: Failure | None = None
    disturbed: Condition | None = None
    fault: Failure | None = None
    fault_number: int = 0
    met: int = 0
    news: bool = False

    @property
    def in_car(self) -> bool:
        """One that is to be removed is there until it is gone."""
        if self.removing:
            return self.state is not FunctionState.REMOVED
        return self.state in (FunctionState.DONE, FunctionState.LEAVING)

    @property
    def startable(self) -> bool:
        return self.state in (FunctionState.READY, FunctionState.FAILED)


@dataclass(frozen=True, slots=True)
class Functions:
    """All of a car. asked: the function whose next part is on its way."""

    items: tuple[Function, ...] = ()
    exit: Exit = Exit.INSIDE
    asked: str = ""

    def get(self, id_: str) -> Function | None:
        return next((item for item in self.items if item.id == id_), None)

    @property
    def installed(self) -> tuple[Installed, ...]:
        """What the car has."""
        return tuple(Installed(f.id, f.since or 0.0) for f in self.items if f.in_car)

    @property
    def next_part(self) -> Function | None:
        """The function whose download goes on; one at a time."""
        return next((f for f in self.items if f.state is FunctionState.DOWNLOADING), None)

    def put(self, function: Function) -> "Functions":
        items = tuple(function if item.id == function.id else item for item in self.items)
        return replace(self, items=items)


def waits_for(functions: Functions, vehicle: Vehicle) -> tuple[Condition, ...]:
    """What is still missing before an installation begins (R-FOD-3)."""
    missing: list[tuple[bool, Condition]] = [
        (vehicle.plugged, "unplug"),
        (vehicle.power is Power.ON, "switch_off"),
        (functions.exit is not Exit.OUT, "get_out"),
        (not vehicle.locked, "lock"),
    ]
    return tuple(condition for is_missing, condition in missing if is_missing)


def take_orders(functions: Functions, orders: tuple[FunctionOrder, ...], linked: bool) -> Functions:
    """What My Porsche holds for this car; a download begins only in a linked car.

    A function in the car stays there until an order to remove it; a done update is forgotten.
    """
    named = [order.id for order in orders]
    stay = tuple(
        item
        for item in functions.items
        if item.in_car and item.kind != "update" and item.id not in named
    )
    items = stay + tuple(
        taken
        for order in orders
        if (taken := _take_order(functions.get(order.id), order, linked)) is not None
    )
    return functions if items == functions.items else replace(functions, items=items)


def _take_order(had: Function | None, order: FunctionOrder, linked: bool) -> Function | None:
    if had is None or had.state is FunctionState.REMOVED:
        if not (order.wanted and linked):
            return None
        had = Function(order.id, order.kind, _first(had), met=had.met if had else 0)
    function = replace(had, kind=order.kind, fault=order.fault, fault_number=order.fault_number)
    if order.wanted:
        if function.removing and function.startable:
            return replace(function, state=FunctionState.DONE, removing=False, failure=None)
        return _step(function, FunctionEvent.WANT_AGAIN)
    if function.state is FunctionState.DONE:
        return replace(_step(function, FunctionEvent.CANCEL), since=None)
    kept = function.removing or function.state in (FunctionState.WORKING, FunctionState.LEAVING)
    return function if kept else None


def _first(had: Function | None) -> FunctionState:
    return FUNCTION.next(had.state, FunctionEvent.BUY_AGAIN) if had else FUNCTION.initial


def take_part(functions: Functions, part: Part) -> Functions:
    """A part has arrived; the next one can be asked for."""
    functions = replace(functions, asked="")
    function = functions.get(part.id)
    if (
        function is None
        or function.state is not FunctionState.DOWNLOADING
        or function.parts != part.number
    ):
        return functions
    function = replace(function, parts=part.number + 1)
    if function.parts >= PARTS:
        function = _step(function, FunctionEvent.DOWNLOADED)
    return functions.put(function)


def start(functions: Functions, id_: str) -> Functions:
    """The driver starts what is ready or failed."""
    function = functions.get(id_)
    if function is None or not function.startable:
        return functions
    started = replace(_step(function, FunctionEvent.START), failure=None, disturbed=None)
    return functions.put(started)


def come_back(functions: Functions) -> Functions:
    """The PCM starts: what only waited is offered again."""
    items = tuple(_step(function, FunctionEvent.COME_BACK) for function in functions.items)
    return replace(functions, items=items, exit=Exit.INSIDE)


def observe(functions: Functions, vehicle: Vehicle, now: float) -> Functions:
    """The car has changed: work begins when nothing is missing, and fails when it is disturbed."""
    if not functions.items:
        return functions
    functions = replace(functions, exit=_exit(functions.exit, vehicle))
    missing = waits_for(functions, vehicle)
    items = tuple(_observe(function, missing, now) for function in functions.items)
    return replace(functions, items=items)


def _exit(before: Exit, vehicle: Vehicle) -> Exit:
    if vehicle.power is Power.ON:
        return Exit.INSIDE
    if vehicle.doors_open:
        return Exit.DOORS_OPENED
    return Exit.OUT if before is not Exit.INSIDE else Exit.INSIDE


def _observe(function: Function, missing: tuple[Condition, ...], now: float) -> Function:
    if function.state is FunctionState.WAITING and not missing:
        return replace(_step(function, FunctionEvent.BEGIN), since=now)
    if function.state is FunctionState.WORKING and missing:
        return _fail(function, Failure.UNCHANGED, now, missing[0])
    return function


def _fail(
    function: Function, failure: Failure, now: float, disturbed: Condition | None = None
) -> Function:
    return replace(
        _step(function, FunctionEvent.FAIL),
        since=now,
        failure=failure,
        disturbed=disturbed,
        news=True,
    )


def pass_time(functions: Functions, now: float) -> Functions:
    """What is due by `now` happens."""
    items = tuple(
        _turn(function, now) if (due := due_of(function)) is not None and due <= now else function
        for function in functions.items
    )
    return replace(functions, items=items)


def due_of(function: Function) -> float | None:
    """When a function moves on by itself; None: not before something else happens."""
    if function.since is None:
        return None
    if function.state is FunctionState.WORKING:
        return function.since + WORK_S
    if function.state is FunctionState.LEAVING:
        return function.since + REMOVAL_AFTER_S
    if function.state is FunctionState.FAILED and function.failure is Failure.RETRY:
        return function.since + RETRY_AFTER_S
    return None


def _turn(function: Function, now: float) -> Function:
    match function.state:
        case FunctionState.WORKING if function.fault and function.fault_number > function.met:
            met = replace(function, met=function.fault_number)
            return _fail(met, function.fault, now)
        case FunctionState.WORKING:
            event = FunctionEvent.REMOVE if function.removing else FunctionEvent.INSTALL
            return replace(_step(function, event), since=now, failure=None, news=True)
        case FunctionState.LEAVING:
            return replace(_step(function, FunctionEvent.OFFER_REMOVAL), removing=True)
        case _:
            return replace(_step(function, FunctionEvent.TRY_AGAIN), since=None)


def data_came(functions: Functions, now: float) -> Functions:
    """Online: the minutes before a removal is offered begin."""
    items = tuple(
        replace(function, since=now)
        if function.state is FunctionState.LEAVING and function.since is None
        else function
        for function in functions.items
    )
    return replace(functions, items=items)


def data_went(functions: Functions) -> Functions:
    """Offline: downloads pause, and the minutes before a removal begin anew."""
    items = tuple(
        replace(function, since=None) if function.state is FunctionState.LEAVING else function
        for function in functions.items
    )
    return replace(functions, items=items, asked="")


def _step(function: Function, event: FunctionEvent) -> Function:
    return replace(function, state=FUNCTION.next(function.state, event))
