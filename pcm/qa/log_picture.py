"""A picture inside Robot's log: of the screen in a flow or through the server, of a difference."""

import tempfile
from pathlib import Path

from pcm.pages import picture_source
from pcm.qa.driver import Driver

WIDTH = 640


def log_picture(driver: Driver) -> str:
    """The screen as picture_tag writes it; raises PcmError."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "screen.png")
        driver.picture(file)
        return picture_tag(file.read_bytes())


def picture_tag(png: bytes) -> str:
    """An <img> that needs no other file."""
    return f'<img src="{picture_source(png)}" width="{WIDTH}">'
