"""What a touched row does by its kind: opens a page, switches, chooses, slides, acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectivity.messages.phone import BluetoothProfile
from connectivity.phone import allow_profile
from connectivity.sim import set_remember
from menus.node import Kind, Node
from models.catalogue import LANGUAGES
from models.reasons import Reason
from pcm.headunit import navigator
from pcm.headunit.acts import ACTS, join_known_hotspot
from pcm.headunit.errors import RefusedError
from pcm.headunit.lists import live_items
from pcm.headunit.settings import PROFILE_SETTINGS, is_on
from pcm.headunit.state import DialogState, SliderState

if TYPE_CHECKING:
    from pcm.headunit.unit import HeadUnit


def touch_item(unit: HeadUnit, list_name: str, row: str) -> bool:
    """Touch an entry of a live list; False when the row is none of it."""
    item = live_items(unit.view, list_name).get(row)
    if item is None:
        return False
    unit.state = navigator.focus_on(unit.state, row)
    if not item.act:
        raise RefusedError(Reason.of("only_shows"))
    ACTS[item.act](unit, item.argument)
    return True


def touch(unit: HeadUnit, node: Node) -> None:
    """Touch a menu entry that nothing stands against."""
    if node.lists == "call_list":
        unit.change(missed_calls=0)
    match node.kind:
        case Kind.PAGE | Kind.OPTIONS | Kind.CHOICE:
            unit.state = navigator.open_page(unit.state, node.id)
        case Kind.LINK:
            unit.state = navigator.open_page(unit.state, node.to or "home")
        case Kind.TOGGLE:
            _toggle(unit, node)
        case Kind.OPTION:
            _choose(unit, node)
        case Kind.RANGE:
            unit.open_overlay(SliderState(node.id))
        case Kind.ACTION:
            ACTS[node.does or ""](unit, "")
        case Kind.VALUE:
            raise RefusedError(Reason.of("only_shows"))


def _toggle(unit: HeadUnit, node: Node) -> None:
    name = node.setting_name
    on = not is_on(unit.state, name)
    if name == "remember_pin":
        unit.change(sim=set_remember(unit.state.sim, on))
    elif name in PROFILE_SETTINGS:
        _set_profile(unit, PROFILE_SETTINGS[name], on)
    elif name == "roaming" and on:
        unit.open_overlay(
            DialogState("roaming_cost", act="roaming_on", can_cancel=True, warning=True)
        )
    elif name == "private_mode" and on:
        unit.open_overlay(
            DialogState("private_mode", act="private_on", can_cancel=True, warning=True)
        )
    else:
        unit.set_plain(name, on)
        _switched(unit, name, on)


def _switched(unit: HeadUnit, name: str, on: bool) -> None:
    if name == "bluetooth" and unit.state.phone.name:
        ACTS["connect_phone" if on else "disconnect_phone"](unit, "")
    elif name == "wifi" and on:
        join_known_hotspot(unit)
    elif name == "wifi":
        ACTS["leave_hotspot"](unit, "")


def _set_profile(unit: HeadUnit, profile: BluetoothProfile, on: bool) -> None:
    unit.change(phone=allow_profile(unit.state.phone, profile, on))
    if unit.state.phone.connected:
        ACTS["connect_phone"](unit, "")


def _choose(unit: HeadUnit, node: Node) -> None:
    parent = unit.setup.tree.node(unit.setup.tree.parent(node.id) or "home")
    name = parent.setting_name
    unit.set_plain(name, node.id)
    if name == "language":
        for language in LANGUAGES:
            if node.id == f"language_{language}":
                unit.change(language=language)
