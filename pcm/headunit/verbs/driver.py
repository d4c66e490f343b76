"""The verbs of the driver: keys, rows, knobs, typing, dialogs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from menus.find import find_node, split_path
from models.errors import PcmError, UnknownNameError
from pcm.headunit.errors import RefusedError
from pcm.headunit.languages import search_order
from pcm.headunit.overlays import shown_overlay
from pcm.headunit.procedure import COMPOSED, Lines
from pcm.headunit.render import derive_keys
from pcm.headunit.rows import derive_focus, derive_path, derive_row_names
from pcm.headunit.screen import Overlay
from pcm.headunit.state import EntryState
from pcm.headunit.verbs.placeholders import known_text
from pcm.headunit.verbs.verb import Run, choose, number

if TYPE_CHECKING:
    from pcm.headunit.session import Session

MOST_STEPS = 1000
BIGGEST = 10**6  # that a slider is asked for


def _key(session: Session, rest: str) -> str:
    session.unit.press(find_key(session, rest))
    return where(session)


def find_key(session: Session, name: str) -> str:
    """The caption of a key of this car; raises UnknownNameError."""
    return choose("key", name, [key.caption for key in derive_keys(session.unit.view)])


def _tap(session: Session, rest: str) -> str:
    way = find_way(session, rest)
    if way.from_home:
        session.unit.press("HOME")
    for name in way.rows:
        session.unit.tap(find_row(session, name))
    return where(session)


@dataclass(frozen=True, slots=True)
class Way:
    """The touches that `tap` stands for: the key HOME, then rows one after the other, by name."""

    from_home: bool
    rows: tuple[str, ...]


def find_way(session: Session, rest: str) -> Way:
    """What `tap ROW` or `tap PATH` touches; raises PcmError unless the whole path is right.

    A whole path to a row of the page that is shown is a touch on that row.
    """
    parts = split_path(rest)
    if not parts:
        raise PcmError("usage: tap ROW or tap PATH")
    if len(parts) == 1 and not _is_main(session, parts[0]):
        return Way(False, (find_row(session, parts[0]),))
    tree, languages = session.setup.tree, search_order(session.unit.state.language)
    end = find_node(tree, " > ".join(parts), languages)
    shown = derive_row_names(session.unit.view)
    if len(parts) > 1 and end in shown and session.unit.state.overlay is None:
        return Way(False, (end,))
    if find_or_none(session, parts[0]) == tree.home.id:
        parts = parts[1:]
    if not parts:
        return Way(True, ())
    first = find_node(tree, parts[0], languages, among=[main.id for main in tree.mains])
    return Way(True, (*tree.path(first), *parts[1:]))


def find_row(session: Session, name: str) -> str:
    """The id of a row on the screen, by id or label.

    An entry elsewhere is an error that tells its path.
    """
    rows = derive_row_names(session.unit.view)
    folded = name.strip().casefold()
    if folded in rows:
        return folded
    labelled = [id_ for id_, label in rows.items() if label.casefold() == folded]
    if len(labelled) == 1:
        return labelled[0]
    tree = session.setup.tree
    try:
        found = find_node(tree, name, search_order(session.unit.state.language), among=rows)
    except UnknownNameError:
        known = [*rows.values(), *rows, *tree.ids()]
        raise UnknownNameError("row", name, known) from None
    if found not in rows:
        path = " > ".join(session.unit.view.label(tree.node(step)) for step in tree.path(found))
        raise PcmError(f"{name!r} is not on this screen; it is at {path}")
    return found


def _is_main(session: Session, name: str) -> bool:
    """Home, or a main menu that is not on the screen: naming it is a path of one step."""
    rows = derive_row_names(session.unit.view)
    if name.casefold() in (*rows, *(label.casefold() for label in rows.values())):
        return False
    found = find_or_none(session, name)
    mains = {main.id for main in session.setup.tree.mains} | {session.setup.tree.home.id}
    return found in mains and found not in rows


def find_or_none(session: Session, name: str) -> str | None:
    """The id that a name means, or None."""
    try:
        return find_node(session.setup.tree, name, search_order(session.unit.state.language))
    except PcmError:
        return None


def where(session: Session) -> str:
    """One line: where the driver is now."""
    view = session.unit.view
    page = session.setup.tree.node(view.state.place.page)
    path = " > ".join(label for _, label in derive_path(view)) or view.label(page)
    overlay = shown_overlay(view)
    return f"{path} | {overlay.title}: {_overlay_line(overlay)}" if overlay else path


def _overlay_line(overlay: Overlay) -> str:
    """What the open overlay says, on one line."""
    for attribute in ("problem", "locked", "prompt", "text"):
        found = getattr(overlay, attribute, "")
        if found:
            return str(found)
    return str(getattr(overlay, "value", ""))


def _back(session: Session, rest: str) -> str:
    session.unit.back()
    return where(session)


def _home(session: Session, rest: str) -> str:
    session.unit.press("HOME")
    return where(session)


def _knob(session: Session, rest: str) -> str:
    steps = parse_turn("knob", rest, "left", "right")
    if steps is None:
        session.unit.press_knob()
    else:
        session.unit.turn(steps)
    return derive_focus(session.unit.view) or where(session)


def _volume(session: Session, rest: str) -> str:
    steps = parse_turn("volume", rest, "down", "up")
    if steps is None:
        session.unit.mute()
    else:
        session.unit.volume(steps)
    toast = session.unit.state.toast
    return session.unit.view.words(toast.reason) if toast else ""


def parse_turn(what: str, rest: str, less: str, more: str) -> int | None:
    """How many steps a knob is turned, below 0 towards `less`; None: it is pressed."""
    words = rest.split()
    direction = choose(what, words[0] if words else "", (less, more, "press"))
    if direction == "press":
        return None
    steps = int(number("steps", words[1], -MOST_STEPS, MOST_STEPS)) if len(words) > 1 else 1
    return steps if direction == more else -steps


def parse_value(rest: str) -> int:
    """What `set` sets; raises PcmError for what is no number."""
    return int(number("set", rest, -BIGGEST, BIGGEST))


def _type(session: Session, rest: str) -> str:
    session.unit.type_text(known_text(session, rest.strip() or rest))  # a blank alone is typed
    return where(session)


def _erase(session: Session, rest: str) -> str:
    session.unit.erase()
    return where(session)


def _set(session: Session, rest: str) -> str:
    session.unit.set_slider(parse_value(rest))
    return where(session)


def _ok(session: Session, rest: str) -> str:
    confirmed = session.unit.state.overlay
    session.unit.ok()
    session.pump()
    problem = getattr(session.unit.state.overlay, "problem", None)
    # a call that was answered over an entry gives back the entry, with its problem of before
    if problem is not None and isinstance(confirmed, EntryState):
        raise RefusedError(problem)
    return where(session)


def _cancel(session: Session, rest: str) -> str:
    session.unit.cancel()
    return where(session)


def _composed(lines: Lines) -> Run:
    """A verb that carries out others of this file."""

    def run(session: Session, rest: str) -> str:
        for line in lines(session, rest):
            verb, _, argument = line.partition(" ")
            DRIVER_VERBS[verb](session, argument)
            session.pump()
        return where(session)

    return run


DRIVER_VERBS: dict[str, Run] = {
    "key": _key,
    "tap": _tap,
    "back": _back,
    "home": _home,
    "knob": _knob,
    "volume": _volume,
    "type": _type,
    "erase": _erase,
    "set": _set,
    "ok": _ok,
    "cancel": _cancel,
    **{verb: _composed(lines) for verb, lines in COMPOSED.items()},
}
