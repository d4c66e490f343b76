"""A display alone in an offscreen window, driven by real mouse events; used by the tests of the
screen.
"""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from pcm.headunit.screen import Screen
from pcm.ui.engine import create_object, make_engine, set_still, start_qt
from pcm.ui.screen_model import ScreenModel


class Stage:
    """Shows screens, finds items by objectName, clicks them; `lines` are the verbs reported."""

    def __init__(self, first: Screen) -> None:
        self.app = start_qt("offscreen", software=True)
        self.engine = make_engine()
        set_still(self.engine, True)
        self.model = ScreenModel()
        self.model.show_screen(first)
        self.lines: list[str] = []
        self.model.acted.connect(self.lines.append)
        self.window = QQuickWindow()
        made = create_object(self.engine, "Pcm/Screen/Display.qml", {"model": self.model})
        assert isinstance(made, QQuickItem)
        self.display = made
        self.display.setParentItem(self.window.contentItem())
        self.show(first)

    def show(self, screen: Screen) -> "Stage":
        self.model.show_screen(screen)
        self.lines.clear()
        self.window.resize(round(self.display.width()), round(self.display.height()))
        self.window.show()
        self.settle()
        return self

    def settle(self) -> None:
        """Let Qt lay out and paint what has changed."""
        for _ in range(3):
            self.app.processEvents()
        self.window.grabWindow()

    def items(self) -> Iterator[QQuickItem]:
        """Everything that is visible."""
        yield from _below(self.display)

    def find(self, name: str) -> QQuickItem:
        found = [item for item in self.items() if item.objectName() == name]
        assert len(found) == 1, f"{name}: {len(found)} visible items"
        return found[0]

    def shows(self, name: str) -> bool:
        return any(item.objectName() == name for item in self.items())

    def acting(self) -> list[QQuickItem]:
        """Everything that acts on touch."""
        return [item for item in self.items() if item.inherits("QQuickItem") and _acts(item)]

    def click(self, name: str) -> None:
        item = self.find(name)
        at = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        self.click_at(at)

    def click_at(self, at: QPoint) -> None:
        no_keys = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, no_keys, at)
        self.settle()

    def spoken(self, item: QQuickItem) -> QAccessibleInterface:
        """What assistive technology is told about an item."""
        return QAccessible.queryAccessibleInterface(item)

    def close(self) -> None:
        """The display goes before the engine that its bindings belong to."""
        self.window.close()
        self.display.deleteLater()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _acts(item: QQuickItem) -> bool:
    return item.property("acting") is not None and bool(item.property("acting"))


def _below(item: QQuickItem) -> Iterator[QQuickItem]:
    if item.isVisible():
        yield item
        for child in item.childItems():
            yield from _below(child)
