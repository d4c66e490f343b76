"""Finds in the window what a lesson names and keeps the mark on it, from frame to frame.

Looks only while something is to be marked, and after a frame was painted: it moves with scrolling.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow

from pcm.ui.coach_words import say
from pcm.ui.hands.items import ancestors, in_view, named, place_in, rect_of, visible
from pcm.ui.mark_model import NO_MARK, MarkModel, MarkView


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be marked: the first of `items` that can be touched. dims: the rest is darker."""

    items: tuple[str, ...] = ()
    dims: bool = False
    language: str = "en"


NOTHING = Wanted()


class Marker(QObject):
    """The mark of one window."""

    def __init__(self, window: QQuickWindow, model: MarkModel) -> None:
        super().__init__()
        self._window, self._model = window, model
        self._wanted = NOTHING
        self._stage = named(window.contentItem(), "stage")

    def follow(self, wanted: Wanted) -> None:
        """Mark this from now on."""
        if bool(wanted.items) != bool(self._wanted.items):
            if wanted.items:
                self._window.frameSwapped.connect(self.look)
            else:
                self._window.frameSwapped.disconnect(self.look)
        self._wanted = wanted
        self.look()

    def look(self) -> None:
        """Where it is now."""
        self._model.show(self._find_mark())

    def find(self, names: Iterable[str]) -> QQuickItem | None:
        """The first of these that is seen and can be touched."""
        wanted = tuple(names)
        found: dict[str, QQuickItem] = {}
        for item in visible(self._stage):
            name = item.objectName()
            if name in wanted and name not in found and item.isEnabled():
                found[name] = item
        return next((found[name] for name in wanted if name in found), None)

    def _find_mark(self) -> MarkView:
        wanted = self._wanted
        if not wanted.items:
            return NO_MARK
        item = self.find(wanted.items)
        if item is None:
            return MarkView(told=say("unseen", wanted.language))
        if in_view(item):
            return _ring(seen_part(item), wanted.dims, _board(item))
        return _pointed(item, wanted)


def seen_part(item: QQuickItem) -> QRectF:
    """Where an item stands in the window, without what is clipped away."""
    rect = rect_of(item)
    for frame in _frames(item):
        rect = rect.intersected(rect_of(frame))
    return rect


def _pointed(item: QQuickItem, wanted: Wanted) -> MarkView:
    """The list in which an item is out of view, and the way to it."""
    frame = next(_frames(item))
    rect = seen_part(frame)
    arrow = "down" if place_in(item).y() > rect.center().y() else "up"
    told = say("below" if arrow == "down" else "above", wanted.language)
    return replace(_ring(rect, wanted.dims, QRectF()), arrow=arrow, told=told)


def _board(item: QQuickItem) -> QRectF:
    """The message or entry that an item is in: it is to be read as well."""
    boards = (above for above in ancestors(item) if above.objectName() == "overlay_board")
    return next((rect_of(board) for board in boards), QRectF())


def _ring(seen: QRectF, dims: bool, board: QRectF) -> MarkView:
    rect = seen.toAlignedRect()  # between pixels the parts of the veil would overlap
    clear = seen.united(board).toAlignedRect()
    return MarkView(
        ringed=True,
        dims=dims,
        x=rect.x(),
        y=rect.y(),
        width=rect.width(),
        height=rect.height(),
        clear_x=clear.x(),
        clear_y=clear.y(),
        clear_width=clear.width(),
        clear_height=clear.height(),
    )


def _frames(item: QQuickItem) -> Iterator[QQuickItem]:
    """What cuts off an item, from the inside out; the window at last."""
    return (above for above in ancestors(item) if above.clip() or above.parentItem() is None)
