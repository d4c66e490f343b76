"""What the card and the menu of lessons show, as frozen values; empty ones cost nothing.

Filled by coach_content.py, which is loaded with the first lesson; Qt's side is coach_model.py.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CoachView:
    """The card. `open`: there is one; told: the line below what is to be done, tone: its colour.

    passed: a sign for each step before, "+" or "-": it was left out. on: Next is what leads on now.
    following: the trainee whose turn is next, "" when none waits.
    """

    open: bool = False
    title: str = ""
    where: str = ""
    step: int = 0
    steps: int = 0
    passed: str = ""
    mode: str = ""
    say: str = ""
    told: str = ""
    tone: str = "plain"
    on: bool = False
    over: bool = False
    paused: bool = False
    can_hint: bool = False
    can_pause: bool = False
    can_touch: bool = False
    trainee: str = ""
    following: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the report at the end."""

    name: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class LessonRow:
    """One lesson of the menu; `reason`: why it is not for this car."""

    name: str
    title: str
    goal: str
    reason: str
    ready: bool


@dataclass(frozen=True, slots=True)
class WayRow:
    """One of the ways in which a lesson is given."""

    name: str
    label: str
    told: str
