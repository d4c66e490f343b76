"""Where each named thing stands in a picture: carried by the picture itself, as text of its PNG.

Read by pcm.qa.pictures, which needs no Qt to know where the clock is.
"""

import json

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem

from pcm.ui.hands.items import visible

KEY = "areas"


def note_areas(image: QImage, display: QQuickItem) -> None:
    """Keep in the picture of a display what stands where: name -> rectangles x, y, w, h."""
    found: dict[str, list[list[int]]] = {}
    scale = image.width() / display.width()
    whole = QRectF(0, 0, display.width(), display.height())
    for item in visible(display):
        place = item.mapRectToItem(display, QRectF(0, 0, item.width(), item.height()))
        seen = place.intersected(whole)
        if item.objectName() and item is not display and not seen.isEmpty():
            rect = QRectF(
                seen.x() * scale, seen.y() * scale, seen.width() * scale, seen.height() * scale
            ).toAlignedRect()
            spot = [rect.x(), rect.y(), rect.width(), rect.height()]
            found.setdefault(item.objectName(), []).append(spot)
    image.setText(KEY, json.dumps(found))
