"""The shape of one menu entry and of the files that hold them; for loader, merge and `check`.

An id is forever: it is the row's objectName, its label key, its name in flows. No behaviour lives
here: `setting`, `does`, `shows` and `lists` are names that the head unit binds.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from models.content import Content
from models.provenance import Sourced, Words

NodeId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Key = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,8}$")]


class Kind(StrEnum):
    """What touching a row does."""

    PAGE = "page"  # opens a page of rows
    OPTIONS = "options"  # opens the options of its page (PCM 4.0: key OPT; later: a button)
    TOGGLE = "toggle"  # switches a setting on or off
    CHOICE = "choice"  # opens a page of options, one of which is chosen
    OPTION = "option"  # one option of a choice
    RANGE = "range"  # opens a slider for a number
    ACTION = "action"  # does something
    LINK = "link"  # opens a page that has its home elsewhere
    VALUE = "value"  # shows something, cannot be touched


class Layout(StrEnum):
    """How a page is drawn."""

    LIST = "list"
    TILES = "tiles"
    HOME = "home"
    MAP = "map"
    PLAYER = "player"
    DIALPAD = "dialpad"


class Limits(Content):
    """Bounds of a range row, in `unit`."""

    low: int
    high: int
    step: int = 1
    unit: str = ""


class Node(Sourced):
    """One menu entry.

    Without source and assumed it takes the assumption of the nearest node above.
    """

    id: NodeId
    kind: Kind
    rows: tuple["Node", ...] = ()
    key: Key | None = None  # the hard key (or side-bar entry) that opens it
    label: str | None = None  # label key, when it is not the id
    icon: str | None = None  # Phosphor name without prefix: phone, gear-six
    colour: str | None = None  # tile colour of a PCM 6.0 home screen: a name of the palette
    layout: Layout = Layout.LIST
    setting: str | None = None  # toggle, choice, range: what it changes; None: named as the id
    default: bool | int | str | None = None  # its first value: bool, number, or the id of an option
    limits: Limits | None = None  # range only
    shows: str | None = None  # name of the text that stands at the right edge or as second line
    does: str | None = None  # action only: name of the act
    to: NodeId | None = None  # link only: id of the page
    panel: Literal["data", "account"] | None = None  # page only: beside the rows, here and below
    lists: str | None = None  # page only: name of the live list that follows the fixed rows
    needs: Words = ()  # features of car or market without which the row is greyed
    standing: bool = False  # True: locked while the car moves

    @property
    def setting_name(self) -> str:
        """What a toggle, choice or range changes."""
        return self.setting or self.id


class TreeFile(Content):
    """One file of a base tree: one main menu (or the home screen)."""

    node: Node


class HomeFile(Content):
    """home.yaml: the home screen; its tiles are the main menus, one file each, in this order."""

    home: Node
    order: tuple[NodeId, ...]


class Added(Content):
    """An entry an overlay adds under `under`, behind `after` (else last, `first: true` first)."""

    under: NodeId
    node: Node
    after: NodeId | None = None
    first: bool = False


class Moved(Content):
    """An entry an overlay moves."""

    id: NodeId
    under: NodeId
    after: NodeId | None = None
    first: bool = False


class Changed(Content):
    """New values of an entry; only what is named changes."""

    id: NodeId
    key: Key | None = None
    label: str | None = None
    icon: str | None = None
    default: bool | int | str | None = None
    needs: Words | None = None
    source: Words | None = None
    assumed: str | None = None


class OverlayFile(Content):
    """What differs from the generation's base tree in some cars and years."""

    cars: Annotated[tuple[str, ...], Field(min_length=1)]
    years: tuple[int, int] | None = None  # first and last model year; None: all of the car
    why: str
    add: tuple[Added, ...] = ()
    remove: tuple[NodeId, ...] = ()
    move: tuple[Moved, ...] = ()
    change: tuple[Changed, ...] = ()


class Renamed(Content):
    """renamed.yaml: tombstones, old id -> new id."""

    renamed: dict[NodeId, NodeId]
