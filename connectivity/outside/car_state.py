"""The physical car as values: what changes about it, and the signal values of each message."""

from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass, replace
from datetime import datetime
from typing import TypeAlias

from connectivity.can.layout import load_layout
from connectivity.can.readings import KM_PER_MILE, UNIT_SIGNALS
from connectivity.can.status import number_of
from connectivity.messages.vehicle import (
    FACTORY_UNITS,
    CarClock,
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
    Speed,
    Units,
)

CarChange: TypeAlias = (
    Ignition
    | Speed
    | Gear
    | Handbrake
    | Locked
    | Doors
    | Plug
    | Charging
    | NightDesign
    | OutsideTemperature
    | Mileage
    | Units
    | CarClock
)
"""What can change about a car."""

CLOCK_AT_ZERO = datetime(2026, 3, 16, 10, 42)  # noqa: DTZ001 - a car knows local time only
"""What the car's clock shows when it is put on the desk (assumed; the same in every run)."""


@dataclass(frozen=True, slots=True)
class CarState:
    """The physical car. speed_kmh 0-350; lever P, R, N or D."""

    ignition: bool = False
    speed_kmh: float = 0.0
    lever: str = "P"
    handbrake: bool = False
    locked: bool = False
    doors_open: bool = False
    plugged: bool = False
    charging: bool = False
    dark: bool = True
    outside_c: float = 21.5
    mileage_km: float = 12480.0
    units: Units = FACTORY_UNITS
    language: int = 0  # as PCM_STATUS_01 numbers them
    clock_at_zero: datetime = CLOCK_AT_ZERO


_FIELDS: Mapping[type, str] = {
    Ignition: "ignition",
    Speed: "speed_kmh",
    Gear: "lever",
    Handbrake: "handbrake",
    Locked: "locked",
    Doors: "doors_open",
    NightDesign: "dark",
    OutsideTemperature: "outside_c",
    Mileage: "mileage_km",
    CarClock: "clock_at_zero",
}
"""A change with one value -> the field that it is."""


def change(car: CarState, event: CarChange) -> CarState:
    """The car after one change."""
    match event:
        case Plug(connected):
            return replace(car, plugged=connected, charging=car.charging and connected)
        case Charging(on):
            return replace(car, charging=on and car.plugged)
        case Units():
            return replace(car, units=event)
        case _:
            return replace(car, **{_FIELDS[type(event)]: astuple(event)[0]})


TOLD_BY: Mapping[type, tuple[str, ...]] = {
    Ignition: ("Klemmen_Status_01", "Systeminfo_01"),
    Speed: ("ESP_01", "Kombi_01"),
    Gear: ("Getriebe_03", "Gateway_05"),
    Handbrake: ("EPB_01", "Kombi_01"),
    Locked: ("ZV_02", "Klemmen_Status_01", "Systeminfo_01"),
    Doors: ("ZV_02", "Gateway_05"),
    Plug: ("SIM_CHARGE_01",),
    Charging: ("SIM_CHARGE_01",),
    NightDesign: ("Dimmung_01",),
    OutsideTemperature: ("Gateway_05",),
    Mileage: ("Diagnose_01",),
    Units: ("Einheiten_01", "Kombi_01"),
    CarClock: ("Diagnose_01",),
}
"""The messages that tell of a change."""

Values: TypeAlias = dict[str, float]
_LEVERS = {"P": 5, "R": 6, "N": 7, "D": 8}


def _terminals(car: CarState) -> Values:
    on = car.ignition
    return {
        "ZAS_Kl_S": on,
        "ZAS_Kl_15": on,
        "ZAS_Kl_Infotainment": on,
        "ZV_verriegelt_extern_soll_02": car.locked,
    }


def _speed(car: CarState) -> Values:
    return {"ESP_v_Signal": car.speed_kmh}


def _lever(car: CarState) -> Values:
    return {"GE_Waehlhebel": _LEVERS[car.lever]}


def _handbrake(car: CarState) -> Values:
    return {"EPB_Status": car.handbrake}


def _cluster(car: CarState) -> Values:
    miles = car.units.distance == "mi"
    return {
        "KBI_V_Digital": round(car.speed_kmh / (KM_PER_MILE if miles else 1)),
        "KBI_angez_Geschw": car.speed_kmh,
        "KBI_Einheit_Tacho": miles,
        "KBI_MFA_v_Einheit_01": miles,
        "KBI_Handbremse": car.handbrake,
    }


def _light(car: CarState) -> Values:
    """Light values are made up: full by day, dimmed by night."""
    level = 40 if car.dark else 100
    return {
        "DI_KL_58d": 100 if car.dark else 253,
        "DI_KL_58s": level,
        "DI_KL_58st": level,
        "DI_Display_Nachtdesign": car.dark,
        "DI_Lichtsensorwert": 10 if car.dark else 20000,
    }


def _gateway(car: CarState) -> Values:
    return {
        "BCM1_Rueckfahrlicht_Schalter": car.lever == "R",
        "FT_Tuer_geoeffnet": car.doors_open,
        "BCM1_Aussen_Temp_ungef": car.outside_c,
    }


def _locks(car: CarState) -> Values:
    return {
        "ZV_verriegelt_extern_ist": car.locked,
        "ZV_verriegelt_extern_soll": car.locked,
        "ZV_FT_offen": car.doors_open,
        "ZV_Schluessel_Zugang": 1,
    }


def _mileage(car: CarState) -> Values:
    return {"KBI_Kilometerstand": int(car.mileage_km)}


def clock_values(shown: datetime) -> Values:
    """The clock's part of Diagnose_01, which ends with the year 2127."""
    return {
        "UH_Jahr": shown.year,
        "UH_Monat": shown.month,
        "UH_Tag": shown.day,
        "UH_Stunde": shown.hour,
        "UH_Minute": shown.minute,
        "UH_Sekunde": shown.second,
    }


def _units(car: CarState) -> Values:
    words = {name: getattr(car.units, kind) for kind, name in UNIT_SIGNALS.items()}
    signals = load_layout().by_name["Einheiten_01"].by_name
    values: Values = {name: number_of(signals[name], word) for name, word in words.items()}
    miles = car.units.distance == "mi"
    return {**values, "KBI_MFA_v_Einheit_02": miles, "KBI_Einheit_Sprache": car.language}


def _sleep(car: CarState) -> Values:
    """A locked car without ignition lets its buses sleep (assumed)."""
    sleeps = car.locked and not car.ignition
    return {"SI_Ruhe_Komfort": sleeps, "SI_Ruhe_Infotainment": sleeps}


def _charge(car: CarState) -> Values:
    return {"SIM_Stecker": car.plugged, "SIM_Laden": car.charging}


def vin_values(vin: str, part: int) -> Values:
    """One of the three frames of a VIN."""
    first, last = ((0, 3), (3, 10), (10, 17))[part]
    letters = {f"VIN_{n + 1}": float(ord(vin[n])) for n in range(first, last)}
    return {"VIN_01_MUX": part, **letters}


FRAMES: Mapping[str, Callable[[CarState], Values]] = {
    "Klemmen_Status_01": _terminals,
    "ESP_01": _speed,
    "Getriebe_03": _lever,
    "EPB_01": _handbrake,
    "Kombi_01": _cluster,
    "Dimmung_01": _light,
    "Gateway_05": _gateway,
    "ZV_02": _locks,
    "Diagnose_01": _mileage,
    "Einheiten_01": _units,
    "Systeminfo_01": _sleep,
    "SIM_CHARGE_01": _charge,
}
"""The signal values of each message; those of VIN, clock and wheel buttons come from elsewhere."""
