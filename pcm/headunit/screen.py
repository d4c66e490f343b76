"""What the driver sees, as one frozen value; every face shows the same Screen and decides nothing.

Texts are already in the head unit's language. Derived from the state by render.py.
"""

from dataclasses import dataclass, field

from menus.node import Kind, Layout
from models.reasons import Reason


@dataclass(frozen=True, slots=True)
class ShownReason:
    """A reason and its words."""

    reason: Reason
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line or tile.

    value: True/False for toggles and options (on, chosen), a number for ranges, else None.
    """

    id: str
    label: str
    kind: Kind
    value: bool | int | None = None
    text: str = ""  # stands at the right edge: a state, a number, the chosen option
    detail: str = ""  # second line; of a greyed row: its first reason
    warning: bool = False  # the detail is a warning (roaming costs)
    badge: str = ""  # count on a tile
    enabled: bool = True
    reasons: tuple[ShownReason, ...] = ()
    icon: str = ""  # Phosphor name without prefix
    colour: str = ""  # palette name of a tile
    source: tuple[str, ...] = ()
    assumed: str = ""  # why this entry is a guess; "" when documented


@dataclass(frozen=True, slots=True)
class Key:
    """A hard key or side-bar entry."""

    caption: str
    side: str  # left, right, bottom
    icon: str
    lit: bool  # it leads to what is shown now


@dataclass(frozen=True, slots=True)
class Header:
    """The status line. Empty text: that symbol is not shown."""

    clock: str
    temperature: str
    technology: str  # 2G, 3G, LTE, 5G of the active path, else of the registered SIM
    bars: int  # 0-4; -1: no radio to show
    roaming: bool
    path: str  # words of the active data path; "" when there is no data
    path_icon: str
    no_data: str  # first reason why there is no data; "" when there is
    bluetooth: bool
    carplay: bool
    call: str  # words of the running call
    user: str  # name of the user who is logged in
    initials: str
    private: bool
    locked_moving: bool
    phone_battery: int = -1  # percent of the connected phone; -1: not known
    phone_charging: bool = False
    user_target: str = ""  # path that a touch on the user's name opens; "": it opens nothing
    status_target: str = ""  # the same for the status area


@dataclass(frozen=True, slots=True)
class Dialog:
    """A question or message with one or two buttons; ok and cancel answer it."""

    id: str
    title: str
    text: str
    ok: str
    cancel: str = ""  # "" : only ok
    warning: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A keypad (digits only) or keyboard. `shown` is what stands in the field, dots when secret."""

    id: str  # of the field: pairing_code, sim_pin, email, ...
    title: str
    prompt: str
    hint: str
    keypad: bool
    shown: str = field(repr=False)
    boxes: int  # one box a digit; 0: a plain line
    secret: bool
    ok: str
    cancel: str
    ok_enabled: bool
    problem: str = ""  # why the last try was refused
    locked: str = ""  # why nothing can be typed now (moving)
    step: int = 1
    steps: int = 1


@dataclass(frozen=True, slots=True)
class Slider:
    """Sets a number with the knob or by touch."""

    id: str
    title: str
    low: int
    high: int
    step: int
    value: int
    unit: str
    ok: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Something runs that the driver waits for."""

    id: str
    title: str
    text: str
    cancel: str


Overlay = Dialog | Entry | Slider | Progress


@dataclass(frozen=True, slots=True)
class PathLine:
    """One data path in the side panel: active, or why not."""

    id: str  # hotspot, inserted, embedded
    label: str
    state: str
    active: bool
    icon: str


@dataclass(frozen=True, slots=True)
class Panel:
    """What stands beside the rows: which way data flows and why, or the account at a glance."""

    title: str
    lines: tuple[PathLine, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """Everything on the display. `off`: dark, nothing else counts."""

    id: str
    title: str
    path: tuple[tuple[str, str], ...]  # (id, label) from the main menu to here
    layout: Layout
    header: Header
    rows: tuple[Row, ...]
    focus: str  # id of the row the knob stands on; "" when none
    keys: tuple[Key, ...]
    options: Row | None = None  # the page's Options, when it has them
    overlay: Overlay | None = None
    toast: str = ""
    panel: Panel | None = None
    empty: str = ""  # words for a list without entries
    back: bool = True  # BACK leads somewhere
    drawer: bool = False  # an option list drawn over `behind`
    behind: tuple[Row, ...] = ()
    behind_title: str = ""
    behind_layout: Layout = Layout.LIST
    night: bool = True
    off: bool = False
    language: str = "en"
    pcm: str = "4.0"

    @property
    def all_rows(self) -> tuple[Row, ...]:
        """Everything that can be touched on the page: its rows and its Options."""
        return (*self.rows, self.options) if self.options else self.rows
