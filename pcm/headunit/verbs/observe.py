"""The verbs that look: screen, state, reasons, procedures, sources, expectations, files of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from menus.howto import howto
from models.errors import PcmError, UnknownNameError
from pcm.headunit.report import describe_state, screen_text, screen_value
from pcm.headunit.verbs.driver import find_row
from pcm.headunit.verbs.expect import expect, state_word
from pcm.headunit.verbs.verb import Run

if TYPE_CHECKING:
    from pcm.headunit.session import Session


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
    row = find_row(session, rest) if rest.strip() else None
    shown = session.unit.why(row)
    path = session.unit.view.data_path
    if row is None and path.active is None and path.general is None:
        say = session.unit.view
        return "\n".join(
            f"{say.texts.say(f'path.{refused.value}')}: {say.words(reason)}  [{reason.key}]"
            for refused, reason in path.most_telling
        )
    if not shown:
        return "nothing is in the way" if row else "data flows"
    return "\n".join(f"{item.text}  [{item.reason.key}]" for item in shown)


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
