"""The full chain behind a refusal: reason, what it comes from, and the menu entry that would help.

For the verb `why`. Each reason that has something beneath it has a line in `BENEATH`, each that
the driver can do away with one in `CURES`; a reason in neither is a fact of the world outside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from connectivity.account import LOCK_SECONDS, WRONG_CODES_UNTIL_LOCK
from connectivity.data_path import Path
from connectivity.messages.phone import BluetoothProfile
from connectivity.phone import HotspotState, LinkState
from connectivity.sim import SimState
from connectivity.vehicle import LOCK_ABOVE_KMH
from menus.node import Kind, Node
from models.reasons import Reason
from pcm.headunit.bookings import function_reasons, service_reasons
from pcm.headunit.calls import bearer_for, can_call_over_sim
from pcm.headunit.features import reasons_against

if TYPE_CHECKING:
    from pcm.headunit.unit import HeadUnit


@dataclass(frozen=True, slots=True)
class Cause:
    """A reason; path: the data path it stands against; cure: the entry that changes it."""

    reason: Reason
    path: Path | None = None
    beneath: tuple[Cause, ...] = ()
    cure: str = ""


Found = tuple[Reason, Path | None]


def no_data_causes(unit: HeadUnit) -> tuple[Cause, ...]:
    """Why there is no data: each refused path with its chain; empty when data flow."""
    path = unit.view.data_path
    if path.active:
        return ()
    return tuple(_cause(unit, reason, on) for reason, on in _of_data(unit, Reason.of("no_data")))


def path_causes(unit: HeadUnit, path: Path) -> tuple[Cause, ...]:
    """Why one data path carries nothing; empty when it is the active one."""
    reason = unit.view.data_path.reason(path)
    return (_cause(unit, reason, None),) if reason else ()


def causes_against(unit: HeadUnit, node: Node) -> tuple[Cause, ...]:
    """Why an entry is greyed now, or why what it leads to would be refused."""
    greyed = reasons_against(unit.view, node) or tuple(_ahead(unit, node))
    missing = unit.view.data_path.why_none[:1]
    if "data" in node.needs and missing:
        greyed = tuple(Reason.of("no_data") if (r,) == missing else r for r in greyed)
    return tuple(_cause(unit, reason, None) for reason in greyed)


_ASKS_MY_PORSCHE = ("enter_pairing_code", "set_up_account", "link_second_user")
_CALLS = ("dial_number", "dial", "redial")


def _ahead(unit: HeadUnit, node: Node) -> Iterator[Reason]:
    if node.does in _ASKS_MY_PORSCHE and not unit.view.online:
        yield Reason.of("no_data")
    elif node.does in _ASKS_MY_PORSCHE and not unit.state.vehicle.vin:
        yield Reason.of("vin_unknown")
    if node.does in _CALLS and isinstance(bearer := bearer_for(unit), Reason):
        yield bearer


def _cause(unit: HeadUnit, reason: Reason, path: Path | None) -> Cause:
    below = BENEATH[reason.key](unit, reason) if reason.key in BENEATH else ()
    return Cause(
        reason, path, tuple(_cause(unit, deeper, on) for deeper, on in below), _cure(unit, reason)
    )


def _of_data(unit: HeadUnit, _: Reason) -> tuple[Found, ...]:
    path = unit.view.data_path
    if path.general:
        return ((path.general, None),)
    return tuple((reason, refused) for refused, reason in path.most_telling)


def _abroad(unit: HeadUnit, _: Reason) -> tuple[Found, ...]:
    radio = unit.state.inserted
    return ((Reason.of("abroad", operator=radio.operator, country=radio.country), None),)


def _pause(unit: HeadUnit, _: Reason) -> tuple[Found, ...]:
    reason = unit.view.data_path.reason(Path.HOTSPOT)
    return ((reason, Path.HOTSPOT),) if reason else ()


def _inserted(unit: HeadUnit, _: Reason) -> tuple[Found, ...]:
    """The embedded SIM carries data because the inserted one does not."""
    reason = unit.view.data_path.reason(Path.INSERTED)
    return ((reason, Path.INSERTED),) if reason else ()


def _hotspot(unit: HeadUnit, _: Reason) -> tuple[Found, ...]:
    out = unit.state.phone.hotspot is HotspotState.OUT_OF_RANGE
    return ((Reason.of("no_hotspot_in_range"), None),) if out else ()


def _locked_card(unit: HeadUnit, _: Reason) -> tuple[Found, ...]:
    puk = unit.state.sim.state is SimState.PUK_REQUIRED
    return ((Reason.of("puk_required" if puk else "pin_required"), None),)


def _no_phone(unit: HeadUnit, _: Reason) -> tuple[Found, ...]:
    """No phone, and the inserted SIM does not stand in for it."""
    found = []
    if unit.view.setting("bluetooth") is False:
        found.append(Reason.of("bluetooth_off"))
    elif unit.state.phone.link is LinkState.UNKNOWN:
        found.append(Reason.of("no_known_phone"))
    if refused := can_call_over_sim(unit):
        found.append(refused)
    return tuple((reason, None) for reason in found)


def _no_profile(unit: HeadUnit, reason: Reason) -> tuple[Found, ...]:
    """Without the telephone of the phone the inserted SIM would have to stand in."""
    telephone = ("profile", BluetoothProfile.TELEPHONE.value) in reason.values
    refused = can_call_over_sim(unit) if telephone else None
    return ((refused, None),) if refused else ()


def _speed(unit: HeadUnit, _: Reason) -> tuple[Found, ...]:
    now, limit = round(unit.state.vehicle.speed_kmh), round(LOCK_ABOVE_KMH)
    return ((Reason.of("speed_lock", speed=now, limit=limit), None),)


def _wrong_codes(*_: object) -> tuple[Found, ...]:
    count, seconds = WRONG_CODES_UNTIL_LOCK, round(LOCK_SECONDS)
    return ((Reason.of("wrong_entries_lock", count=count, seconds=seconds), None),)


def service_causes(unit: HeadUnit, id_: str) -> tuple[Cause, ...]:
    """Why a Connect service cannot be used now."""
    return tuple(_cause(unit, reason, None) for reason in service_reasons(unit.view, id_))


def function_causes(unit: HeadUnit, id_: str) -> tuple[Cause, ...]:
    """Why a Function on Demand or an update is not in the car yet."""
    return tuple(_cause(unit, reason, None) for reason in function_reasons(unit.view, id_))


def _of_link(unit: HeadUnit, reason: Reason) -> tuple[Found, ...]:
    """What My Porsche is needed for hangs on the data path."""
    return () if unit.view.online else _of_data(unit, reason)


BENEATH: dict[str, Callable[[HeadUnit, Reason], tuple[Found, ...]]] = {
    "no_data": _of_data,
    "service_restart": _of_link,
    "function_paused": _of_link,
    "roaming_off": _abroad,
    "hotspot_paused": _pause,
    "embedded_carries_data": _inserted,
    "hotspot_not_connected": _hotspot,
    "sim_locked": _locked_card,
    "no_phone_connected": _no_phone,
    "profile_off": _no_profile,
    "profile_refused": _no_profile,
    "moving": _speed,
    "too_many_attempts": _wrong_codes,
}

CURES: dict[str, tuple[str, ...]] = {
    "roaming_off": ("roaming",),
    "private_mode": ("private_mode",),
    "data_ended": ("mobile_data",),
    "wifi_off": ("wifi",),
    "bluetooth_off": ("bluetooth",),
    "pin_required": ("enter_sim_pin",),
    "puk_required": ("enter_sim_pin",),
    "no_known_phone": ("pair_phone",),
    "not_linked": ("enter_pairing_code", "set_up_account"),
    "not_logged_in": ("log_in",),
    "call_on_2g": ("hang_up",),
    "sim_call_active": ("hang_up",),
    "provider_no_voice_and_data": ("hang_up",),
}
"""Reason -> settings or acts of the menus; the first that this car has is named."""


def _cure(unit: HeadUnit, reason: Reason) -> str:
    tree = unit.setup.tree
    wanted = CURES.get(reason.key, ())
    for id_ in tree.ids() if wanted else ():
        node = tree.node(id_)
        named = node.setting_name if node.kind in (Kind.TOGGLE, Kind.CHOICE) else node.does
        if named in wanted and not reasons_against(unit.view, node):
            return id_
    return ""
