"""What surrounds the display, for QML: hard keys, knobs, caption and the computer's keyboard.

Takes a Screen and the bench, gives properties; a touch leaves as one verb line (signal `acted`).
"""

from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot

from models.catalogue import load_generations
from pcm.headunit.bench import Switch
from pcm.headunit.screen import Key, Screen
from pcm.ui.fonts import glyph
from pcm.ui.for_qml import for_qml
from pcm.ui.keyboard import PAGES, Press, derive_verb
from pcm.ui.knob import Knob, derive_drag, derive_grip, derive_wheel, press_verb, turn, turn_verb
from pcm.ui.row_model import RowsModel
from pcm.ui.snapshot import Snapshot, shown
from pcm.ui.window_words import WindowWords, WordsView, derive_caption, derive_words

COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
WIDE_FROM = 801  # px; narrower displays have keys on both sides, wider ones a side bar
GLASS_CONSOLE = "4.1"  # its keys are touch areas of one glass panel
CAPTION = ("bench_car", "bench_year", "bench_country")


TURNS_OF_VERB = {turn_verb(s, n): (s, n) for s in ("left", "right") for n in (-1, 1)}
"""The turns that keys of the computer make: the drawn knob turns with them."""


@dataclass(frozen=True, slots=True)
class HardKey:
    """A key as drawn; `name` is the objectName."""

    name: str
    caption: str
    glyph: str
    lit: bool


@dataclass(frozen=True, slots=True)
class WindowView:
    """What surrounds the display, besides the keys."""

    wide: bool = False
    glass_console: bool = False
    knobs: int = 0
    caption: str = ""


def derive_window(screen: Screen, bench: tuple[Switch, ...]) -> WindowView:
    """What kind of surroundings, and the line of words below them."""
    generation = next(g for pcm, g in load_generations().items() if pcm == screen.pcm)
    named = {switch.id: switch.value for switch in bench}
    parts = [named[name] for name in CAPTION if named.get(name)]
    return WindowView(
        wide=generation.width >= WIDE_FROM,
        glass_console=screen.pcm == GLASS_CONSOLE,
        knobs=generation.knobs,
        caption=derive_caption(parts, screen.pcm, screen.language),
    )


def derive_keys(screen: Screen, wide: bool) -> tuple[tuple[HardKey, ...], tuple[HardKey, ...]]:
    """The keys left and right: of the display, or in a wide car of the dial in the console.

    A wide display draws the keys of side "left" itself, as its side bar.
    """
    shown = [(key.side, _hard_key(key)) for key in screen.keys]
    if not wide:
        right = tuple(key for side, key in shown if side != "left")
        return tuple(key for side, key in shown if side == "left"), right
    console = tuple(key for side, key in shown if side != "left")
    half = len(console) // 2
    return console[:half], console[half:]


def _hard_key(key: Key) -> HardKey:
    return HardKey(f"key_{key.caption}", key.caption, glyph(key.icon), key.lit)


@for_qml
class WindowModel(Snapshot[WindowView]):
    """The window around one head unit, for QML."""

    fields = tuple(WindowView.__dataclass_fields__)
    acted = Signal(str)  # a verb line
    pageScrolled = Signal(int, arguments=["direction"])
    sourcesToggled = Signal()
    leftAngleChanged = Signal()
    rightAngleChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(WindowView(), parent)
        self._screen: Screen | None = None
        self._words = WindowWords(WordsView(), self)
        self._left, self._right = RowsModel(HardKey, self), RowsModel(HardKey, self)
        self._knobs = {"left": Knob(), "right": Knob()}

    def show_screen(self, screen: Screen, bench: tuple[Switch, ...]) -> None:
        """Take over what the session shows now."""
        self._screen = screen
        view = derive_window(screen, bench)
        left, right = derive_keys(screen, view.wide)
        self._left.show(left)
        self._right.show(right)
        self._words.show(derive_words(screen.language))
        self.show(view)

    @Slot(str)
    def pressKey(self, caption: str) -> None:
        self.acted.emit(f"key {caption}")

    @Slot(str)
    def pressKnob(self, side: str) -> None:
        self.acted.emit(press_verb(side))

    @Slot()
    def toggleSources(self) -> None:
        self.sourcesToggled.emit()

    @Slot(str, int)
    def wheel(self, side: str, delta: int) -> None:
        """A mouse wheel over a knob: away from you is louder, or up the list."""
        towards = delta if side == "left" else -delta
        self._turned(side, *derive_wheel(self._knobs[side], towards))

    @Slot(str, int)
    def turn(self, side: str, detents: int) -> None:
        self._turned(side, turn(self._knobs[side], detents), detents)

    @Slot(str, float, float)
    def grip(self, side: str, x: float, y: float) -> None:
        self._turned(side, derive_grip(self._knobs[side], x, y), 0)

    @Slot(str, float, float)
    def drag(self, side: str, x: float, y: float) -> None:
        self._turned(side, *derive_drag(self._knobs[side], x, y))

    @Slot(int, int, str, result=bool)
    def press(self, key: int, modifiers: int, text: str) -> bool:
        """A key of the computer that no focused item took; True when it meant something."""
        if self._screen is None:
            return False
        command = bool(modifiers & COMMAND.value)
        if key in PAGES and not command:
            self.pageScrolled.emit(PAGES[key])
            return True
        verb = derive_verb(Press(key, text, command), self._screen)
        if verb in TURNS_OF_VERB:
            self.turn(*TURNS_OF_VERB[verb])
        elif verb:
            self.acted.emit(verb)
        return bool(verb)

    def _turned(self, side: str, knob: Knob, detents: int) -> None:
        moved = knob.angle_deg != self._knobs[side].angle_deg
        self._knobs[side] = knob
        if moved:
            (self.leftAngleChanged if side == "left" else self.rightAngleChanged).emit()
        for _ in range(abs(detents)):
            self.acted.emit(turn_verb(side, 1 if detents > 0 else -1))

    def _left_angle(self) -> int:
        return self._knobs["left"].angle_deg

    def _right_angle(self) -> int:
        return self._knobs["right"].angle_deg

    words = Property(WindowWords, attrgetter("_words"), constant=True)
    leftKeys = Property(QObject, attrgetter("_left"), constant=True)
    rightKeys = Property(QObject, attrgetter("_right"), constant=True)
    leftAngle = Property(int, _left_angle, notify=leftAngleChanged)
    rightAngle = Property(int, _right_angle, notify=rightAngleChanged)
    wideChanged = Signal()
    wide = shown(bool, "wide", wideChanged)
    glassConsoleChanged = Signal()
    glassConsole = shown(bool, "glass_console", glassConsoleChanged)
    knobsChanged = Signal()
    knobs = shown(int, "knobs", knobsChanged)
    captionChanged = Signal()
    caption = shown(str, "caption", captionChanged)
