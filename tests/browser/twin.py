"""A finger on the picture in the browser: the real mouse, at the places where things are drawn.

Where that is, a window of the same head unit knows that is opened in the test (the twin): it has
the same car, is touched at the same places, and so must come to the same pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from PIL import Image
from PIL.ImageQt import fromqimage
from playwright.sync_api import Page
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQuick import QQuickItem

from models.catalogue import find_car
from pcm.cli.desk import offer_lessons, offer_recorder
from pcm.headunit.session import Session
from pcm.qa.window_driver import HandDriver
from pcm.ui.app import Window
from pcm.ui.engine import start_qt
from pcm.ui.hands.items import place_in, visible
from pcm.web.display.mirror import derive_mirror
from tests.procedures.hands import Hands

AGREE = """([title, lesson, words, lines]) => {
    const part = (name) => document.querySelector(`#mirror [data-part=${name}]`);
    const untimed = (one) => one.textContent.replace(/[0-9]+:[0-9][0-9]/g, '');
    const list = (name, all) => [...part(name).querySelectorAll(all)];
    return part('title').textContent === title
        && JSON.stringify(list('lesson', 'p').map(untimed)) === lesson
        && JSON.stringify(list('words', 'p').map((one) => one.textContent)) === words
        && JSON.stringify(list('rows', 'button').map((one) => one.dataset.line)) === lines;
}"""

CLOCK = re.compile(r"[0-9]+:[0-9][0-9]")
"""How long a lesson took: time stands in the twin."""
LESSONS = ("lesson_", "coach_")
PARTS = (24, 4)
"""Parts, across and down, in which two pictures of the same are compared."""
TOLERANCE = 8
"""By how much of 256 the parts may differ in the mean: they are not drawn equally large."""
LOOKS_LIKE = """([place, whole, [across, down], greys, tolerance]) => {
    const canvas = document.querySelector('canvas'), scale = canvas.width / whole;
    const [x, y, width, height] = place.map((length) => Math.round(length * scale));
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    copy.drawImage(canvas, -x, -y);
    const seen = copy.getImageData(0, 0, width, height).data;
    const sums = greys.map(() => [0, 0]);
    for (let at = 0; at < width * height; at += 1) {
        const column = Math.floor(((at % width) * across) / width);
        const row = Math.floor((Math.floor(at / width) * down) / height);
        const sum = sums[row * across + column];
        sum[0] += (seen[at * 4] + seen[at * 4 + 1] + seen[at * 4 + 2]) / 3;
        sum[1] += 1;
    }
    const apart = greys.map((grey, at) => Math.abs(grey - sums[at][0] / sums[at][1]));
    return apart.reduce((one, other) => one + other) / apart.length < tolerance;
}"""


class Twin(Hands):
    """Hands that touch in the browser what they touch in the twin; time stands in that."""

    def __init__(self, page: Page, car: str, year: int) -> None:
        start_qt("offscreen", software=True)
        session = Session(find_car(car, year), year)
        offer_recorder(session)
        offer_lessons(session)
        super().__init__(Window(session, speed=0, still=True))
        self.settle()
        self._page = page
        self._driver = HandDriver(self)

    def close(self) -> None:
        self.face.close()

    def shown(self, *names: str) -> QQuickItem | None:
        """The lessons' menu and card stand beside the head unit."""
        if not names[0].startswith(LESSONS):
            return super().shown(*names)
        everything = visible(self.window.contentItem())
        return next((item for item in everything if item.objectName() in names), None)

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
        """The page, whose tab is in front, has come to where the twin is."""
        self._page.bring_to_front()
        told = derive_mirror(self.session)
        overlay = told.overlay
        title = overlay.title if overlay else told.title
        words = overlay.words if overlay else [word for word in [told.empty] if word]
        rows = overlay.buttons if overlay else told.rows
        lines = [row.line for row in rows]
        lesson = [CLOCK.sub("", said) for said in told.lesson]
        parts = [title, *(_json(part) for part in (lesson, words, lines))]
        self._page.wait_for_function(AGREE, arg=parts)

    def sees(self, name: str) -> None:
        """The page shows at its place what the twin shows there."""
        self._see(self.find(name))

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
        self._see(item)
        at = self._on_page(place_in(item, across))
        self._page.mouse.click(at.x(), at.y())
        super()._touch_item(item, across)

    def _drag_finger(self, scroller: QQuickItem, far: int) -> None:
        raise AssertionError("nothing that is touched here is out of view")

    def _see(self, item: QQuickItem) -> None:
        corner, far = (place_in(item, at, at) for at in (0.0, 1.0))
        rect = QRectF(corner, far).toAlignedRect()
        place = (rect.x(), rect.y(), rect.width(), rect.height())
        drawn = fromqimage(self.window.grabWindow().copy(rect)).convert("RGB")
        few = drawn.resize(PARTS, Image.Resampling.BOX).tobytes()
        greys = [sum(few[at : at + 3]) / 3 for at in range(0, len(few), 3)]
        parts = [place, self.window.width(), PARTS, greys, TOLERANCE]
        self._page.wait_for_function(LOOKS_LIKE, arg=parts)

    def _on_page(self, at: QPointF) -> QPointF:
        seen = self._page.locator("canvas").bounding_box()
        assert seen
        across, down = seen["width"] / self.window.width(), seen["height"] / self.window.height()
        return QPointF(seen["x"] + at.x() * across, seen["y"] + at.y() * down)


def _json(words: Sequence[str]) -> str:
    """As a page writes it."""
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))
