"""What happens when an entry is complete and confirmed, one function a purpose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from connectivity.messages.phone import JoinHotspot
from connectivity.messages.portal import LinkByCode, SignIn
from connectivity.sim import SimStep, enter_pin, enter_puk
from models.reasons import Reason
from pcm.headunit import acts
from pcm.headunit.calls import dial
from pcm.headunit.errors import RefusedError
from pcm.headunit.features import entry_locked
from pcm.headunit.state import EntryState, ProgressState

if TYPE_CHECKING:
    from pcm.headunit.unit import HeadUnit


def submit(unit: HeadUnit, entry: EntryState) -> None:
    """Confirm a complete entry; RefusedError when it cannot be tried: the entry then stays."""
    _SUBMITS[entry.purpose](unit, entry)


def speaks_of_data(entry: EntryState) -> bool:
    """Whether the entry was refused because data were missing."""
    if entry.problem is None or _SUBMITS[entry.purpose] is not _check:
        return False
    key = entry.problem.key
    return not key.startswith("link_") and key not in _NOT_OF_DATA


_NOT_OF_DATA = ("too_many_attempts", "incomplete", "cancelled")


def _check(unit: HeadUnit, entry: EntryState) -> None:
    account = unit.state.account
    if locked := entry_locked(unit.view):
        _refuse(unit, entry, locked)
    if not unit.view.online:
        _refuse(unit, entry, unit.view.data_path.why_none[0])
    vin = unit.state.vehicle.vin
    if not vin:
        _refuse(unit, entry, Reason.of("vin_unknown"))
    protected = unit.view.login_protected
    if entry.purpose == "pairing_code":
        request: LinkByCode | SignIn = LinkByCode(vin, entry.typed[0])
    elif entry.purpose == "log_in_again":
        request = SignIn(vin, entry.about, None, entry.typed[0], protected)
    else:
        code = entry.typed[2] if len(entry.typed) > 2 else None
        request = SignIn(vin, entry.typed[0], entry.typed[1], code, protected)
    unit.close(EntryState, entry.purpose)
    unit.open_overlay(ProgressState("checking", replace(entry, problem=None)))
    unit.change(account=replace(account, checking=True))
    unit.wires.portal.send(request)


def _refuse(unit: HeadUnit, entry: EntryState, reason: Reason) -> NoReturn:
    """The entry stays open with what was typed, and the reason stands in it."""
    unit.close(EntryState, entry.purpose)
    unit.open_overlay(replace(entry, problem=reason))
    raise RefusedError(reason)


def _pin(unit: HeadUnit, entry: EntryState) -> None:
    _open_card(unit, enter_pin(unit.state.sim, entry.typed[0]))


def _puk(unit: HeadUnit, entry: EntryState) -> None:
    _open_card(unit, enter_puk(unit.state.sim, entry.typed[0], entry.typed[1]))


def _open_card(unit: HeadUnit, step: SimStep) -> None:
    sim, requests = step
    unit.change(sim=sim)
    for request in requests:
        unit.wires.modem.send(request)


def _number(unit: HeadUnit, entry: EntryState) -> None:
    try:
        dial(unit, entry.typed[0])
    except RefusedError as refused:
        _refuse(unit, entry, refused.reason)
    unit.close(EntryState, entry.purpose)


def _destination(unit: HeadUnit, entry: EntryState) -> None:
    unit.close(EntryState, entry.purpose)
    unit.set_plain("last_destination", entry.typed[0])
    acts.ACTS["guide"](unit, entry.typed[0])


def _hotspot(unit: HeadUnit, entry: EntryState) -> None:
    unit.wires.phone.send(JoinHotspot(entry.about, entry.typed[0]))


_SUBMITS: dict[str, Callable[[HeadUnit, EntryState], None]] = {
    "pairing_code": _check,
    "login": _check,
    "login_with_code": _check,
    "log_in_again": _check,
    "sim_pin": _pin,
    "sim_puk": _puk,
    "number": _number,
    "destination": _destination,
    "hotspot_password": _hotspot,
}
