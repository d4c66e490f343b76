"""What each verb of the driver is at the window: which item is touched, turned or typed on.

Used by the window driver. A touch that does nothing, or something else than its verb, is a failed
answer; what the head unit refuses, it refuses in its own words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from models.errors import PcmError
from pcm.headunit.keying import why_not_typed
from pcm.headunit.knobs import nearest_step
from pcm.headunit.masking import masked_text, typing_secret
from pcm.headunit.procedure import COMPOSED, Lines
from pcm.headunit.render import derive_keys
from pcm.headunit.screen import Entry, Slider
from pcm.headunit.session import Answer, Session
from pcm.headunit.verbs import LONGEST_LINE, find_verb
from pcm.headunit.verbs.driver import find_row, find_way, parse_turn
from pcm.headunit.verbs.placeholders import known_text
from pcm.headunit.verbs.verb import choose, number

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
KNOBS = {"knob": ("knob_right", -1), "volume": ("knob_left", 1)}
"""Verb -> the knob's name, and the notches of the wheel that turn it one step on."""
DONE = Answer(True, "")
BIGGEST = 10**6  # that `set` takes


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
        self._verbs: dict[str, Callable[[str], Answer]] = {
            "key": self._key,
            "tap": self._tap,
            "back": lambda _: self._touch("back", "key_BACK", "key BACK"),
            "home": lambda _: self._touch("home", "key_HOME", "key HOME"),
            "knob": lambda rest: self._turn("knob", rest, "left", "right"),
            "volume": lambda rest: self._turn("volume", rest, "down", "up"),
            "type": self._type,
            "erase": lambda _: self._touch("erase", "key_erase"),
            "set": self._set,
            "ok": lambda _: self._touch("ok", "overlay_ok"),
            "cancel": lambda _: self._cancel(),
            **{verb: partial(self._composed, lines) for verb, lines in COMPOSED.items()},
        }

    def do(self, line: str) -> Answer:
        """A verb line by touch where it is one of the driver, else as the panel does it."""
        text = line.lstrip().rstrip("\r\n")
        if not text.strip() or len(text) > LONGEST_LINE:
            return self._plainly(line)
        try:
            verb, rest = find_verb(text)
            if verb in self._verbs:
                return self._verbs[verb](rest if verb == "type" else rest.strip())
        except PcmError:
            pass  # it cannot be touched as it stands: the verb itself says why
        return self._plainly(line)

    # the verbs

    def _key(self, rest: str) -> Answer:
        caption = choose("key", rest, [key.caption for key in derive_keys(self._session.unit.view)])
        return self._touch(f"key {caption}", f"key_{caption}")

    def _tap(self, rest: str) -> Answer:
        way = find_way(self._session, rest)
        home = (self._touch("home", "key_HOME", "key HOME") for _ in range(way.from_home))
        return _until_refused(chain(home, (self._touch_row(name) for name in way.rows)))

    def _touch_row(self, name: str) -> Answer:
        try:
            row = find_row(self._session, name)
        except PcmError:  # no longer there: the way there changed the menus
            return self._plainly(f"tap {name}")
        if key := self._session.setup.key_of(row):
            return self._touch(f"tap {row}", f"key_{key}", f"key {key}")
        return self._touch(f"tap {row}", row)

    def _turn(self, verb: str, rest: str, less: str, more: str) -> Answer:
        steps = parse_turn(verb, rest, less, more)
        word = "press" if steps is None else more if steps > 0 else less
        line = f"{verb} {word}" if steps is None else f"{verb} {word} 1"
        turn = self._turner(verb, word, more)
        if turn is None or steps == 0:
            return self._plainly(f"{verb} {rest}")
        times = 1 if steps is None else abs(steps)
        return _until_refused(self._by_hand(line, turn) for _ in range(times))

    def _turner(self, verb: str, word: str, more: str) -> Callable[[], None] | None:
        """What turns or presses the knob once; None when nothing does."""
        (knob, notch), key = KNOBS[verb], COMPUTER_KEYS.get(f"{verb} {word}")
        if self._hands.shown(knob):
            if word == "press":
                return lambda: self._hands.touch(knob)
            return lambda: self._hands.turn(knob, notch if word == more else -notch)
        overlay = self._session.screen.overlay
        if key is None or (overlay and word == "press") or isinstance(overlay, Entry):
            return None  # there the keys of the computer type, or answer
        return lambda: self._hands.press_key(key)

    def _type(self, rest: str) -> Answer:
        text = known_text(self._session, rest.strip() or rest)  # a blank alone is typed
        if not text or why_not_typed(self._session.unit, text):
            return self._plainly(f"type {rest}")
        return _until_refused(
            self._by_hand(f"type {sign}", partial(self._hands.write, sign)) for sign in text
        )

    def _set(self, rest: str) -> Answer:
        wanted, slider = int(number("set", rest, -BIGGEST, BIGGEST)), self._session.screen.overlay
        if not isinstance(slider, Slider):
            return self._plainly(f"set {rest}")
        low, high, step = slider.low, slider.high, slider.step
        value = nearest_step(low, high, step, wanted)
        if value == slider.value:  # there already: nothing to touch
            return self._plainly(f"set {rest}")
        if abs(value - slider.value) <= step:
            return self._touch(
                f"set {value}", "slider_plus" if value > slider.value else "slider_minus"
            )
        share = (value - low) / (high - low)
        return self._by_hand(f"set {value}", lambda: self._hands.touch("slider_track", share))

    def _cancel(self) -> Answer:
        if self._session.screen.overlay and not self._hands.shown("overlay_cancel"):
            return self._by_hand("cancel", lambda: self._hands.press_key("Escape"), "back")
        return self._touch("cancel", "overlay_cancel")

    def _composed(self, lines: Lines, rest: str) -> Answer:
        return _until_refused(self.do(line) for line in lines(self._session, rest))

    # inside

    @property
    def _session(self) -> Session:
        return self._hands.session

    def _touch(self, line: str, item: str, *others: str) -> Answer:
        return self._by_hand(line, lambda: self._hands.touch(item), *others)

    def _by_hand(self, line: str, act: Callable[[], None], *others: str) -> Answer:
        """Do what should carry out the line, or one of the others that mean the same."""
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
        return answer if done in (line, *others) else self._failed(line, repr(done))

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


def _until_refused(answers: Iterable[Answer]) -> Answer:
    """The last answer, or the first one that is not ok."""
    answer = DONE
    for answer in answers:
        if not answer.ok:
            break
    return answer
