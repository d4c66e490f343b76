"""The real window with lessons, for tests: seen and touched as somebody does who sits before it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from models.catalogue import find_car
from pcm.headunit.session import Session
from pcm.training.coach import LessonCoach
from pcm.training.coaching import Coaching
from pcm.ui.app import Window
from pcm.ui.engine import start_qt
from pcm.ui.hands.items import rect_of, visible

CARS = {
    "4.0": ("718-982", 2018),
    "4.1": ("panamera-971.1", 2018),
    "5.0": ("911-992.1", 2020),
    "6.0": ("taycan-j1", 2021),
}


class LessonWindow:
    """One window; time stands in it but for what is said."""

    def __init__(self, pcm: str, language: str = "it", still: bool = True) -> None:
        start_qt("offscreen", software=True)
        car, year = CARS[pcm]
        self.session = Session(find_car(car, year), year, language=language)  # type: ignore[arg-type]
        self.coach = LessonCoach(self.session)
        self.face = Window(self.session, speed=0, still=still)
        self.settle()

    @property
    def coaching(self) -> Coaching:
        assert self.coach.coaching is not None
        return self.coach.coaching

    def do(self, line: str) -> None:
        answer = self.face.do(line)
        assert answer.ok, answer.text
        self.settle()

    def settle(self) -> None:
        """Let Qt lay out and paint what has changed, and the mark follow it."""
        for _ in range(2):
            for _ in range(3):
                QGuiApplication.processEvents()
            self.face.window.grabWindow()

    def items(self, name: str) -> list[QQuickItem]:
        """What is seen and has this name."""
        everything = visible(self.face.window.contentItem())
        return [item for item in everything if item.objectName() == name]

    def item(self, name: str) -> QQuickItem:
        found = self.items(name)
        assert found, f"{name} is not seen"
        return found[0]

    def place(self, name: str) -> QRectF:
        return rect_of(self.item(name))

    def text(self, name: str) -> str:
        """What stands there; "" when it is not seen."""
        return " ".join(str(item.property("text")) for item in self.items(name))

    def click(self, name: str) -> None:
        self.click_at(self.place(name).center())

    def click_at(self, at: QPointF) -> None:
        button, no_keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(self.face.window, button, no_keys, at.toPoint())
        self.settle()

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.face.window, key, modifier)
        self.settle()


@contextmanager
def lesson_window(pcm: str, language: str = "it", still: bool = True) -> Iterator[LessonWindow]:
    opened = LessonWindow(pcm, language, still)
    yield opened
    opened.face.close()
