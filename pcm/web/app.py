"""The web application: the routes of its parts, the files they share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from pcm.pages import templates_of

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
STATIC = "/static/"
"""Where the files are that hold nothing but looks."""


def render(template: str, **values: object) -> str:
    """A page of templates/."""
    return templates_of(TEMPLATES).get_template(template).render(values)


def make_app(routes: Sequence[BaseRoute]) -> Starlette:
    """The application of these parts."""
    files = Mount(STATIC, StaticFiles(directory=HERE / "static"))
    return Starlette(routes=[*routes, files])
