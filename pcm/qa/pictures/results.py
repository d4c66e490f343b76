"""What is not as stored, in a folder: its pictures, a listing of each for `accept`, and a page.

Flows that run side by side may share a folder: each difference has a listing of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image

from models.errors import PcmError
from pcm.qa.pages import PAGE, render_page
from pcm.qa.pictures.difference import Difference
from pcm.qa.pictures.picture import Picture

Kind = Literal["different", "new", "gone"]
LISTING = ".difference.json"
PARTS = ("before", "after", "marked")


@dataclass(frozen=True, slots=True)
class Found:
    """One picture that is not as stored. new: nothing is stored; gone: only that is there.

    before, after, marked: files beside the listing, "" for what there is not.
    """

    name: str
    kind: Kind
    stored: str
    words: str
    share: float = 0.0
    before: str = ""
    after: str = ""
    marked: str = ""


def keep_difference(
    folder: Path, name: str, stored: Path, before: Picture | None, after: Picture | None,
    difference: Difference | None = None,
) -> Found:  # fmt: skip
    """Write what was found of one picture; raises PcmError when the folder cannot be written."""
    kind: Kind = "different" if before and after else "new" if after else "gone"
    words = {"new": "nothing is stored of this name", "gone": "it is stored, and not there now"}
    data = {
        "before": before.data if before else b"",
        "after": after.data if after else b"",
        "marked": _png(difference.marked) if difference else b"",
    }
    stem = name.replace("/", "+").removesuffix(".png")
    files = {part: f"{stem}.{part}.png" for part in PARTS if data[part]}
    found = Found(
        name,
        kind,
        str(stored.resolve()),
        difference.words if difference else words.get(kind, ""),
        difference.share if difference else 0.0,
        **files,
    )
    with file_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for part, file in files.items():
            (folder / file).write_bytes(data[part])
        listing = folder / f"{stem}{LISTING}"
        listing.write_text(json.dumps(asdict(found), indent=1), "utf-8")
    return found


def read_differences(folder: Path) -> dict[Path, Found]:
    """The listings in a folder and those beneath it, the most different first."""
    read = {}
    for listing in sorted(folder.rglob(f"*{LISTING}")):
        try:
            read[listing] = Found(**json.loads(listing.read_text("utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise PcmError(f"{listing} cannot be read: {error}") from None
    return dict(sorted(read.items(), key=lambda item: -item[1].share))


def forget(listing: Path, found: Found) -> None:
    """Take a difference out of its folder."""
    with file_errors(listing):
        for part in PARTS:
            if file := getattr(found, part):
                (listing.parent / Path(file).name).unlink(missing_ok=True)
        listing.unlink(missing_ok=True)


def write_page(folder: Path, title: str, looked_at: int | None = None) -> Path:
    """The page of all differences of a folder, beside their pictures."""
    differences = [
        found for path, found in read_differences(folder).items() if path.parent == folder
    ]
    page = render_page(
        "difference.html",
        title=title,
        differences=differences,
        looked_at=looked_at,
        folder=str(folder),
    )
    with file_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / PAGE).write_text(page, "utf-8")
    return folder / PAGE


@contextmanager
def file_errors(place: Path) -> Iterator[None]:
    """What the system says against a file, as one line."""
    try:
        yield
    except OSError as error:
        file = error.filename or place
        raise PcmError(f"{file}: {(error.strerror or str(error)).lower()}") from None


def _png(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()
