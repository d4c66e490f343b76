"""Quantities in the units that the driver set, with the decimal sign of the language."""

from pcm.headunit.view import View

KM_PER_MILE = 1.609344
PSI_PER_BAR = 14.5038
KPA_PER_BAR = 100.0
MPG_L_PER_100_KM = 235.215  # US gallons


def decimal_text(view: View, value: float, places: int) -> str:
    """A number as the language writes it, thousands apart."""
    text = f"{value:,.{places}f}".replace(",", " ")
    return text if view.state.language == "en" else text.replace(".", ",")


def distance_text(view: View, km: float) -> str:
    miles = view.setting("units_distance") == "units_distance_miles"
    return decimal_text(view, km / KM_PER_MILE if miles else km, 0) + (" mi" if miles else " km")


def speed_text(view: View, kmh: float) -> str:
    miles = view.setting("units_distance") == "units_distance_miles"
    return f"{kmh / KM_PER_MILE:.0f} mph" if miles else f"{kmh:.0f} km/h"


def temperature_text(view: View, celsius: float) -> str:
    if view.setting("units_temperature") == "units_fahrenheit":
        return f"{decimal_text(view, celsius * 9 / 5 + 32, 1)} °F"
    return f"{decimal_text(view, celsius, 1)} °C"


def pressure_text(view: View, left_bar: float, right_bar: float) -> str:
    """The pressures of the two tyres of an axle."""
    factor, places, unit = {
        "units_pressure_psi": (PSI_PER_BAR, 0, "psi"),
        "units_pressure_kpa": (KPA_PER_BAR, 0, "kPa"),
    }.get(str(view.setting("units_pressure")), (1.0, 1, "bar"))
    sides = (decimal_text(view, bar * factor, places) for bar in (left_bar, right_bar))
    return f"{' / '.join(sides)} {unit}"


def consumption_text(view: View, l_per_100_km: float, kwh_per_100_km: float) -> str:
    """Litres or miles a gallon; of an electric car always energy."""
    if view.setup.car.electric:
        return f"{decimal_text(view, kwh_per_100_km, 1)} kWh/100 km"
    if view.setting("units_consumption") == "units_consumption_mpg":
        return f"{decimal_text(view, MPG_L_PER_100_KM / l_per_100_km, 1)} mpg"
    return f"{decimal_text(view, l_per_100_km, 1)} l/100 km"
