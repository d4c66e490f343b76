"""Faults that the tests plant, each by its name; also in the process that replays a flow.

A listener of Robot Framework: `--listener tests.qa.walk.planted.Plant:NAME`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from connectivity import account, data_path
from connectivity.account import AccountState
from connectivity.messages.telephony import Technology
from pcm.headunit import navigator, overlays, touch

CAYENNE = ("cayenne-9y0", 2020)
Set = Callable[[Any, str, Any], None]


@dataclass(frozen=True)
class Planted:
    """`name` of the invariant that must notice; `shortest`: the way there, by hand."""

    plant: Callable[[Set], None]
    name: str
    shortest: tuple[str, ...]
    soon: bool = True  # a walk comes to it within some hundred steps
    car: tuple[str, int] = ("718-982", 2019)


def _private(set_: Set) -> None:
    right = data_path._general
    _ignored(set_, "_general", lambda snap: right(replace(snap, private=False)))


def _roaming(set_: Set) -> None:
    right = data_path._inserted
    _ignored(set_, "_inserted", lambda snap: right(replace(snap, roaming_on=True)))


def _no_2g(set_: Set) -> None:
    right = data_path._during_call

    def wrong(call: bool, technology: Technology | None, both: bool) -> Any:
        return right(call and technology is not Technology.GSM, technology, both)

    _ignored(set_, "_during_call", wrong)


def _ignored(set_: Set, name: str, wrong: Callable[..., Any]) -> None:
    set_(data_path, name, wrong)
    data_path.choose_path.cache_clear()


def _no_warning(set_: Set) -> None:
    right = touch._toggle

    def wrong(unit: Any, node: Any) -> None:
        if node.id == "roaming":
            unit.set_plain("roaming", True)
        else:
            right(unit, node)

    set_(touch, "_toggle", wrong)


def _sticks(set_: Set) -> None:
    right = navigator.go_back

    def wrong(state: Any) -> Any:
        return state if state.place.page == "sound" else right(state)

    set_(navigator, "go_back", wrong)


def _raises(set_: Set) -> None:
    def wrong(*_: object) -> Any:
        raise KeyError("no such slider")

    set_(overlays, "_slider", wrong)


def _unlinked(set_: Set) -> None:
    right = account.log_out
    set_(account, "log_out", lambda it: replace(right(it), state=AccountState.NOT_LINKED))


PLANTED = {
    "private": Planted(
        _private,
        "R-PRIV-1: in private mode no data flow",
        ("tap set > porsche_connect > private_mode", "ok"),
        car=CAYENNE,
    ),
    "roaming": Planted(
        _roaming,
        "R-ROAM-1: abroad the inserted SIM carries data with the roaming tick alone",
        ("sim insert no_pin", "net abroad"),
    ),
    "no_2g": Planted(
        _no_2g,
        "R-DATA-4: on 2G a call over the inserted SIM stops its data",
        ("preset call_on_2g",),
        soon=False,
    ),
    "unasked": Planted(
        _no_warning,
        "R-ROAM-6: the roaming tick is set by OK to its warning alone",
        ("tap phone > phone_opt > set_phone > roaming",),
    ),
    "sticks": Planted(_sticks, "contract: BACK leads home", ("key SOUND", "back")),
    "raises": Planted(
        _raises,
        "contract: nothing is raised; KeyError in planted.wrong",
        ("tap car > car_opt > car_settings > lights > coming_home_light",),
    ),
    "unlinked": Planted(
        _unlinked,
        "R-LINK-12: linked are those whom My Porsche names, else it is not",
        ("do link", "tap log_out"),
        soon=False,
    ),
}


class Plant:
    """The listener."""

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self, name: str) -> None:
        PLANTED[name].plant(setattr)
