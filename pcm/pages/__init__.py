"""Pages for a browser, from Jinja templates; a report is one file, nothing is fetched from outside.

Used by all that writes or serves a page. Each brings its templates; base.html is that of reports.
"""

import base64
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent


@cache
def templates_of(folder: Path) -> Environment:
    """The templates of a folder; what they show is escaped, what they miss is an error."""
    return Environment(
        loader=FileSystemLoader([folder, HERE]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def picture_source(png: bytes) -> str:
    """A picture as the `src` of an <img>, so that a page stays one file."""
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"
