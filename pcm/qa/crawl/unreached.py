"""Why entries of the menus were not reached, from the notes of a crawl."""

from collections.abc import Iterator

from pcm.qa.crawl.found import Unreached
from pcm.qa.crawl.notes import Notes

NO_WAY = "no way leads to it"


def derive_unreached(notes: Notes) -> tuple[Unreached, ...]:
    """Every entry of the merged tree that was not used, and every live list that stayed empty."""
    return tuple(_unreached(notes))


def _unreached(notes: Notes) -> Iterator[Unreached]:
    tree = notes.tree
    for id_ in tree.ids():
        if id_ not in notes.reached:
            why = _why(notes, id_)
            yield Unreached(id_, notes.label_path(id_), why or NO_WAY, fault=not why)
        elif tree.node(id_).lists and id_ not in notes.filled:
            yield Unreached(id_, notes.label_path(id_), "its list was empty in every world")


def _why(notes: Notes, id_: str) -> str:
    """What stood against an entry; "" when nothing did."""
    if id_ in notes.refused:
        return f"refused: {notes.refused[id_]}"
    if id_ in notes.greyed:
        return _greyed(notes, id_)
    above = notes.tree.parent(id_)
    if above is None or above in notes.reached:
        return ""
    why = _why(notes, above)
    return why and f"its page is not reached: {why.removeprefix('its page is not reached: ')}"


def _greyed(notes: Notes, id_: str) -> str:
    told = notes.greyed[id_]
    never = [words for reason, words in told.items() if reason.key.startswith("needs_")]
    if never:
        return f"not in this car or country: {never[0]}"
    return f"greyed in every world: {'; '.join(dict.fromkeys(told.values()))}"
