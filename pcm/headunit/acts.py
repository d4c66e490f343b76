"""What touched rows and answered dialogs do (`does:` in the menus): one function a name.

Each takes the head unit and the row's argument; it changes state, opens overlays or sends
requests.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from connectivity import account as account_rules
from connectivity.call import Direction
from connectivity.messages.phone import (
    ConfirmPairing,
    ConnectPhone,
    DisconnectPhone,
    ForgetPhone,
    JoinHotspot,
    LeaveHotspot,
    PairPhone,
)
from connectivity.messages.telephony import AnswerCall, HangUp
from connectivity.phone import HotspotState
from connectivity.sim import SimState
from models.reasons import Reason
from pcm.headunit import functions
from pcm.headunit.calls import dial
from pcm.headunit.state import DialogState, EntryState
from pcm.headunit.text_messages import read_message

if TYPE_CHECKING:
    from pcm.headunit.unit import HeadUnit

Act = Callable[["HeadUnit", str], None]


def _enter(purpose: str) -> Act:
    return lambda unit, _: unit.open_overlay(EntryState(purpose))


def _say(key: str) -> Act:
    return lambda unit, _: unit.say(Reason.of(key))


def _ask(id_: str, act: str) -> Act:
    return lambda unit, _: unit.open_overlay(
        DialogState(id_, act=act, can_cancel=True, warning=True)
    )


def _set_up_account(unit: HeadUnit, _: str) -> None:
    asked = unit.setup.market.offer.security_code
    unit.open_overlay(EntryState("login_with_code" if asked else "login"))


def _link_second_user(unit: HeadUnit, argument: str) -> None:
    if unit.setup.generation.login == "pairing_code":
        unit.open_overlay(EntryState("pairing_code"))
    else:
        _set_up_account(unit, argument)


def _enter_sim_pin(unit: HeadUnit, _: str) -> None:
    puk = unit.state.sim.state is SimState.PUK_REQUIRED
    unit.open_overlay(EntryState("sim_puk" if puk else "sim_pin"))


def _log_out(unit: HeadUnit, _: str) -> None:
    unit.change(account=account_rules.log_out(unit.state.account))
    unit.say(Reason.of("logged_out"))


def _log_in(unit: HeadUnit, email: str) -> None:
    account = unit.state.account
    if unit.view.login_protected and (account.user is None or email not in ("", account.active)):
        unit.open_overlay(EntryState("log_in_again", about=email or account.active))
        return
    account = account_rules.log_in(account, email or account.active)
    if email and account.state is account_rules.AccountState.LOGGED_IN:
        account = replace(account, active=email)
    unit.change(account=account)
    if account.user:
        unit.say(Reason.of("logged_in", name=account.user.name))


def _redial(unit: HeadUnit, _: str) -> None:
    dialled = (c for c in unit.state.call_log if c.direction is Direction.OUTGOING)
    dial(unit, next(dialled).number)


def _emergency(unit: HeadUnit, _: str) -> None:
    dial(unit, "112")


def _hang_up(unit: HeadUnit, _: str) -> None:
    unit.call_wire().send(HangUp())


def _answer(unit: HeadUnit, _: str) -> None:
    unit.call_wire().send(AnswerCall())


def _pair(unit: HeadUnit, _: str) -> None:
    unit.wires.phone.send(PairPhone())


def _pairing_yes(unit: HeadUnit, _: str) -> None:
    """Now the owner of the phone must say yes too; what comes of it closes this."""
    unit.open_overlay(DialogState("pairing_waits", act="pairing_no"))
    unit.wires.phone.send(ConfirmPairing(True))


def _pairing_no(unit: HeadUnit, _: str) -> None:
    unit.wires.phone.send(ConfirmPairing(False))


def _connect_phone(unit: HeadUnit, name: str) -> None:
    known = unit.state.phone.find(name or unit.state.phone.name)
    if known:
        unit.wires.phone.send(ConnectPhone(known.name, known.profiles))


def _disconnect_phone(unit: HeadUnit, _: str) -> None:
    unit.wires.phone.send(DisconnectPhone())


def _forget_phone(unit: HeadUnit, name: str) -> None:
    unit.wires.phone.send(ForgetPhone(name or unit.state.phone.name))


def _join_hotspot(unit: HeadUnit, name: str) -> None:
    phone = unit.state.phone
    wanted = name or phone.hotspot_name
    if wanted in phone.known_hotspots:
        unit.wires.phone.send(JoinHotspot(wanted, None))
    else:
        unit.open_overlay(EntryState("hotspot_password", about=wanted))


def join_known_hotspot(unit: HeadUnit) -> None:
    """The PCM joins by itself what it knows."""
    phone = unit.state.phone
    name = phone.joins_by_itself()
    free = phone.hotspot is HotspotState.IN_RANGE and unit.state.settings.get("wifi") is not False
    if name and free and "hotspot_client" in unit.view.features:
        unit.wires.phone.send(JoinHotspot(name, None))


def _leave_hotspot(unit: HeadUnit, _: str) -> None:
    unit.wires.phone.send(LeaveHotspot())


def _factory_reset(unit: HeadUnit, _: str) -> None:
    unit.factory_reset()


def _guide(unit: HeadUnit, destination: str) -> None:
    unit.set_plain("guidance", destination)
    unit.say(Reason.of("guidance_started", destination=destination))


def _start_guidance(unit: HeadUnit, _: str) -> None:
    destination = unit.state.settings.get("last_destination")
    if destination:
        _guide(unit, str(destination))
    else:
        unit.say(Reason.of("no_destination"))


def _stop_guidance(unit: HeadUnit, _: str) -> None:
    unit.set_plain("guidance", "")
    unit.say(Reason.of("guidance_stopped"))


def _step(setting: str, by: int) -> Act:
    def act(unit: HeadUnit, _: str) -> None:
        value = unit.state.settings.get(setting, 0)
        unit.set_plain(setting, (value if isinstance(value, int) else 0) + by)

    return act


def _pick(setting: str) -> Act:
    return lambda unit, index: unit.set_plain(setting, int(index))


def _play_pause(unit: HeadUnit, _: str) -> None:
    paused = not unit.state.settings.get("paused", False)
    unit.set_plain("paused", paused)
    unit.say(Reason.of("paused" if paused else "playing"))


def _refresh(unit: HeadUnit, key: str) -> None:
    unit.sync()
    unit.say(Reason.of(key))


def _check_updates(unit: HeadUnit, _: str) -> None:
    unit.sync()
    waiting = any(f.startable for f in unit.state.functions.items)
    unit.say(Reason.of("updates_wait" if waiting else "no_updates"))


def _roaming_on(unit: HeadUnit, _: str) -> None:
    unit.set_plain("roaming", True)


def _private_on(unit: HeadUnit, _: str) -> None:
    unit.set_plain("private_mode", True)


ACTS: dict[str, Act] = {
    "enter_pairing_code": _enter("pairing_code"),
    "set_up_account": _set_up_account,
    "link_second_user": _link_second_user,
    "enter_security_code": _say("security_code_in_my_porsche"),
    "log_out": _log_out,
    "log_in": _log_in,
    "enter_sim_pin": _enter_sim_pin,
    "dial_number": _enter("number"),
    "dial": dial,
    "emergency_call": _emergency,
    "redial": _redial,
    "hang_up": _hang_up,
    "answer": _answer,
    "read_message": read_message,
    "pair_phone": _pair,
    "pairing_yes": _pairing_yes,
    "pairing_no": _pairing_no,
    "connect_phone": _connect_phone,
    "disconnect_phone": _disconnect_phone,
    "forget_phone": _forget_phone,
    "join_hotspot": _join_hotspot,
    "leave_hotspot": _leave_hotspot,
    "configure_hotspot": _say("hotspot_configured"),
    "factory_reset": _ask("factory_reset", "factory_reset_now"),
    "factory_reset_now": _factory_reset,
    "enter_destination": _enter("destination"),
    "guide": _guide,
    "start_guidance": _start_guidance,
    "stop_guidance": _stop_guidance,
    "play_pause": _play_pause,
    "next_track": _step("track", 1),
    "previous_track": _step("track", -1),
    "play": _pick("track"),
    "seek_up": _step("station", 1),
    "seek_down": _step("station", -1),
    "tune": _pick("station"),
    "store_station": _say("station_stored"),
    "update_content": lambda unit, _: _refresh(unit, "content_updated"),
    "check_updates": _check_updates,
    "reset_trip": _say("trip_reset"),
    "breakdown_call": _say("breakdown_call"),
    "test_sound": _say("sound_test"),
    "open_function": functions.open_function,
    "start_function": functions.start_function,
    "start_function_now": functions.start_function_now,
    "show_updates": functions.show_updates,
    "roaming_on": _roaming_on,
    "private_on": _private_on,
}
