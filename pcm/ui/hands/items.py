"""What is drawn in a window: the visible items, where they stand, and which of them can be seen.

Pure questions to Qt's items; used by the hands, the mark of a lesson and whoever looks from afar.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQuick import QQuickItem


def visible(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and everything in it that is visible, in the order of drawing."""
    waiting = [item]
    while waiting:
        next_one = waiting.pop()
        if next_one.isVisible() and next_one.opacity() > 0:
            yield next_one
            waiting += reversed(next_one.childItems())


def named(root: QQuickItem, name: str) -> QQuickItem:
    """The first visible item of this objectName in one that is known to have it."""
    return next(item for item in visible(root) if item.objectName() == name)


def ancestors(item: QQuickItem) -> Iterator[QQuickItem]:
    above = item.parentItem()
    while above is not None:
        yield above
        above = above.parentItem()


def place_in(item: QQuickItem, across: float = 0.5, down: float = 0.5) -> QPointF:
    """A place of an item in the window, as shares of its width and height; its middle."""
    return item.mapToScene(QPointF(item.width() * across, item.height() * down))


def rect_of(item: QQuickItem) -> QRectF:
    """Where a whole item stands in the window, in its pixels."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def in_view(item: QQuickItem) -> bool:
    """Whether the middle of an item is neither clipped away nor out of the window."""
    middle = place_in(item)
    frames = [above for above in ancestors(item) if above.clip() or above.parentItem() is None]
    return all(frame.contains(frame.mapFromScene(middle)) for frame in frames)


def is_text(item: QQuickItem) -> bool:
    """Words; signs of the icon font are letters of the private area and no words."""
    text = item.property("text")
    return (
        item.inherits("QQuickText")
        and isinstance(text, str)
        and any(not "\ue000" <= sign <= "\uf8ff" for sign in text)
    )
