"""The screen as a picture inside Robot's log: of a flow, or of one through the server."""

import tempfile
from pathlib import Path

from pcm.qa.driver import Driver
from pcm.qa.pages import picture_source

WIDTH = 640


def log_picture(driver: Driver) -> str:
    """An <img> that needs no other file; raises PcmError."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "screen.png")
        driver.picture(file)
        return f'<img src="{picture_source(file.read_bytes())}" width="{WIDTH}">'
