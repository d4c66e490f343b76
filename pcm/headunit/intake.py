"""Takes in what the wires brought and lets the head unit react: prompts, messages, calls."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from connectivity.account import reduce_answer, reduce_vehicle_account
from connectivity.call import Bearer, Call, CallState, reduce_call
from connectivity.messages import (
    BluetoothLink,
    CallPhase,
    CallStatus,
    CardStatus,
    CarPlay,
    HangUp,
    HotspotLink,
    Ignition,
    LinkAnswer,
    LinkOutcome,
    ModemEvent,
    PairingFailed,
    PairingNumber,
    PhoneEvent,
    PortalEvent,
    Registration,
    VehicleAccount,
    VehicleEvent,
)
from connectivity.phone import reduce_phone
from connectivity.sim import SimState, reduce_sim
from connectivity.vehicle import Power, reduce_vehicle
from models.reasons import Reason
from pcm.headunit.calls import can_call_over_sim
from pcm.headunit.state import DialogState, EntryState, ProgressState

if TYPE_CHECKING:
    from pcm.headunit.unit import HeadUnit

SIM_ENTRIES = ("sim_pin", "sim_puk")


def take_in(unit: HeadUnit) -> bool:
    """One round over the wires; True when anything arrived."""
    wires, came = unit.wires, False
    for vehicle in wires.vehicle.drain():
        came = True
        _vehicle(unit, vehicle)
    for modem in wires.modem.drain():
        came = True
        _modem(unit, modem)
    for embedded in wires.embedded.drain():
        came = True
        if isinstance(embedded, Registration) and "embedded_sim" in unit.view.features:
            unit.change(embedded=embedded)
    for phone in wires.phone.drain():
        came = True
        _phone(unit, phone)
    if unit.view.online:
        for portal in wires.portal.drain():
            came = True
            _portal(unit, portal)
    return came


def _vehicle(unit: HeadUnit, event: VehicleEvent) -> None:
    was = unit.state.vehicle.power
    unit.change(vehicle=reduce_vehicle(unit.state.vehicle, event))
    now = unit.state.vehicle.power
    if isinstance(event, Ignition) and was is not now:
        if now is Power.ON:
            unit.restart()
        else:
            unit.drop_attempt()
            unit.change(overlays=(), toast=None)


def _modem(unit: HeadUnit, event: ModemEvent) -> None:
    if "sim_slot" not in unit.view.features and not isinstance(event, CallStatus):
        return
    match event:
        case CardStatus():
            _card(unit, event)
        case Registration():
            unit.change(inserted=event)
        case CallStatus():
            _call(unit, event, _modem_bearer(unit))
            if event.phase is CallPhase.ENDED:
                unit.change(modem_bearer=Bearer.SIM)


def _modem_bearer(unit: HeadUnit) -> Bearer:
    """What the modem's call is: the one that runs, else the one that was dialled."""
    call = unit.state.call
    running = call.state is not CallState.IDLE and call.bearer is not Bearer.BLUETOOTH
    return call.bearer if running else unit.state.modem_bearer


def _card(unit: HeadUnit, event: CardStatus) -> None:
    before = unit.state.sim
    sim, requests = reduce_sim(before, event)
    unit.change(sim=sim)
    for request in requests:
        unit.wires.modem.send(request)
    asking = next(
        (o for o in unit.state.overlays if isinstance(o, EntryState) and o.purpose in SIM_ENTRIES),
        None,
    )
    unit.close(EntryState, "sim_pin")
    unit.close(EntryState, "sim_puk")
    forgot = bool(before.attempt and before.attempt.from_memory and sim.state is not SimState.READY)
    if sim.state is SimState.READY and before.attempt:
        unit.say(Reason.of("sim_ready"))
    elif sim.state is SimState.DEAD and before.state is not SimState.DEAD:
        unit.open_overlay(DialogState("sim_dead", warning=True))
    elif sim.attempt is None and unit.state.vehicle.power is Power.ON:
        _ask_for_pin(unit, bool(before.attempt), forgot, asking)


def _ask_for_pin(unit: HeadUnit, tried: bool, forgot: bool, asking: EntryState | None) -> None:
    sim = unit.state.sim
    if sim.card is None or sim.state not in (SimState.PIN_REQUIRED, SimState.PUK_REQUIRED):
        return
    puk = sim.state is SimState.PUK_REQUIRED
    tries = sim.card.puk_tries if puk else sim.card.pin_tries
    problem = None
    if tried:
        was_puk = asking is not None and asking.purpose == "sim_puk"
        wrong = "puk_wrong" if puk and was_puk else "pin_now_puk" if puk else "pin_wrong"
        problem = Reason.of("remembered_pin_wrong" if forgot and not puk else wrong, tries=tries)
    unit.open_overlay(EntryState("sim_puk" if puk else "sim_pin", problem=problem))


def _call(unit: HeadUnit, event: CallStatus, bearer: Bearer) -> None:
    idle = unit.state.call.state is CallState.IDLE
    if bearer is Bearer.SIM and idle and event.phase is CallPhase.INCOMING:
        refused = can_call_over_sim(unit)
        if refused:
            unit.wires.modem.send(HangUp())
            unit.say(Reason.of("sim_call_refused", why=unit.view.words(refused)))
            return
    before = unit.view.data_path
    unit.change(call=reduce_call(unit.state.call, event, bearer))
    unit.close(DialogState, "incoming_call")
    call = unit.state.call
    if call.state is CallState.INCOMING:
        values = (("number", call.number),)
        unit.open_overlay(
            DialogState("incoming_call", values, "answer", "hang_up", can_cancel=True)
        )
    elif event.phase is CallPhase.ENDED and idle and event.number:  # dialled, never connected
        unit.say(Reason.of("call_failed"))
    _tell_data_change(unit, before.active is not None)


def _tell_data_change(unit: HeadUnit, had_data: bool) -> None:
    path = unit.view.data_path
    if had_data and path.active is None:
        unit.say(path.why_none[0])
    elif not had_data and path.active:
        unit.say(Reason.of("data_back", path=path.active.value))


def _phone(unit: HeadUnit, event: PhoneEvent) -> None:
    before = unit.state.phone
    had_data = unit.view.data_path.active is not None
    unit.change(phone=reduce_phone(before, event))
    if (
        before.connected
        and not unit.state.phone.connected
        and unit.state.call.bearer is Bearer.BLUETOOTH
    ):
        unit.change(call=Call())  # the call stays with the phone
        unit.close(DialogState, "incoming_call")
    match event:
        case CallStatus() if unit.state.phone.connected:
            _call(unit, event, Bearer.BLUETOOTH)
            _tell_data_change(unit, had_data)
        case CallStatus():
            _tell_data_change(unit, had_data)
        case PairingNumber(number, name):
            values = (("number", number), ("name", name))
            unit.open_overlay(
                DialogState("pairing", values, "pairing_yes", "pairing_no", can_cancel=True)
            )
        case PairingFailed(cause):
            unit.close(DialogState, "pairing")
            unit.say(Reason.of(f"pairing_{cause}"))
        case BluetoothLink(connected, _) if connected != before.connected:
            unit.close(DialogState, "pairing")
            unit.say(
                Reason.of(
                    "phone_connected" if connected else "phone_disconnected",
                    name=unit.state.phone.name,
                )
            )
        case CarPlay(on):
            _carplay(unit, on, before.connected)
        case HotspotLink(joined, cause):
            _hotspot(unit, joined, cause)
        case _:
            pass


def _carplay(unit: HeadUnit, on: bool, had_bluetooth: bool) -> None:
    if on and had_bluetooth:
        unit.open_overlay(DialogState("carplay_took_bluetooth"))
    else:
        unit.close(DialogState, "carplay_took_bluetooth")
        unit.say(Reason.of("carplay_started" if on else "carplay_ended"))


def _hotspot(unit: HeadUnit, joined: bool, cause: str) -> None:
    if joined:
        unit.set_plain("known_hotspot", unit.state.phone.hotspot_name)
        unit.close(EntryState, "hotspot_password")
        unit.say(Reason.of("hotspot_joined", name=unit.state.phone.hotspot_name))
    elif cause == "wrong_password":
        overlay = unit.state.overlay
        if isinstance(overlay, EntryState) and overlay.purpose == "hotspot_password":
            unit.close(EntryState, "hotspot_password")
            unit.open_overlay(replace(overlay, problem=Reason.of("wrong_wifi_password")))
    else:
        unit.say(Reason.of("hotspot_lost"))


def _portal(unit: HeadUnit, event: PortalEvent) -> None:
    match event:
        case LinkAnswer():
            _link_answer(unit, event)
        case VehicleAccount(gone=gone):
            had = unit.state.account.user
            unit.change(account=reduce_vehicle_account(unit.state.account, event))
            if had and not unit.state.account.user:
                values = (("name", had.name),)
                unit.open_overlay(DialogState(gone or "vehicle_removed", values, warning=True))


def _link_answer(unit: HeadUnit, answer: LinkAnswer) -> None:
    if not unit.state.account.checking:
        return
    waiting = next((o for o in unit.state.overlays if isinstance(o, ProgressState)), None)
    unit.close(ProgressState)
    account = reduce_answer(unit.state.account, answer, unit.state.now)
    unit.change(account=account)
    if answer.outcome is LinkOutcome.ACCEPTED and account.user:
        again = waiting and waiting.entry and waiting.entry.purpose == "log_in_again"
        unit.say(Reason.of("logged_in" if again else "linked", name=account.user.name))
    elif waiting and waiting.entry:
        problem = Reason.of(f"link_{answer.outcome.value}")
        if account.locked_until > unit.state.now:
            problem = Reason.of(
                "too_many_attempts", seconds=round(account.locked_until - unit.state.now)
            )
        unit.open_overlay(_entry_again(waiting.entry, answer.outcome, problem))


def _entry_again(entry: EntryState, outcome: LinkOutcome, problem: Reason) -> EntryState:
    """The entry as it was typed, at the field that was refused."""
    wrong_field = {
        LinkOutcome.UNKNOWN_ID: 0,
        LinkOutcome.NOT_A_USER: 0,
        LinkOutcome.WRONG_PASSWORD: 1,
    }
    step = min(wrong_field.get(outcome, entry.step), entry.step)
    return replace(entry, step=step, typed=entry.typed[: step + 1], problem=problem)
