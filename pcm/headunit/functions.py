"""Functions on Demand and updates: what the head unit asks My Porsche for and tells the driver.

What a function does by itself is in connectivity/function.py.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from connectivity import function as rules
from connectivity.function import Function, Functions, FunctionState
from connectivity.messages.portal import Fetch, FunctionOrder, Part
from models.reasons import Reason
from pcm.headunit import navigator
from pcm.headunit.bookings import function_name
from pcm.headunit.errors import RefusedError
from pcm.headunit.state import DialogState

if TYPE_CHECKING:
    from pcm.headunit.unit import HeadUnit


def take_orders(unit: HeadUnit, orders: tuple[FunctionOrder, ...]) -> None:
    """My Porsche told which functions this car is to have."""
    linked = bool(unit.state.account.users)
    functions = rules.take_orders(unit.state.functions, orders, linked)
    if functions.asked and functions.get(functions.asked) is None:
        functions = replace(functions, asked="")
    _put(unit, rules.data_came(functions, unit.state.now))
    _ask_for_part(unit)


def take_part(unit: HeadUnit, part: Part) -> None:
    """A part of a download has arrived."""
    _put(unit, rules.take_part(unit.state.functions, part))
    function = unit.state.functions.get(part.id)
    if function and function.state is FunctionState.READY:
        _offer(unit)
    _ask_for_part(unit)


def data_came(unit: HeadUnit) -> None:
    _put(unit, rules.data_came(unit.state.functions, unit.state.now))
    _ask_for_part(unit)


def data_went(unit: HeadUnit) -> None:
    """The download goes on where it stood when data are back."""
    _put(unit, rules.data_went(unit.state.functions))


def observe(unit: HeadUnit) -> None:
    """The car has changed."""
    _put(unit, rules.observe(unit.state.functions, unit.state.vehicle, unit.state.now))


def pass_time(unit: HeadUnit) -> None:
    """Time has gone by."""
    due = next_due(unit)
    if due is None or due > unit.state.now:
        return
    before = unit.state.functions
    _put(unit, rules.pass_time(before, unit.state.now))
    observe(unit)
    fresh = (f for f in unit.state.functions.items if f.state is FunctionState.READY)
    if any(before.get(f.id) != f for f in fresh):
        _offer(unit)


def next_due(unit: HeadUnit) -> float | None:
    """When a function moves on by itself next."""
    dues = map(rules.due_of, unit.state.functions.items)
    return min((due for due in dues if due is not None), default=None)


def start_up(unit: HeadUnit) -> None:
    """The PCM starts: what can be started is offered, what has ended is told once (R-FOD-2)."""
    functions = rules.come_back(unit.state.functions)
    _put(unit, functions)
    if any(function.startable for function in functions.items):
        _offer(unit)
    for function in functions.items:
        if function.news:
            _tell_end(unit, function)
    told = tuple(replace(function, news=False) for function in functions.items)
    _put(unit, replace(functions, items=told))


def open_function(unit: HeadUnit, id_: str) -> None:
    """The details of a function, with its start when it can be started."""
    function = unit.state.functions.get(id_)
    if function is None:
        return
    if not function.startable:
        unit.open_overlay(DialogState("function_details", about=id_))
        return
    name = "function_offer_removal" if function.removing else "function_offer"
    unit.open_overlay(DialogState(name, (), "start_function", can_cancel=True, about=id_))


def start_function(unit: HeadUnit, id_: str) -> None:
    """Ask once more: the car cannot be used meanwhile."""
    function = unit.state.functions.get(id_)
    if unit.view.moving:
        raise RefusedError(Reason.of("moving"))
    removing = function is not None and function.removing
    name = "function_start_removal" if removing else "function_start"
    unit.open_overlay(
        DialogState(name, (), "start_function_now", can_cancel=True, warning=True, about=id_)
    )


def start_function_now(unit: HeadUnit, id_: str) -> None:
    if unit.view.moving:
        raise RefusedError(Reason.of("moving"))
    _put(unit, rules.start(unit.state.functions, id_))
    unit.open_overlay(DialogState("function_details", about=id_))


def show_updates(unit: HeadUnit, _: str) -> None:
    """The page on which functions and updates are listed."""
    tree = unit.setup.tree
    if "updates" in tree:
        unit.state = navigator.go_home(unit.state)
        for page in tree.path("updates"):
            unit.state = navigator.open_page(unit.state, page)


def _offer(unit: HeadUnit) -> None:
    """One message for all that can be started; a short one when the driver is busy."""
    names = ", ".join(
        function_name(unit.view, f.id) for f in unit.state.functions.items if f.startable
    )
    if unit.state.overlay:
        unit.say(Reason.of("function_ready", name=names))
        return
    unit.open_overlay(
        DialogState("function_ready", (("names", names),), "show_updates", can_cancel=True)
    )


def _tell_end(unit: HeadUnit, function: Function) -> None:
    if function.failure:
        name = f"function_failed_{function.failure.value}"
        unit.open_overlay(DialogState(name, warning=True, about=function.id))
        return
    removed = function.state is FunctionState.REMOVED
    unit.open_overlay(
        DialogState("function_removed" if removed else "function_done", about=function.id)
    )


def _ask_for_part(unit: HeadUnit) -> None:
    functions = unit.state.functions
    function = functions.next_part
    if function and not functions.asked and unit.view.online:
        _put(unit, replace(functions, asked=function.id))
        unit.wires.portal.send(Fetch(function.id, function.parts))


def _put(unit: HeadUnit, functions: Functions) -> None:
    if functions != unit.state.functions:
        unit.change(functions=functions)
