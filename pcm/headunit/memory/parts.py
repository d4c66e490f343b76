"""What of a head unit's state survives: one line of `PARTS` a field of UnitState.

A part that another program version wrote otherwise must still be read here, or a step in `file.py`
turns it into the present shape.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter

from connectivity.account import Account
from connectivity.function import Functions
from connectivity.phone import Phone, remembered
from connectivity.sim import RememberedPin, Sim
from menus.node import Kind
from menus.tree import Tree
from pcm.headunit.clock import LAST_S
from pcm.headunit.navigator import HOME, PAGES
from pcm.headunit.state import Place, SettingValue, UnitState


def _same(value: Any) -> Any:
    return value


def _instead(_tree: Tree, _delivered: Any, kept: Any) -> Any:
    return kept


@dataclass(frozen=True, slots=True)
class Part:
    """A field of UnitState that is kept.

    kind: what is written; pack: the field -> that; unpack: (menus, the field as delivered, what was
    written) -> the field. silent: its change alone is no reason to write.
    """

    field: str
    kind: Any = None  # None: the field's own
    pack: Callable[[Any], Any] = _same
    unpack: Callable[[Tree, Any, Any], Any] = _instead
    silent: bool = False


def _pins(_tree: Tree, sim: Sim, kept: tuple[RememberedPin, ...]) -> Sim:
    return replace(sim, remembered=kept)


def _settled(account: Account) -> Account:
    """An attempt that was under way is lost."""
    return replace(account, checking=False)


def _known_phones(phone: Phone) -> Phone:
    return remembered(phone.known, phone.name, phone.known_hotspots)


def _not_asked(functions: Functions) -> Functions:
    """The part of a download that was on its way is asked for again."""
    return replace(functions, asked="")


def _settings(
    tree: Tree, delivered: Mapping[str, SettingValue], kept: dict[str, SettingValue]
) -> Mapping[str, SettingValue]:
    """What was set, where the menus still offer it."""
    offered = _offered(tree)
    fitting = {
        name: value for name, value in kept.items() if name not in offered or offered[name](value)
    }
    return MappingProxyType({**delivered, **fitting})


@cache
def _offered(tree: Tree) -> dict[str, Callable[[SettingValue], bool]]:
    """Whether a value can be chosen, for each setting of the menus."""
    found: dict[str, Callable[[SettingValue], bool]] = {}
    for node in map(tree.node, tree.ids()):
        if node.kind is Kind.TOGGLE:
            found[node.setting_name] = lambda value: isinstance(value, bool)
        elif node.kind is Kind.CHOICE:
            ids = frozenset(row.id for row in node.rows)
            found[node.setting_name] = ids.__contains__
        elif node.kind is Kind.RANGE and node.limits:
            numbers = range(node.limits.low, node.limits.high + 1)
            found[node.setting_name] = numbers.__contains__
    return found


def _places(tree: Tree, _delivered: object, kept: tuple[Place, ...]) -> tuple[Place, ...]:
    """The way to the last screen, as far as the menus still have it."""
    home, *further = kept or (HOME,)
    found = [replace(home, page=HOME.page)]
    for place in further:
        if place.page not in tree or tree.node(place.page).kind not in PAGES:
            break
        found.append(place)
    return tuple(found)


def _time(_tree: Tree, _delivered: float, kept: float) -> float:
    """The clock goes on where it stood; it stands while the program is off."""
    if not 0.0 <= kept < LAST_S:
        raise ValueError(kept)
    return kept


PARTS = (
    Part("language"),
    Part("settings", dict[str, SettingValue], dict, _settings),
    Part("account", pack=_settled),
    Part("services"),
    Part("functions", pack=_not_asked),
    Part("sim", tuple[RememberedPin, ...], lambda sim: sim.remembered, _pins),
    Part("phone", pack=_known_phones),
    Part("call_log"),
    Part("missed_calls"),
    Part("inbox"),
    Part("places", unpack=_places),
    Part("now", unpack=_time, silent=True),
)

_OWN_KIND = {field.name: field.type for field in fields(UnitState)}


_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def adapter(kind: Any) -> TypeAdapter[Any]:
    """Reads and writes values of a kind; each costs milliseconds, so it is made when needed."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def write_part(part: Part, value: Any) -> str:
    """A field of the state as JSON."""
    return adapter(part.kind or _OWN_KIND[part.field]).dump_json(part.pack(value)).decode()


def put_back(state: UnitState, tree: Tree, kept: Mapping[str, str]) -> UnitState:
    """The state with all that was kept; raises ValueError for what cannot have been written."""
    found = {
        part.field: part.unpack(
            tree,
            getattr(state, part.field),
            adapter(part.kind or _OWN_KIND[part.field]).validate_json(kept[part.field]),
        )
        for part in PARTS
        if part.field in kept
    }
    return replace(state, **found)
