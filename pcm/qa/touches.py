"""What each verb of the driver is at the window: which item is touched, turned or typed on.

Used by the window driver. A touch that does nothing, or something else than its verb, is a failed
answer; what the head unit refuses, it refuses in its own words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from models.errors import PcmError
from pcm.headunit.keying import why_not_typed
from pcm.headunit.masking import masked_text, typing_secret
from pcm.headunit.procedure import COMPOSED
from pcm.headunit.screen import Entry
from pcm.headunit.session import Answer, Session
from pcm.headunit.verbs import LONGEST_LINE, find_verb
from pcm.headunit.verbs.driver import DRIVER_VERBS
from pcm.headunit.verbs.placeholders import known_text
from pcm.training.touch import NOTCHES, TURNS, Touch, derive_touch, single_lines

if TYPE_CHECKING:
    from pcm.ui.hands.hands import Hands

COMPUTER_KEYS = {
    "knob left": "Up",
    "knob right": "Down",
    "knob press": "Return",
    "volume down": "Minus",
    "volume up": "Plus",
}
"""The keys of the computer that stand for a knob in cars without it; no key mutes the sound."""


class Ears:
    """Hears which verbs reach the session; one of its observers."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, Answer]] = []

    def begin(self, session: Session, line: str) -> None:
        """Nothing to hear yet."""

    def end(self, session: Session, line: str, answer: Answer) -> None:  # noqa: ARG002  observers are told
        self.heard.append((line, answer))

    def passed(self, session: Session, seconds: float) -> None:
        """Time alone is no verb."""


class Touches:
    """Verb lines as touches of these hands; `ears` hear what comes of them."""

    def __init__(self, hands: Hands, ears: Ears) -> None:
        self._hands, self._ears = hands, ears

    def do(self, line: str) -> Answer:
        """A verb line by touch where it is one of the driver, else as the panel does it."""
        text = line.lstrip().rstrip("\r\n")
        if not text.strip() or len(text) > LONGEST_LINE:
            return self._plainly(line)
        try:
            touched = _until_refused(self._touches(text))
        except PcmError:  # it cannot be touched as it stands: the verb itself says why
            touched = None
        return touched or self._plainly(line)

    def _touches(self, line: str) -> Iterator[Answer]:
        """Touch by touch; none of what is no verb of the driver, or is so already."""
        verb, rest = find_verb(line)
        if verb in COMPOSED:
            yield from map(self.do, COMPOSED[verb](self._session, rest.strip()))
        elif verb in DRIVER_VERBS and not (verb == "type" and self._why_not_typed(rest)):
            for single in single_lines(self._session, line):
                yield self._touch(derive_touch(self._session, single))

    def _why_not_typed(self, rest: str) -> object:
        """What is refused is refused as a whole."""
        return why_not_typed(self._session.unit, known_text(self._session, rest.strip() or rest))

    def _touch(self, touch: Touch) -> Answer:
        line, hands = touch.lines[0], self._hands
        if touch.typed:
            return self._by_hand(touch, partial(hands.write, touch.typed))
        if line.startswith(tuple(TURNS)):
            turn = self._turner(line, touch.items[0])
            return self._by_hand(touch, turn) if turn else self._plainly(line)
        if line == "cancel" and self._session.screen.overlay and not hands.shown(*touch.items):
            either = replace(touch, lines=("cancel", "back"))
            return self._by_hand(either, partial(hands.press_key, "Escape"))
        return self._by_hand(touch, partial(self._touch_first, touch))

    def _touch_first(self, touch: Touch) -> None:
        """Of its items the first that is drawn."""
        drawn = (name for name in touch.items if self._hands.shown(name))
        self._hands.touch(next(drawn, touch.items[0]), touch.across)

    def _turner(self, line: str, knob: str) -> Callable[[], None] | None:
        """What turns or presses the knob once; None when nothing does."""
        notches, key = NOTCHES.get(line), COMPUTER_KEYS.get(line)
        if self._hands.shown(knob):
            if notches is None:
                return partial(self._hands.touch, knob)
            return partial(self._hands.turn, knob, notches)
        overlay = self._session.screen.overlay
        if key is None or (overlay and notches is None) or isinstance(overlay, Entry):
            return None  # there the keys of the computer type, or answer
        return partial(self._hands.press_key, key)

    # inside

    @property
    def _session(self) -> Session:
        return self._hands.session

    def _by_hand(self, touch: Touch, act: Callable[[], None]) -> Answer:
        """Do what should carry out one of the touch's lines."""
        line = touch.lines[0]
        self._ears.heard.clear()
        fault = ""
        try:
            act()
        except PcmError as error:
            fault = f": {error}"
        if not self._ears.heard:
            answer = self._plainly(line)
            return self._failed(line, f"nothing{fault}") if answer.ok else answer
        done, answer = self._ears.heard[-1]
        return answer if done in touch.lines else self._failed(line, repr(done))

    def _failed(self, line: str, did: str) -> Answer:
        if typing_secret(self._session):
            return Answer(False, "a touch on the keypad or keyboard did nothing right", failed=True)
        text = masked_text(self._session, f"the touch for {line!r} did {did}")
        return Answer(False, text, failed=True)

    def _plainly(self, line: str) -> Answer:
        """Without a touch, as the panel does."""
        answer = self._hands.face.do(line)
        self._hands.settle()
        return answer


def _until_refused(answers: Iterable[Answer]) -> Answer | None:
    """The last answer, or the first one that is not ok; None when there is none."""
    answer = None
    for answer in answers:
        if not answer.ok:
            break
    return answer
