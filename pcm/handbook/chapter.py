"""A lesson as a chapter: its words, its pictures and where it comes from, as a page needs them.

Pictures are painted here and handed to `keep`, which says under which name they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from models.sources import Source, find_source
from pcm.handbook.figures import Deed, Figure, derive_figures, on_paper
from pcm.handbook.words import Speech
from pcm.headunit.screen import Screen
from pcm.headunit.session import Session
from pcm.training.lesson import find_lesson
from pcm.training.plan import Plan, PlannedStep
from pcm.training.words import procedures_of
from pcm.ui.marked import MarkedPicture, paint_marked

WIDE_FROM = 1200  # px
Keep = Callable[[str, MarkedPicture], None]
"""Takes a picture under the name of its file."""


@dataclass(frozen=True, slots=True)
class Picture:
    """file: its name beside the page; device: the keys around the display are seen."""

    file: str
    width: int
    height: int
    alt: str
    device: bool

    @property
    def wide(self) -> bool:
        """Whether it needs a row of its own."""
        return self.width > WIDE_FROM


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture and the numbered lines below it."""

    picture: Picture
    first: int
    lines: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A step. after: what is seen when it is done, where that teaches something or ends all."""

    number: int
    say: str
    why: str
    shown: tuple[Shown, ...]
    after: Picture | None
    source: tuple[str, ...]
    assumed: str

    @property
    def long(self) -> bool:
        """Whether it fits on no sheet of paper."""
        most = 4 if any(shown.picture.wide for shown in self.shown) else 8
        return len(self.shown) > most


@dataclass(frozen=True, slots=True)
class Chapter:
    """A lesson. path: where its procedure is in this car, () when it is about none."""

    name: str
    title: str
    goal: str
    path: tuple[str, ...]
    note: str
    touches: int
    parts: tuple[Part, ...]
    sources: tuple[Source, ...]


def make_chapter(plan: Plan, session: Session, say: Speech, keep: Keep) -> Chapter:
    """The chapter of a lesson that was planned for the session's car."""
    lesson = find_lesson(plan.name)
    procedure = lesson.fits.procedure
    found = procedures_of(session.setup, say.language)[procedure] if procedure else None
    draw = _Pictures(plan, say, keep)
    references = [lesson.source, *(step.source for step in plan.steps)]
    return Chapter(
        name=plan.name,
        title=plan.title,
        goal=plan.goal,
        path=found.path if found else (),
        note=(found.note or "") if found else "",
        touches=plan.shortest,
        parts=tuple(draw.part(number, step) for number, step in enumerate(plan.steps, 1)),
        sources=tuple(find_source(ref) for ref in dict.fromkeys(_flat(references))),
    )


def _flat(groups: Iterable[Iterable[str]]) -> list[str]:
    return [item for group in groups for item in group]


class _Pictures:
    """Paints the figures of one lesson."""

    def __init__(self, plan: Plan, say: Speech, keep: Keep) -> None:
        self.plan, self.say, self.keep = plan, say, keep
        self._seen: Screen | None = None  # what the reader was left with

    def part(self, number: int, step: PlannedStep) -> Part:
        figures = derive_figures(step)
        new = step.after != self._seen
        taught = step.why or (new and (not figures or number == len(self.plan.steps)))
        self._seen = step.after
        return Part(
            number,
            step.say,
            step.why,
            tuple(self._shown(number, figure) for figure in figures),
            self._after(number, step.after) if taught else None,
            step.source,
            step.assumed,
        )

    def _shown(self, number: int, figure: Figure) -> Shown:
        acts = " ".join(self._line(deed) for deed in figure.deeds)
        alt = self.say("alt_touch", page=_page(figure.screen), acts=acts)
        targets = tuple(deed.items for deed in figure.deeds)
        painted = paint_marked(figure.screen, targets, figure.first)
        picture = self._kept(f"{self.plan.name}-{number}-{figure.first}.png", painted, alt)
        return Shown(picture, figure.first, tuple(self._marked(deed) for deed in figure.deeds))

    def _after(self, number: int, screen: Screen) -> Picture:
        alt = self.say("alt_after", page=_page(screen))
        return self._kept(
            f"{self.plan.name}-{number}-after.png", paint_marked(on_paper(screen), ()), alt
        )

    def _kept(self, file: str, painted: MarkedPicture, alt: str) -> Picture:
        self.keep(file, painted)
        return Picture(file, painted.width, painted.height, alt, painted.device)

    def _line(self, deed: Deed) -> str:
        line = self.say(deed.words, label=deed.label)
        return line if deed.times == 1 else f"{line} {self._times(deed)}"

    def _marked(self, deed: Deed) -> Markup:
        line = self.say.marked(deed.words, label=deed.label)
        return line if deed.times == 1 else line + " " + self._times(deed)

    def _times(self, deed: Deed) -> str:
        return self.say("times", count=deed.times)


def _page(screen: Screen) -> str:
    """What is seen: the page, and what lies over it."""
    return screen.overlay.title if screen.overlay else screen.title
