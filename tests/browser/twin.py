"""A finger on the picture in the browser: the real mouse, at the places where things are drawn.

Where that is, a window of the same head unit knows that is opened in the test (the twin): it has
the same car, is touched at the same places, and so must come to the same pages.
"""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page
from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem

from models.catalogue import find_car
from pcm.headunit.session import Session
from pcm.qa.window_driver import HandDriver
from pcm.training.coach import LessonCoach
from pcm.ui.app import Window
from pcm.ui.engine import start_qt
from pcm.ui.hands.items import place_in
from pcm.web.display.mirror import derive_mirror
from tests.procedures.hands import Hands

AGREE = """([title, words, lines]) => {
    const part = (name) => document.querySelector(`#mirror [data-part=${name}]`);
    const list = (name, all) => [...part(name).querySelectorAll(all)];
    return part('title').textContent === title
        && JSON.stringify(list('words', 'p').map((one) => one.textContent)) === words
        && JSON.stringify(list('rows', 'button').map((one) => one.dataset.line)) === lines;
}"""


class Twin(Hands):
    """Hands that touch in the browser what they touch in the twin; time stands in that."""

    def __init__(self, page: Page, car: str, year: int) -> None:
        start_qt("offscreen", software=True)
        session = Session(find_car(car, year), year)
        LessonCoach(session)
        super().__init__(Window(session, speed=0, still=True))
        self._page = page
        self._driver = HandDriver(self)

    def close(self) -> None:
        self.face.close()

    def do(self, line: str) -> None:
        """A verb of the driver, by touch."""
        answer = self._driver.do(line)
        assert answer.ok, answer.text
        self.agree()

    def outside(self, line: str) -> None:
        """What was done beside the picture, on the other page, is so for the twin too."""
        answer = self.face.do(line)
        assert answer.ok, answer.text
        self.settle()

    def agree(self) -> None:
        """The page has come to where the twin is."""
        told: dict[str, Any] = derive_mirror(self.session)
        overlay = told["overlay"]
        title = overlay["title"] if overlay else told["title"]
        words = overlay["words"] if overlay else [word for word in [told["empty"]] if word]
        rows = overlay["buttons"] if overlay else told["rows"]
        lines = [row["line"] for row in rows]
        self._page.wait_for_function(AGREE, arg=[title, _json(words), _json(lines)])

    # what is done in both

    def turn(self, name: str, notches: int) -> None:
        at = self._on_page(place_in(self.find(name)))
        self._page.mouse.move(at.x(), at.y())
        self._page.mouse.wheel(0, -100 * notches)
        super().turn(name, notches)

    def press_key(self, name: str, text: str = "") -> None:
        raise AssertionError(f"{name}: a finger has no keyboard")

    def _touch_item(self, item: QQuickItem, across: float = 0.5) -> None:
        self.agree()
        at = self._on_page(place_in(item, across))
        self._page.mouse.click(at.x(), at.y())
        super()._touch_item(item, across)

    def _drag_finger(self, scroller: QQuickItem, far: int) -> None:
        raise AssertionError("nothing that is touched here is out of view")

    def _on_page(self, at: QPointF) -> QPointF:
        seen = self._page.locator("canvas").bounding_box()
        assert seen
        across, down = seen["width"] / self.window.width(), seen["height"] / self.window.height()
        return QPointF(seen["x"] + at.x() * across, seen["y"] + at.y() * down)


def _json(words: list[str]) -> str:
    """As a page writes it."""
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))
