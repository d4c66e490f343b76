"""How a row is named in a flow so that the same one is meant: by its path, its label, or its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from menus.find import find_node, split_path
from models.errors import PcmError
from pcm.headunit.languages import search_order
from pcm.headunit.verbs.driver import find_row, find_way

if TYPE_CHECKING:
    from pcm.headunit.session import Session

STEP = " > "


def name_touch(session: Session, words: str) -> str:
    """What `tap` touches by its whole path in the words of the screen, as far as it has one."""
    parts = split_path(words)
    if len(parts) > 1:
        return STEP.join(parts)
    try:
        way = find_way(session, words)
    except PcmError:
        return words
    if way.from_home:
        return STEP.join(parts)
    (id_,) = way.rows
    if session.unit.state.overlay is None and (path := _path(session, id_)):
        return path
    return name_row(session, id_)


def name_row(session: Session, id_: str) -> str:
    """The label of a row on the screen when no other row has it, else its id."""
    label = next((row.label for row in session.screen.all_rows if row.id == id_), id_)
    plain = split_path(label) == [label] and label.isprintable() and "  " not in label
    try:
        return label if plain and find_row(session, label) == id_ else id_
    except PcmError:
        return id_


def _path(session: Session, id_: str) -> str:
    """The path of an entry of the menus; "" when it has none that means it alone."""
    tree, view = session.setup.tree, session.unit.view
    if id_ not in tree:
        return ""
    path = STEP.join(view.label(tree.node(step)) for step in tree.path(id_))
    try:
        found = find_node(tree, path, search_order(session.unit.state.language), among=(id_,))
    except PcmError:
        return ""
    return path if found == id_ else ""
