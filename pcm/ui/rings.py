"""Rings with numbers, drawn into a picture: light between dark lines, so that they stand out on
every background and on grey paper.
"""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

LIGHT, DARK = QColor("#ffd500"), QColor("#111111")
SMALL_WIDTH = 1200  # px: pictures up to it have thinner rings
EDGE = 2.0  # of dark on both sides of the light


def draw_rings(image: QImage, marks: Iterable[tuple[int, QRect]]) -> None:
    """Draw number and ring of each mark."""
    wide = image.width() > SMALL_WIDTH
    line, gap, badge = (10.0, 6.0, 56.0) if wide else (6.0, 3.0, 36.0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, place in marks:
        inner = QRectF(image.rect()).adjusted(line, line, -line, -line)
        ring = QRectF(place).adjusted(-gap, -gap, gap, gap) & inner
        _draw_ring(painter, ring, line)
        _draw_number(painter, number, _badge_place(ring, badge, inner), line)
    painter.end()


def _draw_ring(painter: QPainter, ring: QRectF, line: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((DARK, line + 2 * EDGE), (LIGHT, line)):
        painter.setPen(QPen(colour, width))
        painter.drawRoundedRect(ring, 1.5 * line, 1.5 * line)


def _badge_place(ring: QRectF, size: float, inner: QRectF) -> QRectF:
    """On the upper right corner of the ring: words begin at the left."""
    place = QRectF(0, 0, size, size)
    place.moveCenter(QPointF(ring.right() - size / 4, ring.top() - size / 4))
    place.moveTop(max(inner.top(), place.top()))
    place.moveRight(min(inner.right(), place.right()))
    return place


def _draw_number(painter: QPainter, number: int, place: QRectF, line: float) -> None:
    painter.setBrush(LIGHT)
    painter.setPen(QPen(DARK, line / 2))
    painter.drawEllipse(place)
    font = QFont("Roboto")
    font.setPixelSize(round(place.height() * 0.66))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(DARK)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))
