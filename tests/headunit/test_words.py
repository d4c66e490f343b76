"""The words of the head unit: what code says exists, what exists is said, verbs and names agree."""

import ast
import re
import string
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from connectivity.account import AccountState
from connectivity.call import CallState, Direction
from connectivity.data_path import Path as DataPath
from connectivity.function import Condition, FunctionState
from connectivity.messages.phone import BluetoothProfile, PairingCause
from connectivity.messages.portal import Failure, LinkOutcome
from connectivity.messages.telephony import CallPhase
from connectivity.outside.handset import ALLOWED, Confirms
from connectivity.outside.profiles import load_world
from connectivity.outside.store import load_store
from connectivity.phone import HotspotState, LinkState
from connectivity.sim import SimState
from menus.load import load_tree
from menus.node import Node
from models.catalogue import LANGUAGES, load_cars
from models.content import load_content
from models.texts import TEXTS_DIR, TextsFile
from pcm.headunit.acts import ACTS
from pcm.headunit.bench import derive_bench
from pcm.headunit.entries import _PURPOSES
from pcm.headunit.features import NEEDS
from pcm.headunit.session import Session
from pcm.headunit.verbs import VERBS
from pcm.headunit.verbs.verb import load_verb_help
from pcm.headunit.vocabulary import vocabulary
from tools.environment import ROOT

FOLDERS = ("models", "menus", "connectivity", "pcm")
LIVE_NEEDS = ("phone", "telephone", "phone_media", "messages", "linked", "data", "carplay_active")
"""Their reason is one of another kind."""
PAIRING_CAUSES = get_args(PairingCause)
CONNECT_CAUSES = ("no_phone", "phone_bluetooth_off", "forgotten")
CALL_WORDS = ("in", "out", "answer", "end", "busy", "unanswered")
WHEEL_WORDS = ("next", "previous", "volume up", "volume down", "mute", "voice", "phone", "hang-up")
FUNCTION_DIALOGS = {
    "function_offer",
    "function_offer_removal",
    "function_start",
    "function_start_removal",
}
GONE = ("user_removed", "vehicle_removed", "account_deleted")


def _values(prefix: str, *names: str) -> set[str]:
    return {f"{prefix}.{name}" for name in names}


def families() -> dict[str, set[str]]:
    """What each key that is put together in code (`{}` for what is filled in) can become."""
    paths = [path.value for path in DataPath]
    fields = [field.id for fields in _PURPOSES.values() for field in fields]
    entries = {
        part: {f"entry.{field}.{part}" for field in fields} for part in ("title", "prompt", "hint")
    }
    refused = [outcome.value for outcome in LinkOutcome if outcome is not LinkOutcome.ACCEPTED]
    calls = [state.value for state in CallState]
    return {
        "path.{}": _values("path", *paths),
        "path_short.{}": _values("path_short", *paths),
        "sim.{}": _values("sim", *(state.value for state in SimState)),
        "hotspot.{}": _values("hotspot", *(state.value for state in HotspotState)),
        "phone.{}": _values("phone", *(state.value for state in LinkState)),
        "account.{}": _values("account", *(state.value for state in AccountState)),
        "call.{}": _values("call", *calls),
        "call_list.{}": _values("call_list", *(way.value for way in Direction)),
        "service.{}": _values("service", *(service.id for service in load_store().services)),
        **function_families(),
        **{f"entry.{{}}.{part}": keys for part, keys in entries.items()},
        "reason.link_{}": _values("reason", *(f"link_{outcome}" for outcome in refused)),
        "reason.pairing_{}": _values("reason", *(f"pairing_{cause}" for cause in PAIRING_CAUSES)),
        "reason.connect_{}": _values("reason", *(f"connect_{cause}" for cause in CONNECT_CAUSES)),
        "profile.{}": _values("profile", *(profile.value for profile in BluetoothProfile)),
        "reason.needs_{}": _values("reason", *(f"needs_{n}" for n in NEEDS - set(LIVE_NEEDS))),
        **bench_families(),
        **overlay_families(),
    }


def function_families() -> dict[str, set[str]]:
    """What is said of Functions on Demand and updates."""
    conditions = get_args(Condition)
    said = {state.value for state in FunctionState} - {"working", "failed"}
    return {
        "function_name.{}": _values("function_name", *load_store().packages),
        "function_kind.{}": _values("function_kind", "once", "monthly", "update"),
        "function_state.{}": _values("function_state", *said, "paused"),
        "reason.function_wait_{}": _values("reason", *(f"function_wait_{c}" for c in conditions)),
        "reason.function_disturbed_{}": _values(
            "reason", *(f"function_disturbed_{c}" for c in conditions)
        ),
        "reason.function_failed_{}": _values(
            "reason", *(f"function_failed_{failure.value}" for failure in Failure)
        ),
    }


def bench_families() -> dict[str, set[str]]:
    """The panel's keys."""
    sims = [profile.name for profile in load_world().sims]
    return {
        "bench.section.{}": _values("bench.section", *arguments_of("Section", 1)),
        "bench.{}": _values("bench", *bench_ids()),
        "bench.language.{}": _values("bench.language", *LANGUAGES),
        "bench.wheel.{}": _values("bench.wheel", *WHEEL_WORDS),
        "bench.lock.{}": _values("bench.lock", "lock", "unlock"),
        "bench.sim.{}": _values("bench.sim", "none", *sims),
        "bench.call.{}": _values("bench.call", *(phase.name.lower() for phase in CallPhase)),
        "bench.call_do.{}": _values("bench.call_do", *CALL_WORDS),
        "bench.doors.{}": _values("bench.doors", "open", "closed"),
        "bench.plug.{}": _values("bench.plug", "in", "out"),
        "bench.bus.{}": _values("bench.bus", "silent", "corrupt"),
        "bench.number.{}": _values("bench.number", "match", "mismatch"),
        "bench.allow.{}": _values("bench.allow", "on", "off"),
        "bench.allowed.{}": _values("bench.allowed", *ALLOWED),
        "bench.renew.{}": _values("bench.renew", "on", "off"),
        "bench.fail.{}": _values("bench.fail", *(failure.value for failure in Failure)),
        "bench.place.{}": _values("bench.place", "home", "abroad", "none"),
        "bench.link.{}": _values("bench.link", "connect", "disconnect"),
        "bench.accepts.{}": _values("bench.accepts", *get_args(Confirms)),
        "bench.range.{}": _values("bench.range", "near", "far"),
        "bench.second.{}": _values("bench.second", "add", "remove"),
        "bench.portal.{}": _values("bench.portal", "up", "down"),
    }


def overlay_families() -> dict[str, set[str]]:
    """Dialogs and waiting messages; a dialog's own button words are optional."""
    dialogs = {*arguments_of("DialogState", 0), *arguments_of("_ask", 0), *GONE}
    dialogs |= FUNCTION_DIALOGS | {f"function_failed_{failure.value}" for failure in Failure}
    waits = arguments_of("ProgressState", 0)
    return {
        "dialog.{}": {f"dialog.{name}.{part}" for name in dialogs for part in ("title", "text")},
        "progress.{}.title": {f"progress.{name}.title" for name in waits},
        "progress.{}.text": {f"progress.{name}.text" for name in waits},
    }


@cache
def modules() -> dict[Path, ast.Module]:
    """Every module that may say something."""
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    return {path: ast.parse(path.read_text("utf-8")) for path in paths}


def nodes() -> Iterator[tuple[ast.Module, ast.AST]]:
    for module in modules().values():
        yield from ((module, node) for node in ast.walk(module))


def calls(*names: str) -> Iterator[tuple[ast.Module, ast.Call]]:
    """Calls of a function or method of these names, with an argument."""
    for module, node in nodes():
        if isinstance(node, ast.Call) and node.args:
            function = node.func
            name = getattr(function, "attr", getattr(function, "id", ""))
            if name in names:
                yield module, node


def arguments_of(name: str, position: int) -> set[str]:
    """The constant strings given to a function at a position."""
    return {
        text
        for _, call in calls(name)
        if len(call.args) > position
        for text in constants(call.args[position])
    }


def constants(node: ast.AST) -> set[str]:
    """The strings that an expression may be: constants, both sides of an `if`, values of a dict."""
    match node:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp(body=body, orelse=orelse):
            return constants(body) | constants(orelse)
        case ast.Dict(values=values):
            return set().union(*(constants(value) for value in values))
        case ast.Call(func=ast.Attribute(value=owner, attr="get"), args=[_, *spare]):
            return constants(owner).union(*(constants(item) for item in spare))
        case ast.Subscript(value=owner):
            return constants(owner)
    return set()


def patterns(node: ast.AST) -> set[str]:
    """The f-strings an expression may be, `{}` for what is filled in."""
    return {
        "".join(str(p.value) if isinstance(p, ast.Constant) else "{}" for p in inner.values)
        for inner in ast.walk(node)
        if isinstance(inner, ast.JoinedStr)
    }


def assigned(module: ast.Module, name: str) -> ast.AST:
    """All that a name is set to in a module, for keys that are chosen before they are said."""
    values = [
        node.value
        for node in ast.walk(module)
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and node.value is not None
        and name in {getattr(target, "id", "") for target in targets_of(node)}
    ]
    return ast.Dict(keys=[None for _ in values], values=values)


def targets_of(node: ast.Assign | ast.AnnAssign) -> list[ast.expr]:
    return node.targets if isinstance(node, ast.Assign) else [node.target]


def resolved(module: ast.Module, node: ast.expr) -> tuple[set[str], set[str]]:
    """(constant keys, put-together keys) of an argument."""
    match node:
        case ast.IfExp(body=body, orelse=orelse):
            sides = resolved(module, body), resolved(module, orelse)
            return sides[0][0] | sides[1][0], sides[0][1] | sides[1][1]
        case ast.Name(id=name) | ast.Subscript(value=ast.Name(id=name)):
            values = assigned(module, name)
            return constants(values), patterns(values)
    return constants(node), patterns(node)


def reason_keys() -> tuple[set[str], set[str]]:
    """(constant, put-together) keys of all reasons that code gives."""
    fixed = arguments_of("_say", 0) | arguments_of("_refresh", 1)
    made: set[str] = set()
    for module, call in calls("of"):
        if getattr(getattr(call.func, "value", None), "id", "") == "Reason":
            found = resolved(module, call.args[0])
            fixed |= found[0]
            made |= found[1]
    return {f"reason.{key}" for key in fixed}, {f"reason.{key}" for key in made}


def said_keys() -> tuple[set[str], set[str]]:
    """(constant, put-together) keys of all words that code asks for by `say` and `has`."""
    fixed: set[str] = set()
    made: set[str] = set()
    for module, call in calls("say", "has"):
        found = resolved(module, call.args[0])
        fixed |= {key for key in found[0] if "." in key}
        made |= {key for key in found[1] if "." in key}
    return fixed, made


@cache
def texts(language: str = "en") -> dict[str, str]:
    return load_content(TEXTS_DIR / f"{language}.yaml", TextsFile).texts


GENERIC = {
    "reason.{}",  # View.words: every reason
    "{}.{}",  # the panel's lists of words
    "{}.title",  # a dialog: `dialog.{}` before it
    "{}.text",
    "{}.ok",
    "{}.cancel",
}


def test_every_word_that_code_says_exists() -> None:
    known = texts()
    fixed = said_keys()[0] | reason_keys()[0]
    made = set().union(*families().values())
    assert len(fixed) >= 100
    assert len(made) >= 100
    assert sorted(key for key in fixed | made if key not in known) == []


def test_every_key_put_together_has_its_family() -> None:
    made = (said_keys()[1] | reason_keys()[1]) - GENERIC
    assert len(made) >= 20
    assert sorted(made - set(families())) == [], "say in families() what they become"


def test_every_word_is_said_by_something() -> None:
    used = said_keys()[0] | reason_keys()[0] | set().union(*families().values())
    used |= {
        f"{key[:-5]}.{part}" for key in used if key[-5:] == ".text" for part in ("ok", "cancel")
    }
    assert sorted(set(texts()) - used) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_with_the_same_values(language: str) -> None:
    assert {key: placeholders(text) for key, text in texts(language).items()} == {
        key: placeholders(text) for key, text in texts().items()
    }


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


GIVEN_BY_VIEW = {"private_mode": {"mode"}}
"""Values that only the head unit's menus know."""


def test_a_reason_brings_the_values_of_its_words() -> None:
    seen, missing = 0, []
    for module, call in calls("of"):
        given = {keyword.arg for keyword in call.keywords}
        for key in resolved(module, call.args[0])[0]:
            seen += 1
            wanted = placeholders(texts().get(f"reason.{key}", "")) - GIVEN_BY_VIEW.get(key, set())
            missing += [f"{key}: {name}" for name in wanted - given]
    assert seen >= 60
    assert missing == []


def bench_ids() -> set[str]:
    """Ids of the panel's switches over all generations and both ways to log in."""
    cars = {car.pcm: car for car in load_cars().cars}
    assert len(cars) == 4
    switches = [s for car in cars.values() for s in derive_bench(Session(car, car.years[1]))]
    return {switch.id.removeprefix("bench_") for switch in switches}


def test_the_help_tells_of_every_verb_and_of_no_other() -> None:
    assert set(load_verb_help()) == set(VERBS)
    assert len(VERBS) >= 60


@pytest.mark.parametrize("words", load_verb_help())
def test_usage_and_example_start_with_their_verb(words: str) -> None:
    verb = load_verb_help()[words]
    assert f"{verb.usage} ".startswith(f"{words} ")
    assert f"{verb.example} ".startswith(f"{words} ")


INNER_ACTS = {
    "factory_reset_now",
    "roaming_on",
    "private_on",
    "pairing_yes",
    "pairing_no",
}  # dialogs answer by these
A_NAME = re.compile(r'"(\w+)"')


UNUSED = {"needs": {"electric", "embedded_sim", "private_mode", "sim_calls"}}
"""Bound, and free for menus to use, but in no menu now; one that comes into use must go here."""


def all_nodes() -> list[Node]:
    """Every entry of the merged menus of every car and year."""
    trees = [
        load_tree(car, y) for car in load_cars().cars for y in range(car.years[0], car.years[1] + 1)
    ]
    found = {(tree.pcm, id_): tree.node(id_) for tree in trees for id_ in tree.ids()}
    assert len(found) >= 500
    return list(found.values())


def test_every_bound_name_is_used_by_some_menu() -> None:
    menu, bound = all_nodes(), vocabulary()
    lists = (ROOT / "pcm" / "headunit" / "lists.py").read_text("utf-8")
    does = {node.does for node in menu} | INNER_ACTS | set(A_NAME.findall(lists))
    does |= inner_acts()
    unused: dict[str, Collection[str]] = {
        "settings": bound.settings - {node.setting or node.id for node in menu},
        "does": bound.does - does,
        "shows": bound.shows - {node.shows for node in menu},
        "lists": bound.lists - {node.lists for node in menu},
        "needs": bound.needs - {need for node in menu for need in node.needs},
    }
    assert {name: set(found) for name, found in unused.items() if found} == UNUSED


def inner_acts() -> set[str]:
    """Acts that code does by name: answers of dialogs, ACTS["..."]."""
    named = {text for module, node in nodes() for text in _subscript(node)}
    return named & set(ACTS)


def _subscript(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Subscript) and getattr(node.value, "attr", "") == "ACTS":
        return constants(node.slice)
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "DialogState":
        return {text for argument in node.args[2:] for text in constants(argument)}
    return set()
