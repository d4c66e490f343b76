"""A driver's hands and eyes on the real window: the program's hands, and words read from what is
drawn.

Used by the touch tests. Nothing here is a verb: the world outside is switched in the panel.
"""

from __future__ import annotations

from PySide6.QtQuick import QQuickItem

from menus.howto import Howto, howto
from menus.node import Kind
from models.catalogue import Languages, find_car
from pcm.headunit.report import describe_state
from pcm.headunit.screen import Entry, Row
from pcm.headunit.verbs.expect import state_word
from pcm.ui.app import Window
from pcm.ui.hands import hands
from pcm.ui.hands.items import ancestors, is_text, place_in, visible


class Hands(hands.Hands):
    """Hands that also read what is drawn, and know the ways of a car."""

    def __init__(self, face: Window, language: Languages = "it") -> None:
        super().__init__(face)
        self.language = language

    def sit(self, car: str, year: int, country: str) -> Hands:
        """Sit down in another car, new and with its ignition on."""
        self.session.put_on_desk(find_car(car, year), year, country, self.language)
        self.face.show()
        self.settle()
        return self

    @property
    def pcm(self) -> str:
        return self.session.setup.generation.pcm

    # what is seen

    def reads(self, words: str, inside: str = "") -> bool:
        """Whether these words stand on the display, or in one item of it, with nothing cut off."""
        frame = self.find(inside) if inside else None
        return any(
            words in str(item.property("text")) and not item.property("truncated")
            for item in self.written()
            if frame is None or frame in ancestors(item)
        )

    def panel_value(self, name: str) -> str:
        """What a line of the panel says at its right end."""
        return self.words_over(self.find(name))[-1]

    def words_over(self, item: QQuickItem) -> list[str]:
        """The words drawn within the frame of an item, whether they belong to it or not."""
        drawn = [part for part in visible(self.window.contentItem()) if is_text(part)]
        inside = [part for part in drawn if item.contains(item.mapFromScene(place_in(part)))]
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
            self.touch_sign(character)
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
