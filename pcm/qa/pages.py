"""Pages for a browser, from the Jinja templates beside this file; one file each, nothing fetched.

Used by the reports, the crawler, coverage and compared pictures.
"""

import base64
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

DIFFERENCES, PAGE = "differences", "index.html"
"""Where a run's pictures are that are not as stored, beside its log; and their page."""
TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render_page(template: str, **values: object) -> str:
    """A page of templates/; each extends base.html and takes its own values."""
    return _environment().get_template(template).render(values)


def picture_source(png: bytes) -> str:
    """A picture as the `src` of an <img>, so that a page stays one file."""
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"
