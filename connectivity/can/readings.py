"""What each message of the car tells the head unit: signal values -> events of the wire.

Raises ValueError for values that cannot be. Periods and checksums are judged in `vehicle.py`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import get_args

from connectivity.can.layout import Message, Values, load_layout
from connectivity.can.wheel import key_of
from connectivity.messages.vehicle import (
    BusSleep,
    Charging,
    Doors,
    Gear,
    Handbrake,
    Ignition,
    Locked,
    Mileage,
    NightDesign,
    OutsideTemperature,
    Plug,
    ShownSpeed,
    Speed,
    Units,
    VehicleEvent,
    VehicleSignal,
)

SIGNALS: Mapping[str, VehicleSignal] = {
    "Klemmen_Status_01": "ignition",
    "ESP_01": "speed",
    "Kombi_01": "shown_speed",
    "Getriebe_03": "lever",
    "EPB_01": "handbrake",
    "ZV_02": "locks",
    "Dimmung_01": "light",
    "Gateway_05": "outside",
    "VIN_01": "vin",
    "Diagnose_01": "clock",
    "Einheiten_01": "units",
    "Systeminfo_01": "sleep",
    "MFL_Tasten": "wheel",
    "SIM_CHARGE_01": "plug",
}
"""What is lost when a message does not come any more."""

KM_PER_MILE = 1.609344

Events = tuple[VehicleEvent, ...]
_FORWARD = ("D", "S", "E", "T")
_VIN = re.compile(r"[A-HJ-NPR-Z0-9]{17}")


def _lever(values: Values) -> Events:
    word = (
        load_layout().by_name["Getriebe_03"].by_name["GE_Waehlhebel"].word(values["GE_Waehlhebel"])
    )
    if word not in ("P", "R", "N", *_FORWARD):
        raise ValueError(f"lever {word}")
    return (Gear("D" if word in _FORWARD else word),)


def _speed(values: Values) -> Events:
    if values["ESP_QBit_v_Signal"]:
        raise ValueError("the speed is marked as not valid")
    return (Speed(values["ESP_v_Signal"]),)


def _shown_speed(values: Values) -> Events:
    factor = KM_PER_MILE if values["KBI_Einheit_Tacho"] else 1
    return (ShownSpeed(values["KBI_V_Digital"] * factor),)


def _handbrake(values: Values) -> Events:
    return (Handbrake(values["EPB_Status"] in (1, 2)),)  # closed, or on its way


def _locks(values: Values) -> Events:
    doors = ("ZV_FT_offen", "ZV_BT_offen", "ZV_HFS_offen", "ZV_HBFS_offen", "ZV_HD_offen")
    any_open = any(values[name] for name in doors)
    return Locked(bool(values["ZV_verriegelt_extern_ist"])), Doors(any_open)


def _wheel(values: Values) -> Events:
    key = key_of(int(values["MFL_Tastencode"]), int(values["MFL_Eventcode"]))
    return (key,) if key else ()


UNIT_SIGNALS = {
    "distance": "KBI_Einheit_Streckenanz",
    "temperature": "KBI_Einheit_Temp",
    "pressure": "KBI_Einheit_Druck",
    "consumption": "KBI_Einheit_Verbrauch",
    "clock": "KBI_Einheit_Uhrzeit",
    "date": "KBI_Einheit_Datum",
}


def read_units(message: str, values: Values, names: Mapping[str, str]) -> Units:
    """Units from the signals that `names` gives; their words are those of the DBC's tables."""
    signals = load_layout().by_name[message].by_name
    words = {kind: signals[name].word(values[name]) for kind, name in names.items()}
    for field in fields(Units):
        if words[field.name] not in get_args(field.type):
            raise ValueError(f"{field.name} {words[field.name]}")
    return Units(**words)  # type: ignore[arg-type] # checked above


READERS: Mapping[str, Callable[[Values], Events]] = {
    "Klemmen_Status_01": lambda v: (Ignition(bool(v["ZAS_Kl_15"] or v["ZAS_Kl_S"])),),
    "ESP_01": _speed,
    "Kombi_01": _shown_speed,
    "Getriebe_03": _lever,
    "EPB_01": _handbrake,
    "ZV_02": _locks,
    "Dimmung_01": lambda v: (NightDesign(bool(v["DI_Display_Nachtdesign"])),),
    "Gateway_05": lambda v: (OutsideTemperature(v["BCM1_Aussen_Temp_ungef"]),),
    "Diagnose_01": lambda v: (Mileage(int(v["KBI_Kilometerstand"])),),
    "Einheiten_01": lambda v: (read_units("Einheiten_01", v, UNIT_SIGNALS),),
    "Systeminfo_01": lambda v: (BusSleep(bool(v["SI_Ruhe_Infotainment"])),),
    "MFL_Tasten": _wheel,
    "SIM_CHARGE_01": lambda v: (Plug(bool(v["SIM_Stecker"])), Charging(bool(v["SIM_Laden"]))),
}


def check_range(message: Message, values: Values) -> None:
    """Raise ValueError when a value is outside the limits of the DBC."""
    for name, value in values.items():
        signal = message.by_name[name]
        if not signal.low <= value <= signal.high:
            raise ValueError(f"{name} {value:g}")


class VinParts:
    """Puts the VIN together from its three frames, taken in their order."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def take(self, values: Values) -> str | None:
        """The VIN when this frame completes it; ValueError when it is not well-formed."""
        part = int(values["VIN_01_MUX"])
        letters = (chr(int(v)) for name, v in values.items() if name != "VIN_01_MUX")
        self._parts = self._parts[:part] if part <= len(self._parts) else []
        if part == len(self._parts):
            self._parts.append("".join(letters))
        if len(self._parts) < 3:
            return None
        vin, self._parts = "".join(self._parts), []
        if not _VIN.fullmatch(vin):
            raise ValueError("the VIN is not well-formed")
        return vin
