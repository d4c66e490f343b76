"""The live lists of the menus (`lists:`): contacts, phones, services, stations, ...

A row's id is `<list>_<n>`. A touched row does the act named here with the row's argument; rows
without act only show.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from connectivity.call import Direction
from connectivity.data_path import Path
from connectivity.function import Function
from connectivity.messages.modem import Registered
from connectivity.messages.phone import BluetoothProfile
from connectivity.phone import HotspotState
from connectivity.services import ServiceState
from pcm.headunit.bookings import (
    function_name,
    function_words,
    service_name,
    service_state,
    service_words,
)
from pcm.headunit.clock import time_text
from pcm.headunit.contacts import name_of, party
from pcm.headunit.media import load_media
from pcm.headunit.text_messages import listed
from pcm.headunit.view import View


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a live list. chosen: it is the one in use (None: there is nothing to choose)."""

    label: str
    text: str = ""
    detail: str = ""
    act: str = ""
    argument: str = ""
    chosen: bool | None = None
    icon: str = ""


def _contacts(view: View) -> tuple[Item, ...]:
    shown = view.state.phone.runs(BluetoothProfile.TELEPHONE)
    contacts = view.state.phone.contacts if shown else ()
    return tuple(Item(c.name, "", c.number, "dial", c.number, icon="user") for c in contacts)


def _call_list(view: View) -> tuple[Item, ...]:
    return tuple(
        Item(
            party(view, call.number),
            time_text(view, call.at),
            view.texts.say(f"call_list.{call.direction.value}"),
            "dial" if call.number else "",
            call.number,
            icon=CALL_ICONS[call.direction],
        )
        for call in view.state.call_log
    )


CALL_ICONS = {
    Direction.INCOMING: "phone-incoming",
    Direction.OUTGOING: "phone-outgoing",
    Direction.MISSED: "phone-x",
}


def _messages(view: View) -> tuple[Item, ...]:
    return tuple(
        Item(
            name_of(view, message.sender),
            time_text(view, message.at),
            preview(message.text),
            "read_message",
            str(index),
            icon="envelope" if message.unread else "envelope-open",
        )
        for index, message in listed(view).items()
    )


PREVIEW = 60
"""How much of a message its line in the list shows."""


def preview(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= PREVIEW else f"{line[: PREVIEW - 1].rstrip()}…"


def _known_phones(view: View) -> tuple[Item, ...]:
    phone = view.state.phone
    return tuple(
        Item(
            known.name,
            detail=link_words(view, known.name),
            act="disconnect_phone" if active else "connect_phone",
            argument=known.name,
            chosen=active,
            icon="device-mobile",
        )
        for known in phone.known
        for active in (phone.connected and known.name == phone.name,)
    )


def link_words(view: View, name: str) -> str:
    """How a phone is connected, and what runs."""
    phone, say = view.state.phone, view.texts.say
    if not phone.known or name == phone.name:
        running = ", ".join(say(f"profile.{profile.value}") for profile in phone.running)
        return say(f"phone.{phone.link.value}", profiles=running or say("value.none"))
    return say("phone.paired")


def _services(view: View) -> tuple[Item, ...]:
    if not view.state.account.users:
        return ()
    return tuple(
        Item(service_name(view, service.id), service_words(view, service.id), icon="globe")
        for service in view.state.services.booked
    )


def _functions(view: View) -> tuple[Item, ...]:
    return tuple(_function(view, function) for function in view.state.functions.items)


def _function(view: View, function: Function) -> Item:
    return Item(
        function_name(view, function.id),
        detail=function_words(view, function),
        act="open_function",
        argument=function.id,
        icon="cloud-arrow-down" if function.kind == "update" else "lightning",
    )


def _notifications(view: View) -> tuple[Item, ...]:
    """What waits for the driver, and services that have run out."""
    functions = tuple(_function(view, f) for f in view.state.functions.items if f.startable)
    over = (s.id for s in view.state.services.booked if _is_over(view, s.id))
    services = (Item(service_name(view, s), service_words(view, s), icon="globe") for s in over)
    return (*functions, *services)


def _is_over(view: View, id_: str) -> bool:
    return service_state(view, id_) is ServiceState.EXPIRED


def _users(view: View) -> tuple[Item, ...]:
    account = view.state.account
    return tuple(
        Item(
            user.name,
            detail=view.texts.say("user.main" if user.main else "user.secondary"),
            act="log_in",
            argument=user.email,
            chosen=user == account.user,
            icon="user-circle",
        )
        for user in account.users
    )


def _stations(view: View) -> tuple[Item, ...]:
    now = view.setting("station") or 0
    names = load_media().stations
    return tuple(
        Item(name, act="tune", argument=str(n), chosen=n == now, icon="radio")
        for n, name in enumerate(names)
    )


def _tracks(view: View) -> tuple[Item, ...]:
    now = view.setting("track") or 0
    tracks = load_media().tracks
    return tuple(
        Item(
            track.title,
            detail=track.artist,
            act="play",
            argument=str(n),
            chosen=n == now,
            icon="music-note",
        )
        for n, track in enumerate(tracks)
    )


def _wifi(view: View) -> tuple[Item, ...]:
    phone = view.state.phone
    say = view.texts.say
    if view.setting("wifi") is False:
        return ()
    found = []
    for name in dict.fromkeys((*phone.hotspots, *phone.known_hotspots)):
        near, known = name in phone.hotspots, name in phone.known_hotspots
        if phone.hotspot is HotspotState.JOINED and name == phone.hotspot_name:
            item = Item(name, "", say("network.joined"), "leave_hotspot", name, True)
        elif near:
            words = say("network.known" if known else "network.new")
            item = Item(name, "", words, "join_hotspot", name, False)
        else:
            item = Item(name, "", say("network.away"))
        found.append(replace(item, icon="wifi-high"))
    return tuple(found)


def _destinations(view: View) -> tuple[Item, ...]:
    typed = view.setting("last_destination")
    names = ([str(typed)] if typed else []) + list(load_media().destinations)
    return tuple(
        Item(name, act="guide", argument=name, icon="map-pin") for name in dict.fromkeys(names)
    )


def _data_paths(view: View) -> tuple[Item, ...]:
    return tuple(
        Item(
            view.texts.say(f"path.{path.value}"),
            detail=path_words(view, path),
            icon=PATH_ICONS[path],
        )
        for path in Path
    )


PATH_ICONS = {
    Path.HOTSPOT: "wifi-high",
    Path.INSERTED: "sim-card",
    Path.EMBEDDED: "cpu",
}


def path_words(view: View, path: Path) -> str:
    """The state of a data path: active, active and roaming, or why not."""
    if view.data_path.active is path:
        return view.texts.say("path_state.roaming" if roams(view, path) else "path_state.active")
    reason = view.data_path.reason(path)
    return view.words(reason) if reason else ""


def roams(view: View, path: Path) -> bool:
    registration = {Path.INSERTED: view.state.inserted, Path.EMBEDDED: view.state.embedded}.get(
        path
    )
    return bool(registration and registration.status is Registered.ROAMING)


def live_items(view: View, name: str) -> dict[str, Item]:
    """Row id -> entry of a live list."""
    return {f"{name}_{number}": item for number, item in enumerate(LISTS[name](view), 1)}


LISTS: dict[str, Callable[[View], tuple[Item, ...]]] = {
    "contacts": _contacts,
    "call_list": _call_list,
    "known_phones": _known_phones,
    "services": _services,
    "functions": _functions,
    "users": _users,
    "stations": _stations,
    "tracks": _tracks,
    "wifi_networks": _wifi,
    "last_destinations": _destinations,
    "data_paths": _data_paths,
    "messages": _messages,
    "notifications": _notifications,
}
