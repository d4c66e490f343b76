"""What travels between the head unit and the car. Names follow COVESA VSS."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from connectivity.messages.modem import Registered


@dataclass(frozen=True, slots=True)
class Ignition:
    on: bool  # Vehicle.LowVoltageSystemState == ON


@dataclass(frozen=True, slots=True)
class Speed:
    kmh: float  # Vehicle.Speed


@dataclass(frozen=True, slots=True)
class Gear:
    lever: str  # Vehicle.Powertrain.Transmission: P, R, N, D


@dataclass(frozen=True, slots=True)
class Locked:
    on: bool  # Vehicle.Cabin.Door.*.IsLocked, from outside


@dataclass(frozen=True, slots=True)
class Doors:
    open: bool  # Vehicle.Cabin.Door.*.IsOpen, any


@dataclass(frozen=True, slots=True)
class Plug:
    connected: bool  # Vehicle.Powertrain.TractionBattery.Charging.IsChargingCableConnected


@dataclass(frozen=True, slots=True)
class NightDesign:
    on: bool  # dark outside


@dataclass(frozen=True, slots=True)
class ShownSpeed:
    kmh: float  # Vehicle.Speed as the instrument cluster shows it


@dataclass(frozen=True, slots=True)
class Handbrake:
    on: bool  # Vehicle.Chassis.ParkingBrake.IsEngaged


@dataclass(frozen=True, slots=True)
class Charging:
    on: bool  # Vehicle.Powertrain.TractionBattery.Charging.IsCharging


@dataclass(frozen=True, slots=True)
class OutsideTemperature:
    celsius: float  # Vehicle.Exterior.AirTemperature


@dataclass(frozen=True, slots=True)
class Mileage:
    km: int  # Vehicle.TraveledDistance


@dataclass(frozen=True, slots=True)
class Units:
    """The units, and the forms of clock and date, that car and head unit show."""

    distance: Literal["km", "mi"] = "km"
    temperature: Literal["celsius", "fahrenheit"] = "celsius"
    pressure: Literal["bar", "psi", "kpa"] = "bar"
    consumption: Literal["l", "mpg"] = "l"
    clock: Literal["24h", "12h"] = "24h"
    date: Literal["dmy", "mdy", "ymd"] = "dmy"


FACTORY_UNITS = Units()


@dataclass(frozen=True, slots=True)
class CarClock:
    """Event: what the car's clock showed at second 0 of the session (it may be long gone)."""

    at_zero: datetime


@dataclass(frozen=True, slots=True)
class CarVin:
    """Event: the car's VIN, complete and well-formed (ISO 3779)."""

    vin: str


@dataclass(frozen=True, slots=True)
class BusSleep:
    on: bool  # the infotainment bus is told to sleep


WheelButton = Literal[
    "menu", "back", "up", "down", "ok", "next", "previous", "volume_up", "volume_down", "mute",
    "voice", "phone", "hang_up",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class WheelKey:
    """Event: a button of the steering wheel was pressed, or a wheel turned by so many ticks."""

    button: WheelButton
    ticks: int = 1


VehicleSignal = Literal[
    "ignition", "speed", "shown_speed", "lever", "handbrake", "locks", "light", "outside", "vin",
    "clock", "units", "sleep", "wheel", "plug",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SignalLost:
    """Event: the message that carries this signal has not come for several of its periods."""

    signal: VehicleSignal


@dataclass(frozen=True, slots=True)
class SignalFound:
    """Event: the message of a lost signal comes again."""

    signal: VehicleSignal


@dataclass(frozen=True, slots=True)
class BusInterface:
    """Event: the interface to a real bus works again, or does not any more."""

    up: bool


VehicleEvent = (
    Ignition
    | Speed
    | ShownSpeed
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
    | CarVin
    | BusSleep
    | WheelKey
    | SignalLost
    | SignalFound
    | BusInterface
)


@dataclass(frozen=True, slots=True)
class PcmStatus:
    """Request: what the head unit tells the car of itself; `units` are its driver's choice."""

    on: bool
    private: bool
    roaming: bool
    path: Literal["none", "hotspot", "inserted", "embedded"]
    call: Literal["idle", "dialling", "incoming", "active"]
    account: Literal["not_linked", "logged_out", "logged_in"]
    registration: Registered
    units: Units
    language: Literal["it", "en", "de", "fr", "es", "pt"]


VehicleRequest = PcmStatus
