"""Shows a lesson: a drawn hand glides to what is to be touched, and real touches are done there.

Runs on the real clock, at the pace of assets/face/lessons.yaml; waits so that words can be read.
Loaded when a lesson is first shown. A trainee may touch in between: each touch is asked for anew.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQuick import QQuickItem

from models.errors import PcmError
from pcm.training.coach import find_coach
from pcm.training.coaching import Coaching
from pcm.training.touch import LETTER_PAGES, NOTCHES, Touch
from pcm.ui.app import Window
from pcm.ui.coach_mark import Marker
from pcm.ui.coach_words import Pace
from pcm.ui.hand_model import HandModel, HandView
from pcm.ui.hands.hands import Hands
from pcm.ui.hands.items import place_in

MS_PER_S = 1000
MOST_TURNS = 3
"""Of pages of the keyboard for one sign: then it has no key."""


class Showing(QObject):
    """The hand of one window; `follow` tells it what the lesson shows now."""

    def __init__(self, face: Window, marker: Marker, model: HandModel, pace: Pace) -> None:
        super().__init__()
        self._face, self._marker, self._model, self._pace = face, marker, model, pace
        self._hands = Hands(face)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._coaching: Coaching | None = None
        self._aimed = ""  # the line of the touch that the hand has gone to
        self._read: object = None  # the moment that there was time to read
        self._busy = False
        self._turns = 0  # of pages of the keyboard, one after the other

    def follow(self, coaching: Coaching | None) -> None:
        """The lesson as it is now; None: it is not shown."""
        self._coaching = coaching
        if coaching is None or coaching.over:
            self._rest(gone=True)
        elif coaching.paused:
            self._rest(gone=False)
        elif not self._timer.isActive() and not self._busy:
            self._wait(self._pause_s(coaching))
            self._read = _moment(coaching)
            hand = self._model.shown
            self._model.show(replace(hand, seen=hand.seen and not coaching.done))

    def _rest(self, gone: bool) -> None:
        self._timer.stop()
        self._aimed = ""
        hand = self._model.shown
        self._model.show(replace(hand, seen=hand.seen and not gone, pressed=False))

    def _pause_s(self, coaching: Coaching) -> float:
        """Time to read what is new, else until the next touch."""
        if _moment(coaching) == self._read:
            return self._rest_s(self._next_touch())
        return self._pace.reading_s(coaching.why if coaching.done else coaching.say)

    def _rest_s(self, touch: Touch | None) -> float:
        """Between two touches, without the press."""
        whole = self._pace.typing_s if touch and touch.typed else self._pace.touch_s
        return max(0.0, whole - self._pace.press_s) / 2  # it glides, then it rests

    def _go_on(self) -> None:
        coaching = self._coaching
        if coaching is None:
            return
        if coaching.done or coaching.explains:
            self._aimed = ""
            self._model.show(replace(self._model.shown, seen=False))
            self._face.do("lesson next")
            return
        touch = self._next_touch()
        if touch is None:
            return  # the head unit works; it is told of when it has done so
        if touch.lines[0] != self._aimed:
            self._aim(touch)
        elif not self._model.shown.pressed:
            self._model.show(replace(self._model.shown, pressed=True))
            self._wait(self._pace.press_s)
        else:
            self._touch(touch)

    def _aim(self, touch: Touch) -> None:
        item = self._marker.find(touch.items)
        if item is not None and not touch.typed:
            item = self._in_reach(item.objectName()) or item
        rest_s = self._rest_s(touch)
        if item is not None:
            at = place_in(item, touch.across)
            glide_ms = round(rest_s * MS_PER_S)
            self._model.show(HandView(True, glide_ms, at.x(), at.y(), pressed=False))
        self._aimed = touch.lines[0]
        self._wait(2 * rest_s)

    def _in_reach(self, name: str) -> QQuickItem | None:
        """Scrolled into view."""
        self._busy = True
        try:
            return self._hands.find(name)
        except PcmError:
            return None
        finally:
            self._busy = False

    def _touch(self, touch: Touch) -> None:
        """By the hand; what it cannot reach is done as the panel does it."""
        self._aimed = ""
        before, turned = self._touches(), False
        self._busy = True
        with suppress(PcmError):
            turned = self._by_hand(touch)
        self._turns = self._turns + 1 if turned else 0
        if self._touches() == before and self._turns in (0, MOST_TURNS):
            self._face.do(touch.lines[0])
        self._busy = False
        self._model.show(replace(self._model.shown, pressed=False))
        self.follow(self._coaching)

    def _by_hand(self, touch: Touch) -> bool:
        """True when only another page of the keyboard was turned to."""
        line = touch.lines[0]
        item = self._marker.find(touch.items)
        if line in NOTCHES:
            self._hands.turn(touch.items[0], NOTCHES[line])
        elif item is not None:
            self._hands.touch(item.objectName(), touch.across)
        return item is not None and item.objectName() in LETTER_PAGES

    def _next_touch(self) -> Touch | None:
        coach = find_coach(self._face.session)
        return coach.next_touch if coach else None

    def _touches(self) -> int:
        return self._coaching.touches if self._coaching else 0

    def _wait(self, seconds: float) -> None:
        self._timer.start(max(1, round(seconds * MS_PER_S)))


def _moment(coaching: Coaching) -> object:
    """Equal as long as there is nothing new to read."""
    return coaching.lesson, coaching.step, coaching.done
