"""What the modem of the SIM slot brings: card, registration, calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectivity.call import Bearer, CallState
from connectivity.inbox import Source
from connectivity.messages.modem import CardStatus, DataContext, ModemEvent, ModemLink, Registration
from connectivity.messages.telephony import CallPhase, CallStatus, TextMessage
from connectivity.sim import SimState, reduce_sim
from connectivity.vehicle import Power
from models.reasons import Reason
from pcm.headunit.intake.call import take_call
from pcm.headunit.state import DialogState, EntryState
from pcm.headunit.text_messages import drop_texts, take_text

if TYPE_CHECKING:
    from pcm.headunit.unit import HeadUnit

SIM_ENTRIES = ("sim_pin", "sim_puk")


def take_modem(unit: HeadUnit, event: ModemEvent) -> None:
    if "sim_slot" not in unit.view.features and not isinstance(event, CallStatus):
        return
    match event:
        case CardStatus():
            _card(unit, event)
        case Registration():
            _registered(unit, event)
        case DataContext(active, refused, cause):
            if active or refused:
                unit.change(inserted_refused=cause if refused else None)
        case ModemLink(why):
            unit.change(modem_away=why, inserted_refused=None)
            unit.say(
                Reason.of({"gone": "modem_gone", "silent": "modem_silent"}.get(why, "modem_back"))
            )
        case CallStatus():
            take_call(unit, event, _modem_bearer(unit))
            if event.phase is CallPhase.ENDED:
                unit.change(modem_bearer=Bearer.SIM)
        case TextMessage():
            take_text(unit, event, Source.SIM)


def take_embedded(unit: HeadUnit, event: ModemEvent) -> None:
    """What the modem of the embedded SIM brings, in cars that have one."""
    if "embedded_sim" not in unit.view.features:
        return
    match event:
        case Registration():
            if _elsewhere(unit.state.embedded, event):
                unit.change(embedded_refused=None)
            unit.change(embedded=event)
        case DataContext(active, refused, cause) if active or refused:
            unit.change(embedded_refused=cause if refused else None)
        case _:
            pass


def _registered(unit: HeadUnit, event: Registration) -> None:
    if _elsewhere(unit.state.inserted, event):
        unit.change(inserted_refused=None)
    unit.change(inserted=event)


def _elsewhere(before: Registration, now: Registration) -> bool:
    """In another network data may be tried anew."""
    return (before.status, before.operator) != (now.status, now.operator)


def _modem_bearer(unit: HeadUnit) -> Bearer:
    """What the modem's call is: the one that runs, else the one that was dialled."""
    call = unit.state.call
    running = call.state is not CallState.IDLE and call.bearer is not Bearer.BLUETOOTH
    return call.bearer if running else unit.state.modem_bearer


def _card(unit: HeadUnit, event: CardStatus) -> None:
    before = unit.state.sim
    sim, requests = reduce_sim(before, event)
    unit.change(sim=sim)
    if before.card and (sim.card is None or sim.card.iccid != before.card.iccid):
        drop_texts(unit, Source.SIM)
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
