"""Writes the handbook of a car: pages and pictures into a folder, the same bytes each time.

Nothing else in the folder is touched.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from models.errors import PcmError
from pcm.handbook.chapter import Chapter, make_chapter
from pcm.handbook.folder import open_folder
from pcm.handbook.words import Speech
from pcm.headunit.session import Session
from pcm.pages import templates_of
from pcm.training.lesson import load_lessons
from pcm.training.plan import derive_plan, why_not
from pcm.ui.marked import MarkedPicture

TEMPLATES = Path(__file__).parent / "templates"
INDEX, ALL, STYLE = "index.html", "print.html", "handbook.css"


@dataclass(frozen=True, slots=True)
class About:
    """The car that the handbook is for, as its pages name it."""

    car: str
    year: int
    country: str
    system: str

    @property
    def line(self) -> str:
        """On top of each sheet of paper."""
        return f"{self.car} · {self.year} · {self.system}"


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and the page to begin with."""

    index: Path
    lessons: int
    pictures: int


def write_handbook(session: Session, lessons: tuple[str, ...], folder: Path) -> Written:
    """Write the handbook of the session's car, with these lessons or all that are for it.

    Raises PcmError for a folder that cannot be written, an unknown lesson, one not for the car.
    """
    say = Speech(session.unit.state.language)
    known = load_lessons()
    wanted = lessons or tuple(name for name in known if not why_not(name, session))
    if not wanted:
        raise PcmError(f"there is no lesson for {session.setup.car.name}")
    plans = [derive_plan(name, session) for name in wanted]
    out = _Folder(folder)
    chapters = [make_chapter(plan, session, say, out.keep) for plan in plans]
    elsewhere = [known[name].title[say.language] for name in known if why_not(name, session)]
    _write_pages(out, chapters, elsewhere, say, _about(session, say))
    return Written(folder / INDEX, len(chapters), out.pictures)


def _write_pages(
    out: _Folder, chapters: list[Chapter], elsewhere: list[str], say: Speech, about: About
) -> None:
    """elsewhere: titles of the lessons that are not for this car."""
    values = {"say": say, "about": about, "index": INDEX, "all": ALL}
    every = {"chapters": chapters, "foot": say("title", car=about.car), **values}
    out.write(STYLE, "handbook.css")
    out.write(INDEX, "index.html", elsewhere=elsewhere, **every)
    out.write(ALL, "print.html", **every)
    for before, chapter, after in _neighbours(chapters):
        each = {"chapter": chapter, "before": before, "after": after, "foot": chapter.title}
        out.write(f"{chapter.name}.html", "lesson.html", **each, **values)


@cache
def _templates() -> Environment:
    found = templates_of(TEMPLATES)
    found.filters["css_string"] = css_string
    return found


def css_string(text: str) -> Markup:
    """Words as a string of a style sheet, whatever signs they hold."""
    signs = (sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in text)
    return Markup('"{}"').format(Markup("").join(signs))


def _about(session: Session, say: Speech) -> About:
    setup = session.setup
    country = setup.market.names.get(say.language, setup.market.code)
    return About(setup.car.name, setup.year, country, f"PCM {setup.car.pcm}")


def _neighbours(
    chapters: list[Chapter],
) -> list[tuple[Chapter | None, Chapter, Chapter | None]]:
    return list(zip([None, *chapters], chapters, [*chapters[1:], None], strict=False))


class _Folder:
    """Where all is written."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.pictures = folder, 0
        open_folder(folder, str(folder))

    def keep(self, file: str, picture: MarkedPicture) -> None:
        self._put(file, picture.png)
        self.pictures += 1

    def write(self, file: str, template: str, **values: object) -> None:
        page = _templates().get_template(template).render(values)
        self._put(file, page.encode())

    def _put(self, file: str, data: bytes) -> None:
        path = self.folder / file
        try:
            path.write_bytes(data)
        except OSError as error:
            raise PcmError(f"{path}: {error.strerror}") from None
