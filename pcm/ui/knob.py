"""A rotary knob: turns of the mouse wheel or of a finger become whole detents.

Pure values; WindowModel holds one per knob. The left one is the volume, the right one selects.
"""

from dataclasses import dataclass
from math import atan2, degrees

WHEEL_STEP = 120  # Qt's angle delta of one notch of a mouse wheel (an eighth of a degree each)
TURN_WORDS = {"left": ("volume down", "volume up"), "right": ("knob left", "knob right")}
PRESS_VERBS = {"left": "volume press", "right": "knob press"}
DETENT_DEG = 24  # a turn of a knob has fifteen detents


@dataclass(frozen=True, slots=True)
class Knob:
    """Where a knob stands; `rest`: detents turned since the last whole one; `grip`: the finger."""

    angle_deg: int = 0
    rest: float = 0.0
    grip_deg: float | None = None


def derive_wheel(knob: Knob, delta: int) -> tuple[Knob, int]:
    """The knob after a wheel event, and the detents turned. A change of direction starts anew."""
    rest = knob.rest if knob.rest * delta > 0 else 0.0
    return _turned(knob, rest + delta / WHEEL_STEP, knob.grip_deg)


def derive_grip(knob: Knob, x: float, y: float) -> Knob:
    """A finger takes hold at (x, y) as seen from the knob's centre."""
    return Knob(knob.angle_deg, 0.0, degrees(atan2(y, x)))


def derive_drag(knob: Knob, x: float, y: float) -> tuple[Knob, int]:
    """The finger has moved to (x, y); clockwise is positive."""
    if knob.grip_deg is None:
        return derive_grip(knob, x, y), 0
    now = degrees(atan2(y, x))
    moved = (now - knob.grip_deg + 180) % 360 - 180
    return _turned(knob, knob.rest + moved / DETENT_DEG, now)


def turn(knob: Knob, detents: int) -> Knob:
    """The knob turned by whole detents."""
    return Knob(knob.angle_deg + detents * DETENT_DEG, knob.rest, knob.grip_deg)


def _turned(knob: Knob, amount: float, grip_deg: float | None) -> tuple[Knob, int]:
    detents = int(amount)
    angle = knob.angle_deg + detents * DETENT_DEG
    return Knob(angle, amount - detents, grip_deg), detents


def turn_verb(side: str, detents: int) -> str:
    """The verb line of a turn; positive is clockwise."""
    back, on = TURN_WORDS[side]
    return f"{on if detents > 0 else back} {abs(detents)}"


def press_verb(side: str) -> str:
    return PRESS_VERBS[side]
