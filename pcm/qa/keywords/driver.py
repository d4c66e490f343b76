"""Keywords of the driver: keys, rows, knobs, typing, dialogs, whole procedures."""

from typing import Literal

from pcm.qa.keywords.keyword import Keywords, Text, documented


@documented
class DriverKeywords(Keywords):
    """What a hand does on the head unit."""

    def key(self, caption: str) -> str:
        return self._done("key", caption)

    def tap(self, row_or_path: str) -> str:
        return self._done("tap", row_or_path)

    def back(self) -> str:
        return self._done("back")

    def home(self) -> str:
        return self._done("home")

    def knob(self, direction: Literal["left", "right", "press"], steps: int = 1) -> str:
        return self._done("knob", direction, *_steps(direction, steps))

    def volume(self, direction: Literal["up", "down", "press"], steps: int = 1) -> str:
        return self._done("volume", direction, *_steps(direction, steps))

    def type(self, text: Text) -> str:
        return self._done("type", text)

    def erase(self) -> str:
        return self._done("erase")

    def set(self, value: int) -> str:
        return self._done("set", value)

    def ok(self) -> str:
        return self._done("ok")

    def cancel(self) -> str:
        return self._done("cancel")

    def go(self, row: str) -> str:
        return self._done("go", row)

    def do(self, procedure: str) -> str:
        return self._done("do", procedure)

    def open(self, procedure: str) -> str:
        return self._done("open", procedure)

    def answer(self) -> str:
        return self._done("answer")


def _steps(direction: str, steps: int) -> tuple[int, ...]:
    return () if direction == "press" else (steps,)
