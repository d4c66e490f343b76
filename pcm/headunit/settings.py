"""The settings of a new head unit: the defaults that its menus give."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from connectivity.messages.phone import BluetoothProfile
from menus.node import Kind
from menus.tree import Tree
from models.catalogue import Languages
from pcm.headunit.state import SettingValue, UnitState

PROFILE_SETTINGS = {
    "phone_telephone": BluetoothProfile.TELEPHONE,
    "phone_media": BluetoothProfile.MEDIA,
    "phone_messages": BluetoothProfile.MESSAGES,
}
"""Kept with the phone they concern, not with the other settings."""

SPECIAL = frozenset(
    {
        *PROFILE_SETTINGS,
        "media_source",
        "mobile_data",
        "roaming",
        "remember_pin",
        "private_mode",
        "bluetooth",
        "wifi",
        "language",
        "day_night",
        "clock_format",
        "units_temperature",
    }
)
"""Settings that the head unit itself acts on; every other one is only kept."""


@cache
def _defaults(tree: Tree) -> dict[str, SettingValue]:
    found: dict[str, SettingValue] = {}
    for id_ in tree.ids():
        node = tree.node(id_)
        name = node.setting_name
        if node.kind is Kind.TOGGLE:
            found[name] = node.default if node.default is not None else False
        elif node.kind is Kind.CHOICE and node.rows:
            found[name] = node.default if node.default is not None else node.rows[0].id
        elif node.kind is Kind.RANGE and node.limits:
            found[name] = node.default if node.default is not None else node.limits.low
    return found


def factory_settings(tree: Tree, language: Languages) -> Mapping[str, SettingValue]:
    """Every setting of a car's menus with its first value, in the language it is delivered in."""
    return MappingProxyType({**_defaults(tree), "language": f"language_{language}"})


def is_on(state: UnitState, name: str) -> bool:
    """Whether a toggle is on, wherever its value is kept."""
    if name == "remember_pin":
        return state.sim.remember
    if name in PROFILE_SETTINGS:
        current = state.phone.current
        return current is not None and PROFILE_SETTINGS[name] in current.profiles
    return state.settings.get(name) is True
