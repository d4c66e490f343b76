"""Services and functions in words: names, terms, states, and why one cannot be used (yet)."""

import math

from connectivity.function import PARTS, WORK_S, Condition, Function, FunctionState, waits_for
from connectivity.messages.portal import Failure
from connectivity.services import ServiceState, days_left
from models.reasons import Reason
from pcm.headunit.view import View


def service_name(view: View, id_: str) -> str:
    return view.texts.say(f"service.{id_}")


def service_state(view: View, id_: str) -> ServiceState:
    """What it is for the users of the car; nobody has services in a car that is not linked."""
    if not view.state.account.users:
        return ServiceState.MISSING
    return view.state.services.state(id_, view.state.now)


def service_words(view: View, id_: str) -> str:
    """Its remaining term, or what is missing."""
    service, state = view.state.services.get(id_), service_state(view, id_)
    if service is None or state is ServiceState.ORDERED:
        return view.texts.say("term.ordered")
    if state is ServiceState.EXPIRED:
        return view.texts.say("term.expired")
    days = days_left(service, view.state.now)
    if days is None:
        return view.texts.say("term.unlimited")
    return view.texts.say("term.days", days=days)


def service_reasons(view: View, id_: str) -> tuple[Reason, ...]:
    """Why a service cannot be used now; empty when it can."""
    if "connect" not in view.features:
        country = view.setup.market.names[view.state.language]
        return (Reason.of("needs_connect", country=country),)
    if not view.state.account.users:
        return (Reason.of("not_linked"),)
    name = service_name(view, id_)
    match service_state(view, id_):
        case ServiceState.MISSING:
            return (Reason.of("service_not_booked", name=name),)
        case ServiceState.ORDERED:
            return (Reason.of("service_restart", name=name),)
        case ServiceState.EXPIRED:
            return (Reason.of("service_expired", name=name),)
        case ServiceState.ACTIVE:
            return () if view.online else (Reason.of("no_data"),)


def function_name(view: View, id_: str) -> str:
    return view.texts.say(f"function_name.{id_}")


def function_words(view: View, function: Function) -> str:
    """Its state in a few words."""
    say = view.texts.say
    match function.state:
        case FunctionState.DOWNLOADING:
            percent = function.parts * 100 // PARTS
            key = "downloading" if view.online else "paused"
            return say(f"function_state.{key}", percent=percent)
        case FunctionState.READY if function.removing:
            return say("function_state.ready_removal")
        case FunctionState.WORKING:
            return say("function_state.working", minutes=minutes_left(function, view.state.now))
        case FunctionState.FAILED if function.failure is Failure.RETRY:
            return say("function_state.retry")
        case FunctionState.FAILED if function.failure is Failure.RESTRICTED:
            return say("function_state.restricted")
        case FunctionState.FAILED:
            return say("function_state.failed")
        case _:
            return say(f"function_state.{function.state.value}")


def minutes_left(function: Function, now: float) -> int:
    since = now if function.since is None else function.since
    return max(1, math.ceil((since + WORK_S - now) / 60.0))


def function_reasons(view: View, id_: str) -> tuple[Reason, ...]:
    """Why a function is not in the car (yet); empty when it is."""
    function = view.state.functions.get(id_)
    name = function_name(view, id_)
    if function is None:
        linked = view.state.account.users
        return (Reason.of("function_not_bought", name=name) if linked else Reason.of("not_linked"),)
    match function.state:
        case FunctionState.DOWNLOADING | FunctionState.LEAVING if not view.online:
            return (Reason.of("function_paused", name=name),)
        case FunctionState.DOWNLOADING:
            percent = function.parts * 100 // PARTS
            return (Reason.of("function_downloading", name=name, percent=percent),)
        case FunctionState.READY:
            return (Reason.of("function_to_start", name=name),)
        case FunctionState.WAITING:
            missing = waits_for(view.state.functions, view.state.vehicle)
            return tuple(condition_reason(condition) for condition in missing)
        case FunctionState.WORKING:
            minutes = minutes_left(function, view.state.now)
            return (Reason.of("function_working", name=name, minutes=minutes),)
        case FunctionState.FAILED:
            return failure_reasons(name, function)
        case FunctionState.LEAVING:
            return (Reason.of("function_leaving", name=name),)
        case _:
            return ()


def condition_reason(condition: Condition) -> Reason:
    return Reason.of(f"function_wait_{condition}")


def failure_reasons(name: str, function: Function) -> tuple[Reason, ...]:
    """What the failure means, and what disturbed the work."""
    failure = function.failure or Failure.UNCHANGED
    found = [Reason.of(f"function_failed_{failure.value}", name=name)]
    if function.disturbed:
        found.append(Reason.of(f"function_disturbed_{function.disturbed}"))
    elif function.failure:
        found.append(Reason.of("function_fault"))
    return tuple(found)


def details(view: View, id_: str) -> dict[str, str]:
    """The values of a dialog about a function, as things stand now."""
    function = view.state.functions.get(id_)
    if function is None:
        return {"name": function_name(view, id_), "text": view.texts.say("function_state.removed")}
    kind = view.texts.say(f"function_kind.{function.kind}")
    lines = [f"{kind} · {function_words(view, function)}"]
    told = (FunctionState.WAITING, FunctionState.FAILED)
    if function.state in told or not view.online:
        lines += [view.words(reason) for reason in function_reasons(view, id_)]
    cause = [view.words(reason) for reason in failure_reasons("", function)[1:]]
    return {
        "name": function_name(view, id_),
        "text": "\n".join(lines),
        "cause": cause[0] if cause else "",
    }
