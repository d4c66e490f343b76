"""The verbs that look: screen, state, reasons, procedures, sources, expectations, files of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from connectivity.data_path import Path as DataPath
from connectivity.outside.shop import find_named
from connectivity.outside.store import load_store
from menus.howto import howto
from models.errors import PcmError, UnknownNameError
from pcm.headunit.causes import (
    Cause,
    causes_against,
    function_causes,
    no_data_causes,
    path_causes,
    service_causes,
)
from pcm.headunit.report import describe_state, screen_text, screen_value
from pcm.headunit.verbs.driver import find_row
from pcm.headunit.verbs.expect import expect, state_word
from pcm.headunit.verbs.verb import Run

if TYPE_CHECKING:
    from pcm.headunit.session import Session
    from pcm.headunit.unit import HeadUnit


def _flag(rest: str, flag: str) -> tuple[bool, str]:
    words = rest.split()
    return flag in words, " ".join(word for word in words if word != flag)


def _screen(session: Session, rest: str) -> str:
    as_json, rest = _flag(rest, "--json")
    sources, rest = _flag(rest, "--sources")
    if rest:
        raise PcmError("usage: screen [--json] [--sources]")
    if as_json:
        return json.dumps(screen_value(session.screen), ensure_ascii=False)
    return screen_text(session.screen, sources)


def _state(session: Session, rest: str) -> str:
    as_json, name = _flag(rest, "--json")
    state = describe_state(session)
    if name and name not in state:
        raise UnknownNameError("state", name, state)
    if as_json:
        return json.dumps(state[name] if name else state, ensure_ascii=False)
    if name:
        return state_word(state[name])
    return "\n".join(f"{key}: {state_word(value)}" for key, value in state.items())


def _why(session: Session, rest: str) -> str:
    unit, tree = session.unit, session.setup.tree
    if rest.strip() in ("", "data"):
        return _told(unit, no_data_causes(unit), of_data=True)
    if rest.strip() in [path.value for path in DataPath]:
        return _told(unit, path_causes(unit, DataPath(rest.strip())), of_data=True)
    kind, _, name = rest.strip().partition(" ")
    if kind.casefold() == "service" and name:
        id_ = find_named("service", name, (service.id for service in load_store().services))
        return _told(unit, service_causes(unit, id_))
    if kind.casefold() == "function" and name:
        id_ = find_named("function", name, load_store().packages)
        return _told(unit, function_causes(unit, id_))
    id_ = find_row(session, rest)
    if id_ in tree:
        causes = causes_against(unit, tree.node(id_))
    else:
        listed = next(row for row in session.screen.all_rows if row.id == id_)
        causes = tuple(Cause(shown.reason) for shown in listed.reasons)
    return _told(unit, causes)


def _told(unit: HeadUnit, causes: tuple[Cause, ...], of_data: bool = False) -> str:
    """The chain of causes, or that there are none."""
    say = unit.view.texts.say
    none = say("why.data_flows") if of_data else say("why.free")
    return "\n".join(_chain(unit, causes)) or none


def _chain(unit: HeadUnit, causes: tuple[Cause, ...], depth: int = 0) -> Iterator[str]:
    """A line for each reason, those it comes from beneath it, then where it can be changed."""
    view, indent = unit.view, "  " * depth
    for cause in causes:
        path = f"{view.texts.say(f'path.{cause.path.value}')}: " if cause.path else ""
        yield f"{indent}{path}{view.words(cause.reason)}  [{cause.reason.key}]"
        yield from _chain(unit, cause.beneath, depth + 1)
        if cause.cure:
            tree = unit.setup.tree
            way = " > ".join(view.label(tree.node(step)) for step in tree.path(cause.cure))
            yield f"{indent}  {view.texts.say('why.cure', path=way)}"


def _howto(session: Session, rest: str) -> str:
    setup, language = session.setup, session.unit.state.language
    found = howto(setup.car, setup.year, language, rest.strip() or None)
    return "\n".join(f"{item.procedure}: {' > '.join(item.path) or item.note}" for item in found)


def _source(session: Session, rest: str) -> str:
    row_id = find_row(session, rest) if rest.strip() else session.screen.id
    rows = session.screen.all_rows
    row = next((row for row in rows if row.id == row_id), None)
    if row:
        source, assumed = row.source, row.assumed
    else:
        source, key = session.setup.tree.provenance(row_id)
        assumed = session.unit.view.labels.text(f"assumed_{key}") if key else ""
    return "; ".join(word for word in (", ".join(source), assumed) if word)


def _shot(session: Session, rest: str) -> str:
    if not rest.strip().casefold().endswith(".png"):
        raise PcmError("usage: shot FILE.png")
    if session.painter is None:
        raise PcmError("no painter here: this face makes no pictures")
    path = Path(rest.strip())
    with _file_errors(path):
        if not path.parent.is_dir():
            raise PcmError(f"{path}: there is no folder {path.parent}")
        session.painter(session.screen, path)
    return str(path)


@contextmanager
def _file_errors(path: Path) -> Iterator[None]:
    """What the system says against a file, as one line."""
    try:
        yield
    except OSError as error:
        raise PcmError(f"{path}: {error.strerror}") from None
    except ValueError as error:  # a name that no file can have
        raise PcmError(f"{str(path)!r}: {error}") from None


def _trace(session: Session, rest: str) -> str:
    if not rest.strip():
        return "\n".join(session.trace.lines)
    path = Path(rest.strip())
    with _file_errors(path):
        text = "".join(f"{line}\n" for line in session.trace.lines)
        path.write_text(text, "utf-8", "backslashreplace")
    return str(path)


OBSERVE_VERBS: dict[str, Run] = {
    "screen": _screen,
    "state": _state,
    "why": _why,
    "howto": _howto,
    "source": _source,
    "expect": expect,
    "shot": _shot,
    "trace": _trace,
}
