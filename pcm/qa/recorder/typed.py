"""What was typed into a field, as lines of a flow: secrets as placeholders, the rest as typed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from menus.node import Layout
from models.errors import PcmError
from pcm.headunit.entries import NUMBER, WRONG, EntryField, fields_of
from pcm.headunit.state import EntryState
from pcm.headunit.verbs.placeholders import MEANT, known_text, known_values
from pcm.qa.cells import join_cells

if TYPE_CHECKING:
    from pcm.headunit.session import Session

NO_DIGIT = "?"


@dataclass(frozen=True, slots=True)
class Typing:
    """Text typed in one go, sign by sign or at once, after what stood in the field before."""

    field: EntryField | None  # None: nothing was open
    before: str
    text: str

    @property
    def whole(self) -> str:
        return self.before + self.text

    def goes_on_as(self, other: Typing) -> Typing | None:
        """Both as one, when the other one follows; else None."""
        if self.field is None or self.field is not other.field or other.before != self.whole:
            return None
        return replace(self, text=self.text + other.text)


def read_typing(session: Session, rest: str) -> Typing | None:
    """What `type` is about to add; None when it is a wrong placeholder."""
    try:
        text = known_text(session, rest.strip() or rest)
    except PcmError:
        return None
    overlay = session.unit.state.overlay
    if isinstance(overlay, EntryState):
        field, typed = fields_of(overlay.purpose)[overlay.step], overlay.typed[overlay.step]
        gives_way = overlay.problem and field.keypad and len(typed) == field.longest
        return Typing(field, "" if gives_way else typed, text)
    page = session.setup.tree.node(session.unit.state.place.page)
    dials = page.layout is Layout.DIALPAD and not overlay
    return Typing(NUMBER if dials else None, "", text)


def typing_lines(session: Session, typing: Typing) -> list[str]:
    """The lines that type the same."""
    return [join_cells("Type", words) for words in _pieces(session, typing)]


def refused_typing(session: Session, typing: Typing, reason: str) -> str:
    """The verb line of what was not taken."""
    if not _secret(session, typing):
        return f"type {typing.text}"
    return f"type {NO_DIGIT if reason == 'digits_only' else f'{WRONG} {len(typing.text)}'}"


def _pieces(session: Session, typing: Typing) -> list[str]:
    if name := _name_of(session, typing):
        return [name]
    if _secret(session, typing):
        return _parts(session, typing)
    text = typing.text
    inner = text.strip(" ")
    if not inner:
        return [" "] * len(text)
    lead, trail = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
    apart = inner.startswith("@") and len(inner) > 1  # else taken for a placeholder
    words = ["@", *_pieces(session, replace(typing, text=inner[1:]))] if apart else [inner]
    return [*" " * lead, *words, *" " * trail]


def _secret(session: Session, typing: Typing) -> bool:
    """Whether the text may not be told: for its field, or because it holds a secret by chance."""
    by_kind = typing.field is None or typing.field.sensitive
    return by_kind or session.world.secrets.search(typing.text) is not None


def _name_of(session: Session, typing: Typing) -> str:
    """The placeholder of a whole known value, typed into an empty field."""
    known = known_values(session)
    names = (*_meant(typing), *known)
    found = (name for name in names if known[name] and known[name] == typing.text)
    return "" if typing.before else next(found, "")


def _parts(session: Session, typing: Typing) -> list[str]:
    """The part that is right, as far as all that stands in the field is, then so many wrong signs.

    So what is left when some of them are erased is what was left here.
    """
    known = known_values(session)
    names = {name: _shared(known[name], typing.whole) for name in _meant(typing)}
    name = max(names, key=names.__getitem__, default="")
    first, end = len(typing.before), names.get(name, 0)
    wrong = len(typing.whole) - max(first, end)
    last = "" if name and end == len(known[name]) else end
    right = [f"{name}[{first or ''}:{last}]"] if end > first else []
    return [*right, *([f"{WRONG} {wrong}"] if wrong else [])]


def _shared(value: str, typed: str) -> int:
    """How many signs of the beginning are the same."""
    pairs = zip(value, typed, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _meant(typing: Typing) -> tuple[str, ...]:
    return MEANT.get(typing.field.id, ()) if typing.field else ()
