"""A driver's hands and eyes on the real window: items found by objectName, touched with real mouse
events, lists scrolled with the wheel, words read from what is drawn.

Used by the touch tests. Nothing here is a verb: the world outside is switched in the panel.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from menus.howto import Howto, howto
from menus.node import Kind
from models.catalogue import Languages, find_car
from pcm.headunit.report import describe_state
from pcm.headunit.screen import Entry, Row, Screen
from pcm.headunit.verbs.expect import state_word
from pcm.ui.app import Window

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
NOTCH = 120  # of a mouse wheel
# A list does not move when no time went by since the last event it had; QTest's clicks and wheel
# turns count their own time, in small steps.
FIRST_TURN_MS, MS_BETWEEN_TURNS = 10**9, 1000
PIXELS_A_NOTCH = 72  # that a list moves


class Hands:
    """One window over one session."""

    def __init__(self, face: Window, language: Languages = "it") -> None:
        self.face, self.language = face, language
        self.session = face.session
        self._wheeled_ms = FIRST_TURN_MS
        self.settle()

    def sit(self, qtbot: QtBot, car: str, year: int, country: str) -> Hands:
        """Sit down in another car, new and with its ignition on; `qtbot` is that of the test."""
        self.qtbot = qtbot
        self.session.put_on_desk(find_car(car, year), year, country, self.language)
        self.face.show()
        self.settle()
        return self

    @property
    def window(self) -> QQuickWindow:
        return self.face.window

    @property
    def screen(self) -> Screen:
        return self.session.screen

    @property
    def pcm(self) -> str:
        return self.session.setup.generation.pcm

    # what is seen

    def settle(self) -> None:
        """Let Qt lay out and paint what has changed."""
        for _ in range(3):
            QGuiApplication.processEvents()
        self.window.grabWindow()

    def shown(self, name: str) -> QQuickItem | None:
        """The visible item of this objectName, in view or not; there is at most one."""
        found = [i for i in visible(self.window.contentItem()) if i.objectName() == name]
        assert len(found) <= 1, f"{name}: {len(found)} visible items"
        return found[0] if found else None

    def find(self, name: str) -> QQuickItem:
        """The item as a hand reaches it: unfolded, and scrolled into view when it is out of it."""
        self._unfold(name)
        item = self.shown(name)
        if item is None or not in_view(item):
            self._scroll_to(name)
            item = self.shown(name)
        assert item is not None
        assert in_view(item), f"{name} cannot be scrolled into view"
        return item

    def texts(self) -> list[str]:
        """Every text drawn on the display, whole or cut off."""
        return [str(item.property("text")) for item in self._written()]

    def reads(self, words: str, inside: str = "") -> bool:
        """Whether these words stand on the display, or in one item of it, with nothing cut off."""
        frame = self.find(inside) if inside else None
        return any(
            words in str(item.property("text")) and not item.property("truncated")
            for item in self._written()
            if frame is None or frame in ancestors(item)
        )

    def panel_value(self, name: str) -> str:
        """What a line of the panel says at its right end."""
        return self.words_over(self.find(name))[-1]

    def words_over(self, item: QQuickItem) -> list[str]:
        """The words drawn within the frame of an item, whether they belong to it or not."""
        drawn = [part for part in visible(self.window.contentItem()) if is_text(part)]
        inside = [part for part in drawn if item.contains(item.mapFromScene(centre(part)))]
        return [str(part.property("text")) for part in inside]

    def code(self) -> str:
        """The pairing code that My Porsche shows in the panel."""
        return self.panel_value("bench_code").replace(" ", "")

    def row(self, id_: str) -> Row:
        return next(row for row in self.screen.all_rows if row.id == id_)

    def entry(self) -> Entry:
        overlay = self.screen.overlay
        assert isinstance(overlay, Entry), f"no entry is open but {overlay}"
        return overlay

    def state(self, name: str) -> str:
        return state_word(describe_state(self.session)[name])

    def say(self, key: str, **values: str | int) -> str:
        """Words of assets/texts in the language of the head unit."""
        return self.session.unit.view.texts.say(key, **values)

    # what is done

    def touch(self, name: str) -> None:
        """Press and release the mouse on the middle of an item."""
        at = centre(self.find(name)).toPoint()
        QTest.mousePress(self.window, LEFT, NO_MODIFIER, at)
        QTest.mouseRelease(self.window, LEFT, NO_MODIFIER, at)
        self.settle()

    def choose(self, name: str, word: str) -> None:
        """Open a choice of the panel and touch the option of this word."""
        self.touch(name)
        self.touch(f"option_{word}")

    def wheel(self, item: QQuickItem, notches: int) -> None:
        """Turn the mouse wheel over an item; negative scrolls down."""
        at = centre(item)
        event = QWheelEvent(
            at,
            QPointF(self.window.mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(0, notches * NOTCH),
            Qt.MouseButton.NoButton,
            NO_MODIFIER,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        self._wheeled_ms += MS_BETWEEN_TURNS
        event.setTimestamp(self._wheeled_ms)
        QGuiApplication.sendEvent(self.window, event)
        self.qtbot.waitUntil(lambda: not item.property("moving"))
        self.settle()

    def type_on_keypad(self, digits: str) -> None:
        """Touch the digits one after the other; each one is seen to arrive."""
        for digit in digits:
            before = self.entry().shown
            self.touch(f"digit_{digit}")
            assert len(self.entry().shown) == len(before) + 1, f"digit {digit} did not arrive"

    def type_on_keyboard(self, text: str) -> None:
        """Touch the characters one after the other, with shift and the page of symbols."""
        for character in text:
            before = self.entry().shown
            self._touch_character(character)
            assert len(self.entry().shown) == len(before) + 1, f"{character} did not arrive"

    def erase(self, times: int) -> None:
        for _ in range(times):
            self.touch("key_erase")

    # where things are

    def howto(self, procedure: str) -> Howto:
        return howto(self.session.setup.car, self.session.setup.year, self.language, procedure)[0]

    def walk(self, procedure: str) -> None:
        """Touch the car's own path from the home screen to its last entry, reading each label."""
        found = self.howto(procedure)
        assert found.available, found
        self.walk_ids(found.ids, found.path)

    def open_link(self) -> None:
        """Walk to the entry that links the car."""
        self.walk("link")
        if self.session.setup.generation.login == "pairing_code":
            self.touch("enter_pairing_code")

    def walk_ids(self, ids: tuple[str, ...], labels: tuple[str, ...]) -> None:
        self.touch("key_HOME")
        assert self.screen.id == "home"
        for id_, label in zip(ids, labels, strict=True):
            name = self._touchable(id_)
            words = self.words_over(self.find(name))
            assert id_ == "home" or label in words, f"{name}: {words}, not {label}"
            self.touch(name)
            self._assert_arrived(id_)

    # inside

    def _touchable(self, id_: str) -> str:
        """The objectName of the way to an entry: hard key, side bar or row."""
        tree = self.session.setup.tree
        if id_ == tree.home.id:
            return "key_HOME"
        node = tree.node(id_)
        key = self.shown(f"key_{node.key}") if node.key else None
        if key is not None and self.words_over(
            key
        ):  # the side bar of PCM 6.0 has signs and no words
            return f"key_{node.key}"
        return "key_OPT" if node.kind is Kind.OPTIONS and self.pcm == "4.0" else id_

    def _assert_arrived(self, id_: str) -> None:
        """A page that was touched is the page that is shown, with its title on the display."""
        node = self.session.setup.tree.node(id_)
        if node.kind in (Kind.PAGE, Kind.OPTIONS, Kind.CHOICE):
            assert self.screen.id == id_
            title = self.screen.behind_title or self.screen.title  # a drawer has none of its own
            assert id_ == "home" or any(title in text for text in self.texts()), title

    def _display(self) -> QQuickItem:
        """The display of the head unit."""
        everything = visible(self.window.contentItem())
        return next(item for item in everything if item.objectName() == "pcm_display")

    def _written(self) -> Iterator[QQuickItem]:
        if self.screen.off:
            return
        for item in visible(self._display()):
            if is_text(item) and in_view(item):
                yield item

    def _touch_character(self, character: str) -> None:
        names = ("kb_space",) if character == " " else (f"kb_{character}", f"kb_always_{character}")
        for page in ("", "kb_shift", "kb_symbols"):
            if page and self.shown(page):
                self.touch(page)
            found = next((name for name in names if self.shown(name)), None)
            if found:
                self.touch(found)
                break
            if page == "kb_shift":
                self.touch(page)  # it is no capital either
        else:
            raise AssertionError(f"no key for {character!r}")
        self._back_to_letters()

    def _back_to_letters(self) -> None:
        if self.shown("kb_symbols") and not self.shown("kb_shift"):
            self.touch("kb_symbols")

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

    def _scroll_to(self, name: str) -> None:
        for scroller in self._scrollers(of_panel=name.startswith(("bench_", "option_"))):
            for down, end in ((True, "atYEnd"), (False, "atYBeginning")):
                before = None
                while not self._sees(name) and not scroller.property(end):
                    if scroller.property("contentY") == before:
                        break
                    before = scroller.property("contentY")
                    self.wheel(scroller, self._notches_to(name, scroller, down))
            if self._sees(name):
                return
        raise AssertionError(f"nothing to touch is called {name}; the display says {self.texts()}")

    def _sees(self, name: str) -> bool:
        item = self.shown(name)
        return item is not None and in_view(item)

    def _notches_to(self, name: str, scroller: QQuickItem, down: bool) -> int:
        """How far to turn the wheel: to where the item is, else by less than is shown at once."""
        item = self.shown(name)
        if item is None or scroller not in ancestors(item):
            page = max(1, int(scroller.height() / PIXELS_A_NOTCH) - 1)
            return -page if down else page
        below = scroller.mapFromScene(centre(item)).y() - scroller.height() / 2
        return -round(below / PIXELS_A_NOTCH) or (-1 if down else 1)

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


def visible(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and everything in it that is visible, in the order of drawing."""
    waiting = [item]
    while waiting:
        next_one = waiting.pop()
        if next_one.isVisible() and next_one.opacity() > 0:
            yield next_one
            waiting += reversed(next_one.childItems())


def ancestors(item: QQuickItem) -> Iterator[QQuickItem]:
    above = item.parentItem()
    while above is not None:
        yield above
        above = above.parentItem()


def centre(item: QQuickItem) -> QPointF:
    """The middle of an item in the window."""
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))


def in_view(item: QQuickItem) -> bool:
    """Whether the middle of an item is neither clipped away nor out of the window."""
    middle = centre(item)
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
