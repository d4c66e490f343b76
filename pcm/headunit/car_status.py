"""What the head unit tells the car of itself, and how the car's units stand in its settings."""

from typing import Any, Literal

from connectivity.data_path import Path
from connectivity.messages.modem import Registered
from connectivity.messages.vehicle import PcmStatus, Units
from connectivity.vehicle import Power
from pcm.headunit.state import SettingValue
from pcm.headunit.view import View

UNIT_SETTINGS: dict[str, tuple[str, dict[str, str]]] = {
    "distance": ("units_distance", {"km": "units_distance_km", "mi": "units_distance_miles"}),
    "temperature": (
        "units_temperature",
        {"celsius": "units_celsius", "fahrenheit": "units_fahrenheit"},
    ),
    "pressure": (
        "units_pressure",
        {"bar": "units_pressure_bar", "psi": "units_pressure_psi", "kpa": "units_pressure_kpa"},
    ),
    "consumption": (
        "units_consumption",
        {"l": "units_consumption_l", "mpg": "units_consumption_mpg"},
    ),
    "clock": ("clock_format", {"24h": "clock_24", "12h": "clock_12"}),
    "date": (
        "date_format",
        {"dmy": "date_format_dmy", "mdy": "date_format_mdy", "ymd": "date_format_ymd"},
    ),
}
"""Kind of unit -> the setting, and the option of each of its words on the bus."""
_WORD_OF: dict[SettingValue | None, str] = {
    option: word for _, options in UNIT_SETTINGS.values() for word, option in options.items()
}


def settings_of(units: Units) -> dict[str, SettingValue]:
    """The settings that show these units."""
    return {
        setting: options[getattr(units, kind)] for kind, (setting, options) in UNIT_SETTINGS.items()
    }


def derive_status(view: View) -> PcmStatus:
    """The head unit's state as the car may know it."""
    state, path = view.state, view.data_path.active
    roams = state.inserted.status is Registered.ROAMING and view.setting("roaming") is True
    return PcmStatus(
        on=state.vehicle.power is Power.ON,
        private=view.setting("private_mode") is True,
        roaming=roams,
        path=_PATHS[path],
        call=state.call.state.value,
        account=state.account.state.value,
        registration=state.inserted.status,
        units=_wanted(view),
        language=state.language,
    )


_PATHS: dict[Path | None, Literal["none", "hotspot", "inserted", "embedded"]] = {
    None: "none",
    Path.HOTSPOT: "hotspot",
    Path.INSERTED: "inserted",
    Path.EMBEDDED: "embedded",
}


def _wanted(view: View) -> Units:
    """The units that are set; where the menus offer no choice, the car's."""
    words: dict[str, Any] = {}
    for kind, (setting, _) in UNIT_SETTINGS.items():
        given = getattr(view.state.vehicle.units, kind)
        words[kind] = _WORD_OF.get(view.setting(setting), given)
    return Units(**words)
