"""Why a menu entry is greyed now: its needs, the speed lock, the rules of its act or setting."""

from collections.abc import Callable

from connectivity.account import AccountState
from connectivity.call import CallState, Direction
from connectivity.inbox import Source
from connectivity.messages.phone import BluetoothProfile
from connectivity.phone import MOST_PHONES, HotspotState, LinkState
from connectivity.sim import SimState
from menus.node import Kind, Node
from models.reasons import Reason
from pcm.headunit.settings import PROFILE_SETTINGS
from pcm.headunit.text_messages import available
from pcm.headunit.view import Setup, View

_BUILT_IN = (
    "sim_slot",
    "sim_calls",
    "hotspot_client",
    "carplay",
    "private_mode",
    "electric",
    "embedded_sim",
    "connect",
)
"""Needs that car and market settle once and for all."""


def _phone(view: View) -> Reason | None:
    if view.state.phone.connected:
        return None
    return Reason.of("carplay_has_phone" if view.state.phone.carplay else "no_phone_connected")


def _messages(view: View) -> Reason | None:
    return None if available(view, Source.SIM) else _phone_messages(view)


def _profile(profile: BluetoothProfile) -> Callable[[View], Reason | None]:
    """Why a profile does not run: no phone, switched off here, or refused by the phone."""

    def reason(view: View) -> Reason | None:
        phone = view.state.phone
        if phone.runs(profile):
            return None
        if not phone.connected:
            return _phone(view)
        known = phone.current
        off = known is not None and profile not in known.profiles
        return Reason.of("profile_off" if off else "profile_refused", profile=profile.value)

    return reason


no_bluetooth_call = _profile(BluetoothProfile.TELEPHONE)
_phone_media = _profile(BluetoothProfile.MEDIA)
_phone_messages = _profile(BluetoothProfile.MESSAGES)


def refused_profile(view: View, setting: str) -> Reason | None:
    """Why a profile that is on does not run all the same: the phone does not let it."""
    reason = _profile(PROFILE_SETTINGS[setting])(view)
    return reason if reason and reason.key == "profile_refused" else None


def _linked(view: View) -> Reason | None:
    linked = view.state.account.state is not AccountState.NOT_LINKED
    return None if linked else Reason.of("not_linked")


def _data(view: View) -> Reason | None:
    return next(iter(view.data_path.why_none), None)


def _carplay_active(view: View) -> Reason | None:
    return None if view.state.phone.carplay else Reason.of("carplay_not_active")


_LIVE: dict[str, Callable[[View], Reason | None]] = {
    "phone": _phone,
    "telephone": no_bluetooth_call,
    "phone_media": _phone_media,
    "messages": _messages,
    "linked": _linked,
    "data": _data,
    "carplay_active": _carplay_active,
}

NEEDS = frozenset((*_BUILT_IN, *_LIVE))


def entry_locked(view: View) -> Reason | None:
    """Why no code may be entered now: too many wrong ones (R-LINK-8)."""
    left = view.state.account.locked_until - view.state.now
    return Reason.of("too_many_attempts", seconds=max(1, round(left))) if left > 0 else None


def _sim_entry(view: View) -> Reason | None:
    asked = (SimState.PIN_REQUIRED, SimState.PUK_REQUIRED)
    state = view.state.sim.state
    if state in asked:
        return None
    return Reason.of(
        {SimState.ABSENT: "no_sim", SimState.DEAD: "sim_dead"}.get(state, "no_pin_asked")
    )


def _remember_pin(view: View) -> Reason | None:
    card = view.state.sim.card
    if card is None:
        return Reason.of("no_sim")
    return None if card.pin_enabled else Reason.of("card_without_pin")


def _log_out(view: View) -> Reason | None:
    in_ = view.state.account.state is AccountState.LOGGED_IN
    return None if in_ else Reason.of("not_logged_in")


def _log_in(view: View) -> Reason | None:
    state = view.state.account.state
    if state is AccountState.NOT_LINKED:
        return Reason.of("not_linked")
    return Reason.of("already_logged_in") if state is AccountState.LOGGED_IN else None


def _call_running(view: View) -> Reason | None:
    idle = view.state.call.state is CallState.IDLE
    return Reason.of("no_call") if idle else None


def _hotspot_in_range(view: View) -> Reason | None:
    if view.setting("wifi") is False:
        return Reason.of("wifi_off")
    out = view.state.phone.hotspot is HotspotState.OUT_OF_RANGE
    return Reason.of("no_hotspot_in_range") if out else None


def _hotspot_joined(view: View) -> Reason | None:
    joined = view.state.phone.hotspot is HotspotState.JOINED
    return None if joined else Reason.of("hotspot_not_connected")


def against_connecting(view: View) -> Reason | None:
    if view.setting("bluetooth") is False:
        return Reason.of("bluetooth_off")
    return Reason.of("carplay_has_phone") if view.state.phone.carplay else None


def against_pairing(view: View) -> Reason | None:
    """Why no new phone can be paired now."""
    full = Reason.of("phones_full", count=MOST_PHONES) if view.state.phone.full else None
    return against_connecting(view) or full


def _known_phone(view: View) -> Reason | None:
    unknown = (LinkState.UNKNOWN, LinkState.CARPLAY_UNPAIRED)
    return (
        Reason.of("no_known_phone")
        if view.state.phone.link in unknown
        else against_connecting(view)
    )


def _redial(view: View) -> Reason | None:
    dialled = any(call.direction is Direction.OUTGOING for call in view.state.call_log)
    return None if dialled else Reason.of("no_calls_yet")


def _guiding(view: View) -> Reason | None:
    return None if view.setting("guidance") else Reason.of("no_guidance")


_ACTS: dict[str, Callable[[View], Reason | None]] = {
    "enter_pairing_code": entry_locked,
    "set_up_account": entry_locked,
    "link_second_user": entry_locked,
    "enter_sim_pin": _sim_entry,
    "log_out": _log_out,
    "log_in": _log_in,
    "hang_up": _call_running,
    "join_hotspot": _hotspot_in_range,
    "leave_hotspot": _hotspot_joined,
    "pair_phone": against_pairing,
    "connect_phone": _known_phone,
    "disconnect_phone": _phone,
    "forget_phone": _known_phone,
    "redial": _redial,
    "stop_guidance": _guiding,
}

_SETTINGS: dict[str, Callable[[View], Reason | None]] = {
    **dict.fromkeys(PROFILE_SETTINGS, _known_phone),
    "remember_pin": _remember_pin,
    "login_protection": _log_out,  # only who is logged in may take the protection away
}


def reasons_against(view: View, node: Node) -> tuple[Reason, ...]:
    """Every reason why this entry is greyed now; empty when it can be used."""
    found = [_need(view, need) for need in node.needs]
    if node.standing and view.moving:
        found.append(view.why_locked)
    if node.does in _ACTS:
        found.append(_ACTS[node.does](view))
    if node.kind in (Kind.TOGGLE, Kind.CHOICE) and node.setting_name in _SETTINGS:
        found.append(_SETTINGS[node.setting_name](view))
    return tuple(dict.fromkeys(reason for reason in found if reason))


def unmet_needs(setup: Setup, node: Node) -> tuple[str, ...]:
    """Its needs that this car in this country never meets: it stays greyed."""
    return tuple(n for n in node.needs if n not in _LIVE and n not in setup.features)


def can_be_greyed(setup: Setup, node: Node) -> bool:
    """Whether something can ever stand against this entry in this car and country."""
    held = node.kind in (Kind.TOGGLE, Kind.CHOICE) and node.setting_name in _SETTINGS
    ruled = node.standing or node.does in _ACTS or held
    return ruled or any(n in _LIVE or n not in setup.features for n in node.needs)


def _need(view: View, need: str) -> Reason | None:
    if need in _LIVE:
        return _LIVE[need](view)
    if need in view.features:
        return None
    return Reason.of(f"needs_{need}", country=view.setup.market.names.get(view.state.language, ""))
