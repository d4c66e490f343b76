"""The same window once more in this process: it knows where on the picture a thing stands.

Whatever is touched in the browser is touched here too, so both go on alike.
"""

from playwright.sync_api import Page
from PySide6.QtCore import QPointF

from pcm.headunit.session import Session
from pcm.headunit.verbs.placeholders import known_text
from pcm.training.touch import derive_touch, single_lines
from pcm.ui.app import Window
from pcm.ui.engine import start_qt
from pcm.ui.hands.hands import Hands
from pcm.ui.hands.items import place_in

ON_THE_PAGE = """([x, y]) => {
    const canvas = document.querySelector('canvas'), seen = canvas.getBoundingClientRect();
    return [seen.left + x * seen.width / canvas.width, seen.top + y * seen.height / canvas.height];
}"""
VERSION = "document.querySelector('canvas').dataset.version"


class Twin:
    """Real mouse clicks on the picture in a page, at the places where things are in this window."""

    def __init__(self, session: Session, page: Page) -> None:
        start_qt("offscreen", software=True)
        self._window = Window(session, speed=0, still=True)
        self._hands, self._page = Hands(self._window), page
        page.wait_for_function(f"Number({VERSION}) > 0")

    @property
    def session(self) -> Session:
        return self._window.session

    def close(self) -> None:
        self._window.close()

    def touch(self, name: str) -> None:
        """Touch a thing by its name."""
        place = place_in(self._hands.find(name))
        self._click(place)
        self._hands.touch(name)

    def do(self, line: str) -> None:
        """What a driver does, touch by touch."""
        for single in single_lines(self.session, line):
            touch = derive_touch(self.session, single)
            if touch.typed:
                self._touch_sign(touch.typed)
            else:
                self.touch(touch.items[0])

    def type(self, text: str) -> None:
        for sign in known_text(self.session, text):
            self._touch_sign(sign)

    def _touch_sign(self, sign: str) -> None:
        """Its key, on the page of the keyboard that has it."""
        names = (f"digit_{sign}", f"kb_{sign}", f"kb_always_{sign}")
        found = self._hands.shown(*names)
        turned = "kb_shift" if sign.isupper() else "kb_symbols"
        if found is None:
            self.touch(turned)
        item = self._hands.shown(*names)
        assert item is not None, "no key for this sign"
        self.touch(item.objectName())
        if found is None and turned == "kb_symbols":
            self.touch(turned)

    def _click(self, place: QPointF) -> None:
        before = self._page.evaluate(VERSION)
        x, y = self._page.evaluate(ON_THE_PAGE, [place.x(), place.y()])
        self._page.mouse.click(x, y)
        self._page.wait_for_function(f"before => {VERSION} !== before", arg=before)
