"""Derives the status line of every screen from a View."""

from typing import Literal

from connectivity.call import CallState
from connectivity.data_path import Path
from connectivity.messages.modem import Registered
from pcm.headunit.clock import clock_text
from pcm.headunit.contacts import party
from pcm.headunit.lists import PATH_ICONS
from pcm.headunit.screen import Header
from pcm.headunit.values import call_words, outside_temperature
from pcm.headunit.view import View


def derive_header(view: View) -> Header:
    """The status line of every screen."""
    state, path = view.state, view.data_path
    use_inserted = state.inserted.technology is not None and path.active is not Path.EMBEDDED
    radio = state.inserted if use_inserted else state.embedded
    technology = radio.technology
    if path.active is Path.HOTSPOT:
        technology = state.phone.technology
    user, status = state.account.user, state.phone.status
    return Header(
        clock=clock_text(view),
        temperature=outside_temperature(view),
        technology=technology.value if technology else "",
        bars=radio.bars if radio.technology else -1,
        roaming=radio.status is Registered.ROAMING,
        path=view.texts.say(f"path_short.{path.active.value}") if path.active else "",
        path_icon=PATH_ICONS[path.active] if path.active else "",
        no_data="" if path.active else view.words(path.why_none[0]),
        bluetooth=state.phone.connected,
        phone_battery=status.battery if status and state.phone.connected else -1,
        phone_charging=bool(status and status.charging),
        carplay=state.phone.carplay,
        call=_call(view),
        user=user.name if user else "",
        initials="".join(word[0] for word in user.name.split()[:2]) if user else "",
        private=view.setting("private_mode") is True,
        locked_moving=view.moving,
        user_target=_shortcut(view, "user"),
        status_target=_shortcut(view, "status"),
    )


def _call(view: View) -> str:
    """Who is on the phone; the sign beside it says that it is a call."""
    call = view.state.call
    if call.state is CallState.IDLE:
        return ""
    return call_words(view) if call.state is CallState.ACTIVE else party(view, call.number)


def _shortcut(view: View, place: Literal["user", "status"]) -> str:
    id_ = view.setup.generation.shortcuts.get(place)
    return " > ".join(view.setup.tree.path(id_)) if id_ else ""
