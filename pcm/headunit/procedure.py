"""What is done in the car's own way, as the verb lines of a driver one after the other.

Used by the verbs `go`, `open`, `answer` and `do`, by lessons, and by the hand at the window, which
touches each line. What is asked is answered with what is right; what is on already stays so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from operator import eq
from typing import TYPE_CHECKING

from menus.find import find_node
from menus.howto import Howto, howto
from models.errors import PcmError
from pcm.headunit.languages import search_order
from pcm.headunit.screen import Dialog, Entry

if TYPE_CHECKING:
    from pcm.headunit.session import Session

RIGHT_ANSWERS = {
    "pairing_code": "@code",
    "email": "@email",
    "password": "@password",
    "security_code": "@security-code",
    "sim_pin": "@pin",
    "hotspot_password": "@hotspot",
}
"""Field of an entry -> the placeholder of what is right."""
MOST_QUESTIONS = 8  # the longest way asks four times


def procedure_lines(session: Session, name: str) -> Iterator[str]:
    """The lines; each is to be carried out before the next is asked for, as it follows the screen.

    Raises PcmError when this car has no such procedure, UnknownNameError for one that nobody has.
    """
    yield from opening_lines(session, name)
    yield from answering_lines(session, "")


def opening_lines(session: Session, name: str) -> Iterator[str]:
    """As far as the head unit does it, or asks something. Raises as procedure_lines."""
    found = _find(session, name)
    on_the_way, end = found.ids[:-1], found.ids[-1]
    yield from _way_lines(session, on_the_way)
    for row_id in (end, *found.then):
        row = next((row for row in session.screen.all_rows if row.id == row_id), None)
        if row is None or row.value is not True:
            yield f"tap {row_id}"


def answering_lines(session: Session, rest: str) -> Iterator[str]:  # noqa: ARG001  as the others
    """What is right for all that the head unit asks now."""
    for _ in range(MOST_QUESTIONS):
        match session.screen.overlay:
            case Entry(id=field) if field in RIGHT_ANSWERS:
                yield f"type {RIGHT_ANSWERS[field]}"
                yield "ok"
            case Dialog():
                yield "ok"
            case _:
                return


def _find(session: Session, name: str) -> Howto:
    setup = session.setup
    found = howto(setup.car, setup.year, session.unit.state.language, name.strip())[0]
    if not found.available:
        raise PcmError(f"{name}: not in this car. {found.note}")
    return found


def place_lines(session: Session, name: str) -> Iterator[str]:
    """The lines that lead to the page an entry stands on; raises PcmError for a wrong name."""
    tree = session.setup.tree
    found = find_node(tree, name, search_order(session.unit.state.language))
    yield from _way_lines(session, tree.path(found)[:-1])


def _way_lines(session: Session, ids: Sequence[str]) -> Iterator[str]:
    """To a page, by the entries that lead there: back and on from where the driver is, or anew."""
    state, tree = session.unit.state, session.setup.tree
    pages = [place.page for place in state.places[1:]]
    shared = len(list(takewhile(bool, map(eq, pages, ids))))
    backs, rest = len(pages) - shared, ids[shared:]
    key = tree.node(ids[0]).key if ids else ""
    if shared and not state.overlay and backs + len(rest) < len(ids):
        yield from ["back"] * backs
    elif pages and key and not state.overlay:
        yield f"key {key}"
        rest = ids[1:]
    else:
        yield "home"  # also leaves what lies over the page
        rest = ids
    yield from (f"tap {id_}" for id_ in rest)


Lines = Callable[["Session", str], Iterator[str]]
COMPOSED: dict[str, Lines] = {
    "go": place_lines,
    "open": opening_lines,
    "answer": answering_lines,
    "do": procedure_lines,
}
"""Verbs that are nothing but other verbs of the driver."""
