"""The fixed words of card and menu of the lessons for QML, in the head unit's language."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from pcm.ui.for_qml import for_qml
from pcm.ui.snapshot import Snapshot, shown


@dataclass(frozen=True, slots=True)
class LabelsView:
    """One word a key of lessons.yaml."""

    lessons: str = ""
    close: str = ""
    name: str = ""
    way: str = ""
    next: str = ""
    hint: str = ""
    repeat: str = ""
    pause: str = ""
    go: str = ""
    touch: str = ""
    stop: str = ""
    again: str = ""
    presenter: str = ""


NO_LABELS = LabelsView()


@for_qml
class CoachLabels(Snapshot[LabelsView]):
    """The words for QML."""

    fields = tuple(LabelsView.__dataclass_fields__)

    lessonsChanged = Signal()
    lessons = shown(str, "lessons", lessonsChanged)
    closeChanged = Signal()
    close = shown(str, "close", closeChanged)
    nameChanged = Signal()
    name = shown(str, "name", nameChanged)
    wayChanged = Signal()
    way = shown(str, "way", wayChanged)
    nextChanged = Signal()
    next = shown(str, "next", nextChanged)
    hintChanged = Signal()
    hint = shown(str, "hint", hintChanged)
    repeatChanged = Signal()
    repeat = shown(str, "repeat", repeatChanged)
    pauseChanged = Signal()
    pause = shown(str, "pause", pauseChanged)
    goChanged = Signal()
    go = shown(str, "go", goChanged)
    touchChanged = Signal()
    touch = shown(str, "touch", touchChanged)
    stopChanged = Signal()
    stop = shown(str, "stop", stopChanged)
    againChanged = Signal()
    again = shown(str, "again", againChanged)
    presenterChanged = Signal()
    presenter = shown(str, "presenter", presenterChanged)
