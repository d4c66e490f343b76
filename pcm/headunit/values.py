"""The live texts that menu entries show (`shows:` in the menus), a function for each name."""

from collections.abc import Callable

from connectivity.call import CallState
from connectivity.function import FunctionState
from connectivity.messages.phone import BluetoothProfile
from connectivity.phone import HotspotState
from pcm.headunit.bookings import function_words
from pcm.headunit.clock import clock_text, date_text
from pcm.headunit.contacts import party
from pcm.headunit.lists import link_words
from pcm.headunit.media import station_name, track_name
from pcm.headunit.units import (
    consumption_text,
    decimal_text,
    distance_text,
    pressure_text,
    speed_text,
    temperature_text,
)
from pcm.headunit.view import View


def _data_path(view: View) -> str:
    path = view.data_path
    if path.active:
        return view.texts.say(f"path.{path.active.value}")
    return view.words(path.why_none[0])


def _sim_state(view: View) -> str:
    return view.texts.say(f"sim.{view.state.sim.state.value}")


def _pin_tries(view: View) -> str:
    card = view.state.sim.card
    return str(card.pin_tries) if card else "-"


def _operator(view: View) -> str:
    return (
        view.state.inserted.operator or view.state.embedded.operator or view.texts.say("value.none")
    )


def _technology(view: View) -> str:
    found = view.state.inserted.technology or view.state.embedded.technology
    return found.value if found else view.texts.say("value.none")


def _hotspot(view: View) -> str:
    phone = view.state.phone
    if phone.hotspot is HotspotState.OUT_OF_RANGE:
        return view.texts.say("hotspot.out_of_range")
    return view.texts.say(f"hotspot.{phone.hotspot.value}", name=phone.hotspot_name)


def _phone_name(view: View) -> str:
    return view.state.phone.name or view.texts.say("value.no_phone")


def _bluetooth(view: View) -> str:
    if view.setting("bluetooth") is False:
        return view.texts.say("value.off")
    return link_words(view, view.state.phone.name)


def _phone_book(view: View) -> str:
    phone, say = view.state.phone, view.texts.say
    if not phone.runs(BluetoothProfile.TELEPHONE):
        return ""
    if len(phone.contacts) < phone.book_size:
        return say("book.loading", sent=len(phone.contacts), total=phone.book_size)
    return say("book.ready", count=phone.book_size) if phone.book_size else say("book.none")


def _phone_battery(view: View) -> str:
    status = view.state.phone.status if view.state.phone.connected else None
    if status is None:
        return view.texts.say("value.none")
    key = "battery.charging" if status.charging else "battery.level"
    return view.texts.say(key, percent=status.battery)


def _phone_signal(view: View) -> str:
    status = view.state.phone.status if view.state.phone.connected else None
    if status is None or status.technology is None:
        return view.texts.say("value.none")
    return f"{status.technology.value} {status.bars}/4"


def _carplay(view: View) -> str:
    return view.texts.say("value.active" if view.state.phone.carplay else "value.not_active")


def _link(view: View) -> str:
    return view.texts.say(f"account.{view.state.account.state.value}")


def _user(view: View) -> str:
    user = view.state.account.user
    return user.name if user else view.texts.say("value.nobody")


def _services(view: View) -> str:
    return str(len(view.state.services.booked)) if view.state.account.users else "0"


def _call(view: View) -> str:
    call = view.state.call
    if call.state is CallState.IDLE:
        return view.texts.say("call.idle")
    return call_words(view)


def call_words(view: View) -> str:
    """The running call: who, and how long already."""
    call = view.state.call
    seconds = int(view.state.now - call.since)
    duration = f"{seconds // 60}:{seconds % 60:02d}"
    who = party(view, call.number)
    return view.texts.say(f"call.{call.state.value}", number=who, duration=duration)


def _on_off(view: View, on: bool) -> str:
    return view.texts.say("value.on" if on else "value.off")


def _security_code(view: View) -> str:
    asked = view.setup.market.offer.security_code
    return view.texts.say("value.asked" if asked else "value.not_asked")


def _contact(view: View) -> str:
    return view.setup.market.contact or view.texts.say("value.ask_dealer")


def _guidance(view: View) -> str:
    destination = view.setting("guidance")
    return str(destination) if destination else view.texts.say("value.no_guidance")


def _updates(view: View) -> str:
    """What the driver can start, else what goes on by itself."""
    items = view.state.functions.items
    if waiting := sum(function.startable for function in items):
        return view.texts.say("value.updates_waiting", count=waiting)
    going = next((f for f in items if f.state is not FunctionState.DONE), None)
    return function_words(view, going) if going else view.texts.say("value.up_to_date")


def outside_temperature(view: View) -> str:
    celsius = view.state.vehicle.outside_c
    return UNKNOWN if celsius is None else temperature_text(view, celsius)


def _mileage(view: View) -> str:
    km = view.state.vehicle.mileage_km
    return UNKNOWN if km is None else distance_text(view, km)


def _shown_speed(view: View) -> str:
    kmh = view.state.vehicle.shown_kmh
    return UNKNOWN if kmh is None else speed_text(view, kmh)


UNKNOWN = "–"
"""Stands for what the bus does not tell. Quantities below that no wire brings yet are made up."""

VALUES: dict[str, Callable[[View], str]] = {
    "data_path": _data_path,
    "sim_state": _sim_state,
    "pin_tries": _pin_tries,
    "operator": _operator,
    "technology": _technology,
    "hotspot_state": _hotspot,
    "phone_name": _phone_name,
    "bluetooth_state": _bluetooth,
    "phone_book": _phone_book,
    "phone_battery": _phone_battery,
    "phone_signal": _phone_signal,
    "carplay_state": _carplay,
    "link_state": _link,
    "connect_user": _user,
    "service_count": _services,
    "software_version": lambda view: view.setup.generation.software,
    "hardware_version": lambda view: f"PCM {view.setup.generation.pcm}",
    "vin": lambda view: view.state.vehicle.vin or UNKNOWN,
    "car_name": lambda view: view.setup.car.name,
    "model_year": lambda view: str(view.setup.year),
    "contact": _contact,
    "country": lambda view: view.setup.market.names[view.state.language],
    "clock": clock_text,
    "date": date_text,
    "mileage": _mileage,
    "range": lambda view: distance_text(view, 385),
    "outside_temperature": outside_temperature,
    "charging_state": lambda view: view.texts.say("value.not_charging"),
    "plug_state": lambda view: view.texts.say(
        "plug.in" if view.state.vehicle.plugged else "plug.out"
    ),
    "battery_level": lambda view: "76 %",
    "tyre_front": lambda view: pressure_text(view, 2.3, 2.3),
    "tyre_rear": lambda view: pressure_text(view, 2.5, 2.5),
    "service_interval": lambda view: distance_text(view, 17500),
    "now_playing": track_name,
    "current_station": station_name,
    "guidance": _guidance,
    "private_state": lambda view: _on_off(view, view.setting("private_mode") is True),
    "data_volume": lambda view: f"{decimal_text(view, 1.2, 1)} GB",
    "security_code_state": _security_code,
    "call_state": _call,
    "updates_state": _updates,
    "trip_distance": lambda view: distance_text(view, 84),
    "trip_speed": _shown_speed,
    "trip_consumption": lambda view: consumption_text(view, 9.4, 21.4),
}
