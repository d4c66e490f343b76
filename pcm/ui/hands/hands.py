"""The hands before one window: they find an item by its objectName, bring it into view, touch it.

Mouse, wheel and keys are real events. Raises PcmError when there is nothing to touch.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from models.errors import PcmError
from pcm.headunit.screen import Entry, Screen
from pcm.headunit.session import Session
from pcm.training.touch import sign_keys
from pcm.ui.app import Window
from pcm.ui.areas import note_areas
from pcm.ui.face_data import load_keyboards
from pcm.ui.hands.items import ancestors, in_view, is_text, named, place_in, visible
from pcm.ui.hands.pointer import LEFT, NO_BUTTON, NO_MODIFIER, send_mouse, send_wheel

PAD = "0123456789*#"
PANEL = ("bench_", "option_")  # names of what stands in the panel
LOOSE, GRIPPED = 11, 12  # px: a list takes no notice of a smaller drag, and goes with the next ones
FIRST_MS, MS_A_STEP = 10**9, 200  # its own time: so slow that Qt takes no drag for a flick
AT_END = 1  # px that are left: a list that is dragged to its very end goes on moving for a while
EDGE = 0.005  # of an item's width: so far within it its end is touched
REACH = 0.8  # of the list's height: as far as a finger drags at once


class Hands:
    """One pair of hands; the window may change its car or its session."""

    def __init__(self, face: Window) -> None:
        self.face = face
        self._finger_ms = FIRST_MS
        self._stage = named(self.window.contentItem(), "stage")

    @property
    def window(self) -> QQuickWindow:
        return self.face.window

    @property
    def session(self) -> Session:
        return self.face.session

    @property
    def screen(self) -> Screen:
        return self.session.screen

    # what is seen

    def settle(self) -> None:
        """Let Qt lay out and paint what has changed, and free what is drawn no more.

        Never while something of the window is handling an event: it may be freed under its feet.
        """
        for _ in range(3):
            QGuiApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no loop does it here
        self.window.grabWindow()

    def shown(self, *names: str) -> QQuickItem | None:
        """The visible item of one of these objectNames, in view or not; there is at most one."""
        panel = any(name.startswith(PANEL) for name in names)
        root = self.window.contentItem() if panel else self._stage
        found = [item for item in visible(root) if item.objectName() in names]
        if len(found) > 1:
            raise PcmError(f"{len(found)} things to touch are called {' or '.join(names)}")
        return found[0] if found else None

    def find(self, name: str) -> QQuickItem:
        """The item as a hand reaches it: unfolded, and scrolled into view when it is out of it."""
        self._unfold(name)
        item = self.shown(name)
        if item is None or not in_view(item):
            self._scroll_to(name)
            item = self.shown(name)
        if item is None or not in_view(item):
            raise PcmError(
                f"nothing to touch is called {name}; the display says {' | '.join(self.texts())}"
            )
        if not item.isEnabled():
            raise PcmError(f"{name} cannot be touched: something lies over it")
        return item

    def texts(self) -> list[str]:
        """Every text drawn on the display, whole or cut off."""
        return [str(item.property("text")) for item in self.written()]

    def written(self) -> Iterator[QQuickItem]:
        """The words on the display, as items."""
        if self.screen.off:
            return
        for item in visible(self._display()):
            if is_text(item) and in_view(item):
                yield item

    def picture(self) -> QImage:
        """The display as it stands in the window."""
        self.settle()
        display, drawn = self._display(), self.window.grabWindow()
        ratio = drawn.devicePixelRatio()
        corner, far = (place_in(display, at, at) * ratio for at in (0.0, 1.0))
        size = far - corner
        cut = drawn.copy(round(corner.x()), round(corner.y()), round(size.x()), round(size.y()))
        note_areas(cut, display)
        return cut

    # what is done

    def touch(self, name: str, across: float = 0.5) -> None:
        """Press and release the mouse on an item: on its middle, or so far from its left edge."""
        self._touch_item(self.find(name), max(EDGE, min(1 - EDGE, across)))

    def choose(self, name: str, word: str) -> None:
        """Open a choice of the panel and touch the option of this word."""
        self.touch(name)
        self.touch(f"option_{word}")

    def turn(self, name: str, notches: int) -> None:
        """Turn the mouse wheel over an item; negative is towards you."""
        send_wheel(self.window, place_in(self.find(name)), notches)
        self.settle()

    def press_key(self, name: str, text: str = "") -> None:
        """Press and release a key of the computer, named as Qt does, with the sign it types."""
        key = Qt.Key[f"Key_{name}"]
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QGuiApplication.sendEvent(self.window, QKeyEvent(kind, key, NO_MODIFIER, text))
        self.settle()

    def touch_sign(self, sign: str) -> None:
        """Touch the key of a sign on the keypad or keyboard, with shift and the page of symbols.

        Raises PcmError when it has none.
        """
        names = sign_keys(sign)
        page, turned = "kb_shift" if sign.isupper() else "kb_symbols", False
        item = self.shown(*names)
        if item is None and self.shown(page):
            self.touch(page)
            item, turned = self.shown(*names), True
        if item is not None:
            self._touch_item(item)
        if turned and (item is None or page == "kb_symbols"):
            self.touch(page)  # a capital turns back by itself
        if item is None:
            raise PcmError("there is no key for this sign")

    def write(self, sign: str) -> None:
        """Touch the key of a sign; one that no display has is typed on the computer's keyboard."""
        overlay = self.screen.overlay
        keypad = not isinstance(overlay, Entry) or overlay.keypad
        if sign in (PAD if keypad else f" {load_keyboards().signs(self.screen.language)}"):
            self.touch_sign(sign)
        else:
            self.press_key("unknown", sign)

    # inside

    def _display(self) -> QQuickItem:
        """The display of the head unit."""
        return named(self.window.contentItem(), "pcm_display")

    def _touch_item(self, item: QQuickItem, across: float = 0.5) -> None:
        at = place_in(item, across).toPoint()
        QTest.mousePress(self.window, LEFT, NO_MODIFIER, at)
        QTest.mouseRelease(self.window, LEFT, NO_MODIFIER, at)
        self.settle()

    def _unfold(self, name: str) -> None:
        """Open the section of the panel that a line stands in."""
        bench = self.session.bench
        line = next((switch for switch in bench if switch.id == name), None)
        if line is None:
            return
        titles = list(dict.fromkeys(switch.section for switch in bench))
        heading = self.find(f"bench_section_{titles.index(line.section)}")
        if not heading.property("opened"):
            self.touch(heading.objectName())

    def _sees(self, name: str) -> bool:
        item = self.shown(name)
        return item is not None and in_view(item)

    def _scroll_to(self, name: str) -> None:
        """Drag the lists that it may stand in until it is in view, down first."""
        for scroller in self._scrollers(of_panel=name.startswith(PANEL)):
            for way in (1, -1):
                while not self._sees(name) and self._drag(scroller, self._far(name, scroller, way)):
                    pass
            if self._sees(name):
                return

    def _far(self, name: str, scroller: QQuickItem, way: int) -> float:
        """Pixels to drag: to where the item is, else by less than is shown at once."""
        item = self.shown(name)
        if item is None or scroller not in ancestors(item):
            return way * scroller.height() * REACH
        below = scroller.mapFromScene(place_in(item)).y() - scroller.height() / 2
        return below if below * way > 0 else 0.0

    def _drag(self, scroller: QQuickItem, far: float) -> bool:
        """Drag a list by so many of its pixels, down when positive; False when it did not move."""
        above = scroller.property("contentY") - scroller.property("originY")
        below = scroller.property("contentHeight") - scroller.height() - above
        room = (below if far > 0 else above) - AT_END
        if min(abs(far), room) < 1:
            return False
        far = max(-room, min(room, far))
        height = place_in(scroller, down=1.0).y() - place_in(scroller, down=0.0).y()
        self._drag_finger(scroller, int(far * height / scroller.height()))
        return bool(abs(scroller.property("contentY") - scroller.property("originY") - above) >= 1)

    def _drag_finger(self, scroller: QQuickItem, far: int) -> None:
        """Up by so many pixels of the window; at rest before it leaves."""
        way = 1 if far > 0 else -1
        start = place_in(scroller, down=0.5 + REACH / 2 * way).toPoint()
        press, move = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove
        self._send_mouse(press, start, LEFT, LEFT)
        for up in (LOOSE, GRIPPED, GRIPPED + abs(far)):
            self._send_mouse(move, start - QPoint(0, up * way), NO_BUTTON, LEFT)
        end = start - QPoint(0, (GRIPPED + abs(far)) * way)
        self._send_mouse(QEvent.Type.MouseButtonRelease, end, LEFT, NO_BUTTON)
        self.settle()

    def _send_mouse(
        self, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, held: Qt.MouseButton
    ) -> None:
        self._finger_ms += MS_A_STEP
        send_mouse(self.window, kind, QPointF(at), button, held, self._finger_ms)

    def _scrollers(self, of_panel: bool) -> list[QQuickItem]:
        display = self._display()
        return [
            item
            for item in visible(self.window.contentItem())
            if item.inherits("QQuickFlickable")
            and item.isEnabled()
            and item.property("contentHeight") > item.height()
            and (display in ancestors(item)) is not of_panel
        ]
