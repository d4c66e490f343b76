"""Draws a head unit with its keys, and rings around what is to be touched; used through marked.py.

What a list hides below its edge is scrolled into view first, as a finger would.
"""

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF
from PySide6.QtQuick import QQuickItem, QQuickWindow

from pcm.headunit.screen import Screen
from pcm.ui.engine import create_object, make_engine, set_still, start_qt
from pcm.ui.hands.items import ancestors, named, rect_of, visible
from pcm.ui.marked import Box, MarkedPicture, Target
from pcm.ui.png import png_bytes
from pcm.ui.rings import draw_rings
from pcm.ui.screen_model import ScreenModel
from pcm.ui.window_model import WindowModel

MOST_PAGES = 12  # of a list that is scrolled through
OVERLAP = 1.5  # px by which a row may stand over the edge of its list and still be whole


class MarkPainter:
    """One device, used again for every picture."""

    def __init__(self) -> None:
        start_qt("offscreen", software=True)
        self._engine = make_engine()
        set_still(self._engine, True)
        self._screen_model, self._window_model = ScreenModel(), WindowModel()
        self._window = QQuickWindow()
        self._device: QQuickItem | None = None

    def picture(self, screen: Screen, targets: tuple[Target, ...], first: int) -> MarkedPicture:
        """See paint_marked."""
        device = self._show(screen)
        items = [self._find(device, target) for target in targets]
        drawn = self._window.grabWindow()
        places = [rect_of(item).toAlignedRect() if item else None for item in items]
        display = named(device, "pcm_display")
        frame = rect_of(display).toAlignedRect()
        beside = any(place and not frame.contains(place) for place in places)
        whole = drawn.rect() if beside else frame
        image = drawn.copy(whole)
        boxes = [place.translated(-whole.topLeft()) if place else None for place in places]
        draw_rings(image, [(first + index, box) for index, box in enumerate(boxes) if box])
        size = image.width(), image.height()
        return MarkedPicture(png_bytes(image), *size, tuple(map(_box, boxes)), beside)

    def _show(self, screen: Screen) -> QQuickItem:
        self._screen_model.show_screen(screen)
        self._window_model.show_screen(screen, ())
        device = self._device or self._make_device()
        device.setSize(QSizeF(device.implicitWidth(), device.implicitHeight()))
        self._window.resize(round(device.width()), round(device.height()))
        self._to_top()
        return device

    def _to_top(self) -> None:
        """Lists start at their top, though it be the same page as before."""
        self._screen_model.nameChanged.emit()
        self._window.grabWindow()

    def _find(self, device: QQuickItem, target: Target) -> QQuickItem | None:
        """The first item of these names that is drawn, scrolled into view."""
        for _ in range(MOST_PAGES):
            drawn = [item for item in visible(device) if item.objectName() in target]
            seen = [item for item in drawn if _is_whole(item)]
            if seen:
                return min(seen, key=lambda item: target.index(item.objectName()))
            self._screen_model.scrollPage(1)
            self._window.grabWindow()
        self._to_top()
        return None

    def _make_device(self) -> QQuickItem:
        models: dict[str, QObject] = {
            "screenModel": self._screen_model,
            "windowModel": self._window_model,
        }
        made = create_object(self._engine, "Pcm/Window/Device.qml", models)
        assert isinstance(made, QQuickItem)
        made.setParentItem(self._window.contentItem())
        self._device = made
        return made


def _is_whole(item: QQuickItem) -> bool:
    """Whether nothing of it is clipped away above or below."""
    for above in ancestors(item):
        if above.clip():
            seen = item.mapRectToItem(above, QRectF(0, 0, item.width(), item.height()))
            if seen.top() < -OVERLAP or seen.bottom() > above.height() + OVERLAP:
                return False
    return True


def _box(place: QRect | None) -> Box | None:
    return (place.x(), place.y(), place.width(), place.height()) if place else None
