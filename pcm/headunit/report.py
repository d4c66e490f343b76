"""Screen and state as plain values, for scripts (`--json`) and for reading in a terminal."""

from __future__ import annotations

from dataclasses import asdict
from enum import Enum
from typing import TYPE_CHECKING, Any

from connectivity.call import CallState
from connectivity.data_path import Path
from connectivity.function import FunctionState
from connectivity.outside.store import load_store
from connectivity.vehicle import Power
from pcm.headunit.bookings import service_state
from pcm.headunit.header import derive_header
from pcm.headunit.overlays import shown_overlay
from pcm.headunit.render import night
from pcm.headunit.screen import Entry, Row, Screen
from pcm.headunit.text_messages import listed, unread
from pcm.headunit.view import View

if TYPE_CHECKING:
    from pcm.headunit.session import Session


def screen_value(screen: Screen) -> dict[str, Any]:
    """The whole Screen as JSON values."""
    value: dict[str, Any] = asdict(screen, dict_factory=_plain)
    overlay = value["overlay"]
    if overlay and screen.overlay:
        value["overlay"] = {"kind": type(screen.overlay).__name__.lower(), **overlay}
    return value


def _plain(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {key: value.value if isinstance(value, Enum) else value for key, value in pairs}


def describe_state(session: Session) -> dict[str, Any]:
    """What the head unit knows, flat: the names and values of `state` and `expect state`."""
    unit = session.unit
    state, view, setup = unit.state, unit.view, session.setup
    path, card, user = view.data_path, state.sim.card, state.account.user
    header, overlay = derive_header(view), shown_overlay(view)
    services = _service_states(view)
    return {
        "car": setup.car.id,
        "year": setup.year,
        "pcm": setup.generation.pcm,
        "country": setup.market.code,
        "language": state.language,
        "screen": state.place.page,
        "overlay": overlay.id if overlay else None,
        "clock": header.clock,
        "ignition": state.vehicle.power is Power.ON,
        "speed": state.vehicle.speed_kmh,
        "moving": view.moving,
        "gear": state.vehicle.gear,
        "locked": state.vehicle.locked,
        "doors_open": state.vehicle.doors_open,
        "plugged": state.vehicle.plugged,
        "night": night(view),
        "handbrake": state.vehicle.handbrake,
        "charging": state.vehicle.charging,
        "outside_c": state.vehicle.outside_c,
        "mileage_km": state.vehicle.mileage_km,
        "vin": state.vehicle.vin or None,
        **_bus(session),
        "modem": state.modem_away or "ready",
        **_dropped(session),
        "sim": state.sim.state.value,
        "pin_tries": card.pin_tries if card else None,
        "puk_tries": card.puk_tries if card else None,
        "remember_pin": state.sim.remember,
        "registration": state.inserted.status.name.lower(),
        "operator": state.inserted.operator or None,
        "embedded_registration": state.embedded.status.name.lower(),
        "technology": header.technology or None,
        "bars": header.bars,
        "data": path.active.value if path.active else None,
        "data_refused": {p.value: reason.key for p in Path if (reason := path.reason(p))},
        "mobile_data": view.setting("mobile_data") != "data_off",
        "roaming": view.setting("roaming") is True,
        "private_mode": view.setting("private_mode") is True,
        "bluetooth": state.phone.connected,
        "phone": state.phone.link.value,
        "phone_name": state.phone.name or None,
        "phone_profiles": ",".join(p.value for p in state.phone.running if state.phone.runs(p))
        or None,
        "phone_battery": header.phone_battery if header.phone_battery >= 0 else None,
        "phones": len(state.phone.known),
        "contacts": len(state.phone.contacts),
        "hotspot": state.phone.hotspot.value,
        "carplay": state.phone.carplay,
        "call": state.call.state.value,
        "call_over": state.call.bearer.value if state.call.state is not CallState.IDLE else None,
        "messages": len(listed(view)),
        "unread": unread(view),
        "account": state.account.state.value,
        "user": user.name if user else None,
        "users": len(state.account.users),
        "services": sum(word == "active" for word in services.values()),
        **services,
        "functions": sum(f.state is FunctionState.DONE for f in state.functions.items),
        **_function_states(view),
        "wrong_codes": state.account.wrong,
        "entry_locked": state.account.locked_until > state.now,
    }


def _dropped(session: Session) -> dict[str, int]:
    """What was too much at the modem's wire: lines that never ended, bytes nobody read, clients."""
    servers = session.attachments.modem_servers
    return {
        "modem_lines_dropped": session.world.modem_driver.exchange.lines_dropped,
        "modem_port_dropped": sum(server.dropped for server in servers),
    }


def _bus(session: Session) -> dict[str, Any]:
    """The CAN bus: what sleeps or is lost, and how many frames were ignored, by why.

    can_unsent, can_unreadable: frames that a real bus did not take, and what came and was none.
    """
    can, link = session.world.can, session.attachments.can
    counts = {f"can_{name}": value for name, value in asdict(can.counts).items()}
    lost = ", ".join(can.lost) or None
    interface = session.world.vehicle.bus.interface or "in_process"
    return {
        "can_bus": interface,
        "bus_asleep": session.unit.state.vehicle.asleep,
        "can_lost": lost,
        **counts,
        "can_unsent": link.unsent if link else 0,
        "can_unreadable": link.unreadable if link else 0,
    }


def _service_states(view: View) -> dict[str, str]:
    """service_ID -> its state, of all that are sold."""
    return {f"service_{s.id}": service_state(view, s.id).value for s in load_store().services}


def _function_states(view: View) -> dict[str, str | None]:
    """function_ID -> its state, of all that are sold; None: not bought."""
    held = {function.id: function.state.value for function in view.state.functions.items}
    return {f"function_{id_}": held.get(id_) for id_ in load_store().packages}


def words_on(screen: Screen) -> list[str]:
    """Every line of words on the screen, from top to bottom."""
    if screen.off:
        return []
    lines = [screen.title, *(label for _, label in screen.path)]
    for row in screen.all_rows:
        lines += [row.label, row.text, row.detail]
    overlay = screen.overlay
    for name in ("title", "prompt", "hint", "text", "problem", "locked", "ok", "cancel"):
        lines.append(str(getattr(overlay, name, "")))
    if screen.panel:
        lines += [screen.panel.title, screen.panel.note]
        lines += [word for line in screen.panel.lines for word in (line.label, line.state)]
    header = screen.header
    lines += [screen.toast, screen.empty, header.no_data, header.path, header.call, header.user]
    return [line for line in lines if line]


def screen_text(screen: Screen, sources: bool = False) -> str:
    """The Screen for a terminal."""
    if screen.off:
        return "(dark)"
    header = screen.header
    radio = " ".join(w for w in ("R" if header.roaming else "", header.technology) if w)
    bars = f"{header.bars}/4" if header.bars >= 0 else ""
    marks = [
        "BT" if header.bluetooth else "",
        "CarPlay" if header.carplay else "",
        header.user,
        header.call,
    ]
    status = [header.clock, radio, bars, header.path or f"({header.no_data})", *marks]
    path = " > ".join(label for _, label in screen.path) or screen.title
    lines = [f"== {path} ==", "   " + " · ".join(word for word in status if word)]
    lines += [_row_text(row, row.id == screen.focus, sources) for row in screen.rows]
    lines += [f"   {screen.empty}"] if screen.empty else []
    lines += [f" ≡ {screen.options.label}  [{screen.options.id}]"] if screen.options else []
    lines += _overlay_text(screen)
    lines += [f" * {screen.toast}"] if screen.toast else []
    return "\n".join(lines)


def _row_text(row: Row, focused: bool, sources: bool) -> str:
    mark = {True: "[x] ", False: "[ ] "}.get(row.value, "") if isinstance(row.value, bool) else ""
    text = f" {'>' if focused else ' '} {mark}{row.label}"
    text += f": {row.text}" if row.text else ""
    text += f" ({row.detail})" if row.detail else ""
    text += "" if row.enabled else " #"
    text += f"  [{row.id}]"
    if sources:
        text += (
            "  {" + (", ".join(row.source) or "") + (f" {row.assumed}" if row.assumed else "") + "}"
        )
    return text


def _overlay_text(screen: Screen) -> list[str]:
    overlay = screen.overlay
    if overlay is None:
        return []
    lines = [f" +-- {overlay.title} ({overlay.id})"]
    for name in ("prompt", "text", "hint", "problem", "locked"):
        if getattr(overlay, name, ""):
            lines += [f" |   {line}" for line in getattr(overlay, name).splitlines()]
    if isinstance(overlay, Entry):
        rest = "_" * max(0, overlay.boxes - len(overlay.shown))
        lines.append(f" |   > {overlay.shown}{rest}")
    buttons = [
        str(getattr(overlay, name, "")) for name in ("ok", "cancel") if getattr(overlay, name, "")
    ]
    lines.append(f" +-- {' | '.join(f'[{button}]' for button in buttons)}")
    return lines
