"""Deliberate faults in the rules: the proof must find each of them, or it proves nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from connectivity import account, data_path, function, phone, services, sim, vehicle
from connectivity.account import AccountState
from connectivity.data_path import Path
from connectivity.messages.portal import LinkOutcome
from connectivity.messages.telephony import Technology
from connectivity.phone import LinkEvent, LinkState
from connectivity.sim import SimEvent, SimState
from pcm.headunit import calls
from tests.proof.call_cases import look_at_calls
from tests.proof.counts import SYSTEMS
from tests.proof.data_cases import look_at_data, of_data
from tests.proof.explore import faults
from tests.proof.fork import but
from tests.proof.kinds import every_kind

Patch = pytest.MonkeyPatch


@dataclass(frozen=True)
class Fault:
    """`where`: the machine, "data" or "calls"; `found`: the requirement that must notice."""

    name: str
    where: str
    found: str
    make: Callable[[Patch], None]


def _taken_as(function: str, **values: Any) -> Callable[[Patch], None]:
    """The check of a data path takes these fields as given, whatever they are."""

    def make(patch: Patch) -> None:
        right = getattr(data_path, function)
        patch.setattr(data_path, function, lambda snap: right(but(snap, **values)))

    return make


def _no_2g(patch: Patch) -> None:
    right = data_path._during_call
    patch.setattr(
        data_path,
        "_during_call",
        lambda call, technology, both: right(
            call and technology is not Technology.GSM, technology, both
        ),
    )


def _no_provider(patch: Patch) -> None:
    right = data_path._during_call
    patch.setattr(
        data_path, "_during_call", lambda call, technology, _: right(call, technology, True)
    )


def _takes_over(patch: Patch) -> None:
    patch.setattr(data_path, "_DURING_CALL", ())


def _other_order(patch: Patch) -> None:
    right = data_path._inserted
    embedded = data_path._embedded
    patch.setattr(
        data_path,
        "_inserted",
        lambda snap: right(snap) or (None if embedded(snap) else right(snap)),
    )
    patch.setattr(data_path, "_hotspot", lambda snap: right(snap) and embedded(snap))


def _bars(patch: Patch) -> None:
    right = data_path._unregistered
    patch.setattr(
        data_path,
        "_unregistered",
        lambda radio: None if getattr(right(radio), "key", "") == "no_reception" else right(radio),
    )


def _set(module: Any, name: str, value: Any) -> Callable[[Patch], None]:
    return lambda patch: patch.setattr(module, name, value)


def _without(module: Any, flow: str, *drop: tuple[Any, Any]) -> Callable[[Patch], None]:
    """A machine that has not these transitions (event, source)."""

    def make(patch: Patch) -> None:
        right = getattr(module, flow).next
        patch.setattr(
            getattr(module, flow),
            "next",
            lambda state, event: state if (event, state) in drop else right(state, event),
        )

    return make


def _leads(module: Any, flow: str, event: Any, source: Any, to: Any) -> Callable[[Patch], None]:
    def make(patch: Patch) -> None:
        right = getattr(module, flow).next
        patch.setattr(
            getattr(module, flow),
            "next",
            lambda state, now: to if (now, state) == (event, source) else right(state, now),
        )

    return make


def _keeps_after_failing(patch: Patch) -> None:
    right = sim._settle_attempt
    patch.setattr(sim, "_settle_attempt", lambda it: replace(right(it), remembered=it.remembered))


def _any_card(patch: Patch) -> None:
    patch.setattr(sim, "_stored", lambda it, card: next(iter(it.remembered), None))


def _log_out_forgets(patch: Patch) -> None:
    right = account.log_out
    patch.setattr(
        account, "log_out", lambda it: replace(right(it), users=(), state=AccountState.NOT_LINKED)
    )


def _services_at_once(patch: Patch) -> None:
    right = services.reduce_services
    patch.setattr(
        services,
        "reduce_services",
        lambda it, booked: right(replace(it, fresh=True), booked),
    )


def _during_embedded(patch: Patch) -> None:
    right = calls.can_call_over_sim

    def wrong(unit: Any) -> Any:
        reason = right(unit)
        return None if reason and reason.key == "embedded_carries_data" else reason

    patch.setattr(calls, "can_call_over_sim", wrong)


def _plugged(patch: Patch) -> None:
    right = function.waits_for
    patch.setattr(
        function, "waits_for", lambda items, car: right(items, replace(car, plugged=False))
    )


def _pause_loses(patch: Patch) -> None:
    right = function.data_went
    patch.setattr(
        function,
        "data_went",
        lambda it: replace(right(it), items=tuple(replace(f, parts=0) for f in it.items)),
    )


CARPLAY_BACK = (LinkEvent.CARPLAY_OFF, LinkState.CARPLAY, LinkState.PAIRED)
DEAD_AGAIN = (SimEvent.PUK_ASKED, SimState.PUK_REQUIRED)

FAULTS = (
    Fault("roaming ignored", "data", "R-ROAM-1", _taken_as("_inserted", roaming_on=True)),
    Fault("private mode ignored", "data", "R-PRIV-1", _taken_as("_general", private=False)),
    Fault("ended data ignored", "data", "R-DATA-7", _taken_as("_general", data_on=True)),
    Fault("2G rule dropped", "data", "R-DATA-4", _no_2g),
    Fault("provider's rule dropped", "data", "R-DATA-5", _no_provider),
    Fault("another path takes over in a call", "data", "R-DATA-6", _takes_over),
    Fault("slot where there is none", "data", "R-DATA-1", _taken_as("_inserted", has_slot=True)),
    Fault("SIM call ignored", "data", "R-DATA-3", _taken_as("_embedded", sim_call=False)),
    Fault("embedded SIM anywhere", "data", "R-DATA-2", _taken_as("_embedded", has_embedded=True)),
    Fault("Wi-Fi off ignored", "data", "R-DATA-6", _taken_as("_hotspot", wifi_on=True)),
    Fault("dead card carries data", "data", "R-PIN-5", _taken_as("_inserted", sim=SimState.READY)),
    Fault("no reception ignored", "data", "R-DATA-6", _bars),
    Fault("another order", "data", "R-DATA-6", _other_order),
    Fault("call beside embedded data", "calls", "R-DATA-3", _during_embedded),
    Fault("112 is any number", "calls", "R-PIN-5", _set(calls, "EMERGENCY_NUMBERS", ())),
    Fault("wrong PIN stays in memory", "sim", "R-PIN-4 once", _keeps_after_failing),
    Fault("PIN of any card", "sim", "R-PIN-4 own card", _any_card),
    Fault("memory takes the last try", "sim", "R-PIN-4 block", _set(sim, "LAST_TRY", 0)),
    Fault("PUK is not noticed", "sim", "R-PIN-5 shown", _without(
        sim, "SIM", (SimEvent.PUK_ASKED, SimState.PIN_REQUIRED))),
    Fault("CarPlay leaves Bluetooth", "phone and call", "R-CALL-1", _without(
        phone, "PHONE_LINK", (LinkEvent.CARPLAY_ON, LinkState.CONNECTED))),
    Fault("CarPlay gives nothing back", "phone and call", "R-CALL-1 back", _leads(
        phone, "PHONE_LINK", *CARPLAY_BACK)),
    Fault("six wrong codes", "account", "R-LINK-8", _set(account, "WRONG_CODES_UNTIL_LOCK", 6)),
    Fault("unreachable counts as wrong", "account", "R-LINK-8", _set(
        account, "_WRONG_ENTRY", (*account._WRONG_ENTRY, LinkOutcome.UNREACHABLE))),
    Fault("logging out unlinks", "account", "R-LINK-10", _log_out_forgets),
    Fault("silence unlocks text entry", "vehicle", "domain:4.10", _leads(
        vehicle, "MOTION", vehicle.MotionEvent.FAST, vehicle.Motion.STANDING,
        vehicle.Motion.STANDING)),
    Fault("not heard of is locked", "vehicle", "safe", _set(vehicle, "_SAFE", {})),
    Fault("services without a restart", "services", "R-SRV-1", _services_at_once),
    Fault("nobody needs to get out", "function", "R-FOD-3", _set(
        function, "waits_for", lambda functions, vehicle: ())),
    Fault("works while it is charged", "function", "R-FOD-3", _plugged),
    Fault("a pause loses the download", "function", "R-FOD-2", _pause_loses),
    Fault("speed lock too late", "vehicle", "domain:4.10", _set(vehicle, "LOCK_ABOVE_KMH", 10.0)),
)  # fmt: skip


def found_by_proof(where: str, id_: str) -> Iterator[str]:
    if where == "data":
        for kind in sorted({of_data(kind) for kind in every_kind()}):
            yield from look_at_data(kind, until=id_).broken
    elif where == "calls":
        for kind, example in every_kind().items():
            if kind.sim_calls and kind.embedded_sim:
                yield from look_at_calls(kind, example).broken
                return
    else:
        for name, system in SYSTEMS.items():
            if name.startswith(where):
                yield from faults(system)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_the_proof_finds_the_fault(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    fault.make(monkeypatch)
    assert any(fault.found in told for told in found_by_proof(fault.where, fault.found))


def test_there_are_faults_for_every_thing_that_is_proved() -> None:
    assert len(FAULTS) >= 25
    machines = {name.split(":")[0] for name in SYSTEMS}
    assert {fault.where for fault in FAULTS} == {"data", "calls", *machines}
    assert list(Path) == [Path.HOTSPOT, Path.INSERTED, Path.EMBEDDED]
