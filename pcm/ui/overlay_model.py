"""What lies over the page, as QML shows it: a question, a slider, a wait, or an entry."""

from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal

from pcm.headunit.screen import Dialog, Entry, Overlay, Progress, Slider
from pcm.ui.for_qml import for_qml
from pcm.ui.row_model import RowsModel
from pcm.ui.snapshot import Snapshot, shown


@dataclass(frozen=True, slots=True)
class OverlayView:
    """The union of all overlays. `kind`: dialog, slider, progress, keypad, keyboard, or "" for
    none.
    """

    kind: str = ""
    name: str = ""
    title: str = ""
    text: str = ""  # of an entry: what to type
    hint: str = ""
    problem: str = ""
    locked: str = ""
    ok: str = ""
    cancel: str = ""
    ok_enabled: bool = True
    warning: bool = False
    field: str = ""
    dial: bool = False  # a telephone number: star and hash too
    whole: bool = False  # takes the page's place
    step: str = ""  # "1 / 2" of an entry in steps
    secret: bool = False
    boxes: int = 0
    low: int = 0
    high: int = 1
    value: int = 0
    lower: int = 0  # the value one step down, and up
    higher: int = 0
    stride: int = 1
    reading: str = ""  # the value with its unit


@dataclass(frozen=True, slots=True)
class BoxView:
    """One box of a code."""

    at: int
    text: str
    active: bool


NONE = OverlayView()


def derive_overlay(overlay: Overlay | None) -> OverlayView:
    match overlay:
        case None:
            return NONE
        case Dialog():
            return OverlayView(
                "dialog",
                overlay.id,
                overlay.title,
                overlay.text,
                ok=overlay.ok,
                cancel=overlay.cancel,
                warning=overlay.warning,
            )
        case Progress():
            return OverlayView(
                "progress", overlay.id, overlay.title, overlay.text, cancel=overlay.cancel
            )
        case Slider():
            return _derive_slider(overlay)
        case Entry():
            return _derive_entry(overlay)


def _derive_slider(slider: Slider) -> OverlayView:
    return OverlayView(
        "slider",
        slider.id,
        slider.title,
        ok=slider.ok,
        low=slider.low,
        high=slider.high,
        value=slider.value,
        lower=max(slider.low, slider.value - slider.step),
        stride=slider.step,
        higher=min(slider.high, slider.value + slider.step),
        reading=f"{slider.value} {slider.unit}".strip(),
    )


def _derive_entry(entry: Entry) -> OverlayView:
    return OverlayView(
        "keypad" if entry.keypad else "keyboard",
        entry.id,
        entry.title,
        entry.prompt,
        hint=entry.hint,
        problem=entry.problem,
        locked=entry.locked,
        ok=entry.ok,
        cancel=entry.cancel,
        ok_enabled=entry.ok_enabled and not entry.locked,
        field=entry.shown,
        dial=entry.keypad and not entry.boxes and not entry.secret,
        whole=True,
        step=f"{entry.step} / {entry.steps}" if entry.steps > 1 else "",
        secret=entry.secret,
        boxes=entry.boxes,
    )


def derive_slid(view: OverlayView, share: float) -> int:
    """The value nearest to a touch at `share` of the slider's track."""
    span = view.high - view.low
    steps = round(min(1.0, max(0.0, share)) * span / view.stride)
    return min(view.high, view.low + steps * view.stride)


def derive_boxes(view: OverlayView) -> tuple[BoxView, ...]:
    """The boxes of a code: what stands in each, and which is next."""
    typed = view.field
    return tuple(
        BoxView(at, typed[at : at + 1], at == len(typed) and not view.locked)
        for at in range(view.boxes)
    )


@for_qml
class OverlayModel(Snapshot[OverlayView]):
    """The overlay for QML."""

    fields = tuple(OverlayView.__dataclass_fields__)

    def __init__(self, first: OverlayView, parent: QObject | None = None) -> None:
        super().__init__(first, parent)
        self._box_rows = RowsModel(BoxView, self)

    def show(self, new: OverlayView) -> None:
        super().show(new)
        self._box_rows.show(derive_boxes(new))

    boxRows = Property(QObject, attrgetter("_box_rows"), constant=True)
    kindChanged = Signal()
    kind = shown(str, "kind", kindChanged)
    nameChanged = Signal()
    name = shown(str, "name", nameChanged)
    titleChanged = Signal()
    title = shown(str, "title", titleChanged)
    textChanged = Signal()
    text = shown(str, "text", textChanged)
    hintChanged = Signal()
    hint = shown(str, "hint", hintChanged)
    problemChanged = Signal()
    problem = shown(str, "problem", problemChanged)
    lockedChanged = Signal()
    locked = shown(str, "locked", lockedChanged)
    okChanged = Signal()
    ok = shown(str, "ok", okChanged)
    cancelChanged = Signal()
    cancel = shown(str, "cancel", cancelChanged)
    okEnabledChanged = Signal()
    okEnabled = shown(bool, "ok_enabled", okEnabledChanged)
    warningChanged = Signal()
    warning = shown(bool, "warning", warningChanged)
    fieldChanged = Signal()
    field = shown(str, "field", fieldChanged)
    dialChanged = Signal()
    dial = shown(bool, "dial", dialChanged)
    wholeChanged = Signal()
    whole = shown(bool, "whole", wholeChanged)
    stepChanged = Signal()
    step = shown(str, "step", stepChanged)
    secretChanged = Signal()
    secret = shown(bool, "secret", secretChanged)
    boxesChanged = Signal()
    boxes = shown(int, "boxes", boxesChanged)
    lowChanged = Signal()
    low = shown(int, "low", lowChanged)
    highChanged = Signal()
    high = shown(int, "high", highChanged)
    valueChanged = Signal()
    value = shown(int, "value", valueChanged)
    lowerChanged = Signal()
    lower = shown(int, "lower", lowerChanged)
    higherChanged = Signal()
    higher = shown(int, "higher", higherChanged)
    strideChanged = Signal()
    stride = shown(int, "stride", strideChanged)
    readingChanged = Signal()
    reading = shown(str, "reading", readingChanged)
