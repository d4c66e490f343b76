"""The web application: the routes of its parts, the files they share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from pcm.pages import templates_of
from pcm.web.words import accepted_language, load_words

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
STATIC = "/static/"
"""Where the files are that hold nothing but looks."""


def render(template: str, **values: object) -> str:
    """A page of templates/."""
    return templates_of(TEMPLATES).get_template(template).render(values)


def render_entrance(template: str, headers: Headers, **values: object) -> str:
    """A page for whoever comes or is refused: in the language that his browser asks for."""
    language = accepted_language(headers.get("accept-language", ""))
    return render(template, language=language, words=load_words(language).door, **values)


def make_app(routes: Sequence[BaseRoute]) -> Starlette:
    """The application of these parts."""
    files = Mount(STATIC, StaticFiles(directory=HERE / "static"))
    return Starlette(routes=[*routes, files])
