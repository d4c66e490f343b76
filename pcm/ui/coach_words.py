"""What the window says around a lesson, in the head unit's language, and the pace of showing.

Data: assets/face/lessons.yaml; read when the first lesson or their menu is opened.
"""

from __future__ import annotations

from functools import cache

from models.content import Content, load_content
from pcm.training.coaching import Coaching
from pcm.ui.face_data import HERE, Words

FILE = HERE / "lessons.yaml"


class Pace(Content):
    """How fast a lesson is shown, in seconds of the real clock."""

    touch_s: float
    typing_s: float
    press_s: float
    read_sign_s: float
    read_least_s: float

    def reading_s(self, text: str) -> float:
        """How long somebody reads."""
        return max(self.read_least_s, self.read_sign_s * len(text))


class LessonFace(Words):
    """lessons.yaml."""

    pace: Pace


@cache
def load_lesson_face() -> LessonFace:
    return load_content(FILE, LessonFace)


def say(key: str, language: str, **values: object) -> str:
    return load_lesson_face().words[key][language].format(**values)


def derive_told(coaching: Coaching, language: str) -> tuple[str, str]:
    """The line below what is to be done, and its tone: good, warning or plain."""
    if coaching.over:
        undone = coaching.passed.count(False)
        return say("undone", language, steps=undone) if undone else "", "warning"
    if coaching.done:
        return f"{say('step_done', language)} {coaching.why}".strip(), "good"
    if coaching.note:
        return coaching.note, "warning"
    if coaching.waits:
        return say("waits", language), "plain"
    if coaching.paused and coaching.mode == "show":
        return say("paused", language), "plain"
    return "", "plain"
