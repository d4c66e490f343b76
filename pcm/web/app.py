"""The web application: the routes of its parts, the files they share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ExceptionHandler

from pcm.pages import templates_of

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
STATIC = "/static/"
"""Where the files are that hold nothing but looks."""


def render(template: str, **values: object) -> str:
    """A page of templates/."""
    return templates_of(TEMPLATES).get_template(template).render(values)


def make_app(routes: Sequence[BaseRoute], handlers: Mapping[Any, ExceptionHandler]) -> Starlette:
    """The application of these parts. handlers: the pages for what it raises, by kind."""
    files = Mount(STATIC, StaticFiles(directory=HERE / "static"))
    return Starlette(routes=[*routes, files], exception_handlers=handlers)
