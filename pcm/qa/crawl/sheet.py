"""The contact sheet of a crawl: index.html with the pictures beside it, and screens.json.

Used by the command `crawl`; compared pictures read the folder. Knows no session.
"""

import json
import os
from dataclasses import asdict
from pathlib import Path
from struct import unpack

from models.errors import PcmError
from pcm.qa.crawl.found import Crawl, SeenScreen
from pcm.qa.pages import PAGE, render_page

LISTING = "screens.json"


def clear_folder(folder: Path) -> None:
    """Make the folder, without the pictures of a former crawl; raises PcmError."""
    try:
        if folder.exists() and not folder.is_dir():
            raise PcmError(f"{folder} is a file; name a folder for the sheet")
        folder.mkdir(parents=True, exist_ok=True)
        for file in _former(folder):
            (folder / file).unlink(missing_ok=True)
    except OSError as error:
        raise _unusable(folder, error) from error
    if not os.access(folder, os.W_OK):
        raise PcmError(f"{folder} cannot be written: permission denied")


def write_sheet(found: Crawl, folder: Path) -> Path:
    """Write page and listing into a folder that has the pictures; the page's path."""
    listing = {
        **{name: getattr(found, name) for name in ("car", "year", "country", "language")},
        "screens": [_shown(screen) for screen in found.screens],
        "unreached": [asdict(entry) for entry in found.unreached],
        "faults": found.faults,
    }
    title = f"Screens of {found.name}, {found.year}, PCM {found.pcm}"
    try:
        page = render_page("contact.html", title=title, crawl=found, size=_size(found, folder))
        (folder / LISTING).write_text(json.dumps(listing, ensure_ascii=False, indent=1), "utf-8")
        (folder / PAGE).write_text(page, "utf-8")
    except OSError as error:
        raise _unusable(folder, error) from error
    return folder / PAGE


def _shown(screen: SeenScreen) -> dict[str, object]:
    """The public contract of screens.json."""
    names = ("id", "kind", "title", "path", "source", "assumed", "rows", "world", "lines", "file")
    return {name: getattr(screen, name) for name in names}


def _size(found: Crawl, folder: Path) -> tuple[int, int]:
    """Width and height of the pictures, which all have one size: room for those not loaded yet."""
    first = next((screen.file for screen in found.screens if screen.file), "")
    if not first:
        return 1, 1
    return unpack(">II", (folder / first).read_bytes()[16:24])  # PNG: where IHDR has them


def _former(folder: Path) -> list[str]:
    """The pictures that a former crawl's listing names."""
    try:
        screens = json.loads((folder / LISTING).read_text("utf-8"))["screens"]
        files = [screen["file"] for screen in screens]
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return []
    return [file for file in files if file and Path(file).name == file]


def _unusable(folder: Path, error: OSError) -> PcmError:
    return PcmError(f"{folder} cannot be written: {(error.strerror or str(error)).lower()}")
